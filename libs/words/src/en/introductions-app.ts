import { suggestionOutcome, suggestionSearch } from './suggestions.ts';
import { counted, number } from './numbers.ts';

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

/** The board where a host matches people, and what became of the pairs. */
export const introductionsApp = {
  counts: (came: number, optedIn: number, notAsked: number | null, refused: number | null) =>
    notAsked === null || refused === null
      ? `${number.format(came)} came. ${number.format(optedIn)} want introductions; the other ${number.format(came - optedIn)} said no or were not asked.`
      : `${number.format(came)} came. ${number.format(optedIn)} want introductions, ${number.format(refused)} said no, ${number.format(notAsked)} were not asked.`,
  again: 'Look for more pairs',
  found: (count: number) => `${counted(count, 'pair waits', 'pairs wait')} for your decision.`,
  search: suggestionSearch,
  outcome: suggestionOutcome,
  start: {
    title: (optedIn: number) => `${number.format(optedIn)} people want to meet somebody`,
    text: 'We look for pairs who can help each other, as few for each person as they want, and say why. Nothing is sent before you approve it.',
    find: 'Find introductions',
    nobodyCame: 'Nobody is checked in yet',
    nobodyCameText:
      'Introductions are for people who came. Check guests in, or import a list with check-in times.',
    tooFew: 'Not enough people to introduce',
    tooFewText:
      'At least two people have to have come and said yes to introductions. We never introduce anybody who did not.',
    nothingFits: 'No pair fits',
    nothingFitsText:
      'Everybody who wants introductions knows each other already, or has as many as they want.',
  },
  deck: 'Pairs to decide',
  place: (at: number, of: number) => `Pair ${number.format(at)} of ${number.format(of)} to decide`,
  placeNames: (a: string, b: string) => `: ${a} and ${b}`,
  /** Instead of the place in the deck, for a pair that another host decided while something was typed about it. */
  standings: {
    suggested: 'Being decided',
    approved: 'Approved meanwhile',
    asked: 'Asked meanwhile',
    introduced: 'Introduced meanwhile',
    'did not happen': 'Did not happen',
    dismissed: 'Set aside meanwhile',
    withdrawn: 'Taken back meanwhile',
  },
  approve: 'Approve',
  skip: 'Skip',
  never: 'Never',
  approveAll: (count: number) => `Approve all ${number.format(count)} introductions`,
  keys: {
    approve: 'Approve this pair',
    skip: 'Skip it for now',
    never: 'Never suggest this pair',
    next: 'Next pair',
    before: 'Previous pair',
    match: 'Match with somebody else',
    reword: 'Reword the first sentence; Tab goes on to the second',
    mails: 'See the mails as they will read',
    wellKnown: 'In the list of people: mark as well known, or take the mark away',
    undo: 'Undo the last decision that still waits',
  },
  both: (a: string, b: string) => `${a} and ${b}`,
  band: { strong: 'Strong fit', fair: 'Fair fit' },
  bandHidden: 'Fit not shown',
  choseEachOther: 'They chose each other after a critique session.',
  ownPair: 'A pair of your own',
  person: { workingOn: 'Working on', lookingFor: 'Looking for', canHelpWith: 'Can help with' },
  reason: {
    reads: (name: string) => `${name} reads`,
    edit: 'Reword',
    editFor: (name: string) => `Reword what ${name} reads`,
    left: (count: number) => `${counted(count, 'character', 'characters')} left`,
    save: 'Keep this wording',
    keep: 'Leave as it was',
    unsaved: 'Keep what you typed first, or leave it as it was.',
    theirs: 'Somebody changed this sentence while you were typing. It reads now:',
    yours: 'You have typed:',
    keepMine: 'Keep mine instead',
    takeTheirs: 'Take theirs',
    onceMore: 'Somebody changed the other sentence of this pair just now. Look at it, then keep yours.',
  },
  /** What a host had better think of. */
  caution: {
    'same-trade': 'One trade, one city, and neither has what the other looks for: they may be rivals.',
  },
  note: {
    title: 'Note for hosts',
    private: 'Hosts alone read it. Neither of the two does.',
    add: 'Add a note for hosts',
    change: 'Change the note',
    addFor: (names: string) => `Add a note for hosts about ${names}`,
    changeFor: (names: string) => `Change the note about ${names}`,
    label: (names: string) => `Note for hosts about ${names}`,
    save: 'Keep this note',
    leave: 'Leave as it was',
    theirs: 'Somebody changed this note while you were typing. It reads now:',
    gone: 'Somebody took this note away while you were typing.',
  },
  before: {
    title: 'Somebody changed this pair while your decision waited. Decide again, as it reads now.',
    read: (name: string) => `When you decided, ${name} would have read:`,
  },
  changedMeanwhile: (a: string, b: string) =>
    `Somebody changed ${a} and ${b} while your decision waited. The pair is back on the board.`,
  willApprove: (a: string, b: string) => `${a} and ${b}: approved.`,
  willDrop: (a: string, b: string) => `${a} and ${b}: never.`,
  willApproveAll: (count: number) => `${counted(count, 'introduction', 'introductions')} approved.`,
  someRefused: (count: number, why: string) =>
    `${counted(count, 'pair is', 'pairs are')} back on the board. ${why}`,
  notDone: (why: string) => `The pair is back on the board. ${why}`,
  allDecided: 'Every pair is decided',
  allDecidedText: (approved: number) =>
    approved === 0
      ? 'No introduction is waiting to leave.'
      : `${counted(approved, 'approved introduction leaves', 'approved introductions leave')} at the time below. Until then you can take them back.`,
  people: {
    title: 'Everybody who wants introductions',
    nobodyYet: (waiting: number, all: number) =>
      waiting === 0
        ? `All ${number.format(all)} have somebody`
        : `${number.format(waiting)} of ${number.format(all)} have nobody yet`,
    none: 'nobody yet',
    used: (used: number, cap: number) => `${number.format(used)} of ${number.format(cap)}`,
    matchWith: ', match with…',
    isWellKnown: ', well known',
    legend: '★ means well known: asked first and alone.',
    search: 'Find somebody',
    nobodyFound: 'Nobody by that name wants introductions.',
    drag: 'Drag one person on another to make a pair of your own, or press a name.',
    showAll: (count: number) => `Show all ${number.format(count)} people`,
  },
  wellKnown: {
    star: '★',
    noStar: '☆',
    markFor: (name: string) => `: ${name}`,
    unmarkFor: (name: string) => `: ${name}. Take the mark away`,
    mark: 'Mark as well known',
    marked: 'Well known: asked first and alone',
    panelist: 'Panelist: asked first and alone',
  },
  here: {
    unnamed: 'Another host',
    also: (names: readonly string[]) =>
      `${listed.format(names)} ${names.length === 1 ? 'is' : 'are'} here too.`,
    looking: (names: readonly string[]) =>
      `${listed.format(names)} ${names.length === 1 ? 'is' : 'are'} looking at this pair`,
  },
  changes: {
    count: (count: number) =>
      `${counted(count, 'other suggestion', 'other suggestions')} changed by what you decided.`,
    open: 'See which',
    new: 'New',
    added: (a: string, b: string) => `New: ${a} and ${b}.`,
    gone: (a: string, b: string) => `No longer suggested: ${a} and ${b}.`,
    look: 'Look at it',
    lookAt: (a: string, b: string) => `: ${a} and ${b}`,
    putAway: 'Put away',
  },
  stop: 'Stop',
  stopFor: (names: string) => `Stop the introduction of ${names}`,
  stopping: 'Stopping',
  willStop: (names: string) => `${names}: stopped. Nobody is told, and it reads “asked” until its usual day.`,
  map: {
    title: 'The room',
    text: 'Everybody around the room, and who is introduced to whom.',
    summary: (people: number, ties: number) =>
      `A circle of ${counted(people, 'person', 'people')} with ${counted(ties, 'line', 'lines')} between them; the same stands in the list below.`,
    hint: 'Point at the circle to see one person.',
    kinds: { suggested: 'Suggested', approved: 'Approved', asked: 'Asked', introduced: 'Introduced' },
    tie: (name: string, kind: string) => `${name} (${kind})`,
    one: (name: string, others: readonly string[]) =>
      others.length === 0 ? `${name}: nobody yet` : `${name}: ${others.join(', ')}`,
    asList: 'Read it as a list',
  },
  match: {
    open: 'Match with…',
    title: 'A pair of your own',
    first: 'Introduce',
    second: 'to',
    choice: (name: string, crafts: string, count: string) =>
      crafts === '' ? `${name} (${count})` : `${name}, ${crafts} (${count})`,
    nobody: 'Nobody by that name wants introductions.',
    note: 'The pair joins the board with a reason for each side. You approve it there.',
    save: 'Make this pair',
    saveAgain: 'Bring them together',
    leave: 'Leave it',
    conflicts: {
      samePerson: 'An introduction needs two different people.',
      pairExists: (a: string, b: string) => `${a} and ${b} have an introduction already.`,
      known: (a: string, b: string) => `${a} and ${b} know each other already.`,
      keptApart: (a: string, b: string) =>
        `A host said never to ${a} and ${b}. You may bring them together all the same.`,
      cap: (name: string, cap: number) =>
        `${name} has as many introductions as they want: ${number.format(cap)}.`,
    },
  },
  groups: {
    approved: {
      title: 'Approved',
      text: 'Each person is asked alone. You can take an approval back until it leaves.',
    },
    asked: {
      title: 'Asked',
      text: 'Both are being asked, each alone. You hear when they are introduced, or that it did not happen.',
    },
    introduced: { title: 'Introduced', text: 'Both said yes and have each other’s contact.' },
    didNotHappen: {
      title: 'Did not happen',
      text: 'For reasons like time. Nobody is told why, and neither are you.',
    },
    setAside: { title: 'Set aside', text: 'Never suggested, or taken back by you.' },
  },
  allLeave: (count: number, when: string) =>
    count === 1 ? `It leaves ${when}.` : `${number.format(count)} leave ${when}.`,
  showAllPairs: (count: number) => `Show all ${number.format(count)}`,
  leaves: (when: string) => `leaves ${when}`,
  bringBack: 'Bring back',
  bringBackFor: (names: string) => `Bring back ${names}`,
  broughtBack: (names: string) => `${names}: back on the board.`,
  takeBack: 'Take back',
  takeBackFor: (names: string) => `Take back ${names}`,
  takenBack: (names: string) => `${names}: taken back. Nobody was asked.`,
  mails: {
    open: 'See the mails',
    openFor: (names: string) => `See the mails to ${names}`,
    title: 'The mails, as they will read',
    ifBoth: 'If both say yes',
    introductionTo: (name: string) => `Introduction, to ${name}`,
    sendToMe: 'Send it to me',
    sendToMeFor: (name: string) => `Send me the mail to ${name}`,
    sentToMe: 'It is on its way to your own address, marked as a test. Its links lead nowhere.',
    to: (name: string) => `To ${name}`,
  },
};
