import type { critiqueNow as english } from '../en/critique-now.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

const listed = new Intl.ListFormat('de-DE', { type: 'conjunction' });
const by = (title: string, author: string | null): string =>
  author === null ? `„${title}“` : `„${title}“ von ${author}`;

export const critiqueNow: InOtherWords<typeof english> = {
  page: {
    title: (event: string) => `${event}: Kritikrunde`,
    loading: 'Einen Moment…',
    again: 'Noch einmal versuchen',
    you: (name: string) => `Du bist ${name}.`,
    eventPage: 'Über den Abend',
    cancelled: 'Dieser Abend wurde abgesagt. Was du geschrieben hast, bleibt, wie es war.',
    none: 'Hier gibt es keine Kritikrunde',
    noneText: 'Die Hosts dieses Abends haben keine geplant oder sie zurückgenommen.',
    sessions: 'Runden dieses Abends',
    untitled: 'Kritikrunde',
    parts: 'Bereiche dieser Seite',
    sections: { work: 'Meine Arbeit', now: 'Jetzt', letter: 'Mein Brief', people: 'Menschen' },
    turned: {
      work: 'Du kannst eine Arbeit mitbringen.',
      now: 'Es gibt jetzt etwas für dich zu tun.',
      letter: 'Dein Brief ist da.',
      people: 'Die Runde ist vorbei. Mit wem möchtest du weiterreden?',
    },
    go: 'Dorthin',
    failed: 'Das ist nicht angekommen',
    unusable: 'Dieser Link gilt nicht mehr',
    unusableText:
      'Vielleicht ist er abgeschnitten, oder ein neuerer hat ihn ersetzt. Öffne die neueste Mail zu diesem Abend und folge dem Link darin.',
    seat: 'Zuerst dein Platz',
    seatText:
      'Kritikrunden sind für alle, die einen Platz haben. Bestätige deine Anmeldung oder nimm den angebotenen Platz an; dann öffnet sich diese Seite.',
    network: 'Kein Netz',
    networkText: 'Was du tippst, liegt auf diesem Handy und wird gesendet, sobald wieder Netz da ist.',
    missing: 'Diese Runde gibt es nicht mehr',
  },
  live: {
    lost: 'Die Verbindung ist weg. Die Uhr läuft weiter, und wir versuchen es wieder; was du tippst, liegt auf diesem Handy.',
    away: 'Im Moment kein Netz. Die Uhr läuft weiter wie bisher; was du tippst, liegt auf diesem Handy.',
  },
  clock: {
    left: (spoken: string) => `noch ${spoken}`,
    minutes: (minutes: number, seconds: number) =>
      [
        minutes > 0 && counted(minutes, 'Minute', 'Minuten'),
        (seconds > 0 || minutes === 0) && counted(seconds, 'Sekunde', 'Sekunden'),
      ]
        .filter(Boolean)
        .join(' '),
    paused: 'Angehalten',
    over: 'Die Zeit ist um',
    step: (at: number, of: number) => `Schritt ${at} von ${of}`,
    table: (table: number) => `Tisch ${table}`,
    turn: (round: number, of: number) => `${round} von ${of}`,
    speaks: {
      author: 'Autor:in spricht',
      critics: 'Die Kritik spricht',
      nobody: 'Niemand spricht',
      everybody: 'Alle dürfen sprechen',
    },
    youSpeak: 'Du sprichst',
  },
  work: {
    named: by,
    authorLater: 'Von wem sie ist, steht am Ende hier.',
    question: 'Die Frage dazu',
    ownQuestion: 'Deine Frage',
    wants: 'Gern etwas über',
    avoid: 'Bitte weglassen',
    notes: 'Notizen',
    topics: 'Themen',
    link: 'Arbeit öffnen',
    listen: 'Anhören',
    listenText: 'Du kannst sie schon vorher hören. Sie bleibt hier und lässt sich nicht herunterladen.',
    listenFails: 'Die Arbeit lässt sich im Moment nicht öffnen.',
    heardBefore: (day: string) => `Die Fassung davor hast du am ${day} gehört.`,
  },
  before: {
    title: (count: number, isTonight: boolean) =>
      isTonight
        ? count === 1
          ? 'Heute Abend hörst du diese Arbeit'
          : `Heute Abend hörst du diese ${number.format(count)} Arbeiten`
        : count === 1
          ? 'Du hörst diese Arbeit'
          : `Du hörst diese ${number.format(count)} Arbeiten`,
    open: 'Wer wen hört, ist noch nicht geplant',
    openText: (until: string) =>
      `Arbeiten kommen bis ${until} dazu. Dann wird ausgelost, wer welche hört, und es steht hier.`,
    starts: (moment: string) =>
      `Der Abend beginnt am ${moment}. Diese Seite sagt dir Schritt für Schritt, was zu tun ist.`,
    standby: 'Du springst ein',
    standbyText:
      'Noch ist keine Arbeit für dich bestimmt. Fehlt jemand, wirst du hier gerufen. Hör bis dahin einfach zu.',
    waits: 'Deine Arbeit ist auf der Warteliste',
    waitsText:
      'Fehlt jemand mit einer Arbeit, wird stattdessen deine Arbeit gehört. Hör bis dahin einfach zu.',
    waitlisted:
      'Deine Arbeit ist auf der Warteliste. Wenn jemand mit einer Arbeit fehlt, wird vielleicht deine gehört.',
    passedOver: 'Deine Arbeit wurde übersprungen',
    passedOverText:
      'Du warst nicht da, als sie an der Reihe war. Wenn du jetzt da bist, sag es der Leitung der Runde: Sie kann noch gehört werden.',
    own: (place: string) => `Deine eigene Arbeit wird ${place} gehört.`,
    ownAt: (table: number, round: number, isOnlyTable: boolean) =>
      isOnlyTable ? `an ${round}. Stelle` : `an Tisch ${table}, an ${round}. Stelle`,
    rules: 'Wie wir das hier machen',
  },
  between: {
    title: 'Gleich beginnt die nächste Arbeit',
    text: 'Die Leitung startet jede einzeln. Diese Seite wechselt von selbst.',
    nextHear: (title: string, author: string | null, table: number | null) =>
      `Als Nächstes hörst du ${by(title, author)}${table === null ? '' : `, Tisch ${table}`}.`,
    nextOwn: (table: number | null) =>
      `Als Nächstes kommt deine eigene Arbeit${table === null ? '' : `, Tisch ${table}`}.`,
    last: 'Das war die letzte für dich.',
    lastText:
      'Schreib unten zu Ende, wenn du magst: Die Worte gehen an die Autor:innen, wenn die Runde endet.',
  },
  other: {
    on: (title: string, author: string | null) => `Jetzt läuft: ${by(title, author)}`,
    listenAlong: 'Hör einfach zu. Für dich ist gerade nichts zu tun.',
  },
  waiting: {
    author: 'Der Raum wartet auf dich',
    authorText: (table: number) => `Komm an Tisch ${table} und sag, dass du da bist.`,
    others: 'Wir warten auf Autor:in',
    othersText: 'Drei Minuten lang. Dann wird eine andere Arbeit gehört.',
  },
  called: 'Du springst für jemanden ein, der fehlt. Danke.',
  author: {
    'set-up': 'Mach dich bereit. Sag den Titel und sonst nichts: Zuerst spricht die Arbeit.',
    listen: 'Deine Arbeit wird gehört. Schau in den Raum.',
    write: 'Gerade wird dir geschrieben. Nichts zu tun.',
    meaning: 'Hör zu. Antworte noch nicht.',
    'author-asks': 'Stell deine Frage.',
    'neutral-questions': 'Antworte auf die Fragen. Gründe schuldest du niemandem.',
    opinions: 'Wer dir die eigene Meinung sagen will, fragt erst. Du darfst Nein sagen.',
    'no-opinions': 'Du hast nicht um Meinungen gebeten, also hörst du keine.',
    'one-thing': 'Sag eines, das du ausprobierst.',
    speaks: 'Du hast das Wort.',
    silent: 'Hör zu. Antworte noch nicht.',
    over: 'Deine Zeit ist vorbei. Was dir geschrieben wurde, kommt zu dir, wenn die Runde endet.',
  },
  critic: {
    'set-up': 'Lies die Frage und leg alles andere weg.',
    listen: 'Hör zu. Markiere einen Moment, wenn etwas mit dir geschieht.',
    write: 'Schreib still: erst, was bei dir geblieben ist, dann deine Antwort.',
    meaning: 'Sag, was bei dir geblieben ist. Kein Lob, kein Rat.',
    'author-asks': 'Antworte auf die gestellte Frage, und nur darauf.',
    'neutral-questions': 'Frag, ohne eine Meinung in der Frage.',
    opinions: 'Frag erst: „Ich habe einen Gedanken zu … Möchtest du ihn hören?“',
    'no-opinions': 'Meinungen sind hier nicht erwünscht. Stell stattdessen noch eine Frage.',
    'one-thing': 'Hör, was als Nächstes ausprobiert wird.',
    speaks: 'Du hast das Wort.',
    silent: 'Jetzt ist nichts zu sagen.',
    over: 'Du kannst noch zu Ende schreiben. Deine Worte werden beim Tippen gespeichert.',
  },
  form: {
    title: (title: string) => `Für „${title}“`,
    readers: {
      author:
        'Das liest, wer die Arbeit gemacht hat, und sonst niemand. Hosts sehen, dass du begonnen hast und ob es genug ist, nicht was.',
      facilitator: 'Das liest, wer die Arbeit gemacht hat. Die Hosts lesen es auch.',
    },
    meaning: 'Was ist bei dir geblieben?',
    meaningHint: 'Ein Bild, eine Zeile, ein Gefühl. Was es dir bedeutet hat, nicht, ob es gut ist.',
    answer: 'Deine Antwort auf die Frage zur Arbeit',
    neutralQuestion: 'Eine neutrale Frage zur Arbeit',
    neutralQuestionHint: 'Eine ohne Meinung darin: „Warum endet es auf diesem Akkord?“',
    opinion: 'Eine Meinung, weil darum gebeten wird',
    opinionHint: 'Etwas, womit sich weiterarbeiten lässt.',
    change: 'Was ich geschrieben habe',
    nothing: 'Du hast hier noch nichts geschrieben.',
    saved: 'Gespeichert',
    saving: 'Wird gespeichert…',
    kept: 'Liegt auf diesem Handy; wird gesendet, wenn Netz da ist.',
    refused: 'Nicht gesendet:',
    asks: (words: number) => `Es zählt ab ${counted(words, 'Wort', 'Wörtern')}.`,
    more: (words: number) => `Noch ${counted(words, 'Wort', 'Wörter')}, dann zählt es`,
    counts: 'Es zählt. Schreib weiter, wenn du magst.',
    words: (words: number) => counted(words, 'Wort', 'Wörter'),
    two: 'Das hast du in einem anderen Fenster geschrieben:',
    add: 'Darunter einfügen',
    leave: 'Weglassen',
    closed: 'Das ist schon angekommen und lässt sich nicht mehr ändern.',
  },
  marks: {
    title: 'Momente, die du markiert hast',
    add: 'Diesen Moment markieren',
    at: (time: string) => `Bei ${time}`,
    text: (time: string) => `Was bei ${time} geschieht`,
    remove: (time: string) => `Markierung bei ${time} entfernen`,
    removeShort: 'Entfernen',
    full: 'Mehr als fünfzig Markierungen passen nicht.',
    placeholder: 'Ein, zwei Wörter oder nichts',
  },
  decline: {
    do: 'Diese kann ich nicht hören',
    pending: (title: string) => `Du hörst „${title}“ nicht. Jemand anderes wird gefragt.`,
    undo: 'Rückgängig',
    done: (title: string) => `Du hörst „${title}“ nicht. Danke, dass du es gesagt hast.`,
    missed: (title: string) =>
      `Du wurdest nicht gefunden, als „${title}“ begann, darum hört jemand anderes zu. Wenn du da bist, sag es der Leitung.`,
  },
  written: {
    title: (count: number) => `Du hörst ${counted(count, 'Arbeit', 'Arbeiten')} zu Hause`,
    due: (moment: string) =>
      `Deine Worte gehen am ${moment} an die Autor:innen. Bis dahin kannst du alles ändern.`,
    overdue: 'Die Zeit zum Schreiben ist vorbei. Die Autor:innen bekommen, was du geschrieben hast.',
    open: (title: string) => `Hören und schreiben: „${title}“`,
    write: 'Hören und schreiben',
    back: 'Alle Arbeiten',
    state: (words: number, fewest: number) =>
      words === 0
        ? 'Noch nichts geschrieben'
        : words < fewest
          ? `${counted(words, 'Wort', 'Wörter')}, noch ${number.format(fewest - words)}, dann zählt es`
          : `${counted(words, 'Wort', 'Wörter')}, es zählt`,
  },
  after: {
    title: 'Das war es. Danke.',
    calledOff: 'Diese Runde wurde abgesagt',
    turnKept:
      'Deine Arbeit behält ihren Rang: Bring sie hier in eine andere Runde mit, und sie gehört zu den ersten.',
    soon: 'Was alle geschrieben haben, geht jetzt an die Autor:innen. Bis dahin kannst du noch zu Ende schreiben.',
    released: 'Was du geschrieben hast, ist angekommen.',
    thanks: (count: number) =>
      count === 0
        ? 'Danke, dass du da warst.'
        : `Du hast ${counted(count, 'Arbeit', 'Arbeiten')} zugehört. Davon lebt so ein Abend.`,
    letter: 'Meinen Brief lesen',
    people: 'Mit wem möchte ich weiterreden?',
    heard: (titles: readonly string[]) =>
      `Du hast ${listed.format(titles.map((title) => `„${title}“`))} gehört.`,
  },
};
