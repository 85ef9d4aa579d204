import type { messageMailKinds as kindsEnglish, messageWords as english } from '../en/messages.ts';
import type { InOtherWords } from '../speech.ts';

export const messageWords: InOtherWords<typeof english> = {
  unknownPlaceholder: (placeholder: string) =>
    `No hay nada que poner en lugar de ${placeholder}. Puedes usar {name}, {event}, {date}, {time}, {place}, {link} y {organization}.`,
  linkInSubject:
    '{link} lleva a la página propia de un asistente, y un asunto lo ven más personas que quien lo recibe. Ponlo en el texto.',
  misplacedLink:
    '{link} va como palabra suelta, con un espacio o una línea nueva a cada lado, o como destino de unas palabras: [tu página]({link}). No forma parte de otra dirección ni de otro enlace.',
  misplacedPlaceholder: (placeholder: string) =>
    `Aquí no se puede poner nada en lugar de ${placeholder}: está dentro de una dirección, o hay formato entre sus llaves.`,
  nobodyChosen: 'Elige al menos un grupo de personas.',
  // «Hola, buenas:»
  unnamed: 'buenas',
  noPlace: 'un lugar por anunciar',
  testSubject: (subject: string) => `Prueba: ${subject}`,
  testLead:
    'Esto es una prueba solo para ti. Sus enlaces son los de la velada, no los de un asistente en concreto.',
  seeEvent: 'Ver la velada',

  usual: {
    reminder: {
      name: 'El día antes',
      subject: '{event}: {date}',
      text: 'Hola, {name}:\n\n**{event}** es el {date} a las {time}. Tenemos muchas ganas de verte.\n\n¿Al final no puedes venir? Cancela en [tu página]({link}), por favor, para que otra persona reciba la plaza.',
    },
    thanks: {
      name: 'Gracias',
      subject: 'Gracias por venir a {event}',
      text: 'Hola, {name}:\n\ngracias por venir a {event}. Nos alegró contar contigo.',
    },
  },

  changed: {
    subject: (title: string) => `Cambio: ${title}`,
    leads: {
      time: 'La hora de esta velada ha cambiado.',
      place: 'El lugar de esta velada ha cambiado.',
      both: 'La hora y el lugar de esta velada han cambiado.',
    },
    before: 'Antes',
    calendar: 'La entrada de tu calendario se actualiza sola si tu programa lo permite.',
  },
};

export const messageMailKinds: InOtherWords<typeof kindsEnglish> = {
  'event-changed': 'Aviso de un cambio',
  'event-reminder': 'Un recordatorio de un evento',
  'event-thanks': 'Un agradecimiento',
  'event-announcement': 'Un anuncio',
  'event-message-test': 'Una prueba de un mensaje',
};
