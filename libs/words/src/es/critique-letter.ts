import type {
  critiqueLetterPage as pageEnglish,
  critiqueLettersApp as appEnglish,
  letterFile as fileEnglish,
} from '../en/critique-letter.ts';
import type { InOtherWords } from '../speech.ts';

const letter = {
  question: 'Preguntaste',
  parts: {
    meaning: 'Lo que quedó',
    answer: 'Una respuesta a tu pregunta',
    neutralQuestion: 'Una pregunta para ti',
    opinion: 'Una opinión, como permitiste',
    marks: 'En la obra',
  },
  from: (name: string) => `De ${name}`,
  critic: 'Crítico/a',
  left: 'Alguien que se fue',
  leftWords: 'Esta persona dejó Acquaint, y lo que escribió se fue con ella.',
  order: 'Las críticas están en el orden en que salió el sorteo. Ese orden no dice nada de ellas.',
  facilitator: 'Los anfitriones de esta velada también pueden leerla.',
  nobodyElse: 'Nadie más puede leerla.',
};

export const letterFile: InOtherWords<typeof fileEnglish> = {
  ...letter,
  title: (work: string) => `Comentarios sobre «${work}»`,
  subject: 'Una carta de crítica',
  heard: (day: string, event: string) => `Escuchada el ${day} en ${event}`,
  page: (page: number, pages: number) => `${String(page)} de ${String(pages)}`,
  none: 'Esta vez nadie escribió nada.',
  missingCharacters:
    'Los caracteres que esta página no puede imprimir aparecen como su número Unicode entre corchetes. La carta como texto los tiene tal cual.',
  missingCharacter: (code: number) => `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`,
  fileName: 'carta',
};

export const critiqueLetterPage: InOtherWords<typeof pageEnglish> = {
  ...letter,
  title: 'Tu carta',
  loading: 'Abriendo tu carta…',
  failed: 'Tu carta no ha llegado.',
  again: 'Intentar de nuevo',
  waiting: {
    title: 'Tu carta todavía no está aquí',
    text: 'Llega cuando termina la sesión, esa misma noche. Te avisamos por correo.',
    written: 'Llega cuando acaba el tiempo que todos tienen para escribir. Te avisamos por correo.',
  },
  notHeard: {
    title: 'Tu obra no se escuchó esta vez',
    text: 'Por eso no hay carta. En la próxima sesión va primero quien más ha esperado, y esto cuenta para ti.',
    credits: 'Si traerla costó créditos, ya los tienes de vuelta.',
  },
  missed: {
    title: 'Tu obra no se escuchó esta vez',
    text: 'No estabas cuando llegó su momento, así que no hay carta. No conserva el turno, y los créditos que costó no vuelven. Puedes traerla a otra sesión.',
  },
  noWork: {
    title: 'No hay carta para ti',
    text: 'No trajiste ninguna obra a esta sesión. Trae una la próxima vez y oye qué les queda a los demás.',
  },
  none: {
    title: 'Nadie escribió nada',
    text: 'Tu obra se escuchó, pero nadie dejó palabras sobre ella. Lo sentimos; pregunta a quienes conociste qué les quedó.',
  },
  heard: (day: string, event: string) => `«${event}», ${day}`,
  listen: 'Escucharla otra vez',
  thank: (name: string) => `Dar las gracias a ${name}`,
  thankCritic: 'Dar las gracias por esta crítica',
  thanked: (name: string) => `Diste las gracias a ${name}.`,
  thankedCritic: 'Diste las gracias por esta crítica.',
  undo: 'Deshacer',
  thankFailed: 'Tus gracias no han llegado. Inténtalo de nuevo.',
  save: {
    title: 'Guardar la carta',
    pdf: 'Guardar como PDF',
    text: 'Guardar como texto',
  },
  file: {
    title: 'Tu archivo',
    until: (day: string) => `se borra el ${day} si no lo conservas.`,
    kept: 'se queda hasta que lo sueltes.',
    gone: 'borrado.',
    keep: 'Conservar el archivo',
    drop: 'Dejar que se borre a los 30 días',
    failed: 'Eso no ha llegado. Inténtalo de nuevo.',
  },
  versions: {
    title: 'Versiones de esta obra',
    this: 'esta carta',
    open: (title: string, day: string) => `${title}, escuchada el ${day}`,
    unheard: (title: string) => `${title}, sin escuchar todavía`,
    earlier: (day: string) => `Estás leyendo la carta del ${day}.`,
    back: 'Volver a la carta de esta sesión',
  },
  thanks: {
    title: 'Gracias',
    one: (author: string, work: string) => `${author} te dio las gracias por tu crítica de «${work}».`,
    left: (work: string) => `Te dieron las gracias por tu crítica de «${work}».`,
  },
};

export const critiqueLettersApp: InOtherWords<typeof appEnglish> = {
  title: 'Cartas',
  lead: 'Lo que escribieron los críticos, tal como lo leen los autores. Unos y otros saben que puedes leerlo.',
  waiting: 'Las cartas llegan cuando la sesión ha terminado y los comentarios se han entregado.',
  none: 'En esta sesión no se escuchó ninguna obra.',
  private: 'Los comentarios de esta sesión son solo para quienes trajeron las obras.',
  by: (title: string, author: string) => `${title}, de ${author}`,
  left: 'alguien que se fue',
  question: 'Pregunta',
  from: (name: string) => `De ${name}`,
  leftWords: letter.leftWords,
  someone: letter.left,
  order: letter.order,
  parts: letter.parts,
  list: 'Obras',
  nobody: 'Nadie escribió nada.',
};
