import type { seriesActivity as activityEnglish, seriesWords as english } from '../en/series.ts';
import type { InOtherWords } from '../speech.ts';

export const seriesWords: InOtherWords<typeof english> = {
  faults: {
    firstWeekday: 'El día de la semana de la primera fecha tiene que estar entre ellos.',
    pattern: 'No todos los meses tienen ese día. Elige otra forma de repetirlo.',
    oneEnd: 'Elige un número de fechas o un último día, no ambas cosas.',
    endsBefore: 'El último día es anterior a la primera fecha.',
  },
  endedReason: 'Esta serie ha terminado.',
  page: {
    eyebrow: 'Una serie',
    description: (title: string, organization: string) => `Todas las fechas de ${title}, de ${organization}.`,
    none: 'De momento no hay ninguna fecha anunciada.',
    by: (organization: string) => `De ${organization}`,
    calendar: 'Suscribirte en tu calendario',
    cancelled: 'Cancelado',
  },
};

export const seriesActivity: InOtherWords<typeof activityEnglish> = {
  'series.created': 'hizo una serie a partir de un evento',
  'series.changed': 'cambió las fechas siguientes de una serie',
  'series.ended': 'terminó una serie',
  'series.date-left-out': 'quitó una fecha de una serie',
  'series.date-put-back': 'volvió a poner una fecha en una serie',
};
