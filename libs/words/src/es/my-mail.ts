import type { myMail as english } from '../en/my-mail.ts';
import type { InOtherWords } from '../speech.ts';

export const myMail: InOtherWords<typeof english> = {
  link: 'Qué correo recibes',
  title: 'Qué correo recibes',
  lead: 'Todas las organizaciones que pueden escribirte, y sobre qué. Lo que dejes aquí termina al momento, también lo que estaba a punto de salir, y nadie se entera.',
  everything: {
    title: 'Todo, de cualquiera',
    on: 'No hay nada que hayas dejado de recibir de todas las organizaciones a la vez.',
    off: 'Has dejado de recibir todo, de todas las organizaciones. Solo llega lo que se envía siempre.',
    stop: 'No recibir nada de nadie',
    resume: 'Recibirlo de nuevo, como se indica abajo',
  },
  none: 'Ninguna organización tiene todavía nada que escribirte.',
  all: (organization: string) => `Todo lo de ${organization}`,
  topics: {
    introductions: 'Presentaciones',
    'follow-ups': 'Cómo van las presentaciones',
    events: 'Eventos: invitaciones, obras y cambios',
    reminders: 'Recordatorios de los eventos a los que vas',
    announcements: 'Anuncios y agradecimientos de quien organiza',
    mornings: 'Preguntas a la mañana siguiente',
    circles: 'Círculos',
    digests: 'Novedades de las sugerencias, para anfitriones',
  },
  on: 'Llega',
  off: 'No llega',
  offWith: (wider: string) => `No llega, por «${wider}»`,
  stop: 'No recibir',
  resume: 'Recibir',
  stopOne: (topic: string, organization: string) => `No recibir: ${topic}, de ${organization}`,
  resumeOne: (topic: string, organization: string) => `Recibir de nuevo: ${topic}, de ${organization}`,
  always: {
    title: 'Lo que se envía siempre',
    lead: 'Las respuestas a lo que haces tú no se pueden dejar aquí:',
    list: [
      'el enlace y el código para entrar',
      'qué pasó con tu inscripción, con tu lugar en la lista o con una plaza que se te ofrece',
      'que se cancela un evento en el que tienes plaza',
      'lo que toca a tu parte en un panel, una vez que has dicho que sí',
      'que alguien te ha añadido a su equipo',
    ],
  },
};
