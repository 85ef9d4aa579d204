import type {
  critiqueInvitation as invitationEnglish,
  critiqueWork as workEnglish,
  critiqueWorkActivity as activityEnglish,
  critiqueWorkPage as pageEnglish,
} from '../en/critique-work.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

const credits = (count: number): string => counted(count, 'Guthabenpunkt', 'Guthabenpunkte');

export const critiqueWork: InOtherWords<typeof workEnglish> = {
  faults: {
    title: 'Gib der Arbeit einen Titel.',
    question: 'Stell eine Frage. Wer Kritik gibt, beantwortet sie.',
    source: 'Füge eine Datei oder einen Link hinzu, damit die Arbeit zu hören oder zu sehen ist.',
    link: 'Dieser Link muss mit https:// oder http:// beginnen.',
    file: 'Diese Datei ist nicht mehr da. Bitte schick sie noch einmal.',
    eitherOr: 'Eine Datei oder ein Link, nicht beides.',
    previous: 'Das ist keine frühere Arbeit von dir.',
  },
};

export const critiqueInvitation: InOtherWords<typeof invitationEnglish> = {
  title: 'Kritikrunde',
  titles: 'Kritikrunden',
  formats: {
    live: (critics: number) =>
      critics === 1
        ? 'Die Arbeiten werden nacheinander gehört, und zu jeder gibt eine Person Kritik.'
        : `Die Arbeiten werden nacheinander gehört, und zu jeder geben ${number.format(critics)} Personen Kritik.`,
    tables: (critics: number) =>
      critics === 1
        ? 'Die Arbeiten werden an kleinen Tischen gehört, und zu jeder gibt eine Person Kritik.'
        : `Die Arbeiten werden an kleinen Tischen gehört, und zu jeder geben ${number.format(critics)} Personen Kritik.`,
    written: (critics: number) =>
      critics === 1
        ? 'Die Arbeiten werden zu Hause gehört, und zu jeder schreibt eine Person.'
        : `Die Arbeiten werden zu Hause gehört, und zu jeder schreiben ${number.format(critics)} Personen.`,
  },
  bring: (until: string) => `Wenn du kommst, kannst du bis ${until} eine eigene Arbeit mitbringen.`,
  closed: 'Die Zeit, eine Arbeit mitzubringen, ist vorbei.',
  mine: 'Arbeit mitbringen',
  mineText: (until: string) =>
    `An diesem Abend gibt es eine Kritikrunde. Bis ${until} kannst du eine Arbeit mitbringen.`,
  draft:
    'Deine Arbeit ist ein Entwurf und steht in keiner Reihenfolge. Wenn du deinen Platz zwischendurch zurückgegeben hast, hat auch sie ihren verloren: Bring sie noch einmal mit.',
  page: 'Meine Kritikrunde',
  pageText:
    'Was du mitbringst, was du hörst und was andere dir geschrieben haben, steht auf einer eigenen Seite.',
};

export const critiqueWorkPage: InOtherWords<typeof pageEnglish> = {
  title: 'Deine Arbeit',
  lead: 'Bring etwas mit, woran du gerade arbeitest. Einige hören genau hin und sagen dir, was bei ihnen geblieben ist.',
  until: (moment: string) => `Bis ${moment} kannst du sie mitbringen, ändern und zurücknehmen.`,
  loading: 'Einen Moment…',
  fields: {
    title: 'Titel',
    question: 'Deine Frage',
    questionHelp: 'Das eine, was du wissen willst. Wer Kritik gibt, beantwortet es.',
    questionExample: 'Hat die zweite Strophe sich den letzten Refrain verdient?',
    left: (count: number) => `noch ${number.format(count)} Zeichen`,
    source: 'Die Arbeit selbst',
    file: 'Eine Datei',
    link: 'Ein Link',
    linkLabel: 'Link zu deiner Arbeit',
    linkHelp: 'Er öffnet sich in einem neuen Tab. Prüf, dass es ohne Passwort geht.',
    blind:
      'Vor dem Ende der Runde ist dein Name nicht zu lesen: Nimm ihn aus den Angaben in der Datei und aus der Adresse.',
    wants: 'Worüber du gern etwas hörst',
    wantsHelp: 'Zum Beispiel: den Text, die Bässe, den Schluss.',
    avoid: 'Worüber lieber nicht',
    avoidHelp: 'Zum Beispiel: Der Gesang ist nur ein Platzhalter, bitte hört darüber hinweg.',
    notes: 'Notizen für alle, die Kritik geben',
    notesHelp: 'Was man vorher wissen muss, oder der Liedtext.',
    topics: 'Themen',
    topicsHelp: 'Bis zu drei, mit Kommas dazwischen: Mischung, Sounddesign.',
    opinions: 'Man darf mir auch die eigene Meinung sagen',
    opinionsHelp:
      'Sonst liest du, was geblieben ist, Antworten auf deine Frage und Fragen an dich. Nichts weiter.',
    opinionsTold: 'Meinungen',
    opinionsYes: 'Wer Kritik gibt, darf dir die eigene sagen.',
    opinionsNo: 'Wer Kritik gibt, behält die eigene für sich.',
    coAuthors: 'Gemacht zusammen mit',
    coAuthorsHelp:
      'Mailadressen, bis zu drei. Diese Personen werden nicht für die Kritik daran ausgelost, und niemand schreibt ihnen. Hosts können lesen, dass sie daran beteiligt sind.',
    previous: 'Ist das eine neue Fassung einer früheren Arbeit?',
    previousNone: 'Nein, sie ist hier neu',
    previousOf: (title: string, day: string) => `${title}, gehört am ${day}`,
    previousUnheard: (title: string, day: string) => `${title}, mitgebracht am ${day}`,
    more: 'Mehr dazu, wenn du magst',
  },
  plannedFields:
    'Themen und wer mitgemacht hat, bleiben, wie sie sind: Danach wurde ausgelost, wer deine Arbeit hört.',
  longer: (length: string, slot: string) =>
    `Sie dauert ${length}. In der Runde ist ${slot} Zeit, sie abzuspielen oder zu zeigen; sag also in den Notizen, wo es losgehen soll.`,
  minutes: (minutes: number, seconds: number) =>
    minutes === 0
      ? seconds === 1
        ? '1 Sekunde'
        : `${number.format(seconds)} Sekunden`
      : `${number.format(minutes)}:${String(seconds).padStart(2, '0')} Minuten`,
  rules: 'Die Regeln dieser Runde',
  file: {
    name: 'Deine Datei',
    replace: 'Eine andere Datei schicken',
    keep: 'Bisherige Datei behalten',
    remove: 'Diese Datei entfernen',
    kept: 'Die bisherige Datei bleibt, bis die neue angekommen ist.',
  },
  saving: 'Wird gespeichert…',
  saved: 'Gespeichert. Nur du siehst sie, bis du sie mitbringst.',
  savedIn: 'Gespeichert.',
  unsaved: 'Bei uns noch nicht gespeichert. Es liegt auf diesem Handy, und wir versuchen es weiter.',
  held: 'So nicht gespeichert. Was du eingetippt hast, liegt auf diesem Handy.',
  restored: 'Was du hier schon eingetippt hattest, ist wieder da.',
  elsewhere:
    'Du hast diese Arbeit auch auf einem anderen Gerät geändert. Unten steht, was du hier eingetippt hast; alles andere ist so, wie du es dort gespeichert hast.',
  bring: 'Diese Arbeit mitbringen',
  bringing: 'Einen Moment…',
  bringAgain: 'Wieder mitbringen',
  start: 'Arbeit mitbringen',
  change: 'Ändern',
  done: 'Fertig',
  brought: 'Deine Arbeit ist dabei.',
  places: {
    submitted: (place: number) => `Nach jetzigem Stand bist du an ${number.format(place)}. Stelle.`,
    waits: (place: number, slots: number) =>
      slots === 1
        ? `Nach jetzigem Stand bist du an ${number.format(place)}. Stelle. Die Zeit reicht für 1 Arbeit, du bist also auf der Warteliste.`
        : `Nach jetzigem Stand bist du an ${number.format(place)}. Stelle. Die Zeit reicht für ${number.format(slots)} Arbeiten, du bist also auf der Warteliste.`,
    standing:
      'Die Reihenfolge wird gezogen, wenn die Runde geplant wird. Wer länger gewartet hat, kommt zuerst.',
    written: 'Jede Arbeit, die bei Ablauf der Frist da ist, bekommt ihre Kritiker:innen.',
    accepted: ({ table, round }: { table: number | null; round: number }) =>
      `Deine Arbeit wird gehört,${table === null ? '' : ` an Tisch ${number.format(table)},`} an ${number.format(round)}. Stelle.`,
    acceptedWritten: 'Deine Arbeit wird gehört.',
    waitlisted: (ahead: number) =>
      ahead === 0
        ? 'Du stehst als Nächstes auf der Warteliste.'
        : `Du bist auf der Warteliste: ${counted(ahead, 'Arbeit wartet', 'Arbeiten warten')} vor deiner.`,
    waitlistMeans:
      'Wenn jemand eine Arbeit zurücknimmt oder nicht kommt, wird stattdessen die erste auf der Warteliste gehört. Wird deine diesmal nicht gehört, kommt sie beim nächsten Mal zuerst dran.',
    creditsBack: (count: number) => `Dann bekommst du ${credits(count)} zurück.`,
    missed: 'Du warst nicht da, als deine Arbeit an der Reihe war.',
    missedMeans:
      'Wenn du doch noch kommst, sag es der Leitung der Runde: Ist Zeit, wird sie gehört. Wenn nicht, kommt sie beim nächsten Mal nicht zuerst dran.',
    creditsStay: (count: number) => `Was sie gekostet hat (${credits(count)}), kommt dann nicht zurück.`,
    heard: 'Deine Arbeit wurde gehört.',
  },
  closed: {
    'critique-deadline-passed': 'Die Zeit, eine Arbeit mitzubringen oder zu ändern, ist vorbei.',
    'critique-called-off':
      'Diese Runde wurde abgesagt. Bring deine Arbeit hier in eine andere mit, dann behält sie ihren Rang.',
    'critique-works-closed':
      'Die Runde hat begonnen, darum lassen sich Arbeiten nicht mehr mitbringen oder ändern.',
    'event-cancelled': 'Dieser Abend ist abgesagt.',
  },
  closedEmpty: 'Du hast diesmal keine Arbeit mitgebracht. Zuhören und anderen schreiben kannst du trotzdem.',
  credits: {
    none: 'Du hast kein Guthaben.',
    some: (balance: number) => `Du hast ${credits(balance)}.`,
    rule: (cost: number) =>
      `Eine Arbeit mitzubringen kostet ${number.format(cost)}; jede Kritik, die du schreibst, bringt 1 zurück.`,
    paid: (cost: number, balance: number) =>
      `Diese Arbeit hat dich ${credits(cost)} gekostet. ${balance === 0 ? 'Du hast keine mehr' : `Übrig: ${number.format(balance)}`}; jede Kritik, die du schreibst, bringt 1 zurück.`,
    short: (missing: number) =>
      `Um sie mitzubringen, ${missing === 1 ? 'fehlt' : 'fehlen'} dir ${credits(missing)}. Dein Entwurf bleibt hier. Gib anderen Kritik oder frag den Host.`,
  },
  withdraw: {
    open: 'Zurücknehmen',
    draft: 'Entwurf wegwerfen',
    title: 'Deine Arbeit zurücknehmen?',
    draftTitle: 'Diesen Entwurf wegwerfen?',
    file: 'Ihre Datei wird sofort gelöscht.',
    planned: 'Dein Platz geht an die erste Arbeit auf der Warteliste.',
    creditsBack: (count: number) => `Du bekommst ${credits(count)} zurück.`,
    creditsGone: (count: number) =>
      `Andere sollten sie schon hören; was sie gekostet hat (${credits(count)}), kommt darum nicht zurück.`,
    confirm: 'Ja, zurücknehmen',
    draftConfirm: 'Ja, wegwerfen',
    keep: 'Behalten',
  },
  withdrawn: 'Du hast deine Arbeit zurückgenommen. Was du dazu geschrieben hast, ist noch hier.',
};

export const critiqueWorkActivity: InOtherWords<typeof activityEnglish> = {
  'critique-work.brought': 'hat eine Arbeit in eine Kritikrunde mitgebracht',
  'critique-work.withdrawn': 'hat eine Arbeit aus einer Kritikrunde zurückgenommen',
  'critique-session.reseated':
    'hat an andere gegeben, was jemand, der nicht kommt, in einer Kritikrunde hatte',
};
