import type { myIntroductions as english } from '../en/my-introductions.ts';
import type { InOtherWords } from '../speech.ts';

export const myIntroductions: InOtherWords<typeof english> = {
  steps: {
    mail: 'Un correo breve',
    call: 'Una llamada de 15 minutos',
    hello: 'Un saludo en el próximo evento',
    coffee: 'Un café',
  },

  answer: {
    withYes: 'Tu contacto y un primer paso',
    step: '¿Qué harías primero?',
    stepHint: 'Proponemos el menor de los dos pasos elegidos.',
    first: (step: string) => `Primer paso: ${step.toLowerCase()}, o el menor que elija la otra persona.`,
    change: 'Cambiar esto',
    save: 'Guardar',
    why: 'Dinos por qué, si quieres',
    reason: 'Tu motivo',
    reasonHint: 'Solo para nosotros: nunca se muestra a nadie y nada se aprende de él.',
    reasonTooLong: 'Usa como máximo 500 caracteres.',
    keepReason: 'Guardar el motivo',
    reasonKept: 'Tu motivo queda guardado, solo para nosotros.',
    quiet: 'Otra cosa',
    never: 'No presentarme nunca a esta persona',
    neverDone: 'Nunca te presentaremos a esta persona.',
    again: 'Deshacer esto',
    pause: 'Pausar todas las presentaciones tres meses',
    stop: (organization: string) => `Dejar las presentaciones de ${organization}`,
    pausedTitle: 'Las presentaciones están en pausa',
    paused: (day: string) =>
      `Nadie te preguntará por presentaciones antes del ${day}, organice quien organice.`,
    stoppedTitle: 'Has dejado las presentaciones',
    stopped: (organization: string) => `${organization} ya no te preguntará por presentaciones.`,
    resume: 'Reanudar las presentaciones',
    optedOutTitle: 'No participas en las presentaciones',
    optedOut: (organization: string) =>
      `Así se lo dijiste a ${organization}, y allí no se te presenta a nadie.`,
    optInFirst: (moment: string) =>
      `Todavía puedes responder a esta pregunta, cuando vuelvas a participar. Plazo: ${moment}.`,
    resumeFirst: (moment: string) =>
      `Todavía puedes responder a esta pregunta, cuando las reanudes. Plazo: ${moment}.`,
  },

  page: {
    title: 'Tus presentaciones',
    none: 'Nadie todavía. Después de una velada, sus anfitriones pueden sugerir a alguien que encaje contigo; primero te preguntamos, y solo os presentamos si conviene a ambas partes.',
    evenings: 'Tus veladas',
    asks: 'Preguntas para ti',
    about: (event: string, organization: string) => `Sobre alguien de «${event}» (${organization}).`,
    until: (moment: string) => `Puedes responder hasta: ${moment}.`,
    yours: { yes: 'Has dicho que sí.', no: 'Has dicho que esta vez no.', none: '' },
    answer: 'Responder',
    seeAnswer: 'Ver tu respuesta',
    people: 'Personas a las que te hemos presentado',
    somebody: 'Alguien que se fue',
    met: (event: string, day: string) => `Después de «${event}», el ${day}`,
    reach: 'Su contacto',
    noContact: 'Ya no comparte ninguna forma de contacto.',
    sharing: 'Tu contacto',
    notSharing: 'Has retirado tu contacto.',
    firstStep: 'Primer paso',
    notAsked: 'Ya no preguntamos cómo va.',
    bothGlad: 'La alegría de conoceros es mutua.',
    bothWorking: 'Ya colaboráis.',
    glad: 'Te alegras de este encuentro. Solo lo decimos si a la otra persona le pasa lo mismo.',
    circled:
      'Deseas un grupo pequeño con esta persona. Los anfitriones solo lo sabrán si ella desea lo mismo.',
    more: (name: string) => `Más sobre ${name}`,
    moreHint: 'Nada de esto se le cuenta a nadie.',
  },

  swapped: {
    title: 'Contactos que has intercambiado',
    hint: 'Las dos partes dijeron que sí. Nadie más lo ve, tampoco los anfitriones de la velada.',
    met: (event: string, organization: string, day: string) => `En «${event}» (${organization}), el ${day}`,
  },

  next: {
    youWrite: 'Te toca escribir primero.',
    theyWrite: (name: string) => `${name} escribe primero. Si pasa una semana, escribe tú.`,
    talked: 'A continuación: quedar una vez, para un café o en el próximo evento.',
    met: 'A continuación: encontrar algo pequeño que hacer en común.',
    together: 'Has dicho que colaboráis.',
  },

  acts: {
    talked: 'Hemos hablado',
    met: 'Nos hemos visto',
    'working-together': 'Colaboramos',
    glad: 'Me alegro de este encuentro',
    later: 'Preguntarme más tarde',
    stop: 'No preguntarme más',
    circle: 'Desear un grupo pequeño con esta persona',
    withdraw: 'Retirar mi contacto para siempre',
    block: 'No volver a presentarnos',
    unblock: 'Deshacer esto',
  },
  done: (label: string) => `✓ ${label}`,
  marks: '¿Hasta dónde ha llegado el contacto?',
  marksHint: 'Solo lo ves tú. Que colaboráis se dice a ambas partes cuando ambas lo hayan dicho.',

  saved: {
    talked: (name: string) => `Guardado: has hablado con ${name}.`,
    met: (name: string) => `Guardado: te has visto con ${name}.`,
    'working-together': (name: string) => `Guardado: colaboras con ${name}.`,
    unmark: (name: string) => `Deshecho: con ${name} todo queda como antes.`,
    glad: (name: string) => `Guardado: te alegras de conocer a ${name}.`,
    unglad: (name: string) => `Deshecho: ya no dices que te alegras de conocer a ${name}.`,
    later: (name: string) => `Te preguntaremos por ${name} más tarde.`,
    stop: (name: string) => `Ya no te preguntaremos por ${name}.`,
    circle: (name: string) => `Guardado: tu deseo de un grupo pequeño con ${name}.`,
    uncircle: (name: string) => `Deshecho: tu deseo de un grupo pequeño con ${name}.`,
    withdraw: (name: string) => `${name} ya no ve aquí tu contacto.`,
    block: () => 'No volveremos a presentarte a esta persona. No se le cuenta a nadie.',
    unblock: () => 'Deshecho. Lo que había terminado sigue terminado.',
    pause: () => 'Las presentaciones están en pausa.',
    resume: () => 'Puede volver a haber presentaciones.',
    wanted: () => 'Guardado. Cuenta a partir de la próxima velada.',
  },
  undo: 'Deshacer',

  confirm: {
    title: (name: string) => `Tú y ${name}`,
    lead: 'Un toque lo guarda. Nadie más lo ve; solo si ambas partes dicen que colaboran o que se alegran, ambas lo saben.',
  },

  followUp: {
    title: '¿Qué tal fue?',
    lead: (organization: string) =>
      `Las personas a las que te presentó ${organization}. Basta un toque, y nadie más lo ve.`,
    none: 'Aquí ya no hay nadie por quien preguntarte.',
    all: 'Ver todas tus presentaciones',
  },

  wants: {
    title: 'Cuántas y cuándo',
    most: 'Cuántas presentaciones',
    mostAsked: 'Después de tu próxima velada, como máximo',
    choices: ['Ninguna', 'Una', 'Dos', 'Tres'],
    save: 'Guardar',
    pause: 'Pausar todas las presentaciones',
    until: 'Hasta',
    pauseHint: 'Nadie te preguntará antes de ese día, organice quien organice.',
    pauseButton: 'Pausar',
    pauseFault: 'Elige un día a partir de mañana y, como máximo, dentro de dos años.',
    wantedFault: 'Elige un número entre cero y tres.',
    paused: (day: string) => `Las presentaciones están en pausa hasta el ${day}.`,
    resume: 'Reanudar las presentaciones',
  },

  apart: {
    title: 'Personas a las que no quieres conocer',
    hint: 'Nunca os presentamos. No se le cuenta a nadie.',
    unnamed: (event: string) => `Alguien de «${event}»`,
    back: 'Deshacer esto',
  },
};
