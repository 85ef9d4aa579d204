import type { critiqueSessionsApp as english } from '../en/critique-sessions-app.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

const listed = new Intl.ListFormat('de-DE', { type: 'conjunction' });
const length = (seconds: number): string =>
  [
    ...(seconds >= 60 ? [`${number.format(Math.floor(seconds / 60))} Min.`] : []),
    ...(seconds % 60 > 0 || seconds === 0 ? [`${number.format(seconds % 60)} Sek.`] : []),
  ].join(' ');

const formats = { live: 'Ein Raum', tables: 'Mehrere Tische', written: 'Zu Hause, schriftlich' };

export const critiqueSessionsApp: InOtherWords<typeof english> = {
  tab: 'Kritik',
  title: 'Kritikrunden',
  lead: 'Ein Abend, an dem alle einander zuhören: Jede Arbeit bekommt einige Kritiker:innen, und wer eine mitbringt, gibt auch Kritik.',
  untitled: 'Kritikrunde',
  none: 'Noch keine Kritikrunde',
  noneText:
    'Füge eine hinzu, und alle mit einem Platz können eine Arbeit mitbringen. Du entscheidest, wann geplant wird, wer wen hört.',
  add: 'Runde hinzufügen',
  most: 'Eine Veranstaltung hat höchstens 5 Kritikrunden.',
  formats,
  states: {
    open: 'Arbeiten kommen dazu',
    closed: 'Alle Arbeiten sind da',
    planned: 'Geplant',
    running: 'Läuft',
    ended: 'Vorbei',
    calledOff: 'Abgesagt',
  },
  works: (works: number) => (works === 0 ? 'Noch keine Arbeiten' : counted(works, 'Arbeit', 'Arbeiten')),
  heard: (capacity: number) => `Zeit für ${number.format(capacity)}`,
  deadline: (when: string) => `Arbeiten bis ${when}`,
  untilStart: 'Arbeiten bis zum Beginn des Abends',
  settings: 'Einstellungen',
  settingsOf: (title: string) => `Einstellungen von ${title}`,
  remove: 'Entfernen',
  removeName: (title: string) => `${title} entfernen`,
  willRemove: (title: string) => `${title} wird gleich entfernt.`,
  notDone: (why: string) => `Das ist nicht geschehen. ${why}`,
  noRight: 'Runden richten Inhaber:innen und Redaktion ein',
  noRightText: 'Als Host planst du, wer wen hört, und leitest die Runde.',
  keys: {
    add: 'Runde hinzufügen',
    plan: 'Zum Knopf, der plant',
    without: 'Zu denen ohne Arbeit',
    people: 'Nach Arbeit oder nach Person zeigen',
    leave: 'Gewählte Person lassen, wie sie ist',
  },
  form: {
    new: 'Eine neue Kritikrunde',
    template: 'Was gehört wird',
    templates: {
      songwriting: { label: 'Songwriting-Kreis', help: 'Im Raum gespielt, je vier Minuten.' },
      mix: { label: 'Mixe hören', help: 'Länger gehört, mit mehr Zeit für Meinungen.' },
      film: { label: 'Filmszenen', help: 'Acht Minuten auf der Leinwand.' },
      written: {
        label: 'Schriftliche Kritik',
        help: 'Niemand trifft sich: Alle hören zu Hause und schreiben innerhalb von 72 Stunden.',
      },
    },
    name: 'Titel',
    where: 'Wo gehört wird',
    live: 'In einem Raum',
    liveHelp: 'Alle hören jede Arbeit; wer zur Kritik eingeteilt ist, spricht und schreibt.',
    tables: 'An mehreren Tischen',
    tablesHelp: 'Man hört einander am eigenen Tisch.',
    tableCount: 'Tische',
    slot: 'Die Zeit einer Arbeit',
    slotHelp: 'Solange die Uhr läuft, folgen die Phasen von selbst aufeinander.',
    fits: (slots: number, tables: number, minutes: number) =>
      `${counted(slots, 'Arbeit passt', 'Arbeiten passen')} in ${counted(minutes, 'Minute', 'Minuten')}${
        tables > 1
          ? ` an jeden von ${number.format(tables)} Tischen, zusammen ${number.format(slots * tables)}`
          : ''
      }. 20 Minuten bleiben zum Ankommen und Gehen.`,
    slotLength: (seconds: number) => `${length(seconds)} für jede Arbeit.`,
    lengthUnknown: 'Gib an, wie lange jede Phase dauert.',
    bounds: {
      slot: 'Alle Phasen zusammen dauern 3 bis 90 Minuten.',
      phase: 'Von 10 Sekunden bis 90 Minuten.',
      label: 'Gib an, wie sie heißt.',
      tables: (most: number) => `Von 1 bis ${number.format(most)} Tische.`,
      critics: (most: number) => `Von 1 bis ${number.format(most)} Kritiker:innen.`,
      deadlinePassed: 'Das ist schon vorbei; niemand könnte mehr eine Arbeit mitbringen.',
      deadlineLate:
        'Das ist nach dem Beginn des Abends: Arbeiten können noch dazukommen, während andere gehört werden.',
    },
    mostPhases: (most: number) => `Eine Arbeit hat höchstens ${number.format(most)} Phasen.`,
    moved: (label: string, to: number, of: number) =>
      `${label} ist jetzt Phase ${number.format(to)} von ${number.format(of)}.`,
    phaseRemoved: (label: string) => `${label} ist entfernt.`,
    noSlot: (minutes: number) =>
      `In ${counted(minutes, 'Minute', 'Minuten')} passt keine Arbeit. Kürze die Zeit einer Arbeit oder verlängere den Abend.`,
    phase: (at: number) => `Phase ${number.format(at)}`,
    label: 'Wie sie heißt',
    minutes: 'Minuten',
    speaks: 'Wer spricht',
    speakers: {
      author: 'Autor:in',
      critics: 'Die Kritik',
      nobody: 'Niemand',
      everybody: 'Alle',
    },
    up: (label: string) => `${label} nach oben`,
    down: (label: string) => `${label} nach unten`,
    removePhase: (label: string) => `${label} entfernen`,
    addPhase: 'Phase hinzufügen',
    newPhase: 'Noch eine Phase',
    critics: 'Kritiker:innen je Arbeit',
    criticsHelp:
      'Wer eine Arbeit mitbringt, hört dafür ebenso viele. Bei weniger als 7 Arbeiten sind es höchstens 2.',
    deadline: 'Arbeiten bis',
    deadlineHelp: (zone: string) => `Zeit von ${zone}. Leer: bis zum Beginn des Abends.`,
    blind: 'Namen',
    blindNone: 'Alle lesen, wer was gemacht hat',
    blindRound: 'Niemand liest Namen, bevor die Runde vorbei ist',
    blindHelp: 'Weder, wer eine Arbeit gemacht hat, noch, wer über sie schreibt.',
    feedback: 'Wer die Kritik liest',
    feedbackAuthor: 'Nur Autor:in',
    feedbackBoth: 'Autor:in und die Hosts',
    feedbackBothHelp: 'Allen, die schreiben, wird das gesagt.',
    pairing: 'Wer wen hört',
    topics: 'Themen zählen',
    topicsHelp: 'Arbeiten gehen an Menschen, die ihre Themen kennen, soweit es für alle gerecht ist.',
    employers: 'Menschen vom selben Arbeitgeber trennen',
    employersHelp: 'Soweit eine Gästeliste sagt, wo sie arbeiten.',
    rules: 'Regeln',
    rulesHelp: 'Alle lesen sie, bevor sie eine Arbeit mitbringen.',
    plannedNote:
      'Der Plan steht, darum lassen sich nur Titel, Regeln und Namen der Phasen ändern. Nimm den Plan zurück, um mehr zu ändern.',
    addButton: 'Runde hinzufügen',
    save: 'Speichern',
    saved: 'Gespeichert.',
    added: (title: string) =>
      `${title} ist hinzugefügt. Alle mit einem Platz können jetzt eine Arbeit mitbringen.`,
    cancel: 'Abbrechen',
    begunNote: 'Die Runde hat begonnen, darum lassen sich nur Titel, Regeln und Namen der Phasen ändern.',
    conflict:
      'Inzwischen hat jemand anderes diese Einstellungen gespeichert. Diese Änderungen stehen jetzt im Formular, und alles, was du eingetippt hast, auch.',
    conflictBoth: 'Das habt ihr beide geändert; im Formular steht deines:',
    theirs: (field: string, value: string) =>
      `${field}. Die andere Fassung: ${value === '' ? 'leer' : value}`,
    takeTheirs: 'Andere Fassung nehmen',
    takeTheirsOf: (field: string) => `Andere Fassung nehmen: ${field}`,
    saveMine: 'So speichern',
    noDeadline: 'bis zum Beginn des Abends',
    yes: 'ja',
    no: 'nein',
    fields: {
      title: 'Titel',
      template: 'Was gehört wird',
      format: 'Wo gehört wird',
      phases: 'Die Zeit einer Arbeit',
      tables: 'Tische',
      criticsPerWork: 'Kritiker:innen je Arbeit',
      deadlineLocal: 'Arbeiten bis',
      blind: 'Namen',
      feedbackTo: 'Wer die Kritik liest',
      topicsMatter: 'Themen zählen',
      employersApart: 'Menschen vom selben Arbeitgeber trennen',
      rules: 'Regeln',
    },
  },
  plan: {
    back: 'Alle Runden',
    run: 'Runde leiten',
    ran: 'Ansehen, wie sie lief',
    room: 'Bild für den Raum',
    letters: 'Briefe lesen',
    summary: (works: number, capacity: number | null) =>
      capacity === null || works <= capacity
        ? `${counted(works, 'Arbeit ist', 'Arbeiten sind')} da. ${works === 1 ? 'Sie wird' : 'Alle werden'} gehört.`
        : `${counted(works, 'Arbeit ist', 'Arbeiten sind')} da. ${capacity === 1 ? 'Die erste wird' : `Die ersten ${number.format(capacity)} werden`} gehört, ${counted(works - capacity, 'wartet', 'warten')}.`,
    planned: (works: number, critics: number) =>
      `${counted(works, 'Arbeit', 'Arbeiten')}, jede mit ${counted(critics, 'Kritiker:in', 'Kritiker:innen')}; wer eine mitbringt, hört ${number.format(critics)}.`,
    waiting: (works: number) => `${counted(works, 'Arbeit wartet', 'Arbeiten warten')}.`,
    short: (works: number) =>
      works === 1
        ? 'Für 1 Arbeit fehlt jemand zur Kritik. Wähle unten jemanden für sie.'
        : `Für ${number.format(works)} Arbeiten fehlt jemand zur Kritik. Wähle unten jemanden für sie.`,
    seed: (seed: number) => `Ausgelost, Nummer ${number.format(seed)}.`,
    due: (when: string) => `Die Kritik ist fällig am ${when}.`,
    ended: (works: number, others: number) =>
      `${counted(works, 'Arbeit wurde', 'Arbeiten wurden')} gehört.${others > 0 ? ` ${number.format(others)} nicht.` : ''}`,
    stillOpen: (when: string) => `Arbeiten können noch bis ${when} dazukommen.`,
    allIn: 'Die Zeit, Arbeiten mitzubringen, ist vorbei.',
    wouldWait: 'würde warten',
    again: 'Manche hören wieder jemanden, den sie letztes Mal gehört haben: Es ging nicht anders.',
    plan: (authors: number) => `Planen und ${counted(authors, 'Autor:in', 'Autor:innen')} Bescheid geben`,
    planWritten: (authors: number) =>
      `Arbeiten an ${counted(authors, 'Kritiker:in', 'Kritiker:innen')} verteilen`,
    writtenNote: 'Von da an ist 72 Stunden Zeit zum Schreiben; nach 48 kommt eine Erinnerung.',
    rest: 'Den Rest neu planen',
    restHelp:
      'Stellen und was du von Hand gewählt hast, bleiben. Bescheid bekommt nur, für wen sich Arbeiten ändern.',
    unplan: 'Plan zurücknehmen',
    willUnplan:
      'Der Plan wird gleich zurückgenommen, und mit ihm, was du von Hand gewählt hast. Die Arbeiten warten wieder in ihrer Reihenfolge.',
    overtaken: 'Jemand anderes hat hier gerade schon etwas geändert. So steht es jetzt.',
    done: 'Der Plan steht, und alle mit einer Arbeit wissen Bescheid.',
    redone: 'Der Rest ist neu geplant. Alle, für die sich Arbeiten ändern, wissen Bescheid.',
    noWorks: 'Noch keine Arbeiten',
    noWorksText:
      'Alle mit einem Platz finden „Arbeit mitbringen“ auf der Seite ihrer Anmeldung und in der Mail dazu. Teile die Seite der Veranstaltung mit denen, die noch keinen Platz haben:',
    oneWork: 'Eine Arbeit ist da. Ein Plan braucht zwei.',
    tooShort: 'Der Abend ist zu kurz für zwei Arbeiten dieser Länge.',
    changeSettings: 'Einstellungen ändern',
    show: 'Zeigen',
    byWork: 'Nach Arbeit',
    byPerson: 'Nach Person',
    list: 'Arbeiten in ihrer Reihenfolge',
    people: 'Wer was hört',
    table: (table: number) => `Tisch ${number.format(table)}`,
    waitlist: 'Auf der Warteliste',
    inOrder: 'Nach jetzigem Stand',
    over: 'Gehört',
    by: (author: string) => `von ${author}`,
    media: { audio: 'Audio', video: 'Video', text: 'Text', link: 'Link' },
    notComing: 'Wer sie mitbringt, kommt nicht mehr',
    place: (place: number) => `Stelle ${number.format(place)}`,
    critics: (title: string) => `Kritik zu ${title}`,
    lacks: 'Es fehlt jemand',
    lacksFor: (title: string) => `für ${title}: jemanden wählen`,
    why: {
      drawn: 'ausgelost',
      topics: (topics: readonly string[]) => `kennt ${listed.format(topics)}`,
      chosen: 'von Hand gewählt',
      standby: 'springt ein',
      swapped: 'von Hand geändert',
    },
    critiqueStates: { assigned: '', declined: 'kann nicht', done: 'hat geschrieben', missed: 'war nicht da' },
    hearsWork: (title: string) => `hört ${title},`,
    chosen: (critic: string, title: string) =>
      `${critic} hört ${title}. Wähle, mit wem getauscht wird, oder jemanden ohne Arbeit.`,
    chosenLack: (title: string) => `Wähle jemanden ohne Arbeit, um ${title} zu hören.`,
    choosing: 'Kritik ändern',
    changing: 'ändert sich gleich',
    leave: 'So lassen',
    looking: 'Es wird gesucht, wer könnte…',
    conflicts: {
      'own-work': 'eigene Arbeit',
      'co-author': 'hat mitgemacht',
      apart: 'nicht zusammen',
      employer: 'selber Arbeitgeber',
      'hears-it': 'hört sie schon',
      'other-table': 'sitzt an einem anderen Tisch',
      again: 'war schon letztes Mal so',
    },
    swapWith: (title: string) => `hört ${title}: tauschen`,
    cannotSwap: (title: string) => `hört ${title}, kann nicht tauschen:`,
    give: 'Dieser Person geben',
    cannotGive: 'kann sie nicht hören:',
    notTogether:
      'Bei manchen Paaren steht „nicht zusammen“ durch das Los. So verrät es niemandem, wer um Abstand gebeten hat oder ob überhaupt jemand.',
    willSwap: (a: string, b: string) => `${a} und ${b} tauschen.`,
    willGive: (name: string, title: string) => `${name} hört ${title}.`,
    standby: 'Ohne Arbeit',
    standbyText: 'Fehlt jemand zur Kritik, kommen sie zuerst dran, von oben.',
    noStandby: 'Alle mit einem Platz haben eine Arbeit mitgebracht.',
    hears: (works: number) => `hört ${number.format(works)}`,
    hearsNothing: 'hört nichts',
    tooMany: (works: number) =>
      `Der Abend ist kürzer geworden: Für ${counted(works, 'Arbeit', 'Arbeiten')} dieses Plans ist keine Zeit mehr. Plane den Rest neu.`,
    couldBeHeard: (works: number) =>
      `Für ${counted(works, 'wartende Arbeit', 'wartende Arbeiten')} ist Zeit. Plane den Rest neu.`,
    callOff: 'Absagen',
    willCallOff: 'Die Runde wird gleich abgesagt: Arbeiten behalten ihren Rang, Guthaben kommt zurück.',
    calledOff: 'Diese Runde wurde abgesagt. Ihre Arbeiten behalten ihren Rang.',
    unstart: 'Noch nicht: zurück zum Plan',
    shortage: {
      title: 'So einen Plan gibt es nicht',
      notFound: 'So einen Plan haben wir nicht gefunden',
      works: (names: readonly string[], needed: number, available: number) =>
        names.length === 1
          ? `${listed.format(names)} braucht ${counted(needed, 'Kritik', 'Kritiken')}. Wer die Arbeit hören darf, kann ${number.format(available)} geben.`
          : `${listed.format(names)} brauchen zusammen ${counted(needed, 'Kritik', 'Kritiken')}. Wer diese Arbeiten hören darf, kann zusammen ${number.format(available)} geben.`,
      critics: (names: readonly string[], needed: number, available: number) =>
        names.length === 1
          ? `${listed.format(names)} soll ${counted(needed, 'Arbeit', 'Arbeiten')} hören, und erlaubt sind ${number.format(available)}.`
          : `${listed.format(names)} sollen zusammen ${counted(needed, 'Arbeit', 'Arbeiten')} hören, und erlaubt sind ${number.format(available)}.`,
      work: (title: string, author: string) => `„${title}“ von ${author}`,
      asSeated: 'An einem der Tische, wie wir sie zuletzt probiert haben:',
      help: 'Verlange weniger Kritiker:innen je Arbeit, stell weniger Tische auf oder lass Menschen vom selben Arbeitgeber einander hören.',
    },
  },
};
