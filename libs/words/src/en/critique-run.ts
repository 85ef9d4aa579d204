const number = new Intl.NumberFormat('en');
const counted = (value: number, one: string, many: string): string =>
  `${number.format(value)} ${value === 1 ? one : many}`;

/** What the activity says of the run of a critique session. */
export const critiqueRunActivity = {
  'critique-session.started': 'started a critique session',
  'critique-session.unstarted': 'took back that a critique session had started',
  'critique-session.ended': 'ended a critique session',
  'critique-slot.started': 'started the time of a work',
  'critique-slot.paused': 'paused the clock of a work',
  'critique-slot.resumed': 'let the clock of a work go on',
  'critique-slot.extra-minute': 'gave a work one more minute',
  'critique-slot.phase-skipped': 'skipped to the next phase of a work',
  'critique-slot.finished': 'went on from a work',
  'critique-slot.author-missing': 'waits for the author of a work',
  'critique-slot.author-here': 'saw the author of a work come',
  'critique-slot.given-away': 'gave the time of a work to the next on the waitlist',
  'critique-slot.dropped': 'let the time of a work go, as its author did not come',
  'assignment.missed': 'marked a critic as missing',
  'assignment.here': 'saw a missing critic come',
} as const;

/** The facilitator's screen and the one for the room. */
export const critiqueRunApp = {
  title: (session: string) => `Run: ${session}`,
  untitled: 'Critique session',
  table: (table: number) => `Table ${number.format(table)}`,
  tables: 'Tables',
  plan: 'Who hears whom',
  room: 'Screen for the room',
  connection: {
    live: 'Every screen shows this moment',
    lost: 'No connection. The clock runs on; what you press now does not arrive.',
  },
  notPlanned: 'There is no plan yet',
  notPlannedText: 'Plan who hears whom first, then start here.',
  written: 'This session is heard at home',
  writtenText: 'Its critics write by themselves, so there is no clock to run.',
  ready: (works: number) => `Ready to start with ${counted(works, 'work', 'works')}`,
  readyText: 'Every phone shows the session from then on. The clock of each work starts when you say so.',
  startSession: 'Start the session',
  ended: 'The session is over',
  endedText: 'The letters are on their way to the authors.',
  /** In the place of the clock. */
  now: 'Now',
  upFirst: 'First up',
  nextUp: 'Next up',
  nothingNext: 'This was the last work at this table.',
  allDone: 'Every work at this table was heard.',
  by: (author: string) => `by ${author}`,
  nobody: 'Somebody who has left',
  question: 'Asks',
  speaks: {
    author: 'The author speaks',
    critics: 'The critics speak',
    nobody: 'Nobody speaks',
    everybody: 'Everybody speaks',
  },
  paused: 'Paused',
  over: 'Time is up',
  overText: 'The last phase is over. Go on when the table is ready.',
  remaining: 'Time left in this phase',
  phaseOf: (at: number, all: number) => `Phase ${number.format(at)} of ${number.format(all)}`,
  minutes: (seconds: number) => {
    const minutes = Math.floor(seconds / 60);
    const rest = seconds % 60;
    return minutes === 0 ? `${rest} s` : rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
  },
  extraMinute: 'with the extra minute',
  acts: {
    region: 'Clock of this work',
    start: 'Start',
    pause: 'Pause',
    resume: 'Go on',
    plus: '+ 1 minute',
    plusUsed: '+ 1 used',
    skip: 'Skip phase',
    skipLast: 'End phase',
    next: 'Next work',
    finish: 'Finish work',
    willSkip: 'This phase is being skipped. Press again to do it now.',
    willEnd: (title: string) => `The time of “${title}” is being ended. Press again to do it now.`,
  },
  keys: {
    space: 'Space',
    run: 'Start, pause, go on',
    plus: 'One more minute',
    skip: 'Skip to the next phase',
    next: 'Next work',
    endKey: 'e',
    title: 'Keys',
    criticKey: '↑ ↓ M',
    critic: 'Among the critics: go to one, not here or here after all',
  },
  openLink: 'Open the work in a new tab',
  author: {
    key: 'a',
    giveKey: 'g',
    missing: 'Author is not here',
    awaited: 'author missing',
    waiting: (figures: string) => `We wait ${figures} for the author.`,
    waitlist: (waiting: number) =>
      waiting === 0
        ? 'Then this work is passed over: nobody is on the waitlist.'
        : 'Then the time goes to the next on the waitlist.',
    forfeited: 'The author did not come.',
    here: 'The author is here',
    cameAfterAll: (title: string) => `The author is here: ${title}`,
    giveAway: 'Give the time to the next',
    passOver: 'Pass this work over',
  },
  critics: {
    title: 'Critics of this work',
    /** On a critic who has the focus. */
    key: 'm',
    lacks: (critics: number) => `${counted(critics, 'critic is', 'critics are')} missing.`,
    nobodyLeft: 'Nobody is left to stand in.',
    left: (people: number) => `${counted(people, 'guest', 'guests')} could stand in.`,
    none: 'No critic is assigned.',
    missing: 'Not here',
    missingFor: (name: string) => `${name} is not here`,
    here: 'Here after all',
    hereFor: (name: string) => `${name} is here after all`,
    standby: 'stands in',
    declined: 'said they cannot',
    missed: 'not here',
  },
  evening: 'The evening',
  states: { planned: 'to come', running: 'on now', paused: 'paused', done: 'heard', skipped: 'passed over' },
  waitlist: (waiting: number) => `${counted(waiting, 'work waits', 'works wait')} for a free place.`,
  end: 'End the session',
  willEnd: 'The session is being ended. Its letters leave then.',
  willEndEarly: (works: number) =>
    `The session is being ended with ${counted(works, 'work', 'works')} not heard. Its letters leave then.`,
  roomTitle: (session: string) => `Room: ${session}`,
  roomWaiting: 'We begin soon',
  roomOver: 'Thank you. The letters are on their way.',
  /** While the next work has not been started. */
  roomNext: 'Next',
  roomAwaits: 'We wait for the author',
  asks: (author: string) => `${author} asks`,
  theAuthorAsks: 'The author asks',
} as const;
