import type { seriesActivity as activityEnglish, seriesWords as english } from '../en/series.ts';
import type { InOtherWords } from '../speech.ts';

export const seriesWords: InOtherWords<typeof english> = {
  faults: {
    firstWeekday: 'Der Wochentag des ersten Termins muss dabei sein.',
    pattern: 'Diesen Tag gibt es nicht in jedem Monat. Wähle eine andere Wiederholung.',
    oneEnd: 'Wähle eine Zahl von Terminen oder einen letzten Tag, nicht beides.',
    endsBefore: 'Der letzte Tag liegt vor dem ersten Termin.',
  },
  endedReason: 'Diese Reihe ist zu Ende.',
  page: {
    eyebrow: 'Eine Reihe',
    description: (title: string, organization: string) => `Alle Termine von ${title}, von ${organization}.`,
    none: 'Im Moment ist kein Termin angekündigt.',
    by: (organization: string) => `Von ${organization}`,
    calendar: 'Im Kalender abonnieren',
    cancelled: 'Abgesagt',
  },
};

export const seriesActivity: InOtherWords<typeof activityEnglish> = {
  'series.created': 'hat aus einer Veranstaltung eine Reihe gemacht',
  'series.changed': 'hat die folgenden Termine einer Reihe geändert',
  'series.ended': 'hat eine Reihe beendet',
  'series.date-left-out': 'hat einen Termin aus einer Reihe ausgelassen',
  'series.date-put-back': 'hat einen Termin wieder in eine Reihe aufgenommen',
};
