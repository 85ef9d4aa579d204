import type { critiqueNow as english } from '../en/critique-now.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

const listed = new Intl.ListFormat('es-ES', { type: 'conjunction' });
const by = (title: string, author: string | null): string =>
  author === null ? `«${title}»` : `«${title}», de ${author}`;

export const critiqueNow: InOtherWords<typeof english> = {
  page: {
    title: (event: string) => `${event}: sesión de crítica`,
    loading: 'Un momento…',
    again: 'Intentar de nuevo',
    you: (name: string) => `Estás aquí como ${name}.`,
    eventPage: 'Sobre la velada',
    cancelled: 'Esta velada se canceló. Lo que escribiste se conserva como estaba.',
    none: 'Aquí no hay ninguna sesión de crítica',
    noneText: 'Los anfitriones de esta velada no la han planificado o la han retirado.',
    sessions: 'Sesiones de esta velada',
    untitled: 'Sesión de crítica',
    parts: 'Partes de esta página',
    sections: { work: 'Mi obra', now: 'Ahora', letter: 'Mi carta', people: 'Personas' },
    turned: {
      work: 'Puedes traer una obra.',
      now: 'Ahora hay algo que hacer.',
      letter: 'Tu carta está aquí.',
      people: 'La sesión ha terminado. ¿Con quién te gustaría seguir hablando?',
    },
    go: 'Llévame allí',
    failed: 'Esto no ha llegado',
    unusable: 'Este enlace ya no funciona',
    unusableText:
      'Quizá está cortado o lo sustituyó uno más nuevo. Abre el correo más reciente de esta velada y sigue el enlace que hay allí.',
    seat: 'Primero, tu plaza',
    seatText:
      'Las sesiones de crítica son para quienes tienen plaza. Confirma tu inscripción o acepta la plaza que se te ofrece; entonces se abre esta página.',
    network: 'Sin red',
    networkText: 'Lo que escribes se guarda en este teléfono y se envía en cuanto vuelva la red.',
    missing: 'Esta sesión ya no está',
  },
  live: {
    lost: 'Se perdió la conexión. El reloj sigue y lo intentamos de nuevo; lo que escribes se guarda en este teléfono.',
    away: 'Ahora no hay red. El reloj sigue como estaba; lo que escribes se guarda en este teléfono.',
  },
  clock: {
    left: (spoken: string) => `Tiempo que queda: ${spoken}`,
    minutes: (minutes: number, seconds: number) =>
      [
        minutes > 0 && counted(minutes, 'minuto', 'minutos'),
        (seconds > 0 || minutes === 0) && counted(seconds, 'segundo', 'segundos'),
      ]
        .filter(Boolean)
        .join(' y '),
    paused: 'En pausa',
    over: 'Se acabó el tiempo',
    step: (at: number, of: number) => `Paso ${at} de ${of}`,
    table: (table: number) => `Mesa ${table}`,
    turn: (round: number, of: number) => `${round} de ${of}`,
    speaks: {
      author: 'Habla quien trae la obra',
      critics: 'Hablan los críticos',
      nobody: 'No habla nadie',
      everybody: 'Puede hablar todo el mundo',
    },
    youSpeak: 'Hablas tú',
  },
  work: {
    named: by,
    authorLater: 'El nombre de quien la hizo se dice al final.',
    question: 'Quien trae la obra pregunta',
    ownQuestion: 'Tu pregunta',
    wants: 'Quiere oír sobre',
    avoid: 'Mejor no comentar',
    notes: 'Notas',
    topics: 'Temas',
    link: 'Abrir la obra',
    listen: 'Escucharla',
    listenText: 'Puedes escucharla con antelación. Se queda aquí y no se puede descargar.',
    listenFails: 'La obra no se abre en este momento.',
    heardBefore: (day: string) => `Escuchaste la versión anterior el ${day}.`,
  },
  before: {
    title: (count: number, isTonight: boolean) =>
      count === 1
        ? isTonight
          ? 'Esta noche escuchas esta obra'
          : 'Escuchas esta obra'
        : `${isTonight ? 'Esta noche escuchas' : 'Escuchas'} estas ${number.format(count)} obras`,
    open: 'Aún no está planificado quién escucha a quién',
    openText: (until: string) =>
      `Plazo para traer obras: ${until}. Después sorteamos quién escucha cada obra, y aparece aquí.`,
    starts: (moment: string) =>
      `Comienzo de la velada: ${moment}. Esta página te dice qué hacer, paso a paso.`,
    standby: 'Estás en reserva',
    standbyText:
      'Todavía no te toca escuchar ninguna obra. Si falta alguien, te llamamos aquí. Hasta entonces, escucha con los demás.',
    waits: 'Tu obra está en la lista de espera',
    waitsText: 'Si no viene alguien con su obra, se escucha la tuya. Hasta entonces, escucha con los demás.',
    waitlisted: 'Tu obra está en la lista de espera. Si falta alguien con la suya, puede que se escuche.',
    passedOver: 'El turno de tu obra se saltó',
    passedOverText: 'No estabas. Si ya estás aquí, díselo a quien lleva la sesión: aún puede escucharse.',
    own: (place: string) => `Tu propia obra se escucha ${place}.`,
    ownAt: (table: number, round: number, isOnlyTable: boolean) =>
      isOnlyTable ? `como número ${round}` : `en la mesa ${table}, como número ${round}`,
    rules: 'Cómo lo hacemos aquí',
  },
  between: {
    title: 'La siguiente obra empieza en un momento',
    text: 'Quien lleva la sesión empieza cada una. Esta página cambia sola.',
    nextHear: (title: string, author: string | null, table: number | null) =>
      `A continuación escuchas ${by(title, author)}${table === null ? '' : `, mesa ${table}`}.`,
    nextOwn: (table: number | null) =>
      `A continuación va tu propia obra${table === null ? '' : `, mesa ${table}`}.`,
    last: 'Esa era la última para ti.',
    lastText: 'Si quieres, termina abajo lo que escribes: se entrega cuando acaba la sesión.',
  },
  other: {
    on: (title: string, author: string | null) => `Ahora suena: ${by(title, author)}`,
    listenAlong: 'Escucha con los demás. De momento no tienes que hacer nada.',
  },
  waiting: {
    author: 'La sala te espera',
    authorText: (table: number) => `Ven a la mesa ${table} y di que estás aquí.`,
    others: 'Esperamos a quien trae la obra',
    othersText: 'Tres minutos. Después se escucha otra obra.',
  },
  called: 'Entras en lugar de alguien que falta. Gracias.',
  author: {
    'set-up': 'Prepárate. Di el título y nada más: primero habla la obra.',
    listen: 'Se está escuchando tu obra. Mira la sala.',
    write: 'Te están escribiendo. No tienes que hacer nada.',
    meaning: 'Escucha. No respondas todavía.',
    'author-asks': 'Haz tu pregunta.',
    'neutral-questions': 'Responde a lo que te preguntan. No le debes razones a nadie.',
    opinions: 'Antes de decirte qué piensan, te preguntan. Puedes decir que no.',
    'no-opinions': 'No pediste opiniones, así que no oyes ninguna.',
    'one-thing': 'Di una cosa que vas a probar.',
    speaks: 'Te toca hablar.',
    silent: 'Escucha. No respondas todavía.',
    over: 'Tu tiempo ha terminado. Lo que escribieron te llega cuando acaba la sesión.',
  },
  critic: {
    'set-up': 'Lee la pregunta y deja lo demás a un lado.',
    listen: 'Escucha. Marca el momento en que algo te pase.',
    write: 'Escribe en silencio: qué te quedó y después tu respuesta.',
    meaning: 'Di qué te quedó. Sin elogios ni consejos.',
    'author-asks': 'Responde a la pregunta de quien trae la obra, y solo a eso.',
    'neutral-questions': 'Pregunta sin meter una opinión en la pregunta.',
    opinions: 'Pregunta antes: «Tengo una idea sobre… ¿Quieres oírla?»',
    'no-opinions': 'No se piden opiniones. Haz otra pregunta en su lugar.',
    'one-thing': 'Escucha lo que se va a probar con la obra.',
    speaks: 'Te toca hablar.',
    silent: 'Ahora no hay que decir nada.',
    over: 'Aún puedes terminar lo que escribes. Se guarda mientras escribes.',
  },
  form: {
    title: (title: string) => `Para «${title}»`,
    readers: {
      author:
        'Esto lo lee quien hizo la obra, y nadie más. Los anfitriones ven que has empezado y si es suficiente, no qué dice.',
      facilitator: 'Esto lo lee quien hizo la obra. También lo leen los anfitriones.',
    },
    meaning: '¿Qué te quedó?',
    meaningHint: 'Una imagen, un verso, una sensación. Qué significó para ti, no si es bueno.',
    answer: 'Tu respuesta a la pregunta de quien trae la obra',
    neutralQuestion: 'Una pregunta neutral',
    neutralQuestionHint: 'Sin opinión dentro: «¿Qué te llevó a terminar en ese acorde?»',
    opinion: 'Una opinión, ya que se piden',
    opinionHint: 'Algo que le sirva a quien hizo la obra.',
    change: 'Lo que escribí',
    nothing: 'Aquí todavía no has escrito nada.',
    saved: 'Guardado',
    saving: 'Guardando…',
    kept: 'Guardado en este teléfono; se envía cuando haya red.',
    refused: 'No se ha enviado:',
    asks: (words: number) => `Cuenta a partir de ${counted(words, 'palabra', 'palabras')}.`,
    more: (words: number) => `${counted(words, 'palabra más', 'palabras más')} y cuenta`,
    counts: 'Cuenta. Sigue escribiendo si quieres.',
    words: (words: number) => counted(words, 'palabra', 'palabras'),
    two: 'Escribiste esto en otra ventana:',
    add: 'Ponerlo debajo',
    leave: 'Descartarlo',
    closed: 'Esto ya se ha entregado y no se puede cambiar.',
  },
  marks: {
    title: 'Momentos que marcaste',
    add: 'Marcar este momento',
    at: (time: string) => `En ${time}`,
    text: (time: string) => `Qué pasa en ${time}`,
    remove: (time: string) => `Quitar la marca en ${time}`,
    removeShort: 'Quitar',
    full: 'No caben más de cincuenta marcas.',
    placeholder: 'Una palabra o dos, o nada',
  },
  decline: {
    do: 'Esta no puedo escucharla',
    pending: (title: string) => `No vas a escuchar «${title}». Se le pide a otra persona.`,
    undo: 'Deshacer',
    done: (title: string) => `No escuchas «${title}». Gracias por decirlo.`,
    missed: (title: string) =>
      `No te encontramos cuando empezó «${title}», así que la escucha otra persona. Si estás aquí, díselo a quien lleva la sesión.`,
  },
  written: {
    title: (count: number) => `Escuchas ${counted(count, 'obra', 'obras')} en casa`,
    due: (moment: string) => `Lo que escribes se entrega el ${moment}. Hasta entonces puedes cambiarlo todo.`,
    overdue: 'El plazo para escribir ha terminado. Se entrega lo que escribiste.',
    open: (title: string) => `Escuchar y escribir: «${title}»`,
    write: 'Escuchar y escribir',
    back: 'Todas las obras',
    state: (words: number, fewest: number) =>
      words === 0
        ? 'Nada escrito todavía'
        : words < fewest
          ? `${counted(words, 'palabra', 'palabras')}, ${number.format(fewest - words)} más y cuenta`
          : `${counted(words, 'palabra', 'palabras')}, cuenta`,
  },
  after: {
    title: 'Eso fue todo. Gracias.',
    calledOff: 'Esta sesión se suspendió',
    turnKept: 'Tu obra conserva su turno: tráela a otra sesión de aquí y será de las primeras.',
    soon: 'Lo que cada cual escribió se entrega ahora. Hasta entonces puedes terminar lo tuyo.',
    released: 'Lo que escribiste ya se ha entregado.',
    thanks: (count: number) =>
      count === 0
        ? 'Gracias por estar.'
        : `Escuchaste ${counted(count, 'obra', 'obras')}. De eso está hecha una velada así.`,
    letter: 'Leer mi carta',
    people: '¿Con quién me gustaría seguir hablando?',
    heard: (titles: readonly string[]) => `Escuchaste ${listed.format(titles.map((title) => `«${title}»`))}.`,
  },
};
