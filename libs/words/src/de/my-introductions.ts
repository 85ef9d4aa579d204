import type { myIntroductions as english } from '../en/my-introductions.ts';
import type { InOtherWords } from '../speech.ts';

const somebody = 'Jemand, nicht mehr dabei';
/** "Ein Kaffee" in the middle of a sentence: only the article loses its capital. */
const within = (step: string): string => `${step.charAt(0).toLowerCase()}${step.slice(1)}`;

export const myIntroductions: InOtherWords<typeof english> = {
  steps: {
    mail: 'Eine kurze Mail',
    call: 'Ein Anruf von 15 Minuten',
    hello: 'Ein Hallo bei der nächsten Veranstaltung',
    coffee: 'Ein Kaffee',
  },

  answer: {
    withYes: 'Dein Kontakt und ein erster Schritt',
    step: 'Was würdest du zuerst tun?',
    stepHint: 'Wir schlagen den kleineren der beiden Schritte vor, die ihr gewählt habt.',
    first: (step: string) =>
      `Erster Schritt: ${within(step)}, oder was die andere Seite gewählt hat, wenn es kleiner ist.`,
    change: 'Ändern',
    save: 'Speichern',
    why: 'Sag uns, warum, wenn du magst',
    reason: 'Dein Grund',
    reasonHint: 'Nur für uns: Niemand bekommt ihn je zu sehen, und nichts wird daraus abgeleitet.',
    reasonTooLong: 'Bitte höchstens 500 Zeichen.',
    keepReason: 'Grund speichern',
    reasonKept: 'Dein Grund ist gespeichert, nur für uns.',
    quiet: 'Etwas anderes',
    never: 'Mich dieser Person nie vorstellen',
    neverDone: 'Wir stellen dich dieser Person nie vor.',
    again: 'Zurücknehmen',
    pause: 'Alle Vorstellungen drei Monate pausieren',
    stop: (organization: string) => `Keine Vorstellungen mehr von ${organization}`,
    pausedTitle: 'Vorstellungen sind pausiert',
    paused: (day: string) => `Bis ${day} fragt dich niemand nach Vorstellungen, egal wer veranstaltet.`,
    stoppedTitle: 'Vorstellungen sind abbestellt',
    stopped: (organization: string) => `${organization} fragt dich nicht mehr nach Vorstellungen.`,
    resume: 'Vorstellungen wieder zulassen',
    optedOutTitle: 'Du nimmst an Vorstellungen nicht teil',
    optedOut: (organization: string) =>
      `Das hast du ${organization} gesagt, darum wird dir dort niemand vorgestellt.`,
    optInFirst: (moment: string) =>
      `Du kannst diese Frage noch bis ${moment} beantworten, sobald du wieder teilnimmst.`,
    resumeFirst: (moment: string) =>
      `Du kannst diese Frage noch bis ${moment} beantworten, sobald du Vorstellungen wieder zulässt.`,
  },

  page: {
    title: 'Deine Vorstellungen',
    none: 'Noch niemand. Nach einem Abend schlägt der Host vielleicht jemanden vor, der zu dir passt; wir fragen dich zuerst und stellen euch nur vor, wenn es beiden recht ist.',
    evenings: 'Deine Abende',
    asks: 'Fragen an dich',
    about: (event: string, organization: string) => `Es geht um jemanden von „${event}“ (${organization}).`,
    until: (moment: string) => `Du kannst bis ${moment} antworten.`,
    yours: { yes: 'Du hast Ja gesagt.', no: 'Du hast gesagt: diesmal nicht.', none: '' },
    answer: 'Antworten',
    seeAnswer: 'Deine Antwort ansehen',
    people: 'Wem du vorgestellt wurdest',
    somebody,
    met: (event: string, day: string) => `Nach „${event}“, ${day}`,
    reach: 'So erreichst du sie',
    noContact: 'Diese Person teilt keinen Kontakt mehr.',
    sharing: 'So wirst du erreicht',
    notSharing: 'Du hast deinen Kontakt zurückgenommen.',
    firstStep: 'Erster Schritt',
    notAsked: 'Wir fragen nicht mehr, wie es läuft.',
    bothGlad: 'Ihr seid beide froh, euch getroffen zu haben.',
    bothWorking: 'Ihr arbeitet zusammen.',
    glad: 'Du bist froh über das Treffen. Wir sagen es nur weiter, wenn es beiden so geht.',
    circled:
      'Du wünschst dir einen kleinen Kreis mit dieser Person. Der Host erfährt es nur, wenn ihr es beide wünscht.',
    more: (name: string) => `Mehr zu ${name}`,
    moreHint: 'Niemand erfährt etwas davon.',
  },

  swapped: {
    title: 'Getauschte Kontakte',
    hint: 'Ihr habt beide Ja gesagt. Sonst sieht das niemand, auch nicht die Hosts des Abends.',
    met: (event: string, organization: string, day: string) => `Bei „${event}“ (${organization}), ${day}`,
  },

  next: {
    youWrite: 'Du schreibst zuerst.',
    theyWrite: (name: string) => `${name} schreibt zuerst. Vergeht eine Woche, schreib du.`,
    talked: 'Als Nächstes: trefft euch einmal, auf einen Kaffee oder bei der nächsten Veranstaltung.',
    met: 'Als Nächstes: findet etwas Kleines, das ihr zusammen macht.',
    together: 'Du hast gesagt, dass ihr zusammenarbeitet.',
  },

  acts: {
    talked: 'Wir haben gesprochen',
    met: 'Wir haben uns getroffen',
    'working-together': 'Wir arbeiten zusammen',
    glad: 'Froh über das Treffen',
    later: 'Später fragen',
    stop: 'Nicht mehr fragen',
    circle: 'Einen kleinen Kreis mit dieser Person wünschen',
    withdraw: 'Meinen Kontakt für immer zurücknehmen',
    block: 'Uns nie wieder vorstellen',
    unblock: 'Zurücknehmen',
  },
  done: (label: string) => `✓ ${label}`,
  marks: 'Wie weit seid ihr gekommen?',
  marksHint:
    'Nur du siehst es. Dass ihr zusammenarbeitet, sagen wir euch beiden, sobald ihr es beide gesagt habt.',

  saved: {
    talked: (name: string) => `Gespeichert: Du und ${name} habt gesprochen.`,
    met: (name: string) => `Gespeichert: Du und ${name} habt euch getroffen.`,
    'working-together': (name: string) => `Gespeichert: Du und ${name} arbeitet zusammen.`,
    unmark: (name: string) => `Zurückgenommen: Mit ${name} steht es wie zuvor.`,
    glad: (name: string) => `Gespeichert: Du bist froh, ${name} getroffen zu haben.`,
    unglad: (name: string) =>
      `Zurückgenommen: Du sagst nicht mehr, dass du froh bist, ${name} getroffen zu haben.`,
    later: (name: string) => `Nach ${name} fragen wir später.`,
    stop: (name: string) => `Nach ${name} fragen wir nicht mehr.`,
    circle: (name: string) => `Gespeichert: dein Wunsch nach einem kleinen Kreis mit ${name}.`,
    uncircle: (name: string) => `Zurückgenommen: dein Wunsch nach einem kleinen Kreis mit ${name}.`,
    withdraw: (name: string) => `${name} sieht hier nicht mehr, wie du zu erreichen bist.`,
    block: () => 'Du wirst dieser Person nicht mehr vorgestellt. Niemand erfährt davon.',
    unblock: () => 'Zurückgenommen. Was beendet war, bleibt beendet.',
    pause: () => 'Vorstellungen sind pausiert.',
    resume: () => 'Vorstellungen können wieder kommen.',
    wanted: () => 'Gespeichert. Es gilt ab dem nächsten Abend.',
  },
  undo: 'Rückgängig',

  confirm: {
    title: (name: string) => `Du und ${name}`,
    lead: 'Einmal tippen speichert es. Niemand sonst sieht es; nur wenn ihr beide sagt, dass ihr zusammenarbeitet oder froh seid, erfahrt ihr es beide.',
  },

  followUp: {
    title: 'Wie ist es gelaufen?',
    lead: (organization: string) =>
      `Die Menschen, denen ${organization} dich vorgestellt hat. Einmal tippen genügt, und niemand sonst sieht es.`,
    none: 'Hier ist niemand mehr, nach dem wir dich fragen.',
    all: 'Alle deine Vorstellungen ansehen',
  },

  wants: {
    title: 'Wie viele und wann',
    most: 'Wie viele Vorstellungen',
    mostAsked: 'Nach deinem nächsten Abend, höchstens',
    choices: ['Keine', 'Eine', 'Zwei', 'Drei'],
    save: 'Speichern',
    pause: 'Alle Vorstellungen pausieren',
    until: 'Bis',
    pauseHint: 'Vor diesem Tag fragt dich niemand, egal wer veranstaltet.',
    pauseButton: 'Pausieren',
    pauseFault: 'Wähle einen Tag ab morgen, höchstens zwei Jahre von heute.',
    wantedFault: 'Wähle eine Zahl von keine bis drei.',
    paused: (day: string) => `Vorstellungen sind bis ${day} pausiert.`,
    resume: 'Vorstellungen wieder zulassen',
  },

  apart: {
    title: 'Wen du nicht treffen möchtest',
    hint: 'Wir stellen euch nie vor. Niemand erfährt davon.',
    unnamed: (event: string) => `Jemand von „${event}“`,
    back: 'Zurücknehmen',
  },
};
