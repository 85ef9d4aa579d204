import type { circleActivity as activityEnglish, circlesApp as english } from '../en/circles-app.ts';
import type { InOtherWords } from '../speech.ts';

const number = new Intl.NumberFormat('es-ES');
const listed = new Intl.ListFormat('es-ES', { type: 'conjunction' });

export const circlesApp: InOtherWords<typeof english> = {
  title: 'Círculos',
  lead: 'Un círculo son de 4 a 8 personas de esta velada que se reúnen una vez al mes por su cuenta. Se pregunta a cada una por separado, y empieza cuando cuatro dicen que sí.',
  none: 'Todavía no hay ningún círculo',
  noneText: 'Elige a personas que se harían bien unas a otras, di de qué trata y propón algunas tardes.',
  tooFew: 'No hay suficientes personas para un círculo',
  tooFewText: 'Tienen que haber venido y dicho que sí a las presentaciones al menos cuatro personas.',
  start: 'Empezar un círculo',
  wishes: 'Deseados',
  wish: (a: string, b: string) => `A ${a} y a ${b} les gustaría un grupo pequeño.`,
  fromWish: 'Empezar con estas personas',
  fromWishFor: (a: string, b: string) => `Empezar con estas personas: ${a} y ${b}`,
  all: 'Círculos de esta velada',
  standings: {
    planned: 'Previsto',
    asked: 'Preguntando',
    open: 'Abierto',
    withdrawn: 'Retirado',
    'did not happen': 'No salió adelante',
    ended: 'Terminado',
  },
  leaves: (when: string) => `Las preguntas salen: ${when}.`,
  asked: 'Se está preguntando a cada persona por separado. Sabrás si empieza o si no salió adelante.',
  members: (members: number) =>
    members === 1 ? 'Forma parte 1 persona.' : `Forman parte ${number.format(members)} personas.`,
  meets: (when: string) => `Próxima fecha: ${when}.`,
  noDate: 'Sus miembros están eligiendo una fecha.',
  didNotHappen: 'Por motivos como el tiempo. A nadie se le dice por qué, tampoco a ti.',
  chosen: (names: readonly string[]) => listed.format(names),
  place: (place: string) => `Dónde: ${place}`,
  takeBack: 'Retirar',
  takeBackFor: (name: string) => `Retirar ${name}`,
  willTakeBack: (name: string) => `${name} se va a retirar. No se pregunta a nadie.`,
  end: 'Terminarlo',
  endFor: (name: string) => `Terminarlo: ${name}`,
  willEnd: (name: string) =>
    `${name} se va a terminar. Se avisa a sus miembros, que conservan los contactos de los demás.`,
  notDone: (why: string) => `Eso no se ha hecho. ${why}`,
  form: {
    title: 'Un círculo nuevo',
    name: 'De qué trata',
    nameHelp: 'Se lee en la pregunta; por ejemplo, «Grabar sonidos en la ciudad».',
    nameNeeded: 'Di de qué trata, por favor.',
    people: 'A quién se pregunta',
    peopleHelp: 'Elige de 4 a 8 personas, primero las más importantes. Ninguna lee a quién más se pregunta.',
    find: 'Buscar a alguien por nombre u oficio',
    nobody: 'Nadie con ese nombre quiere presentaciones.',
    more: (count: number) => `Y ${number.format(count)} más: escribe un nombre para encontrar a alguien.`,
    count: (count: number) =>
      count === 1 ? '1 de 8 en la lista' : `${number.format(count)} de 8 en la lista`,
    needed: (count: number) => (count === 1 ? 'Falta 1 más' : `Faltan ${number.format(count)} más`),
    full: 'Ocho son el máximo.',
    chosen: 'Quiénes has elegido, por este orden',
    remove: (name: string) => `Quitar a ${name}`,
    where: 'Dónde podrían reunirse',
    whereHelp: 'Puede quedar vacío. Lo leen junto con la fecha.',
    dates: 'Tardes entre las que elegir',
    datesHelp: (zone: string) =>
      `De 3 a 5, entre dentro de tres semanas y dentro de tres meses, hora de ${zone}. Sus miembros marcan las que les vienen bien.`,
    date: (at: number) => `Tarde ${number.format(at)}`,
    addDate: 'Añadir una tarde',
    removeDate: (at: number) => `Quitar la tarde ${number.format(at)}`,
    save: (people: number) => `Preguntar a ${number.format(people)} personas`,
    choose: 'Elige al menos a cuatro personas',
    note: 'Las preguntas salen el próximo día laborable a las 10:00. Hasta entonces puedes retirar el círculo.',
    leave: 'Dejarlo',
    started: (name: string) => `${name} está previsto.`,
  },
  keys: { start: 'Empezar un círculo' },
};

export const circleActivity: InOtherWords<typeof activityEnglish> = {
  'circle.planned': 'planeó un círculo',
  'circle.withdrawn': 'retiró un círculo',
  'circle.asked': 'preguntó a personas por un círculo',
  'circle.opened': 'abrió un círculo',
  'circle.ended': 'terminó un círculo',
};
