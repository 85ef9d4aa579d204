import type { critiqueSessionsApp as english } from '../en/critique-sessions-app.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

const listed = new Intl.ListFormat('es-ES', { type: 'conjunction' });
const works = (count: number): string => counted(count, 'obra', 'obras');
const critiques = (count: number): string => counted(count, 'crítica', 'críticas');
const minutesLong = (count: number): string => counted(count, 'minuto', 'minutos');
const length = (seconds: number): string =>
  [
    ...(seconds >= 60 ? [`${number.format(Math.floor(seconds / 60))} min`] : []),
    ...(seconds % 60 > 0 || seconds === 0 ? [`${number.format(seconds % 60)} s`] : []),
  ].join(' ');

const formats = { live: 'Una sala', tables: 'Varias mesas', written: 'En casa, por escrito' };

export const critiqueSessionsApp: InOtherWords<typeof english> = {
  tab: 'Crítica',
  title: 'Sesiones de crítica',
  lead: 'Una velada en la que cada cual escucha las obras de otras personas: a cada obra la critican unas pocas, y quien trae una también critica.',
  untitled: 'Sesión de crítica',
  none: 'Todavía no hay ninguna sesión de crítica',
  noneText:
    'Añade una, y todas las personas con plaza podrán traer una obra. Tú decides cuándo se planifica quién escucha a quién.',
  add: 'Añadir una sesión',
  most: 'Un evento tiene como máximo 5 sesiones de crítica.',
  formats,
  states: {
    open: 'Se reciben obras',
    closed: 'Ya están todas las obras',
    planned: 'Planificada',
    running: 'En marcha',
    ended: 'Terminada',
    calledOff: 'Suspendida',
  },
  works: (count: number) => (count === 0 ? 'Todavía no hay obras' : works(count)),
  heard: (capacity: number) => `tiempo para ${number.format(capacity)}`,
  deadline: (when: string) => `Obras hasta el ${when}`,
  untilStart: 'Obras hasta que empiece la velada',
  settings: 'Ajustes',
  settingsOf: (title: string) => `Ajustes de ${title}`,
  remove: 'Quitar',
  removeName: (title: string) => `Quitar ${title}`,
  willRemove: (title: string) => `«${title}» se va a quitar.`,
  notDone: (why: string) => `Eso no se ha hecho. ${why}`,
  noRight: 'Las sesiones las preparan propietarios y editores',
  noRightText: 'Como anfitrión/a planificas quién escucha a quién y llevas la sesión.',
  keys: {
    add: 'Añadir una sesión',
    plan: 'Ir al botón que planifica',
    without: 'Ir a quienes no traen obra',
    people: 'Mostrar por obra o por persona',
    leave: 'Dejar como está a la persona elegida',
  },
  form: {
    new: 'Una nueva sesión de crítica',
    template: 'Qué se escucha',
    templates: {
      songwriting: {
        label: 'Círculo de canciones',
        help: 'Se tocan en la sala, cuatro minutos cada una.',
      },
      mix: { label: 'Escucha de mezclas', help: 'Se escuchan más rato, con más tiempo para opiniones.' },
      film: { label: 'Escenas de cine', help: 'Ocho minutos en la pantalla.' },
      written: {
        label: 'Crítica por escrito',
        help: 'No se reúne nadie: se escucha en casa y se escribe en un plazo de 72 horas.',
      },
    },
    name: 'Título',
    where: 'Dónde se escucha',
    live: 'En una sala',
    liveHelp: 'Todo el mundo escucha cada obra; quienes la critican hablan y escriben.',
    tables: 'En varias mesas',
    tablesHelp: 'Quienes traen obra se escuchan entre sí en su propia mesa.',
    tableCount: 'Mesas',
    slot: 'El tiempo de una obra',
    slotHelp: 'Las fases se suceden solas mientras corre el reloj.',
    fits: (slots: number, tables: number, minutes: number) =>
      `En ${minutesLong(minutes)} ${slots === 1 ? 'cabe' : 'caben'} ${counted(slots, 'turno', 'turnos')}${
        tables > 1 ? ` en cada una de las ${number.format(tables)} mesas: ${works(slots * tables)}` : ''
      }. Quedan 20 minutos para llegar y marcharse.`,
    slotLength: (seconds: number) => `${length(seconds)} para cada obra.`,
    lengthUnknown: 'Di cuánto dura cada fase.',
    bounds: {
      slot: 'Todas las fases juntas duran de 3 a 90 minutos.',
      phase: 'De 10 segundos a 90 minutos.',
      label: 'Di cómo se llama.',
      tables: (most: number) => `De 1 a ${counted(most, 'mesa', 'mesas')}.`,
      critics: (most: number) => `De 1 a ${critiques(most)}.`,
      deadlinePassed: 'Ese momento ha pasado, así que ya nadie podría traer una obra.',
      deadlineLate:
        'Eso es después de que empiece la velada: aún pueden llegar obras mientras se escuchan otras.',
    },
    mostPhases: (most: number) => `Un turno tiene como máximo ${counted(most, 'fase', 'fases')}.`,
    moved: (label: string, to: number, of: number) =>
      `«${label}» es ahora la fase ${number.format(to)} de ${number.format(of)}.`,
    phaseRemoved: (label: string) => `Se ha quitado «${label}».`,
    noSlot: (minutes: number) =>
      `En ${minutesLong(minutes)} no cabe ninguna obra. Acorta el turno o alarga la velada.`,
    phase: (at: number) => `Fase ${number.format(at)}`,
    label: 'Cómo se llama',
    minutes: 'Minutos',
    speaks: 'Quién habla',
    speakers: {
      author: 'Quien trae la obra',
      critics: 'Quienes la critican',
      nobody: 'Nadie',
      everybody: 'Todo el mundo',
    },
    up: (label: string) => `Subir ${label}`,
    down: (label: string) => `Bajar ${label}`,
    removePhase: (label: string) => `Quitar ${label}`,
    addPhase: 'Añadir una fase',
    newPhase: 'Otra fase',
    critics: 'Críticas por obra',
    criticsHelp: 'Quien trae una obra escucha otras tantas. Con menos de 7 autores/as son 2 como máximo.',
    deadline: 'Obras hasta',
    deadlineHelp: (zone: string) => `Hora de ${zone}. Vacío: hasta que empiece la velada.`,
    blind: 'Nombres',
    blindNone: 'Todo el mundo lee quién hizo qué',
    blindRound: 'Nadie lee nombres hasta que termine la sesión',
    blindHelp: 'Ni quienes critican leen quién hizo una obra, ni quien la hizo lee quién escribe sobre ella.',
    feedback: 'Quién lee las críticas',
    feedbackAuthor: 'Solo quien hizo la obra',
    feedbackBoth: 'Quien hizo la obra y los anfitriones',
    feedbackBothHelp: 'Se le dice a cada persona que escribe.',
    pairing: 'Quién escucha a quién',
    topics: 'Los temas cuentan',
    topicsHelp: 'Las obras van a personas que saben de sus temas, hasta donde sea justo para todo el mundo.',
    employers: 'Separar a personas de la misma empresa',
    employersHelp: 'En la medida en que una lista de asistentes dijera dónde trabajan.',
    rules: 'Reglas',
    rulesHelp: 'Todo el mundo las lee antes de traer una obra.',
    plannedNote:
      'El plan está hecho, así que solo se pueden cambiar el título, las reglas y los nombres de las fases. Retira el plan para cambiar más.',
    addButton: 'Añadir la sesión',
    save: 'Guardar',
    saved: 'Guardado.',
    added: (title: string) =>
      `Se ha añadido «${title}». Ahora todas las personas con plaza pueden traer una obra.`,
    cancel: 'Cancelar',
    begunNote:
      'La sesión ha empezado, así que solo se pueden cambiar el título, las reglas y los nombres de las fases.',
    conflict:
      'Entretanto, otra persona guardó estos ajustes. Sus cambios están ahora en el formulario, y también todo lo que escribiste.',
    conflictBoth: 'Lo siguiente lo cambiasteis tanto tú como esa persona; en el formulario está lo tuyo:',
    theirs: (field: string, value: string) => `${field}. La otra versión: ${value === '' ? 'vacía' : value}`,
    takeTheirs: 'Usar la otra versión',
    takeTheirsOf: (field: string) => `Usar la otra versión: ${field}`,
    saveMine: 'Guardarlo así',
    noDeadline: 'hasta que empiece la velada',
    yes: 'sí',
    no: 'no',
    fields: {
      title: 'Título',
      template: 'Qué se escucha',
      format: 'Dónde se escucha',
      phases: 'El tiempo de una obra',
      tables: 'Mesas',
      criticsPerWork: 'Críticas por obra',
      deadlineLocal: 'Obras hasta',
      blind: 'Nombres',
      feedbackTo: 'Quién lee las críticas',
      topicsMatter: 'Los temas cuentan',
      employersApart: 'Separar a personas de la misma empresa',
      rules: 'Reglas',
    },
  },
  plan: {
    back: 'Todas las sesiones',
    run: 'Llevar la sesión',
    ran: 'Ver cómo fue',
    room: 'Pantalla para la sala',
    letters: 'Leer las cartas',
    summary: (count: number, capacity: number | null) => {
      if (capacity === null || count <= capacity)
        return `Hay ${works(count)}. Se ${count === 1 ? 'escucha' : 'escuchan todas'}.`;
      const first =
        capacity === 1 ? 'escucha la primera' : `escuchan las ${number.format(capacity)} primeras`;
      return `Hay ${works(count)}. Se ${first}, y ${counted(count - capacity, 'espera', 'esperan')}.`;
    },
    planned: (count: number, critics: number) =>
      `${works(count)}, cada una con ${critiques(critics)}; quien trae una obra escucha ${number.format(critics)}.`,
    waiting: (count: number) => `${counted(count, 'obra espera', 'obras esperan')}.`,
    short: (count: number) =>
      count === 1
        ? 'A 1 obra le falta alguien para la crítica. Elige abajo a alguien para ella.'
        : `A ${number.format(count)} obras les falta alguien para la crítica. Elige abajo a alguien para ellas.`,
    seed: (seed: number) => `Por sorteo, número ${number.format(seed)}.`,
    due: (when: string) => `El plazo para las críticas termina el ${when}.`,
    ended: (count: number, others: number) =>
      `${count === 1 ? 'Se escuchó' : 'Se escucharon'} ${works(count)}.${others > 0 ? ` ${number.format(others)} no.` : ''}`,
    stillOpen: (when: string) => `Aún se pueden traer obras hasta el ${when}.`,
    allIn: 'El plazo para traer obras ha terminado.',
    wouldWait: 'esperaría',
    again:
      'Algunas personas vuelven a escuchar a alguien a quien escucharon la última vez: no había otra manera.',
    plan: (authors: number) => `Planificar y avisar a ${counted(authors, 'autor/a', 'autores/as')}`,
    planWritten: (authors: number) =>
      `Repartir las obras entre ${counted(authors, 'crítico/a', 'críticos/as')}`,
    writtenNote: 'Desde ese momento, quienes critican tienen 72 horas, y a las 48 reciben un recordatorio.',
    rest: 'Planificar el resto otra vez',
    restHelp:
      'Los puestos y lo que elegiste a mano se quedan. Solo se avisa a las personas a las que les cambian las obras.',
    unplan: 'Retirar el plan',
    willUnplan:
      'El plan se va a retirar, y con él lo que elegiste a mano. Las obras vuelven a esperar en su orden.',
    overtaken: 'Alguien cambió antes que tú quién hace esta crítica. Así está ahora.',
    done: 'El plan está hecho, y se ha avisado a quienes traen las obras.',
    redone:
      'El resto está planificado otra vez. Se ha avisado a las personas a las que les cambian las obras.',
    noWorks: 'Todavía no hay obras',
    noWorksText:
      'Todas las personas con plaza encuentran «Traer una obra» en la página de su inscripción y en su correo. Comparte la página del evento con quienes aún no tienen plaza:',
    oneWork: 'Hay una obra. Un plan necesita dos.',
    tooShort: 'La velada es demasiado corta para dos obras de esta duración.',
    changeSettings: 'Cambiar los ajustes',
    show: 'Mostrar',
    byWork: 'Por obra',
    byPerson: 'Por persona',
    list: 'Obras en su orden',
    people: 'Quién escucha qué',
    table: (table: number) => `Mesa ${number.format(table)}`,
    waitlist: 'En la lista de espera',
    inOrder: 'En el orden actual',
    over: 'Escuchada',
    by: (author: string) => `de ${author}`,
    media: { audio: 'audio', video: 'vídeo', text: 'texto', link: 'enlace' },
    notComing: 'Quien la trae ya no viene',
    place: (place: number) => `Puesto ${number.format(place)}`,
    critics: (title: string) => `Quién critica «${title}»`,
    lacks: 'Falta alguien',
    lacksFor: (title: string) => `para la crítica de «${title}»: elegir a alguien`,
    why: {
      drawn: 'por sorteo',
      topics: (topics: readonly string[]) => `sabe de ${listed.format(topics)}`,
      chosen: 'se eligió a mano',
      standby: 'sustituye',
      swapped: 'se cambió a mano',
    },
    critiqueStates: { assigned: '', declined: 'no puede', done: 'ha escrito', missed: 'no estaba' },
    hearsWork: (title: string) => `escucha «${title}»,`,
    chosen: (critic: string, title: string) =>
      `${critic} escucha «${title}». Elige con quién se intercambia, o a alguien sin obra.`,
    chosenLack: (title: string) => `Elige a alguien sin obra para que escuche «${title}».`,
    choosing: 'Cambiar quién critica',
    changing: 'cambia en un momento',
    leave: 'Dejarlo como está',
    looking: 'Buscando quién podría…',
    conflicts: {
      'own-work': 'su propia obra',
      'co-author': 'también la hizo',
      apart: 'no juntar',
      employer: 'misma empresa',
      'hears-it': 'ya la escucha',
      'other-table': 'está en otra mesa',
      again: 'ya escuchó a esa persona la última vez',
    },
    swapWith: (title: string) => `escucha «${title}»: intercambiar`,
    cannotSwap: (title: string) => `escucha «${title}», no se pueden intercambiar:`,
    give: 'Dársela a',
    cannotGive: 'no puede escucharla:',
    notTogether:
      'Algunas parejas llevan «no juntar» por sorteo. Así nadie puede deducir de ahí quién pidió distancia, ni si alguien la pidió.',
    willSwap: (a: string, b: string) => `${listed.format([a, b])} se van a intercambiar.`,
    willGive: (name: string, title: string) => `${name} va a escuchar «${title}».`,
    standby: 'Sin obra',
    standbyText:
      'Cuando falta alguien para una crítica, se llama primero a estas personas, empezando por arriba.',
    noStandby: 'Todas las personas con plaza trajeron una obra.',
    hears: (count: number) => `escucha ${number.format(count)}`,
    hearsNothing: 'no escucha nada',
    tooMany: (count: number) =>
      `La velada se ha acortado: ya no hay tiempo para ${works(count)} de este plan. Planifica el resto otra vez.`,
    couldBeHeard: (count: number) =>
      `Hay tiempo para ${counted(count, 'obra que espera', 'obras que esperan')}. Planifica el resto otra vez.`,
    callOff: 'Suspender la sesión',
    willCallOff: 'La sesión se va a suspender: las obras conservan su turno y los créditos se devuelven.',
    calledOff: 'Esta sesión se suspendió. Sus obras conservan su turno.',
    unstart: 'Todavía no: volver al plan',
    shortage: {
      title: 'No existe un plan así',
      notFound: 'No hemos encontrado un plan así',
      works: (names: readonly string[], needed: number, available: number) =>
        names.length === 1
          ? `${listed.format(names)} necesita ${critiques(needed)}. Quienes pueden escucharla pueden dar ${number.format(available)}.`
          : `${listed.format(names)} necesitan en total ${critiques(needed)}. Quienes pueden escucharlas pueden dar ${number.format(available)}.`,
      critics: (names: readonly string[], needed: number, available: number) =>
        names.length === 1
          ? `${listed.format(names)} tendría que escuchar ${works(needed)}, y hay ${number.format(available)} que puede escuchar.`
          : `${listed.format(names)} tendrían que escuchar en total ${works(needed)}, y hay ${number.format(available)} que pueden escuchar.`,
      work: (title: string, author: string) => `«${title}» de ${author}`,
      asSeated: 'En una de las mesas, tal como las probamos por última vez:',
      help: 'Pide menos críticas por obra, pon menos mesas o deja que se escuchen entre sí personas de la misma empresa.',
    },
  },
};
