import type { introductionsApp as english } from '../en/introductions-app.ts';
import type { InOtherWords } from '../speech.ts';
import { suggestionOutcome, suggestionSearch } from './suggestions.ts';
import { counted, number } from './numbers.ts';

const listed = new Intl.ListFormat('de-DE', { type: 'conjunction' });

const came = (count: number): string =>
  count === 1 ? '1 Person ist gekommen' : `${number.format(count)} sind gekommen`;
const want = (count: number): string =>
  count === 1 ? '1 möchte Vorstellungen' : `${number.format(count)} möchten Vorstellungen`;

export const introductionsApp: InOtherWords<typeof english> = {
  counts: (arrived: number, optedIn: number, notAsked: number | null, refused: number | null) =>
    notAsked === null || refused === null
      ? `${came(arrived)}. ${want(optedIn)}; Nein gesagt oder nicht gefragt: ${number.format(arrived - optedIn)}.`
      : `${came(arrived)}. ${want(optedIn)}, Nein gesagt: ${number.format(refused)}, nicht gefragt: ${number.format(notAsked)}.`,
  again: 'Weitere Paare suchen',
  found: (count: number) =>
    count === 1
      ? '1 Paar wartet auf deine Entscheidung.'
      : `${number.format(count)} Paare warten auf deine Entscheidung.`,
  search: suggestionSearch,
  outcome: suggestionOutcome,
  start: {
    title: (optedIn: number) =>
      optedIn === 1
        ? '1 Person möchte jemanden kennenlernen'
        : `${number.format(optedIn)} Menschen möchten jemanden kennenlernen`,
    text: 'Wir suchen Paare, die einander helfen können, für alle höchstens so viele, wie sie möchten, und sagen, warum. Nichts wird verschickt, bevor du es freigibst.',
    find: 'Vorstellungen finden',
    nobodyCame: 'Noch ist niemand eingelassen',
    nobodyCameText:
      'Vorstellungen sind für alle, die gekommen sind. Lass Gäste ein oder importiere eine Liste mit Einlasszeiten.',
    tooFew: 'Zu wenige für eine Vorstellung',
    tooFewText:
      'Mindestens zwei Menschen müssen gekommen sein und Ja zu Vorstellungen gesagt haben. Wer das nicht getan hat, wird nie vorgestellt.',
    nothingFits: 'Kein Paar passt',
    nothingFitsText:
      'Alle, die Vorstellungen möchten, kennen sich schon oder haben so viele, wie sie möchten.',
  },
  deck: 'Paare zu entscheiden',
  place: (at: number, of: number) => `Paar ${number.format(at)} von ${number.format(of)} zu entscheiden`,
  placeNames: (a: string, b: string) => `: ${a} und ${b}`,
  standings: {
    suggested: 'Wird entschieden',
    approved: 'Inzwischen freigegeben',
    asked: 'Inzwischen angefragt',
    introduced: 'Inzwischen vorgestellt',
    'did not happen': 'Kam nicht zustande',
    dismissed: 'Inzwischen beiseitegelegt',
    withdrawn: 'Inzwischen zurückgenommen',
  },
  approve: 'Freigeben',
  skip: 'Überspringen',
  never: 'Nie',
  approveAll: (count: number) =>
    count === 1 ? '1 Vorstellung freigeben' : `Alle ${number.format(count)} Vorstellungen freigeben`,
  keys: {
    approve: 'Dieses Paar freigeben',
    skip: 'Vorerst überspringen',
    never: 'Dieses Paar nie vorschlagen',
    next: 'Nächstes Paar',
    before: 'Voriges Paar',
    match: 'Mit jemand anderem zusammenbringen',
    reword: 'Den ersten Satz umformulieren; Tab führt zum zweiten',
    mails: 'Die Mails sehen, wie sie zu lesen sein werden',
    wellKnown: 'In der Liste der Menschen: als bekannt markieren oder die Markierung entfernen',
    undo: 'Die letzte Entscheidung, die noch wartet, rückgängig machen',
  },
  both: (a: string, b: string) => `${a} und ${b}`,
  band: { strong: 'Passt sehr gut', fair: 'Passt gut' },
  bandHidden: 'Passung nicht gezeigt',
  choseEachOther: 'Sie haben sich nach einer Kritikrunde gegenseitig gewählt.',
  ownPair: 'Ein eigenes Paar',
  person: { workingOn: 'Arbeitet an', lookingFor: 'Sucht', canHelpWith: 'Kann helfen mit' },
  reason: {
    reads: (name: string) => `${name} liest`,
    edit: 'Umformulieren',
    editFor: (name: string) => `Umformulieren, was ${name} liest`,
    left: (count: number) => `Noch ${counted(count, 'Zeichen', 'Zeichen')}`,
    save: 'So übernehmen',
    keep: 'Lassen, wie es war',
    unsaved: 'Übernimm erst, was du getippt hast, oder lass es, wie es war.',
    theirs: 'Jemand hat diesen Satz geändert, während du getippt hast. Er lautet jetzt:',
    yours: 'Du hast getippt:',
    keepMine: 'Lieber meinen behalten',
    takeTheirs: 'Den anderen nehmen',
    onceMore:
      'Jemand hat gerade den anderen Satz dieses Paares geändert. Sieh ihn dir an und behalte dann deinen.',
  },
  caution: {
    'same-trade':
      'Ein Fach, eine Stadt, und niemand von beiden hat, was die andere Person sucht: Vielleicht sind sie Konkurrenz.',
  },
  note: {
    title: 'Notiz für Hosts',
    private: 'Nur Hosts lesen sie. Die beiden lesen sie nicht.',
    add: 'Notiz für Hosts hinzufügen',
    change: 'Notiz ändern',
    addFor: (names: string) => `Notiz für Hosts über ${names} hinzufügen`,
    changeFor: (names: string) => `Notiz über ${names} ändern`,
    label: (names: string) => `Notiz für Hosts über ${names}`,
    save: 'Notiz behalten',
    leave: 'Lassen, wie es war',
    theirs: 'Jemand hat diese Notiz geändert, während du getippt hast. Sie lautet jetzt:',
    gone: 'Jemand hat diese Notiz entfernt, während du getippt hast.',
  },
  before: {
    title:
      'Jemand hat dieses Paar geändert, während deine Entscheidung wartete. Entscheide neu, wie es jetzt lautet.',
    read: (name: string) => `Als du entschieden hast, hätte ${name} gelesen:`,
  },
  changedMeanwhile: (a: string, b: string) =>
    `Jemand hat ${a} und ${b} geändert, während deine Entscheidung wartete. Das Paar ist wieder auf der Tafel.`,
  willApprove: (a: string, b: string) => `${a} und ${b}: freigegeben.`,
  willDrop: (a: string, b: string) => `${a} und ${b}: nie.`,
  willApproveAll: (count: number) => `${counted(count, 'Vorstellung', 'Vorstellungen')} freigegeben.`,
  someRefused: (count: number, why: string) =>
    `${counted(count, 'Paar ist', 'Paare sind')} wieder auf der Tafel. ${why}`,
  notDone: (why: string) => `Das Paar ist wieder auf der Tafel. ${why}`,
  allDecided: 'Über jedes Paar ist entschieden',
  allDecidedText: (approved: number) => {
    if (approved === 0) return 'Keine Vorstellung wartet auf den Versand.';
    return approved === 1
      ? '1 freigegebene Vorstellung geht zur unten genannten Zeit hinaus. Bis dahin kannst du sie zurücknehmen.'
      : `${number.format(approved)} freigegebene Vorstellungen gehen zur unten genannten Zeit hinaus. Bis dahin kannst du sie zurücknehmen.`;
  },
  people: {
    title: 'Alle, die Vorstellungen möchten',
    nobodyYet: (waiting: number, all: number) => {
      if (waiting === 0)
        return all === 1 ? '1 Person, und sie hat jemanden' : `Alle ${number.format(all)} haben jemanden`;
      return `${number.format(waiting)} von ${number.format(all)} noch ohne jemanden`;
    },
    none: 'noch niemand',
    used: (used: number, cap: number) => `${number.format(used)} von ${number.format(cap)}`,
    matchWith: ', zusammenbringen mit…',
    isWellKnown: ', bekannt',
    legend: '★ heißt bekannt: wird zuerst und allein gefragt.',
    search: 'Jemanden suchen',
    nobodyFound: 'Unter diesem Namen möchte niemand Vorstellungen.',
    drag: 'Zieh eine Person auf eine andere, um ein eigenes Paar zu bilden, oder drück auf einen Namen.',
    showAll: (count: number) =>
      count === 1 ? '1 Person zeigen' : `Alle ${number.format(count)} Menschen zeigen`,
  },
  wellKnown: {
    star: '★',
    noStar: '☆',
    markFor: (name: string) => `: ${name}`,
    unmarkFor: (name: string) => `: ${name}. Markierung entfernen`,
    mark: 'Als bekannt markieren',
    marked: 'Bekannt: wird zuerst und allein gefragt',
    panelist: 'Panelgast: wird zuerst und allein gefragt',
  },
  here: {
    unnamed: 'Ein weiterer Host',
    also: (names: readonly string[]) =>
      `${listed.format(names)} ${names.length === 1 ? 'ist' : 'sind'} auch hier.`,
    looking: (names: readonly string[]) =>
      `${listed.format(names)} ${names.length === 1 ? 'sieht' : 'sehen'} sich dieses Paar an`,
  },
  changes: {
    count: (count: number) =>
      count === 1
        ? '1 anderer Vorschlag hat sich durch deine Entscheidung geändert.'
        : `${number.format(count)} andere Vorschläge haben sich durch deine Entscheidung geändert.`,
    open: 'Welche das sind',
    new: 'Neu',
    added: (a: string, b: string) => `Neu: ${a} und ${b}.`,
    gone: (a: string, b: string) => `Nicht mehr vorgeschlagen: ${a} und ${b}.`,
    look: 'Ansehen',
    lookAt: (a: string, b: string) => `: ${a} und ${b}`,
    putAway: 'Ausblenden',
  },
  stop: 'Beenden',
  stopFor: (names: string) => `Vorstellung beenden: ${names}`,
  stopping: 'Wird beendet',
  willStop: (names: string) =>
    `${names}: beendet. Niemand erfährt es, und bis zum üblichen Tag steht dort „angefragt“.`,
  map: {
    title: 'Der Raum',
    text: 'Alle rund um den Raum, und wer wem vorgestellt wird.',
    summary: (people: number, ties: number) =>
      `Ein Kreis aus ${counted(people, 'Person', 'Menschen')} mit ${counted(ties, 'Linie', 'Linien')} dazwischen; dasselbe steht in der Liste darunter.`,
    hint: 'Zeig auf den Kreis, um eine einzelne Person zu sehen.',
    kinds: {
      suggested: 'Vorgeschlagen',
      approved: 'Freigegeben',
      asked: 'Angefragt',
      introduced: 'Vorgestellt',
    },
    tie: (name: string, kind: string) => `${name} (${kind})`,
    one: (name: string, others: readonly string[]) =>
      others.length === 0 ? `${name}: noch niemand` : `${name}: ${others.join(', ')}`,
    asList: 'Als Liste lesen',
  },
  match: {
    open: 'Zusammenbringen mit…',
    title: 'Ein eigenes Paar',
    first: 'Wen vorstellen',
    second: 'Wem',
    choice: (name: string, crafts: string, count: string) =>
      crafts === '' ? `${name} (${count})` : `${name}, ${crafts} (${count})`,
    nobody: 'Unter diesem Namen möchte niemand Vorstellungen.',
    note: 'Das Paar kommt mit einem Grund für jede Seite auf die Tafel. Dort gibst du es frei.',
    save: 'Paar bilden',
    saveAgain: 'Zusammenbringen',
    leave: 'Doch nicht',
    conflicts: {
      samePerson: 'Eine Vorstellung braucht zwei verschiedene Menschen.',
      pairExists: (a: string, b: string) => `${a} und ${b} haben schon eine Vorstellung.`,
      known: (a: string, b: string) => `${a} und ${b} kennen sich schon.`,
      keptApart: (a: string, b: string) =>
        `Ein Host hat zu ${a} und ${b} „nie“ gesagt. Du kannst sie trotzdem zusammenbringen.`,
      cap: (name: string, cap: number) =>
        `${name} hat so viele Vorstellungen wie gewünscht: ${number.format(cap)}.`,
    },
  },
  groups: {
    approved: {
      title: 'Freigegeben',
      text: 'Beide werden getrennt gefragt. Du kannst eine Freigabe zurücknehmen, bis die Anfrage hinausgeht.',
    },
    asked: {
      title: 'Angefragt',
      text: 'Beide werden gerade getrennt gefragt. Du hörst, wenn sie vorgestellt sind oder wenn es nicht zustande kam.',
    },
    introduced: { title: 'Vorgestellt', text: 'Beide haben Ja gesagt und haben den Kontakt voneinander.' },
    didNotHappen: {
      title: 'Kam nicht zustande',
      text: 'Aus Gründen wie Zeit. Niemand erfährt, warum, und du auch nicht.',
    },
    setAside: { title: 'Beiseitegelegt', text: 'Nie vorzuschlagen oder von dir zurückgenommen.' },
  },
  allLeave: (count: number, when: string) =>
    count === 1 ? `Geht hinaus: ${when}.` : `${number.format(count)} gehen hinaus: ${when}.`,
  showAllPairs: (count: number) => `Alle ${number.format(count)} zeigen`,
  leaves: (when: string) => `geht hinaus: ${when}`,
  bringBack: 'Zurückholen',
  bringBackFor: (names: string) => `${names} zurückholen`,
  broughtBack: (names: string) => `${names}: wieder auf der Tafel.`,
  takeBack: 'Zurücknehmen',
  takeBackFor: (names: string) => `${names} zurücknehmen`,
  takenBack: (names: string) => `${names}: zurückgenommen. Niemand wurde gefragt.`,
  mails: {
    open: 'Mails ansehen',
    openFor: (names: string) => `Mails an ${names} ansehen`,
    title: 'Die Mails, wie sie zu lesen sein werden',
    ifBoth: 'Wenn beide Ja sagen',
    introductionTo: (name: string) => `Vorstellung, an ${name}`,
    sendToMe: 'An mich senden',
    sendToMeFor: (name: string) => `Die Mail an ${name} mir senden`,
    sentToMe:
      'Sie ist unterwegs an deine eigene Adresse, als Test gekennzeichnet. Ihre Links führen nirgendwohin.',
    to: (name: string) => `An ${name}`,
  },
};
