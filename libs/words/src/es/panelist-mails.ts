import type { panelistMail as mailEnglish, panelistMailKinds as kindsEnglish } from '../en/panelist-mails.ts';
import type { InOtherWords } from '../speech.ts';

export const panelistMail: InOtherWords<typeof mailEnglish> = {
  onStage: 'En el escenario',
  callAt: 'Ven, por favor, a las',
  room: 'Sala',
  span: (from: string, to: string) => `de ${from} a ${to}`,
  invitation: {
    subject: '¿Quieres participar en nuestro panel?',
    panelist: (organization: string, topic: string) =>
      `A ${organization} le gustaría contar contigo en un panel. Su tema: «${topic}».`,
    moderator: (organization: string, topic: string) =>
      `A ${organization} le gustaría que moderaras un panel. Su tema: «${topic}».`,
    how: 'No necesitas cuenta. La página tiene dos botones, y un no está bien.',
    action: 'Responder',
  },
  confirmed: {
    subject: 'Estás en el panel',
    panelist: (topic: string) => `Gracias por decir que sí a «${topic}».`,
    moderator: (topic: string) => `Gracias por decir que sí a moderar «${topic}».`,
    next: 'En tu página dices cómo quieres aparecer y qué necesitas para participar. Allí también puedes avisar si al final no puedes venir.',
    calendar: 'La cita de calendario de este correo se actualiza cuando algo cambia de hora.',
    action: 'Abrir tu página',
  },
  changed: {
    subject: 'Tu panel ha cambiado',
    lead: (topic: string) => `Ha cambiado la hora o el lugar de «${topic}». Ahora queda así:`,
    still: 'Si no te viene bien, dilo en tu página.',
  },
  cancelled: {
    subject: {
      declined: 'Ya no estás en el panel',
      removed: 'Ya no estás en el panel',
      evening: 'Tu panel se ha cancelado',
    },
    declined: 'Dijiste que no puedes venir, así que tu plaza queda libre. Gracias por avisar.',
    removed: 'Quienes organizan la velada la han cambiado, y ya no estás en su panel.',
    evening: 'Esta velada se ha cancelado. No tienes que hacer nada.',
    calendar: 'La cita de calendario de este correo lo quita de tu calendario.',
  },
  reminder: {
    subject: 'Tu panel se acerca',
    lead: (topic: string) => `Pronto hablas sobre «${topic}».`,
    moderator: (topic: string) => `Pronto moderas «${topic}».`,
    questions: 'El público puede preguntar con antelación, así que quizá te esperen ya preguntas.',
    moderate: 'El público puede preguntar con antelación. Moderas con tu teléfono, con el segundo botón.',
    read: 'Ver las preguntas',
  },
};

export const panelistMailKinds: InOtherWords<typeof kindsEnglish> = {
  'panelist-invitation': 'Una invitación a un panel',
  'panelist-confirmed': 'Una plaza en un panel',
  'panelist-changed': 'Un panel que cambió de hora o de lugar',
  'panelist-cancelled': 'Una plaza en un panel que terminó',
  'panelist-reminder': 'Un recordatorio de un panel',
};
