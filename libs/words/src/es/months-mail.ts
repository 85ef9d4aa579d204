import type { monthsMail as english, monthsMailKinds as kindsEnglish } from '../en/months-mail.ts';
import type { InOtherWords } from '../speech.ts';

export const monthsMail: InOtherWords<typeof english> = {
  nudge: {
    subject: (name: string) => `Una primera línea para ${name}`,
    lead: (name: string, title: string) =>
      `Después de «${title}» te presentamos a ${name}, y te toca escribir primero. Basta una línea; puedes copiar esta:`,
    line: {
      mail: (name: string) =>
        `Hola, ${name}: me alegra que nos hayan presentado. ¿En qué estás trabajando ahora?`,
      call: (name: string) =>
        `Hola, ${name}: me alegra que nos hayan presentado. ¿Tienes 15 minutos para una llamada la semana que viene?`,
      hello: (name: string) =>
        `Hola, ${name}: me alegra que nos hayan presentado. ¿Nos saludamos en el próximo evento?`,
      coffee: (name: string) =>
        `Hola, ${name}: me alegra que nos hayan presentado. ¿Tomamos un café la semana que viene?`,
    },
    contact: (name: string) => `Contacto de ${name}`,
    close: 'Si ya has escrito, no tienes que hacer nada. No volveremos a recordártelo.',
  },
  followUp: {
    subject: {
      one: (name: string) => `¿Qué tal con ${name}?`,
      more: '¿Qué tal van tus presentaciones?',
    },
    lead: {
      one: '¿Hasta dónde ha llegado el contacto?',
      more: '¿Hasta dónde ha llegado el contacto con cada persona?',
    },
    met: (title: string) => `Presentación después de «${title}».`,
    marks: { talked: 'Hemos hablado', met: 'Nos hemos visto', together: 'Colaboramos' },
    later: 'Preguntarme más tarde',
    stop: 'No preguntarme más',
    close:
      'Nadie más ve lo que respondes, salvo que las dos partes digan que colaboran. No responder también está bien.',
  },
  glad: {
    subject: 'La alegría de conoceros es mutua',
    lead: (name: string, title: string) => `Lo has dicho tú y también ${name}, después de «${title}».`,
    close: 'No tienes que hacer nada; pensamos que te gustaría saberlo.',
  },
  together: {
    subject: 'Ya colaboráis',
    lead: (name: string) => `Tanto tú como ${name} decís que colaboráis. Enhorabuena.`,
    close: (title: string) => `Empezó en «${title}».`,
  },
};

export const monthsMailKinds: InOtherWords<typeof kindsEnglish> = {
  'introduction-nudge': 'Un pequeño empujón para escribir primero',
  'introduction-follow-up': 'Una pregunta sobre cómo va',
  'introduction-glad': 'La alegría de conocerse es mutua',
  'introduction-together': 'Colaboran',
};
