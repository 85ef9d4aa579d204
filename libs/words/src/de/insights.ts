import type {
  insightsActivity as activityEnglish,
  insightsApp as appEnglish,
  insightWords as wordsEnglish,
} from '../en/insights.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

const names = {
  rsvps: 'Anmeldungen',
  load: 'Fragen an die Person, die am meisten gefragt wurde',
  ratios: {
    showed: 'Gekommen',
    unknown: 'Einander neu',
    coverage: 'Mit einer Vorstellung',
    answered: 'Anfragen beantwortet',
    mutual: 'Vorgestellt',
    talked: 'Gesprochen bis Tag 14',
    met: 'Getroffen bis Woche 6',
    working: 'Arbeiten zusammen bis Monat 12',
  },
  formats: {
    panel: 'Abende mit Panel',
    mixer: 'Abende mit Mixer',
    'critique-session': 'Abende mit Kritikrunde',
    none: 'Andere Abende',
  },
  fewer: 'weniger als 5',
  hidden: 'nicht gezeigt',
  nothing: { yet: 'noch nichts', final: 'keine' },
};

const marked = {
  talked: (people: string) => `mit ${people} gesprochen`,
  met: (people: string) => `${people} getroffen`,
  'working together': (people: string) => `mit ${people} zusammengearbeitet`,
};

export const insightWords: InOtherWords<typeof wordsEnglish> = {
  ...names,
  file: {
    what: 'Was',
    evening: 'Abend',
    day: 'Tag',
    count: 'Anzahl',
    of: 'Von',
    percent: 'Prozent',
    counted: 'Gezählt',
    now: 'Stand jetzt',
    upTo: (day: string) => `bis zum Ende von ${day}`,
    from: (day: string) => `ab ${day}`,
    all: 'Alle zusammen',
  },
  mine: {
    title: 'Was für dich daraus wurde',
    evenings: (evenings: number, hours: string) =>
      evenings === 1
        ? `Du hast ${hours} an einem Abend verbracht.`
        : `Du hast ${hours} an ${number.format(evenings)} Abenden verbracht.`,
    hours: (hours: number) => counted(hours, 'Stunde', 'Stunden'),
    people: (talkedTo: number, newPeople: number) =>
      talkedTo === 1
        ? `Nach deiner eigenen Zählung hast du dort mit 1 Person gesprochen, ${newPeople === 0 ? 'die du schon kanntest' : 'die dir neu war'}.`
        : `Nach deiner eigenen Zählung hast du dort mit ${number.format(talkedTo)} Menschen gesprochen, ${number.format(newPeople)} davon waren dir neu.`,
    introduced: (people: number) =>
      people === 1
        ? 'Du wurdest 1 Person vorgestellt.'
        : `Du wurdest ${number.format(people)} Menschen vorgestellt.`,
    marked: (marks: readonly { mark: keyof typeof marked; count: number }[]) =>
      marks.length === 0
        ? 'Du hast noch nicht gesagt, was daraus wurde.'
        : `Wie du seitdem gesagt hast, hast du ${new Intl.ListFormat('de-DE').format(
            marks.map(({ mark, count }) => marked[mark](number.format(count))),
          )}.`,
    private: 'Das siehst nur du.',
  },
};

export const insightsApp: InOtherWords<typeof appEnglish> = {
  ...names,
  title: 'Was daraus wurde',
  text: 'Vom Raum bis zur Arbeit: wer kam, wer vorgestellt wurde und was daraus wuchs.',
  counted: {
    room: (day: string, place: string) =>
      `Anmeldungen und wer kam: Stand jetzt, wie sie auf der Gästeliste stehen. Das Übrige: bis zum Ende von ${day}, Zeit in ${place}.`,
    midnight: (day: string, place: string) =>
      `Bis zum Ende von ${day}, Zeit in ${place}. Das ändert sich nur um Mitternacht, damit keine Zahl verrät, wann jemand geantwortet hat.`,
  },
  notOver: 'Hier steht, was daraus wird',
  notOverText:
    'Die ersten Zahlen kommen am Tag nach dem Abend: wer kam, und wie viele davon eine Vorstellung haben. Was die Menschen aus ihren Vorstellungen machen, folgt im Lauf des Jahres.',
  cancelled: 'Diese Veranstaltung wurde abgesagt, also wurde nichts daraus.',
  none: 'Hier steht, was aus deinen Abenden wurde',
  noneText: 'Die ersten Zahlen kommen am Tag nach deinem ersten Abend.',
  toEvents: 'Veranstaltungen ansehen',
  download: 'Als CSV herunterladen',
  small:
    'Gruppen von weniger als 5 Menschen werden nicht gezeigt, ebenso wenig eine Zahl, die eine solche verraten würde. Was Menschen sagen, zählt in Fünferschritten: Die erste Zahl kommt, wenn zehn geantwortet haben oder zehn Paare abgeschlossen sind.',
  from: (day: string) => `ab ${day}`,
  first: {
    room: 'Von dem Abend gibt es noch nichts zu erzählen: Auf der Gästeliste steht niemand, der kommen wollte.',
    introductions:
      'Noch ist nichts abgeschlossen. Hier wirst du lesen, wie viele Anfragen beantwortet wurden und wie viele der gefragten Paare vorgestellt wurden.',
    months:
      'Noch gibt es keine Zahl. Hier wirst du lesen, wie viele der vorgestellten Paare bis Tag 14 gesprochen haben, sich bis Woche 6 getroffen haben und bis Monat 12 zusammenarbeiten; jedes zählt, sobald genug Zeit war, davon zu erzählen.',
    on: (day: string) => `Die ersten Zahlen kommen am ${day}.`,
    none: {
      room: 'Niemand wollte kommen.',
      introductions: 'Niemand wurde gefragt.',
      months: 'Kein Paar wurde vorgestellt.',
    },
  },
  together:
    'Was Menschen sagen, zählt hier erst, wenn bei einem Abend nichts mehr dazukommen kann, frühestens zwei Monate danach.',
  columns: { what: 'Was', number: 'Anzahl', share: 'Anteil' },
  of: (all: string) => `von ${all}`,
  numberOf: (count: string, of: string) => `${count} von ${of}`,
  percent: (share: number) => `${String(Math.round(share * 100))} %`,
  meaning: {
    showed: 'von denen, die kommen wollten, Stand jetzt',
    unknown: 'von denen, mit denen Gäste gesprochen haben, nach eigener Zählung',
    coverage: 'von denen, die kamen und Vorstellungen möchten',
    answered: 'von den abgeschlossenen Anfragen, bei denen beide zugleich gefragt wurden',
    mutual: 'von den gefragten Paaren',
    talked: 'von den Paaren, die vor mindestens vier Wochen vorgestellt wurden',
    met: 'von den Paaren, die vor mindestens acht Wochen vorgestellt wurden',
    working: 'von den Paaren, die vor mehr als einem Jahr vorgestellt wurden, wie beide sagen',
  },
  sections: {
    room: 'Der Abend',
    introductions: 'Die Vorstellungen',
    months: 'Die Monate danach',
    chance: 'Vorschläge gegen Zufall',
    evenings: 'Abend für Abend',
    formats: 'Nach Format',
    all: 'Alle Abende zusammen',
  },
  chance: {
    text: 'Jeder fünfte Vorschlag wird ausgelost. Wären die anderen nicht besser, so wäre das Suchen nach Paaren nichts wert.',
    verdicts: {
      'too-early': 'Noch ist kein Paar abgeschlossen, also lässt sich nichts sagen.',
      'too-few': 'Von einer Art sind weniger als 5 Paare abgeschlossen, also lässt sich noch nichts sagen.',
      better:
        'Vorschläge führen öfter zu einer Vorstellung als ausgeloste Paare, und zwar mehr, als der Zufall erklärt.',
      'not-better-yet':
        'Vorschläge sind noch nicht besser als der Zufall: Der Unterschied könnte Glück sein.',
      worse:
        'Ausgeloste Paare führen öfter zu einer Vorstellung als Vorschläge, und zwar mehr, als Glück erklärt.',
    },
    on: (day: string) => `Ab ${day} gibt es von beiden je fünf.`,
    suggested: 'Vorgeschlagen',
    wildcard: 'Ausgelost',
    difference: 'Unterschied',
    likely: 'Wahrscheinlich zwischen',
    between: (low: string, high: string) => `${low} und ${high}`,
    points: (value: number) => {
      const points = Math.round(Math.abs(value) * 100);
      return `${points > 0 ? (value < 0 ? '−' : '+') : ''}${counted(points, 'Punkt', 'Punkte')}`;
    },
    chart: (suggested: string, wildcard: string) =>
      `Vorgestellt: ${suggested} der Vorschläge, ${wildcard} der ausgelosten Paare.`,
  },
  over: {
    evening: 'Abend',
    choose: 'Zeigen',
    chart: (what: string, evenings: number) =>
      evenings === 1
        ? `${what}: 1 Abend, wie in der Tabelle.`
        : `${what}: ${number.format(evenings)} Abende vom ältesten zum neuesten, wie in der Tabelle.`,
    nothing: 'Noch hat kein Abend hier eine Zahl zu zeigen.',
    evenings: (count: number) => counted(count, 'Abend', 'Abende'),
    scroll: 'Zahlen jedes Abends',
  },
};

export const insightsActivity: InOtherWords<typeof activityEnglish> = {
  'insights.exported': 'hat heruntergeladen, was aus Abenden wurde',
};
