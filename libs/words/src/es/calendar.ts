import type { calendarWords as english } from '../en/calendar.ts';
import type { InOtherWords } from '../speech.ts';

export const calendarWords: InOtherWords<typeof english> = {
  mail: {
    attached:
      'La cita de calendario de este correo se actualiza cuando algo cambia. Si tu calendario no la acepta, en tu página encontrarás otras formas.',
    link: 'Ponerla en otro calendario',
    onPanel: {
      subject: (title: string) => `Tu calendario: ${title}`,
      lead: 'Ahora participas en un panel de esta velada. La cita de tu plaza sale de tu calendario y la de tu panel ocupa su lugar.',
      action: 'Ver mi inscripción',
    },
  },
  rsvp: {
    title: 'En tu calendario',
    lead: 'Pon esta velada en el calendario que usas. Al pulsar, Google y Microsoft reciben su título, su hora y su lugar.',
    copies: 'Son copias de hoy. Si cambian la hora o el lugar, te escribimos.',
    google: 'Google Calendar',
    outlook: 'Outlook.com',
    microsoft365: 'Microsoft 365',
    file: 'Otros calendarios, como archivo',
    all: 'Todas tus veladas, siempre al día en tu calendario',
  },
  organization: 'Estas veladas en tu calendario',
  mine: {
    title: 'Tu calendario',
    feed: 'Acquaint: tus veladas',
    lead: 'Tu calendario puede leer tus veladas, paneles y encuentros de círculo desde una dirección privada, y se mantiene al día por sí solo. Las presentaciones nunca aparecen en él.',
    off: 'De momento no existe esa dirección.',
    start: 'Crear una dirección privada',
    address: 'Tu dirección privada',
    open: 'Abrirla en tu calendario',
    how: 'O cópiala en tu calendario, donde ponga «suscribirse» o «desde una dirección web». La mayoría vuelve a mirar unas cuantas veces al día.',
    secret: 'Quien tenga esta dirección ve adónde vas. No la compartas con nadie.',
    renew: 'Crear una dirección nueva',
    renewLead: 'La dirección anterior deja de funcionar al momento, la hayas puesto donde la hayas puesto.',
    end: 'Desactivarla',
    saved: {
      renewed: 'Esta es tu dirección. Si tenías otra antes, ya no funciona.',
      ended:
        'Está desactivada. Puede que tu calendario siga mostrando lo que ya leyó, hasta que lo quites de allí.',
    },
    back: 'Tus veladas',
    link: 'Tus veladas en tu calendario',
  },
};
