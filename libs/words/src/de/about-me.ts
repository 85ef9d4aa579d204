import type { aboutMe as english } from '../en/about-me.ts';
import type { InOtherWords } from '../speech.ts';

const names = (count: number): string => (count === 1 ? 'eine Person' : `${String(count)} Personen`);

export const aboutMe: InOtherWords<typeof english> = {
  summary: 'Möchtest du danach jemandem vorgestellt werden?',
  lead: 'Nach dem Abend schlägt der Host vielleicht ein oder zwei Leute vor, die zu dem passen, was du suchst. Beide werden einzeln gefragt, per Mail. Nur wenn beide Ja sagen, bekommt ihr Namen und Kontakt voneinander; ein Nein bleibt bei uns.',
  question: 'Darf der Host Vorstellungen für dich vorschlagen?',
  yes: 'Ja, fragt mich',
  no: 'Nein, danke',
  five: 'Fünf Fragen, eine Minute',
  fiveLead:
    'Wenn du Ja sagst, lesen die Hosts deine Antworten, um ein Paar zu finden, und wer dich vielleicht trifft, liest den Teil, der dazu passt. Lass weg, was du möchtest.',
  crafts: 'Was du machst',
  craftsHint: 'Bis zu drei, mit Kommas getrennt: Mischung, Geräusche',
  workingOn: 'Woran du arbeitest',
  workingOnHint: 'Eine Zeile, höchstens 140 Zeichen.',
  lookingFor: 'Was du suchst',
  lookingForHint: 'Bis zu drei, mit Kommas getrennt: Mastering, Rückmeldung zu Mischungen',
  canHelpWith: 'Wobei du helfen kannst',
  canHelpWithHint: 'Bis zu drei, mit Kommas getrennt: Raumakustik, Kontakte für Filmmusik',
  known: 'Wen du hier schon kennst',
  knownHint:
    'Ein Name oder eine Adresse je Zeile, bis zu 20. Ihnen wirst du nicht vorgestellt. Die Hosts sehen vielleicht, dass ihr euch kennt, sonst niemand.',
  knownFault: {
    tooMany: 'Bitte höchstens 20, je auf einer eigenen Zeile.',
    tooLong: 'Höchstens 200 Zeichen je Zeile.',
  },
  more: 'Wie viele, und wie',
  maxIntroductions: 'Wie viele Vorstellungen nach einem Abend, höchstens?',
  most: { 0: 'Keine', 1: 'Eine', 2: 'Zwei', 3: 'Drei' },
  preferredStep: 'Der kleinste nächste Schritt, der dir liegt',
  preferredStepHint: 'Von dem, was ihr beide gewählt habt, wird der kleinere Schritt vorgeschlagen.',
  step: {
    mail: 'Eine Mail',
    call: 'Ein Anruf von 15 Minuten',
    hello: 'Ein Hallo bei der nächsten Veranstaltung',
    coffee: 'Ein Kaffee',
  },
  stage: 'Wie lange du das schon machst',
  stageNone: 'Möchte ich nicht sagen',
  stages: {
    'starting out': 'Ich fange gerade an',
    working: 'Es ist mein Beruf',
    established: 'Seit vielen Jahren',
  },
  city: 'Deine Stadt',
  namedInAsks: 'Ihr dürft meinen Namen nennen, wenn ihr jemanden nach mir fragt',
  visible: 'Was andere an diesem Abend sehen',
  nameVisible: 'Andere an diesem Abend dürfen meinen Namen sehen',
  profileVisible: 'Andere, die da waren, dürfen sehen, was ich mache',
  profileVisibleHint: 'Was du machst, in den Worten von oben, wenn auch das erste Feld angekreuzt ist.',
  confirm: {
    said: 'Was du über dich sagst',
    known: (count: number) => `Du nennst ${names(count)}, die du schon kennst.`,
    profileVisible: 'Du lässt andere, die da waren, sehen, was du machst.',
  },
  mine: {
    title: 'Über dich, für Vorstellungen',
    lead: 'Es gilt für diesen Abend und ist beim nächsten Mal, wenn du dich anmeldest, schon ausgefüllt.',
    before: 'Das hast du bei deinem letzten Abend gesagt. Speichere es, dann gilt es auch für diesen.',
    save: 'Angaben speichern',
  },
};
