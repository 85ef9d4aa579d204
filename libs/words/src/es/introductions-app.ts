import type { introductionsApp as english } from '../en/introductions-app.ts';
import type { InOtherWords } from '../speech.ts';
import { suggestionOutcome, suggestionSearch } from './suggestions.ts';
import { counted, number } from './numbers.ts';

const listed = new Intl.ListFormat('es-ES', { type: 'conjunction' });
const both = (a: string, b: string): string => listed.format([a, b]);

const came = (count: number): string =>
  count === 1 ? 'Vino 1 persona' : `Vinieron ${number.format(count)} personas`;
const want = (count: number): string =>
  count === 1 ? '1 quiere presentaciones' : `${number.format(count)} quieren presentaciones`;

export const introductionsApp: InOtherWords<typeof english> = {
  counts: (arrived: number, optedIn: number, notAsked: number | null, refused: number | null) =>
    notAsked === null || refused === null
      ? `${came(arrived)}. ${want(optedIn)}; dijeron que no o no se les preguntó: ${number.format(arrived - optedIn)}.`
      : `${came(arrived)}. ${want(optedIn)}; dijeron que no: ${number.format(refused)}; no se les preguntó: ${number.format(notAsked)}.`,
  again: 'Buscar más parejas',
  found: (count: number) => `${counted(count, 'pareja espera', 'parejas esperan')} tu decisión.`,
  search: suggestionSearch,
  outcome: suggestionOutcome,
  start: {
    title: (optedIn: number) => `${counted(optedIn, 'persona quiere', 'personas quieren')} conocer a alguien`,
    text: 'Buscamos parejas de personas que puedan ayudarse, no más por persona de las que cada una quiera, y decimos por qué. No se envía nada hasta que lo apruebes.',
    find: 'Buscar presentaciones',
    nobodyCame: 'Todavía no hay ninguna llegada registrada',
    nobodyCameText:
      'Las presentaciones son para quienes vinieron. Registra las llegadas o importa una lista con las horas de llegada.',
    tooFew: 'No hay suficientes personas que presentar',
    tooFewText:
      'Tienen que haber venido y dicho que sí a las presentaciones al menos dos personas. Nunca presentamos a quien no lo haya hecho.',
    nothingFits: 'No encaja ninguna pareja',
    nothingFitsText:
      'Todas las personas que quieren presentaciones se conocen ya o tienen tantas como quieren.',
  },
  deck: 'Parejas por decidir',
  place: (at: number, of: number) => `Pareja ${number.format(at)} de ${number.format(of)} por decidir`,
  placeNames: (a: string, b: string) => `: ${both(a, b)}`,
  standings: {
    suggested: 'Se está decidiendo',
    approved: 'Aprobada mientras tanto',
    asked: 'Mientras tanto, ya se pregunta',
    introduced: 'Presentada mientras tanto',
    'did not happen': 'No salió adelante',
    dismissed: 'Descartada mientras tanto',
    withdrawn: 'Retirada mientras tanto',
  },
  approve: 'Aprobar',
  skip: 'Saltar',
  never: 'Nunca',
  approveAll: (count: number) =>
    count === 1 ? 'Aprobar 1 presentación' : `Aprobar las ${number.format(count)} presentaciones`,
  keys: {
    approve: 'Aprobar esta pareja',
    skip: 'Saltarla por ahora',
    never: 'No sugerir nunca esta pareja',
    next: 'Pareja siguiente',
    before: 'Pareja anterior',
    match: 'Emparejar con otra persona',
    reword: 'Cambiar el texto de la primera frase; Tab pasa a la segunda',
    mails: 'Ver los correos tal como se leerán',
    wellKnown: 'En la lista de personas: marcar como persona muy conocida, o quitar la marca',
    undo: 'Deshacer la última decisión que aún espera',
  },
  both,
  band: { strong: 'Encaja muy bien', fair: 'Encaja bastante bien' },
  bandHidden: 'No se muestra cuánto encaja',
  choseEachOther: 'Se eligieron mutuamente después de una sesión de crítica.',
  ownPair: 'Una pareja formada por ti',
  person: { workingOn: 'Está trabajando en', lookingFor: 'Busca', canHelpWith: 'Puede ayudar en' },
  reason: {
    reads: (name: string) => `${name} lee`,
    edit: 'Cambiar el texto',
    editFor: (name: string) => `Cambiar el texto que lee ${name}`,
    left: (count: number) => (count === 1 ? 'Queda 1 carácter' : `Quedan ${number.format(count)} caracteres`),
    save: 'Guardar este texto',
    keep: 'Dejarlo como estaba',
    unsaved: 'Guarda antes lo que has escrito, o déjalo como estaba.',
    theirs: 'Alguien ha cambiado esta frase mientras escribías. Ahora dice:',
    yours: 'Has escrito:',
    keepMine: 'Guardar mejor la mía',
    takeTheirs: 'Aceptar la otra',
    onceMore: 'Alguien acaba de cambiar la otra frase de esta pareja. Mírala y después guarda la tuya.',
  },
  caution: {
    'same-trade':
      'El mismo oficio, la misma ciudad, y ninguna de las dos personas tiene lo que busca la otra: puede que sean competencia.',
  },
  note: {
    title: 'Nota para anfitriones',
    private: 'Solo la leen los anfitriones. Ninguna de las dos personas la lee.',
    add: 'Añadir una nota para anfitriones',
    change: 'Cambiar la nota',
    addFor: (names: string) => `Añadir una nota para anfitriones sobre ${names}`,
    changeFor: (names: string) => `Cambiar la nota sobre ${names}`,
    label: (names: string) => `Nota para anfitriones sobre ${names}`,
    save: 'Guardar esta nota',
    leave: 'Dejarla como estaba',
    theirs: 'Alguien ha cambiado esta nota mientras escribías. Ahora dice:',
    gone: 'Alguien ha quitado esta nota mientras escribías.',
  },
  before: {
    title:
      'Alguien ha cambiado esta pareja mientras tu decisión esperaba. Decide otra vez, tal como está ahora.',
    read: (name: string) => `Cuando decidiste, ${name} habría leído:`,
  },
  changedMeanwhile: (a: string, b: string) =>
    `Alguien ha cambiado la pareja de ${both(a, b)} mientras tu decisión esperaba. Vuelve a estar en el tablero.`,
  willApprove: (a: string, b: string) => `${both(a, b)}: pareja aprobada.`,
  willDrop: (a: string, b: string) => `${both(a, b)}: nunca.`,
  willApproveAll: (count: number) =>
    `${counted(count, 'presentación aprobada', 'presentaciones aprobadas')}.`,
  someRefused: (count: number, why: string) =>
    `${counted(count, 'pareja vuelve', 'parejas vuelven')} a estar en el tablero. ${why}`,
  notDone: (why: string) => `La pareja vuelve a estar en el tablero. ${why}`,
  allDecided: 'Todas las parejas están decididas',
  allDecidedText: (approved: number) => {
    if (approved === 0) return 'Ninguna presentación espera para salir.';
    return approved === 1
      ? '1 presentación aprobada sale a la hora que se indica abajo. Hasta entonces puedes retirarla.'
      : `${number.format(approved)} presentaciones aprobadas salen a la hora que se indica abajo. Hasta entonces puedes retirarlas.`;
  },
  people: {
    title: 'Todas las personas que quieren presentaciones',
    nobodyYet: (waiting: number, all: number) => {
      if (waiting === 0)
        return all === 1
          ? 'La única persona tiene a alguien'
          : `Las ${number.format(all)} personas tienen a alguien`;
      return `${number.format(waiting)} de ${number.format(all)} todavía sin nadie`;
    },
    none: 'nadie todavía',
    used: (used: number, cap: number) => `${number.format(used)} de ${number.format(cap)}`,
    matchWith: ', emparejar con…',
    isWellKnown: ', persona muy conocida',
    legend: '★ significa persona muy conocida: se le pregunta primero y a solas.',
    search: 'Buscar a alguien',
    nobodyFound: 'Nadie con ese nombre quiere presentaciones.',
    drag: 'Arrastra a una persona sobre otra para formar una pareja por tu cuenta, o pulsa un nombre.',
    showAll: (count: number) =>
      count === 1 ? 'Mostrar a 1 persona' : `Mostrar a las ${number.format(count)} personas`,
  },
  wellKnown: {
    star: '★',
    noStar: '☆',
    markFor: (name: string) => `: ${name}`,
    unmarkFor: (name: string) => `: ${name}. Quitar la marca`,
    mark: 'Marcar como persona muy conocida',
    marked: 'Persona muy conocida: se le pregunta primero y a solas',
    panelist: 'Ponente: se le pregunta primero y a solas',
  },
  here: {
    unnamed: 'Alguien más del equipo anfitrión',
    also: (names: readonly string[]) =>
      `${listed.format(names)} también ${names.length === 1 ? 'está' : 'están'} aquí.`,
    looking: (names: readonly string[]) =>
      `${listed.format(names)} ${names.length === 1 ? 'está' : 'están'} mirando esta pareja`,
  },
  changes: {
    count: (count: number) =>
      count === 1
        ? 'Lo que has decidido ha cambiado otra sugerencia.'
        : `Lo que has decidido ha cambiado otras ${number.format(count)} sugerencias.`,
    open: 'Ver cuáles',
    new: 'Nueva',
    added: (a: string, b: string) => `Nueva: ${both(a, b)}.`,
    gone: (a: string, b: string) => `Ya no se sugiere: ${both(a, b)}.`,
    look: 'Verla',
    lookAt: (a: string, b: string) => `: ${both(a, b)}`,
    putAway: 'Ocultar',
  },
  stop: 'Detener',
  stopFor: (names: string) => `Detener la presentación de ${names}`,
  stopping: 'Deteniendo',
  willStop: (names: string) =>
    `${names}: presentación detenida. No se le dice a nadie, y en el tablero pone «Preguntando» hasta su día habitual.`,
  map: {
    title: 'La sala',
    text: 'Todas las personas en torno a la sala, y a quién se presenta a cada una.',
    summary: (people: number, ties: number) =>
      `Un círculo de ${counted(people, 'persona', 'personas')} con ${counted(ties, 'línea', 'líneas')} entre ellas; lo mismo dice la lista de abajo.`,
    hint: 'Apunta al círculo para ver a una persona.',
    // Each also stands in lower case after a name, whoever it is.
    kinds: {
      suggested: 'Sugerencia',
      approved: 'Con aprobación',
      asked: 'Preguntando',
      introduced: 'Presentación hecha',
    },
    tie: (name: string, kind: string) => `${name} (${kind})`,
    one: (name: string, others: readonly string[]) =>
      others.length === 0 ? `${name}: nadie todavía` : `${name}: ${others.join(', ')}`,
    asList: 'Leerlo como lista',
  },
  match: {
    open: 'Emparejar con…',
    title: 'Una pareja formada por ti',
    first: 'Presentar a',
    second: 'y a',
    choice: (name: string, crafts: string, count: string) =>
      crafts === '' ? `${name} (${count})` : `${name}, ${crafts} (${count})`,
    nobody: 'Nadie con ese nombre quiere presentaciones.',
    note: 'La pareja llega al tablero con un motivo para cada parte. Allí la apruebas.',
    save: 'Formar esta pareja',
    saveAgain: 'Juntar a estas personas',
    leave: 'Dejarlo',
    conflicts: {
      samePerson: 'Una presentación necesita dos personas distintas.',
      pairExists: (a: string, b: string) => `${both(a, b)} ya tienen una presentación.`,
      known: (a: string, b: string) => `${both(a, b)} ya se conocen.`,
      keptApart: (a: string, b: string) =>
        `Alguien del equipo anfitrión dijo «nunca» para ${both(a, b)}. Aun así, puedes juntar a estas personas.`,
      cap: (name: string, cap: number) =>
        `${name} tiene tantas presentaciones como quiere: ${number.format(cap)}.`,
    },
  },
  groups: {
    approved: {
      title: 'Aprobadas',
      text: 'Se pregunta a cada persona por separado. Puedes retirar una aprobación hasta que salga.',
    },
    asked: {
      title: 'Preguntando',
      text: 'Se está preguntando a las dos partes, a cada una por separado. Sabrás cuándo se han presentado, o que no salió adelante.',
    },
    introduced: {
      title: 'Presentadas',
      text: 'Las dos partes dijeron que sí, y cada una tiene el contacto de la otra.',
    },
    didNotHappen: {
      title: 'No salieron adelante',
      text: 'Por motivos como el tiempo. A nadie se le dice por qué, tampoco a ti.',
    },
    setAside: { title: 'Descartadas', text: 'No se sugieren nunca, o las has retirado tú.' },
  },
  allLeave: (count: number, when: string) =>
    count === 1 ? `Sale: ${when}.` : `Salen ${number.format(count)}: ${when}.`,
  showAllPairs: (count: number) => `Mostrar todas: ${number.format(count)}`,
  leaves: (when: string) => `sale: ${when}`,
  bringBack: 'Recuperar',
  bringBackFor: (names: string) => `Recuperar la pareja de ${names}`,
  broughtBack: (names: string) => `${names}: de nuevo en el tablero.`,
  takeBack: 'Retirar',
  takeBackFor: (names: string) => `Retirar la presentación de ${names}`,
  takenBack: (names: string) => `${names}: presentación retirada. No se ha preguntado a nadie.`,
  mails: {
    open: 'Ver los correos',
    openFor: (names: string) => `Ver los correos a ${names}`,
    title: 'Los correos, tal como se leerán',
    ifBoth: 'Si las dos partes dicen que sí',
    introductionTo: (name: string) => `Presentación, a ${name}`,
    sendToMe: 'Enviármelo',
    sendToMeFor: (name: string) => `Enviármelo: el correo a ${name}`,
    sentToMe:
      'Va de camino a tu propia dirección, marcado como prueba. Sus enlaces no llevan a ninguna parte.',
    to: (name: string) => `A ${name}`,
  },
};
