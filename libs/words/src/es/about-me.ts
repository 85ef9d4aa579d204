import type { aboutMe as english } from '../en/about-me.ts';
import type { InOtherWords } from '../speech.ts';

export const aboutMe: InOtherWords<typeof english> = {
  summary: '¿Te gustaría que después te presentemos a alguien?',
  lead: 'Después de la velada, los anfitriones pueden sugerir una o dos personas que encajen con lo que buscas. Se pregunta a cada parte por separado, por correo. Solo si ambas dicen que sí, cada una recibe el nombre y el contacto de la otra; un no se queda con nosotros.',
  question: '¿Pueden los anfitriones sugerirte presentaciones?',
  yes: 'Sí, preguntadme',
  no: 'No, gracias',
  five: 'Cinco preguntas, un minuto',
  fiveLead:
    'Si dices que sí, los anfitriones leen tus respuestas para encontrar una pareja, y la persona a la que quizá conozcas lee la parte que le interesa. Deja en blanco lo que quieras.',
  crafts: 'A qué te dedicas',
  craftsHint: 'Hasta tres cosas, separadas por comas: mezcla, foley',
  workingOn: 'En qué estás trabajando',
  workingOnHint: 'Una línea, 140 caracteres como máximo.',
  lookingFor: 'Qué buscas',
  lookingForHint: 'Hasta tres cosas, separadas por comas: alguien que masterice, opiniones sobre mezclas',
  canHelpWith: 'En qué puedes ayudar',
  canHelpWithHint: 'Hasta tres cosas, separadas por comas: acústica de salas, contactos para sincronización',
  known: 'A quién conoces ya aquí',
  knownHint:
    'Un nombre o una dirección en cada línea, hasta 20. No te presentaremos a esas personas. Los anfitriones pueden ver que os conocéis, y nadie más.',
  knownFault: {
    tooMany: 'Hasta 20, por favor, cada nombre en su línea.',
    tooLong: 'Como máximo 200 caracteres por línea.',
  },
  more: 'Cuántas y cómo',
  maxIntroductions: '¿Cuántas presentaciones después de una velada, como máximo?',
  most: { 0: 'Ninguna', 1: 'Una', 2: 'Dos', 3: 'Tres' },
  preferredStep: 'El paso más pequeño que te apetece dar',
  preferredStepHint: 'De lo que elegís cada parte, se propone el paso más pequeño.',
  step: {
    mail: 'Un correo',
    call: 'Una llamada de 15 minutos',
    hello: 'Saludarse en el próximo evento',
    coffee: 'Un café',
  },
  stage: 'Cuánto tiempo llevas en esto',
  stageNone: 'Prefiero no decirlo',
  stages: {
    'starting out': 'Estoy empezando',
    working: 'Es mi trabajo',
    established: 'Desde hace muchos años',
  },
  city: 'Tu ciudad',
  namedInAsks: 'Podéis decir mi nombre cuando preguntéis a alguien por mí',
  visible: 'Qué ven los demás en esta velada',
  nameVisible: 'Los demás en esta velada pueden ver mi nombre',
  profileVisible: 'Las demás personas que vinieron pueden ver a qué me dedico',
  profileVisibleHint:
    'A qué te dedicas, con las palabras de arriba, si la primera casilla también está marcada.',
  confirm: {
    said: 'Lo que dices de ti',
    known: (count: number) =>
      count === 1 ? 'Nombras a una persona que ya conoces.' : `Nombras a ${count} personas que ya conoces.`,
    profileVisible: 'Dejas que las demás personas que vinieron vean a qué te dedicas.',
  },
  mine: {
    title: 'Sobre ti, para las presentaciones',
    lead: 'Vale para esta velada y aparece ya escrito la próxima vez que pidas una plaza.',
    before: 'Esto es lo que dijiste en tu última velada. Si lo guardas, vale también para esta.',
    save: 'Guardar lo que digo',
  },
};
