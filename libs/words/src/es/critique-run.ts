import type {
  critiqueRunActivity as activityEnglish,
  critiqueRunApp as appEnglish,
} from '../en/critique-run.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

export const critiqueRunActivity: InOtherWords<typeof activityEnglish> = {
  'critique-session.started': 'empezó una sesión de crítica',
  'critique-session.unstarted': 'deshizo el comienzo de una sesión de crítica',
  'critique-session.ended': 'terminó una sesión de crítica',
  'critique-slot.started': 'empezó el turno de una obra',
  'critique-slot.paused': 'pausó el reloj de una obra',
  'critique-slot.resumed': 'dejó seguir el reloj de una obra',
  'critique-slot.extra-minute': 'dio un minuto más a una obra',
  'critique-slot.phase-skipped': 'saltó a la fase siguiente de una obra',
  'critique-slot.finished': 'dio por terminada una obra',
  'critique-slot.author-missing': 'espera a quien trae una obra',
  'critique-slot.author-here': 'vio llegar a quien trae una obra',
  'critique-slot.given-away': 'dio el turno de una obra a la siguiente de la lista de espera',
  'critique-slot.dropped': 'dejó pasar el turno de una obra, porque no vino quien la traía',
  'assignment.missed': 'marcó que falta alguien para una crítica',
  'assignment.here': 'vio llegar a alguien que faltaba para una crítica',
};

export const critiqueRunApp: InOtherWords<typeof appEnglish> = {
  title: (session: string) => `En marcha: ${session}`,
  untitled: 'Sesión de crítica',
  table: (table: number) => `Mesa ${number.format(table)}`,
  tables: 'Mesas',
  plan: 'Quién escucha a quién',
  room: 'Pantalla para la sala',
  connection: {
    live: 'Todas las pantallas muestran este momento',
    lost: 'Sin conexión. El reloj sigue; lo que pulses ahora no llega.',
  },
  notPlanned: 'Todavía no hay plan',
  notPlannedText: 'Planea primero quién escucha a quién y luego empieza aquí.',
  written: 'Esta sesión se escucha en casa',
  writtenText: 'Cada crítica se escribe por cuenta propia, así que no hay reloj que llevar.',
  ready: (works: number) => `Todo listo para empezar con ${counted(works, 'obra', 'obras')}`,
  readyText:
    'Desde ese momento, todos los teléfonos muestran la sesión. El reloj de cada obra empieza cuando tú lo digas.',
  startSession: 'Empezar la sesión',
  ended: 'La sesión ha terminado',
  endedText: 'Las cartas van de camino a quienes trajeron las obras.',
  now: 'Ahora',
  upFirst: 'La primera',
  nextUp: 'A continuación',
  nothingNext: 'Esta era la última obra de esta mesa.',
  allDone: 'Todas las obras de esta mesa se han escuchado.',
  by: (author: string) => `de ${author}`,
  nobody: 'Alguien que se fue',
  question: 'Pregunta',
  speaks: {
    author: 'Habla quien trae la obra',
    critics: 'Hablan quienes la critican',
    nobody: 'No habla nadie',
    everybody: 'Habla todo el mundo',
  },
  paused: 'En pausa',
  over: 'Se acabó el tiempo',
  overText: 'La última fase ha terminado. Sigue cuando la mesa esté lista.',
  remaining: 'Tiempo que queda en esta fase',
  phaseOf: (at: number, all: number) => `Fase ${number.format(at)} de ${number.format(all)}`,
  minutes: (seconds: number) => {
    const minutes = Math.floor(seconds / 60);
    const rest = seconds % 60;
    return minutes === 0 ? `${rest} s` : rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
  },
  extraMinute: 'con el minuto extra',
  acts: {
    region: 'Reloj de esta obra',
    start: 'Empezar',
    pause: 'Pausar',
    resume: 'Seguir',
    plus: '+ 1 minuto',
    plusUsed: '+ 1 usado',
    skip: 'Saltar fase',
    skipLast: 'Terminar fase',
    next: 'Obra siguiente',
    finish: 'Terminar obra',
    willSkip: 'Esta fase se va a saltar. Pulsa otra vez para hacerlo ya.',
    willEnd: (title: string) => `El turno de «${title}» va a terminar. Pulsa otra vez para hacerlo ya.`,
  },
  keys: {
    space: 'Espacio',
    run: 'Empezar, pausar, seguir',
    plus: 'Un minuto más',
    skip: 'Saltar a la fase siguiente',
    next: 'Obra siguiente',
    endKey: 'e',
    title: 'Teclas',
    criticKey: '↑ ↓ M',
    critic: 'En la lista de quienes critican: ir a una persona; marcar que no está, o que al final sí',
  },
  openLink: 'Abrir la obra en una pestaña nueva',
  author: {
    key: 'a',
    giveKey: 'g',
    missing: 'Falta quien trae la obra',
    awaited: 'falta quien la trae',
    waiting: (figures: string) => `Esperamos ${figures} a quien trae la obra.`,
    waitlist: (waiting: number) =>
      waiting === 0
        ? 'Después, esta obra se salta: no hay nadie en la lista de espera.'
        : 'Después, el turno pasa a la siguiente de la lista de espera.',
    forfeited: 'Quien traía la obra no ha venido.',
    here: 'Ya está aquí',
    cameAfterAll: (title: string) => `Ya está aquí quien trae la obra: ${title}`,
    giveAway: 'Dar el turno a la siguiente',
    passOver: 'Saltar esta obra',
  },
  critics: {
    title: 'Quién critica esta obra',
    key: 'm',
    lacks: (critics: number) =>
      critics === 1
        ? 'Falta 1 persona para la crítica.'
        : `Faltan ${number.format(critics)} personas para la crítica.`,
    nobodyLeft: 'No queda nadie que pueda sustituir.',
    left: (people: number) => `${counted(people, 'asistente podría', 'asistentes podrían')} sustituir.`,
    none: 'Nadie tiene asignada esta obra.',
    missing: 'No está',
    missingFor: (name: string) => `${name} no está`,
    here: 'Al final sí está',
    hereFor: (name: string) => `${name} al final sí está`,
    standby: 'sustituye',
    declined: 'dijo que no puede',
    missed: 'no está',
  },
  evening: 'La velada',
  states: {
    planned: 'pendiente',
    running: 'en curso',
    paused: 'en pausa',
    done: 'escuchada',
    skipped: 'saltada',
  },
  waitlist: (waiting: number) =>
    `${counted(waiting, 'obra espera', 'obras esperan')} a que quede un turno libre.`,
  end: 'Terminar la sesión',
  willEnd: 'La sesión va a terminar. Entonces salen sus cartas.',
  willEndEarly: (works: number) =>
    `La sesión va a terminar con ${counted(works, 'obra', 'obras')} sin escuchar. Entonces salen sus cartas.`,
  roomTitle: (session: string) => `Sala: ${session}`,
  roomWaiting: 'Empezamos enseguida',
  roomOver: 'Gracias. Las cartas van de camino.',
  roomNext: 'A continuación',
  roomAwaits: 'Esperamos a quien trae la obra',
  asks: (author: string) => `${author} pregunta`,
  theAuthorAsks: 'Pregunta quien trae la obra',
};
