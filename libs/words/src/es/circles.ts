import type { circleMails as mailsEnglish, circlePage as english } from '../en/circles.ts';
import type { InOtherWords } from '../speech.ts';

export const circleMails: InOtherWords<typeof mailsEnglish> = {
  ask: {
    subject: '¿Un grupo pequeño para ti?',
    lead: (title: string) => `Viniste a ${title} y aceptaste presentaciones.`,
    about: (name: string) =>
      `Los anfitriones piensan en ti para un grupo pequeño: ${name}. De 4 a 8 personas de aquella velada se reúnen una vez al mes, sin anfitrión.`,
    question: '¿Te gustaría formar parte de él?',
    yes: 'Sí, contad conmigo',
    no: 'Esta vez no',
    close: (day: string) =>
      `Solo volvemos a escribir si dicen que sí suficientes personas; a menudo no es así. Nadie sabe a quién se preguntó. Puedes responder hasta el ${day}.`,
  },
  opened: {
    subject: 'Tu círculo puede empezar',
    lead: (name: string, people: number) => `${name} empieza: ${people} personas dijeron que sí.`,
    reach: (name: string, crafts: string) => (crafts === '' ? name : `${name} (${crafts})`),
    question: (day: string) =>
      `¿Qué fechas de las propuestas te vienen bien? Márcalas hasta el ${day}, por favor.`,
    action: 'Marcar las fechas que me vienen bien',
  },
  meeting: {
    subject: { first: 'Tu círculo tiene fecha', next: 'La próxima fecha de tu círculo' },
    lead: (name: string, moment: string) => `${name} se reúne el ${moment}.`,
    where: 'Dónde',
    rhythm: 'Se repite cada mes a la misma hora, salvo que acordéis otra cosa.',
    action: 'Ver el círculo y su entrada de calendario',
  },
  useful: {
    subject: '¿Te sigue sirviendo tu círculo?',
    lead: (name: string) => `${name} se ha reunido tres veces.`,
    question: '¿Te sigue sirviendo?',
    yes: 'Sí, que siga',
    no: 'No, a mí no',
    close: (day: string) => `Sigue si al menos tres de vosotros decís que sí hasta el ${day}.`,
  },
  ended: {
    subject: 'Tu círculo ha terminado',
    lead: (name: string) =>
      `${name} ha terminado y no le ponemos más fechas. Tenéis los contactos de los demás, así que nada os impide seguir reuniéndoos.`,
  },
};

export const circlePage: InOtherWords<typeof english> = {
  title: 'Un grupo pequeño',
  question: '¿Te gustaría formar parte de él?',
  about: (event: string, organization: string) =>
    `Los anfitriones de «${event}» (${organization}) piensan en ti para un grupo pequeño de 4 a 8 personas de aquella velada. Se reúne una vez al mes, sin anfitrión.`,
  how: 'Si dicen que sí cuatro de las personas a las que se pregunta, empieza, y cada una sabe entonces quiénes son las demás. Hasta ese momento, a nadie se le dice a quién se preguntó. Solo volvemos a escribir si empieza; a menudo no es así.',
  contact: 'Cómo pueden contactarte los demás',
  contactHint:
    'Si lo dejas vacío, es la dirección a la que llegó nuestro correo. Solo la ven si el círculo empieza.',
  contactTooLong: 'Escribe 254 caracteres como máximo, en una sola línea, por favor.',
  choose: 'Pulsa uno de los dos botones, por favor.',
  yes: 'Sí, contad conmigo',
  no: 'Esta vez no',
  until: (moment: string) => `Puedes responder hasta el ${moment}.`,
  saidYesTitle: 'Gracias, es un sí',
  saidYes: 'Solo volvemos a escribir si el círculo empieza; a menudo no es así.',
  reach: (contact: string) => `Los demás te contactarían en ${contact}.`,
  reachByMail: 'Los demás te contactarían en la dirección a la que llegó nuestro correo.',
  takeBack: 'Al final, esta vez no',
  saidNoTitle: 'Gracias, es un no',
  saidNo: 'Nadie se entera, y no volvemos a preguntarte por este círculo.',
  overTitle: 'Aquí no hay nada que hacer',
  over: 'Esta pregunta está cerrada, o el círculo ha terminado para ti.',
  mates: 'Quién forma parte',
  poll: {
    title: '¿Qué fechas te vienen bien?',
    lead: (moment: string) =>
      `Marca todas las que te vengan bien. La que mejor venga a la mayoría se elige el ${moment}, o antes, en cuanto hayáis respondido todos.`,
    none: 'Si ninguna te viene bien, no marques ninguna; entonces deciden los demás.',
    save: 'Enviar mis fechas',
    saved: 'Tus fechas están guardadas. Puedes cambiarlas hasta entonces.',
  },
  meeting: {
    title: 'La próxima fecha',
    waiting: 'La fecha se está decidiendo. Escribimos en cuanto sea firme.',
    calendar: 'Añadirla a tu calendario',
    where: 'Dónde',
  },
  useful: {
    title: '¿Te sigue sirviendo?',
    lead: (moment: string) =>
      `El círculo sigue si al menos tres de vosotros decís que sí hasta el ${moment}.`,
    yes: 'Sí, que siga',
    no: 'No, a mí no',
    saidYes: 'Dijiste que sí. Puedes cambiarlo hasta entonces.',
    saidNo: 'Dijiste que no. Puedes cambiarlo hasta entonces.',
  },
  leave: {
    title: 'Dejar el círculo',
    lead: 'Los demás leen la lista sin ti, y ningún motivo.',
    action: 'Dejar el círculo',
  },
  mine: 'Tus círculos',
  seeMine: 'Ver tus círculos',
  lines: {
    question: (moment: string) => `¿Te gustaría formar parte de él? Puedes responder hasta el ${moment}.`,
    yes: 'Dijiste que sí. Escribimos si empieza.',
    dates: 'Marca las fechas que te vienen bien, por favor.',
    useful: 'Di, por favor, si te sigue sirviendo.',
    waiting: 'La fecha se está decidiendo.',
    meets: (moment: string) => `La próxima fecha: ${moment}.`,
  },
};
