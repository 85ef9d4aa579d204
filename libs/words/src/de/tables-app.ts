import type { tablesApp as english } from '../en/tables-app.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

const listed = new Intl.ListFormat('de-DE');

const people = (count: number): string => counted(count, 'Person', 'Personen');

export const tablesApp: InOtherWords<typeof english> = {
  tab: 'Tische',
  title: 'Kleine Tische',
  noTables: 'Dieser Abend hat keine kleinen Tische',
  noTablesText:
    'Wähle „Kleine Tische“ als Mixer, wenn du die Veranstaltung bearbeitest; dann lost du hier aus, wer mit wem sitzt.',
  edit: 'Veranstaltung bearbeiten',
  lead: 'Alle sitzen mit Leuten, die sie noch nicht kennen und mit denen sie ein Thema teilen. Ihren Tisch lesen sie auf dem Handy.',
  lost: 'Die Verbindung ist abgerissen. Wir versuchen es von selbst wieder; was du siehst, ist vielleicht nicht mehr ganz neu.',
  settings: {
    title: 'Wie ihr sitzt',
    rounds: 'Runden',
    seats: 'Personen an einem Tisch',
    seatsHelp: 'Höchstens. Aus drei an einem Tisch werden eher vier, als dass zwei allein bleiben.',
    minutes: 'Minuten je Runde',
    minutesHelp: '40 oder mehr: Ein kürzeres Gespräch bleibt eine Selbstdarstellung.',
    minutesFault: 'Zwischen 40 und 180 Minuten.',
    employersApart: 'Leute aus demselben Betrieb möglichst auseinandersetzen',
    employersHelp: 'Soweit eine importierte Gästeliste sagt, wo sie arbeiten.',
    save: 'Übernehmen',
    saved: 'Die Einstellungen sind gespeichert.',
    drawn:
      'Solange Tische ausgelost sind, bleiben Runden und Personen je Tisch, wie sie sind. Räume die Tische ab, um sie zu ändern.',
    open: 'Minuten ändern',
  },
  draw: {
    title: 'Tische auslosen',
    here: (count: number) =>
      count === 1 ? 'Für 1 Person auslosen, die da ist' : `Für ${people(count)} auslosen, die da sind`,
    going: (count: number) =>
      count === 1
        ? 'Für die eine Person auslosen, die kommt'
        : `Für alle ${number.format(count)} auslosen, die kommen`,
    few: (fewest: number) =>
      `Es braucht mindestens ${people(fewest)}. Lass sie am Einlass ein oder lose für alle aus, die kommen.`,
    fewGoing: (fewest: number) =>
      fewest === 1
        ? 'Es braucht mindestens 1 Person, die kommt.'
        : `Es braucht mindestens ${people(fewest)}, die kommen.`,
    many: (most: number) => `Tische werden für höchstens ${people(most)} ausgelost.`,
    early:
      'Du kannst schon vor dem Einlass auslosen. Wer dann ohne Tisch kommt, bekommt einen, und niemand wechselt.',
    drawing: 'Wer sitzt mit wem…',
    again: 'Neu auslosen',
    drawn: (tables: number) => `${counted(tables, 'Tisch ist', 'Tische sind')} ausgelost.`,
    drawnAgain: 'Die Tische sind neu ausgelost.',
    willDraw: 'Die Tische werden neu ausgelost. Was du von Hand geändert hast, ist dann vergessen.',
    clear: 'Tische abräumen',
    willClear: 'Die Tische werden abgeräumt. Auf den Handys steht dann, dass keine ausgelost sind.',
    againHere: (count: number) =>
      count === 1 ? 'Für 1 Person, die da ist' : `Für ${people(count)}, die da sind`,
    againGoing: (count: number) =>
      count === 1 ? 'Für die eine Person, die kommt' : `Für alle ${number.format(count)}, die kommen`,
  },
  state: {
    seated: 'Ausgelost, nicht begonnen',
    running: (round: number, rounds: number) => `Runde ${String(round)} von ${String(rounds)}`,
    ended: 'Die Runden sind vorbei',
  },
  acts: {
    start: 'Runde 1 beginnen',
    next: (round: number) => `Runde ${String(round)} beginnen`,
    end: 'Letzte Runde beenden',
    started: (round: number) => `Runde ${String(round)} hat begonnen.`,
    ended: 'Die Runden sind vorbei.',
    undo: 'Rückgängig',
    back: 'Einen Schritt zurück',
    justDone: 'Was gerade geschah',
  },
  clock: {
    left: 'übrig',
    over: (minutes: number) => `Die Zeit ist seit ${counted(minutes, 'Minute', 'Minuten')} um`,
    justOver: 'Die Zeit ist um',
    label: 'Übrige Zeit in dieser Runde',
  },
  screen: 'Leinwand für den Raum',
  cards: 'Tischkarten drucken',
  badges: 'Namensschilder drucken',
  rounds: 'Runden',
  round: (round: number) => `Runde ${String(round)}`,
  told: {
    title: 'Wie gut es gelungen ist',
    noRepeats: 'Niemand trifft dieselbe Person zweimal.',
    repeats: (count: number) => `${counted(count, 'Paar trifft', 'Paare treffen')} sich ein zweites Mal.`,
    repeatsMust: (tables: number, seats: number) =>
      `Mit ${counted(tables, 'Tisch', 'Tischen')} zu höchstens ${String(seats)} geht es nicht anders: Es sind zu wenige Tische, um sich zu verteilen.`,
    repeatsMustRounds: (rounds: number) =>
      `In ${rounds === 1 ? '1 Runde' : `${String(rounds)} Runden`} gibt es mehr Plätze zu füllen als neue Leute zu treffen.`,
    repeatsMay: 'Besser ging es nicht. Lose neu aus oder halte eine Runde weniger ab.',
    noKnown: 'Niemand sitzt bei Leuten, die als bekannt genannt wurden.',
    known: (count: number) =>
      `${counted(count, 'Paar, das sich kennt, sitzt', 'Paare, die sich kennen, sitzen')} an einem Tisch.`,
    employers: (count: number) =>
      `${counted(count, 'Paar aus demselben Betrieb sitzt', 'Paare aus demselben Betrieb sitzen')} an einem Tisch.`,
    noEmployers: 'Wer bekanntlich im selben Betrieb arbeitet, sitzt getrennt.',
    many: 'Es sind mehr, als es Tische gibt, um sie zu verteilen, oder etwas wog schwerer. Setze jemanden von Hand um, wenn du möchtest.',
    topics: 'Jeder Tisch hat ein Thema zum Einstieg.',
    noTopic: (count: number) => `${counted(count, 'Tisch hat', 'Tische haben')} kein gemeinsames Thema.`,
    noTopicWhy:
      'Die Leute dort haben wenig über ihre Arbeit gesagt, oder Verschiedenes. Eine Frage von dir hilft.',
    stages: 'Soweit bekannt, sitzen an keinem Tisch nur Leute mit gleich viel Erfahrung.',
    oneStage: (count: number) =>
      count === 1
        ? 'An 1 Tisch haben alle gleich viel Erfahrung.'
        : `An ${number.format(count)} Tischen haben jeweils alle gleich viel Erfahrung.`,
    oneStageWhy: 'Wer etwas dazu gesagt hat, gehört zu oft zur selben Gruppe.',
  },
  table: (table: number) => `Tisch ${String(table)}`,
  topic: (topic: string) => `Zum Einstieg: ${topic}`,
  noTopic: 'Kein gemeinsames Thema',
  empty: 'Hier sitzt gerade niemand.',
  marks: {
    late: 'kam später',
    host: 'von dir umgesetzt',
    left: 'gegangen',
    notHere: 'noch nicht da',
    hidden: 'Name nicht auf der Leinwand',
  },
  person: {
    menu: (name: string) => `${name}: umsetzen oder als gegangen markieren`,
    moveTo: (table: number) => `An Tisch ${String(table)} setzen`,
    newTable: (table: number) => `An Tisch ${String(table)} setzen (neu)`,
    leave: 'Ist gegangen',
    comeBack: 'Ist wieder da',
    full: 'voll',
    moved: (name: string, table: number) => `${name} sitzt jetzt an Tisch ${String(table)}.`,
    left: (name: string) => `${name} ist gegangen. Sonst wechselt niemand.`,
    back: (name: string) => `${name} ist wieder da.`,
    seated: (name: string, tables: readonly number[]) =>
      tables.length === 0
        ? `${name} hat einen Tisch.`
        : `${name} sitzt an Tisch ${listed.format(tables.map(String))}. Sonst wechselt niemand.`,
    drag: 'Zieh einen Namen an einen anderen Tisch oder nutze sein Menü.',
  },
  unseated: {
    title: 'Da, aber ohne Tisch',
    none: 'Alle, die gekommen sind, haben einen Tisch.',
    seat: 'Tisch finden',
    seatName: (name: string) => `Tisch finden für ${name}`,
    search: 'Name suchen',
    others: (count: number) =>
      count === 1
        ? '1 weitere Person kommt und ist noch nicht da'
        : `${number.format(count)} weitere kommen und sind noch nicht da`,
    othersHelp: 'Wenn du möchtest, findest du schon einen Tisch, bevor jemand da ist.',
  },
  list: {
    missing: (count: number) =>
      `${people(count)} mit einem Tisch ${count === 1 ? 'ist' : 'sind'} noch nicht da.`,
  },
  keys: {
    next: 'Nächste Runde beginnen',
    draw: 'Tische neu auslosen',
    rounds: 'Runde davor oder danach zeigen',
  },
  map: {
    title: (event: string) => `Tische: ${event}`,
    waiting: 'Die Tische werden gleich ausgelost',
    over: 'Die Runden sind vorbei',
    overText: 'Bleibt und redet, so lange ihr mögt.',
    find: 'Finde deinen Tisch',
    phone: 'Nicht auf der Liste? Dein Handy nennt deinen Tisch: Der Link ist in deiner Mail.',
    more: (count: number) => `und ${number.format(count)} weitere`,
    only: (count: number) => people(count),
    next: (round: number) => `Als Nächstes: Runde ${String(round)}`,
    timeIsUp: 'Die Zeit ist um',
  },
};
