import { spoken } from '../speech.ts';

/** Sentences that stand in the letter wherever it is read: on the phone, on paper, as text. */
const letter = {
  question: 'You asked',
  parts: {
    meaning: 'What stayed',
    answer: 'An answer to your question',
    neutralQuestion: 'A question for you',
    opinion: 'An opinion, as you allowed',
    marks: 'In the work',
  },
  from: (name: string) => `From ${name}`,
  critic: 'A critic',
  left: 'Somebody who left',
  leftWords: 'They left Acquaint, and what they wrote left with them.',
  order: 'The critiques stand in the order in which critics were drawn. It says nothing about them.',
  facilitator: 'The hosts of this evening can read it too.',
  nobodyElse: 'Nobody else can read it.',
} as const;

/** The letter on paper and as text. */
export const letterFile = {
  ...letter,
  title: (work: string) => `Feedback on “${work}”`,
  subject: 'A letter of critique',
  heard: (day: string, event: string) => `Heard on ${day} at ${event}`,
  page: (page: number, pages: number) => `${String(page)} of ${String(pages)}`,
  none: 'Nobody wrote anything down this time.',
  missingCharacters:
    'Characters that this page cannot print stand as their Unicode numbers in brackets. The letter as text has them as they are.',
  missingCharacter: (code: number) => `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`,
  fileName: 'letter',
} as const;

/** The letter on the phone, and what critics read there. */
export const critiqueLetterPage = /* @__PURE__ */ spoken('critiqueLetterPage', {
  ...letter,
  title: 'Your letter',
  loading: 'Opening your letter…',
  failed: 'Your letter did not come through.',
  again: 'Try again',
  waiting: {
    title: 'Your letter is not here yet',
    text: 'It comes when the session is over, the same evening. We mail you when it is here.',
    written: 'It comes when everybody had their time to write. We mail you when it is here.',
  },
  notHeard: {
    title: 'Your work was not heard this time',
    text: 'So there is no letter. Whoever waited longest comes first at the next session, and that counts for you.',
    credits: 'If bringing it took credits, they are back.',
  },
  missed: {
    title: 'Your work was not heard this time',
    text: 'You were not there when its time came, so there is no letter. It keeps no turn, and credits it took do not come back. You can bring it to another session.',
  },
  noWork: {
    title: 'No letter for you',
    text: 'You brought no work to this session. Bring one next time and hear what stays with people.',
  },
  none: {
    title: 'Nobody wrote anything down',
    text: 'Your work was heard, but no critic left words. We are sorry; ask the people you met what stayed with them.',
  },
  heard: (day: string, event: string) => `“${event}”, ${day}`,
  listen: 'Listen to it again',
  thank: (name: string) => `Thank ${name}`,
  thankCritic: 'Thank this critic',
  thanked: (name: string) => `You thanked ${name}.`,
  thankedCritic: 'You thanked this critic.',
  undo: 'Undo',
  thankFailed: 'Your thanks did not come through. Try again.',
  save: {
    title: 'Keep the letter',
    pdf: 'Save as PDF',
    text: 'Save as text',
  },
  file: {
    title: 'Your file',
    until: (day: string) => `deleted on ${day} unless you keep it.`,
    kept: 'it stays until you let it go.',
    gone: 'deleted.',
    keep: 'Keep the file',
    drop: 'Let it be deleted after 30 days',
    failed: 'That did not come through. Try again.',
  },
  versions: {
    title: 'Versions of this work',
    this: 'this letter',
    open: (title: string, day: string) => `${title}, heard on ${day}`,
    unheard: (title: string) => `${title}, not heard yet`,
    earlier: (day: string) => `You read the letter of ${day}.`,
    back: 'Back to the letter of this session',
  },
  thanks: {
    title: 'Thanks',
    one: (author: string, work: string) => `${author} thanked you for your critique of “${work}”.`,
    left: (work: string) => `You were thanked for your critique of “${work}”.`,
  },
} as const);

/** What hosts read where a session gives them the feedback too. */
export const critiqueLettersApp = {
  title: 'Letters',
  lead: 'What critics wrote, as its authors read it. Critics and authors were told that you can.',
  waiting: 'The letters come when the session is over and its feedback is out.',
  none: 'No work of this session was heard.',
  private: 'The feedback of this session goes to its authors alone.',
  by: (title: string, author: string) => `${title} by ${author}`,
  left: 'somebody who left',
  question: 'Asked',
  from: (name: string) => `From ${name}`,
  leftWords: letter.leftWords,
  someone: letter.left,
  order: letter.order,
  parts: letter.parts,
  list: 'Works',
  nobody: 'Nobody wrote anything down.',
} as const;
