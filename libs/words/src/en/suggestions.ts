import { counted, number } from './numbers.ts';

/** While pairs are looked for. */
export const suggestionSearch = {
  title: 'Looking for pairs',
  steps: {
    waiting: () => 'Another evening is being looked at. Yours is next.',
    comparing: (people: number) => `Comparing ${counted(people, 'person', 'people')}`,
    choosing: (people: number) => `Choosing the pairs among ${counted(people, 'person', 'people')}`,
    keeping: () => 'Putting the pairs on the board',
  },
  cancel: 'Cancel',
  cancelled: 'Stopped. Nothing has changed.',
};

/** Below that, "about 0 %" would be said. */
const leastPrice = 0.005;
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });

/** What a search came to, for the room as a whole. */
export const suggestionOutcome = {
  title: 'What came of it',
  covered: (covered: number, people: number) =>
    covered === people
      ? `All ${counted(people, 'person', 'people')} have somebody.`
      : `${number.format(covered)} of ${counted(people, 'person', 'people')} ${covered === 1 ? 'has' : 'have'} somebody.`,
  nobodyMore: 'Nobody more could have, with these limits.',
  coverable: (coverable: number) => `${number.format(coverable)} could have.`,
  /** `share` is the part of all pairs we expect both to want that goes to reach everybody, 0 to 1. */
  price: {
    everyone: (share: number) =>
      share < leastPrice
        ? 'Choosing the best pairs alone would promise hardly more.'
        : `Reaching as many people as possible costs about ${percent.format(share)} of the introductions we expect both to want.`,
    total: (share: number) =>
      share < leastPrice
        ? 'The best pairs came first. Reaching as many people as possible would cost next to nothing.'
        : `The best pairs came first. Reaching as many people as possible would cost about ${percent.format(share)} of the introductions we expect both to want.`,
  },
  other: { everyone: 'Reach as many people as possible', total: 'Put the best pairs first' },
  otherNote: 'Pairs that you approved, reworded or made yourself stay as they are.',
};
