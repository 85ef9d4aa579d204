import type {
  critiqueInvitation as invitationEnglish,
  critiqueWork as workEnglish,
  critiqueWorkActivity as activityEnglish,
  critiqueWorkPage as pageEnglish,
} from '../en/critique-work.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

const credits = (count: number): string => counted(count, 'crédito', 'créditos');
const critics = (count: number): string => counted(count, 'crítico/a', 'críticos/as');
/** Of a work: la obra. */
const nth = (place: number): string => `${number.format(place)}.ª`;

export const critiqueWork: InOtherWords<typeof workEnglish> = {
  faults: {
    title: 'Ponle un título.',
    question: 'Haz una pregunta. Tus críticos la responden.',
    source: 'Añade un archivo o un enlace, para que tus críticos puedan oírla o verla.',
    link: 'Este enlace tiene que empezar por https:// o http://.',
    file: 'Este archivo ya no está. Envíalo otra vez.',
    eitherOr: 'Un archivo o un enlace, no las dos cosas.',
    previous: 'Esta no es una obra tuya anterior.',
  },
};

export const critiqueInvitation: InOtherWords<typeof invitationEnglish> = {
  title: 'Sesión de crítica',
  titles: 'Sesiones de crítica',
  formats: {
    live: (count: number) => `Las obras se escuchan una tras otra, cada una por ${critics(count)}.`,
    tables: (count: number) => `Las obras se escuchan en mesas pequeñas, cada una por ${critics(count)}.`,
    written: (count: number) =>
      count === 1
        ? 'Las obras se escuchan en casa, y a quien trae cada una le escribe 1 crítico/a.'
        : `Las obras se escuchan en casa, y a quien trae cada una le escriben ${critics(count)}.`,
  },
  bring: (until: string) => `Si vienes, puedes traer una obra tuya. Plazo: ${until}.`,
  closed: 'El plazo para traer una obra ha terminado.',
  mine: 'Traer una obra',
  mineText: (until: string) =>
    `Esta velada tiene una sesión de crítica. Puedes traer una obra. Plazo: ${until}.`,
  draft:
    'Tu obra es un borrador y no está en ningún orden. Si entretanto devolviste tu plaza, perdió su puesto: tráela otra vez.',
  page: 'Mi sesión de crítica',
  pageText: 'Lo que trajiste, lo que escuchas y lo que te escribieron está en una página propia.',
};

export const critiqueWorkPage: InOtherWords<typeof pageEnglish> = {
  title: 'Tu obra',
  lead: 'Trae algo que estés haciendo. Unas pocas personas lo escuchan con atención y te dicen qué les quedó.',
  until: (moment: string) => `Plazo para traerla, cambiarla o retirarla: ${moment}.`,
  loading: 'Un momento…',
  fields: {
    title: 'Título',
    question: 'Tu pregunta',
    questionHelp: 'Lo único que quieres saber. Tus críticos la responden.',
    questionExample: '¿Se gana la segunda estrofa el último estribillo?',
    left: (count: number) => (count === 1 ? 'Queda 1 carácter' : `Quedan ${number.format(count)} caracteres`),
    source: 'La obra misma',
    file: 'Un archivo',
    link: 'Un enlace',
    linkLabel: 'Enlace a tu obra',
    linkHelp: 'Tus críticos lo abren en una pestaña nueva. Comprueba que se abre sin contraseña.',
    blind:
      'Los críticos no leen tu nombre hasta que termina la sesión: quítalo de los datos del archivo y de la dirección.',
    wants: 'Sobre qué te gustaría oír',
    wantsHelp: 'Por ejemplo: la letra, los graves, el final.',
    avoid: 'Qué prefieres que no se comente',
    avoidHelp: 'Por ejemplo: la voz es una guía, pasadla por alto.',
    notes: 'Notas para tus críticos',
    notesHelp: 'Lo que necesitan saber antes, o la letra de la canción.',
    topics: 'Temas',
    topicsHelp: 'Hasta tres, separados por comas: mezcla, diseño de sonido.',
    opinions: 'También pueden decirme su opinión',
    opinionsHelp:
      'Sin esto lees qué les quedó, su respuesta a tu pregunta y sus propias preguntas. Nada más.',
    opinionsTold: 'Opiniones',
    opinionsYes: 'Tus críticos pueden decirte la suya.',
    opinionsNo: 'Tus críticos se guardan la suya.',
    coAuthors: 'Hecha junto con',
    coAuthorsHelp:
      'Hasta tres direcciones de correo. Esas personas no entran en el sorteo de críticos de la obra, y nadie les escribe. Los anfitriones pueden leer que también la hicieron.',
    previous: '¿Es una versión nueva de una obra anterior?',
    previousNone: 'No, aquí es nueva',
    previousOf: (title: string, day: string) => `${title}, escuchada el ${day}`,
    previousUnheard: (title: string, day: string) => `${title}, traída el ${day}`,
    more: 'Más sobre ella, si quieres',
  },
  plannedFields:
    'Los temas y con quién la hiciste se quedan como están: con ellos se sorteó quién la escucha.',
  longer: (length: string, slot: string) =>
    `Esto dura ${length}. En la sesión hay ${slot} para ponerlo, así que di en las notas dónde empezar.`,
  minutes: (minutes: number, seconds: number) =>
    minutes === 0
      ? counted(seconds, 'segundo', 'segundos')
      : `${number.format(minutes)}:${String(seconds).padStart(2, '0')} minutos`,
  rules: 'Las reglas de esta sesión',
  file: {
    name: 'Tu archivo',
    replace: 'Enviar otro archivo',
    keep: 'Conservar el archivo que hay',
    remove: 'Quitar este archivo',
    kept: 'El archivo que hay se queda hasta que haya llegado el nuevo.',
  },
  saving: 'Guardando…',
  saved: 'Guardado. Solo tú lo ves hasta que la traigas.',
  savedIn: 'Guardado.',
  unsaved: 'Todavía no lo hemos guardado. Está en este teléfono, y lo seguimos intentando.',
  held: 'Tal como está no se guarda. Lo que escribiste está en este teléfono.',
  restored: 'Hemos recuperado lo que escribiste aquí antes.',
  elsewhere:
    'También cambiaste esta obra en otro dispositivo. Abajo está lo que escribiste aquí; lo demás, como se guardó allí.',
  bring: 'Traer esta obra',
  bringing: 'Un momento…',
  bringAgain: 'Traerla otra vez',
  start: 'Traer una obra',
  change: 'Cambiarla',
  done: 'Hecho',
  brought: 'Tu obra está dentro.',
  places: {
    submitted: (place: number) => `Tu obra es la ${nth(place)} en el orden actual.`,
    waits: (place: number, slots: number) =>
      `Tu obra es la ${nth(place)} en el orden actual. Hay tiempo para ${counted(slots, 'obra', 'obras')}, así que está en la lista de espera.`,
    standing: 'El orden se sortea al planificar la sesión. Primero va quien más ha esperado.',
    written: 'Cada obra que esté dentro al acabar el plazo recibe sus críticas.',
    accepted: ({ table, round }: { table: number | null; round: number }) =>
      `Tu obra se escuchará${table === null ? '' : ` en la mesa ${number.format(table)},`} como número ${number.format(round)}.`,
    acceptedWritten: 'Tu obra se escuchará.',
    waitlisted: (ahead: number) =>
      ahead === 0
        ? 'Tu obra es la primera de la lista de espera.'
        : `Tu obra está en la lista de espera: ${counted(ahead, 'obra espera', 'obras esperan')} antes de la tuya.`,
    waitlistMeans:
      'Si alguien retira su obra o no viene, se escucha en su lugar la primera de la lista de espera. Si la tuya no se escucha esta vez, la próxima va primero.',
    creditsBack: (count: number) =>
      count === 1 ? 'En ese caso recuperas 1 crédito.' : `En ese caso recuperas tus ${credits(count)}.`,
    missed: 'No estabas cuando llegó el momento de tu obra.',
    missedMeans:
      'Si al final vienes, díselo a quien lleva la sesión: se escucha si hay tiempo. Si no se escucha, la próxima vez no va primero.',
    creditsStay: (count: number) =>
      count === 1
        ? 'En ese caso, el crédito que costó no vuelve.'
        : `En ese caso, los ${credits(count)} que costó no vuelven.`,
    heard: 'Tu obra se escuchó.',
  },
  closed: {
    'critique-deadline-passed': 'El plazo para traer o cambiar una obra ha terminado.',
    'critique-called-off': 'Esta sesión se suspendió. Trae tu obra a otra de aquí, y conserva su turno.',
    'critique-works-closed': 'La sesión ha empezado, así que ya no se pueden traer ni cambiar obras.',
    'event-cancelled': 'Esta velada se ha cancelado.',
  },
  closedEmpty: 'Esta vez no trajiste ninguna obra. Aun así puedes escuchar y escribir a otras personas.',
  credits: {
    none: 'No tienes créditos.',
    some: (balance: number) => `Tienes ${credits(balance)}.`,
    rule: (cost: number) =>
      `Traer una obra cuesta ${number.format(cost)}; cada crítica que escribes devuelve 1.`,
    paid: (cost: number, balance: number) =>
      `Esta obra costó ${credits(cost)}. ${balance === 0 ? 'No te queda ninguno' : `Te ${balance === 1 ? 'queda' : 'quedan'} ${number.format(balance)}`}; cada crítica que escribes devuelve 1.`,
    short: (missing: number) =>
      `Para traer esta te ${missing === 1 ? 'falta 1' : `faltan ${number.format(missing)}`}. Tu borrador se queda aquí. Escribe críticas a otras personas o pregunta a los anfitriones.`,
  },
  withdraw: {
    open: 'Retirarla',
    draft: 'Tirar este borrador',
    title: '¿Retirar tu obra?',
    draftTitle: '¿Tirar este borrador?',
    file: 'Su archivo se borra al momento.',
    planned: 'Tu puesto pasa a la primera de la lista de espera.',
    creditsBack: (count: number) => `Recuperas ${credits(count)}.`,
    creditsGone: (count: number) =>
      count === 1
        ? 'Ya había quien iba a escucharla, así que el crédito que costó no vuelve.'
        : `Ya había quien iba a escucharla, así que los ${credits(count)} que costó no vuelven.`,
    confirm: 'Sí, retirarla',
    draftConfirm: 'Sí, tirarlo',
    keep: 'Conservar',
  },
  withdrawn: 'Retiraste tu obra. Lo que escribiste sobre ella sigue aquí.',
};

export const critiqueWorkActivity: InOtherWords<typeof activityEnglish> = {
  'critique-work.brought': 'trajo una obra a una sesión de crítica',
  'critique-work.withdrawn': 'retiró una obra de una sesión de crítica',
  'critique-session.reseated': 'repartió lo que tenía en una sesión de crítica alguien que no viene',
};
