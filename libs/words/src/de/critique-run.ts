import type {
  critiqueRunActivity as activityEnglish,
  critiqueRunApp as appEnglish,
} from '../en/critique-run.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

export const critiqueRunActivity: InOtherWords<typeof activityEnglish> = {
  'critique-session.started': 'hat eine Kritikrunde begonnen',
  'critique-session.unstarted': 'hat den Beginn einer Kritikrunde zurückgenommen',
  'critique-session.ended': 'hat eine Kritikrunde beendet',
  'critique-slot.started': 'hat die Zeit einer Arbeit gestartet',
  'critique-slot.paused': 'hat die Uhr einer Arbeit angehalten',
  'critique-slot.resumed': 'hat die Uhr einer Arbeit weiterlaufen lassen',
  'critique-slot.extra-minute': 'hat einer Arbeit eine Minute mehr gegeben',
  'critique-slot.phase-skipped': 'ist zur nächsten Phase einer Arbeit gesprungen',
  'critique-slot.finished': 'hat eine Arbeit abgeschlossen',
  'critique-slot.author-missing': 'wartet auf Autor:in einer Arbeit',
  'critique-slot.author-here': 'hat gesehen, dass Autor:in einer Arbeit da ist',
  'critique-slot.given-away': 'hat die Zeit einer Arbeit an die nächste auf der Warteliste gegeben',
  'critique-slot.dropped': 'hat die Zeit einer Arbeit verfallen lassen, weil Autor:in nicht kam',
  'assignment.missed': 'hat eingetragen, dass bei einer Kritik jemand fehlt',
  'assignment.here': 'hat gesehen, dass jemand zur Kritik doch noch gekommen ist',
};

export const critiqueRunApp: InOtherWords<typeof appEnglish> = {
  title: (session: string) => `Leitung: ${session}`,
  untitled: 'Kritikrunde',
  table: (table: number) => `Tisch ${number.format(table)}`,
  tables: 'Tische',
  plan: 'Wer wen hört',
  room: 'Bild für den Raum',
  connection: {
    live: 'Alle Bildschirme zeigen diesen Moment',
    lost: 'Keine Verbindung. Die Uhr läuft weiter; was du jetzt drückst, kommt nicht an.',
  },
  notPlanned: 'Es gibt noch keinen Plan',
  notPlannedText: 'Plane erst, wer wen hört, und beginne dann hier.',
  written: 'Diese Runde wird zu Hause gehört',
  writtenText: 'Hier schreiben alle für sich, darum gibt es keine Uhr.',
  ready: (works: number) => `Bereit zum Beginn, mit ${counted(works, 'Arbeit', 'Arbeiten')}`,
  readyText:
    'Ab dann zeigt jedes Handy die Runde. Die Uhr jeder Arbeit läuft erst los, wenn du sie startest.',
  startSession: 'Runde beginnen',
  ended: 'Die Runde ist vorbei',
  endedText: 'Die Briefe sind unterwegs zu denen, deren Arbeiten gehört wurden.',
  now: 'Jetzt',
  upFirst: 'Zuerst',
  nextUp: 'Danach',
  nothingNext: 'Das war die letzte Arbeit an diesem Tisch.',
  allDone: 'An diesem Tisch wurden alle Arbeiten gehört.',
  by: (author: string) => `von ${author}`,
  nobody: 'Jemand, nicht mehr dabei',
  question: 'Fragt',
  speaks: {
    author: 'Autor:in spricht',
    critics: 'Die Kritik spricht',
    nobody: 'Niemand spricht',
    everybody: 'Alle sprechen',
  },
  paused: 'Angehalten',
  over: 'Die Zeit ist um',
  overText: 'Die letzte Phase ist vorbei. Mach weiter, wenn der Tisch so weit ist.',
  remaining: 'Restzeit dieser Phase',
  phaseOf: (at: number, all: number) => `Phase ${number.format(at)} von ${number.format(all)}`,
  minutes: (seconds: number) => {
    const minutes = Math.floor(seconds / 60);
    const rest = seconds % 60;
    return minutes === 0 ? `${rest} s` : rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
  },
  extraMinute: 'mit der Minute extra',
  acts: {
    region: 'Uhr dieser Arbeit',
    start: 'Starten',
    pause: 'Anhalten',
    resume: 'Weiter',
    plus: '+ 1 Minute',
    plusUsed: '+ 1 genutzt',
    skip: 'Phase überspringen',
    skipLast: 'Phase beenden',
    next: 'Nächste Arbeit',
    finish: 'Arbeit abschließen',
    willSkip: 'Diese Phase wird gleich übersprungen. Drück noch einmal, um es sofort zu tun.',
    willEnd: (title: string) =>
      `Die Zeit von „${title}“ wird gleich beendet. Drück noch einmal, um es sofort zu tun.`,
  },
  keys: {
    space: 'Leertaste',
    run: 'Starten, anhalten, weiter',
    plus: 'Eine Minute mehr',
    skip: 'Zur nächsten Phase springen',
    next: 'Nächste Arbeit',
    endKey: 'e',
    title: 'Tasten',
    criticKey: '↑ ↓ M',
    critic: 'In der Liste „Kritik zu dieser Arbeit“: zu jemandem gehen, nicht da oder doch da',
  },
  openLink: 'Arbeit in neuem Tab öffnen',
  author: {
    key: 'a',
    giveKey: 'g',
    missing: 'Autor:in ist nicht da',
    awaited: 'Autor:in fehlt',
    waiting: (figures: string) => `Wir warten noch ${figures}.`,
    waitlist: (waiting: number) =>
      waiting === 0
        ? 'Dann wird diese Arbeit übersprungen: auf der Warteliste steht niemand.'
        : 'Dann geht die Zeit an die nächste Arbeit auf der Warteliste.',
    forfeited: 'Autor:in ist nicht gekommen.',
    here: 'Autor:in ist da',
    cameAfterAll: (title: string) => `Autor:in ist da: ${title}`,
    giveAway: 'Zeit der nächsten geben',
    passOver: 'Diese Arbeit überspringen',
  },
  critics: {
    title: 'Kritik zu dieser Arbeit',
    key: 'm',
    lacks: (critics: number) =>
      critics === 1 ? 'Es fehlt 1 Kritiker:in.' : `Es fehlen ${number.format(critics)} Kritiker:innen.`,
    nobodyLeft: 'Niemand ist übrig, um einzuspringen.',
    left: (people: number) =>
      people === 1 ? '1 Gast könnte einspringen.' : `${number.format(people)} Gäste könnten einspringen.`,
    none: 'Noch ist niemand zugeteilt.',
    missing: 'Nicht da',
    missingFor: (name: string) => `${name} ist nicht da`,
    here: 'Doch da',
    hereFor: (name: string) => `${name} ist doch da`,
    standby: 'springt ein',
    declined: 'kann nicht',
    missed: 'nicht da',
  },
  evening: 'Der Abend',
  states: {
    planned: 'kommt noch',
    running: 'läuft',
    paused: 'angehalten',
    done: 'gehört',
    skipped: 'übersprungen',
  },
  waitlist: (waiting: number) =>
    `${counted(waiting, 'Arbeit wartet', 'Arbeiten warten')} auf einen freien Platz.`,
  end: 'Runde beenden',
  willEnd: 'Die Runde wird gleich beendet. Dann gehen ihre Briefe hinaus.',
  willEndEarly: (works: number) =>
    `Die Runde wird gleich beendet; ${counted(works, 'Arbeit wurde', 'Arbeiten wurden')} nicht gehört. Dann gehen ihre Briefe hinaus.`,
  roomTitle: (session: string) => `Raum: ${session}`,
  roomWaiting: 'Gleich geht es los',
  roomOver: 'Danke euch. Die Briefe sind unterwegs.',
  roomNext: 'Als Nächstes',
  roomAwaits: 'Autor:in wird erwartet',
  asks: (author: string) => `${author} fragt`,
  theAuthorAsks: 'Die Frage zur Arbeit',
};
