import { wordList } from '../en/reasons.ts';
import type { tablesApp as english } from '../en/tables-app.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

const people = (count: number): string => counted(count, 'persona', 'personas');
const whoCame = (count: number): string => `${people(count)} que ${count === 1 ? 'ha' : 'han'} llegado`;
const allGoing = (count: number): string =>
  count === 1 ? 'la única persona que viene' : `las ${number.format(count)} personas que vienen`;
const needed = (count: number): string =>
  count === 1 ? 'Hace falta al menos 1 persona' : `Hacen falta al menos ${number.format(count)} personas`;

export const tablesApp: InOtherWords<typeof english> = {
  tab: 'Mesas',
  title: 'Mesas pequeñas',
  noTables: 'Esta velada no tiene mesas pequeñas',
  noTablesText:
    'Elige «Mixer, mesas pequeñas» al editar el evento; después sorteas aquí quién se sienta con quién.',
  edit: 'Editar el evento',
  lead: 'Cada persona se sienta con otras a las que aún no conoce y con las que comparte un tema. Todas leen su mesa en el teléfono.',
  lost: 'Se perdió la conexión. Lo intentamos de nuevo sin que hagas nada; lo que ves puede estar un poco anticuado.',
  settings: {
    title: 'Cómo os sentáis',
    rounds: 'Rondas',
    seats: 'Personas por mesa',
    seatsHelp: 'Como máximo. Una mesa de tres pasa a ser de cuatro antes que dejar solas a dos personas.',
    minutes: 'Minutos por ronda',
    minutesHelp: '40 o más: una conversación más corta se queda en un discurso de venta.',
    minutesFault: 'Entre 40 y 180 minutos.',
    employersApart: 'Separar, cuando se pueda, a quienes trabajan en la misma empresa',
    employersHelp: 'En la medida en que una lista de asistentes importada diga dónde trabajan.',
    save: 'Guardar',
    saved: 'Los ajustes están guardados.',
    drawn:
      'Las rondas y las personas por mesa se quedan como están mientras haya mesas sorteadas. Para cambiar esto, vacía las mesas.',
    open: 'Cambiar los minutos',
  },
  draw: {
    title: 'Sortear las mesas',
    here: (count: number) => `Sortear mesas para ${whoCame(count)}`,
    going: (count: number) => `Sortear mesas para ${allGoing(count)}`,
    few: (fewest: number) =>
      `${needed(fewest)}. Registra las llegadas en la puerta o sortea para todas las personas que vienen.`,
    fewGoing: (fewest: number) => `${needed(fewest)} que ${fewest === 1 ? 'venga' : 'vengan'}.`,
    many: (most: number) => `Las mesas se sortean para ${people(most)} como mucho.`,
    early:
      'Puedes sortear antes de que se abran las puertas. Quien llegue sin mesa recibe una entonces, y nadie cambia de sitio.',
    drawing: 'Buscando quién se sienta con quién…',
    again: 'Sortear otra vez',
    drawn: (tables: number) =>
      tables === 1 ? 'Se ha sorteado 1 mesa.' : `Se han sorteado ${number.format(tables)} mesas.`,
    drawnAgain: 'Las mesas se han vuelto a sortear.',
    willDraw: 'Las mesas se van a volver a sortear. Lo que moviste a mano se olvida.',
    clear: 'Vaciar las mesas',
    willClear: 'Las mesas se van a vaciar. Los teléfonos dirán que no hay ninguna sorteada.',
    againHere: (count: number) => `Para ${whoCame(count)}`,
    againGoing: (count: number) => `Para ${allGoing(count)}`,
  },
  state: {
    seated: 'Sorteadas, sin empezar',
    running: (round: number, rounds: number) => `Ronda ${String(round)} de ${String(rounds)}`,
    ended: 'Las rondas han terminado',
  },
  acts: {
    start: 'Empezar la ronda 1',
    next: (round: number) => `Empezar la ronda ${String(round)}`,
    end: 'Terminar la última ronda',
    started: (round: number) => `La ronda ${String(round)} ha empezado.`,
    ended: 'Las rondas han terminado.',
    undo: 'Deshacer',
    back: 'Volver un paso atrás',
    justDone: 'Lo que acaba de pasar',
  },
  clock: {
    left: 'restantes',
    over: (minutes: number) => `El tiempo se acabó hace ${counted(minutes, 'minuto', 'minutos')}`,
    justOver: 'Se acabó el tiempo',
    label: 'Tiempo que queda en esta ronda',
  },
  screen: 'Pantalla para la sala',
  cards: 'Imprimir tarjetas de mesa',
  badges: 'Imprimir acreditaciones',
  rounds: 'Rondas',
  round: (round: number) => `Ronda ${String(round)}`,
  told: {
    title: 'Qué tal ha salido',
    noRepeats: 'Nadie coincide dos veces con la misma persona.',
    repeats: (count: number) => `${counted(count, 'pareja coincide', 'parejas coinciden')} por segunda vez.`,
    repeatsMust: (tables: number, seats: number) =>
      `Con ${counted(tables, 'mesa', 'mesas')} de hasta ${people(seats)} no puede ser de otra manera: no hay mesas suficientes para repartirse.`,
    repeatsMustRounds: (rounds: number) =>
      `En ${counted(rounds, 'ronda', 'rondas')} hay más sitios que ocupar que personas nuevas que conocer.`,
    repeatsMay: 'No se ha encontrado un reparto mejor. Sortea otra vez o haz una ronda menos.',
    noKnown: 'Nadie se sienta con alguien a quien dijo que conoce.',
    known: (count: number) =>
      `${counted(count, 'pareja que se conoce comparte', 'parejas que se conocen comparten')} mesa.`,
    employers: (count: number) =>
      `${counted(count, 'pareja de la misma empresa comparte', 'parejas de la misma empresa comparten')} mesa.`,
    noEmployers: 'Las personas que, según consta, trabajan en la misma empresa se sientan separadas.',
    many: 'Son más que las mesas entre las que repartirse, o algo pesó más. Mueve a alguien a mano si quieres.',
    topics: 'Todas las mesas tienen un tema con el que empezar.',
    noTopic: (count: number) => `${counted(count, 'mesa no tiene', 'mesas no tienen')} ningún tema en común.`,
    noTopicWhy:
      'Quienes se sientan ahí dijeron poco de lo que hacen, o cosas distintas. Una pregunta tuya ayuda.',
    stages: 'Que se sepa, en ninguna mesa hay solo una etapa profesional.',
    oneStage: (count: number) =>
      count === 1
        ? 'En 1 mesa hay solo una etapa profesional.'
        : `En ${number.format(count)} mesas hay solo una etapa profesional en cada una.`,
    oneStageWhy: 'De quienes dijeron su etapa, demasiadas personas están en la misma.',
  },
  table: (table: number) => `Mesa ${String(table)}`,
  topic: (topic: string) => `Para empezar: ${topic}`,
  noTopic: 'Ningún tema en común',
  empty: 'Ahora no se sienta nadie aquí.',
  marks: {
    late: 'llegó tarde',
    host: 'mesa cambiada por ti',
    left: 'se ha ido',
    notHere: 'no ha llegado todavía',
    hidden: 'su nombre no sale en la pantalla',
  },
  person: {
    menu: (name: string) => `${name}: cambiar de mesa o marcar que se ha ido`,
    moveTo: (table: number) => `Pasar a la mesa ${String(table)}`,
    newTable: (table: number) => `Pasar a la mesa ${String(table)} (nueva)`,
    leave: 'Se ha ido',
    comeBack: 'Ha vuelto',
    full: 'completa',
    moved: (name: string, table: number) => `${name} se sienta ahora en la mesa ${String(table)}.`,
    left: (name: string) => `${name} se ha ido. Nadie más cambia de mesa.`,
    back: (name: string) => `${name} ha vuelto.`,
    seated: (name: string, tables: readonly number[]) =>
      tables.length === 0
        ? `${name} tiene mesa.`
        : `${name} se sienta en ${tables.length === 1 ? 'la mesa' : 'las mesas'} ${wordList(tables.map(String))}. Nadie más cambia de mesa.`,
    drag: 'Arrastra un nombre a otra mesa o usa su menú.',
  },
  unseated: {
    title: 'Aquí, sin mesa',
    none: 'Todas las personas que han llegado tienen mesa.',
    seat: 'Encontrar mesa',
    seatName: (name: string) => `Encontrar mesa para ${name}`,
    search: 'Buscar un nombre',
    others: (count: number) =>
      `${counted(count, 'persona más que viene no ha', 'personas más que vienen no han')} llegado todavía`,
    othersHelp: 'Si quieres, encuentra mesa para alguien antes de que llegue.',
  },
  list: {
    missing: (count: number) => `${people(count)} con mesa no ${count === 1 ? 'ha' : 'han'} llegado todavía.`,
  },
  keys: {
    next: 'Empezar la ronda siguiente',
    draw: 'Sortear las mesas otra vez',
    rounds: 'Mostrar la ronda anterior o la siguiente',
  },
  map: {
    title: (event: string) => `Mesas: ${event}`,
    waiting: 'Las mesas se sortean en un momento',
    over: 'Las rondas han terminado',
    overText: 'Quedaos a hablar todo lo que queráis.',
    find: 'Encuentra tu mesa',
    phone: '¿No sales en la lista? Tu teléfono te dice tu mesa: el enlace está en tu correo.',
    more: (count: number) => `y ${number.format(count)} más`,
    only: (count: number) => people(count),
    next: (round: number) => `A continuación: ronda ${String(round)}`,
    timeIsUp: 'Se acabó el tiempo',
  },
};
