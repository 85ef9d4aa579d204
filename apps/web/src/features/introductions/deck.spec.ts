import type { BoardPerson, IntroductionView, PersonView } from '../../lib/shapes.ts';
import { byNeed, conflictsOf, deckOf, neighbourOf, stepFrom } from './deck.ts';

const person = (attendeeId: string): PersonView => ({
  attendeeId,
  name: attendeeId,
  crafts: [],
  workingOn: '',
  lookingFor: [],
  canHelpWith: [],
  stage: null,
  city: null,
});

const pair = (a: string, b: string, given: Partial<IntroductionView> = {}): IntroductionView => ({
  id: `${a}${b}`,
  version: 1,
  source: 'suggested',
  a: person(a),
  b: person(b),
  reasonForA: '',
  reasonForB: '',
  links: [],
  band: 'fair',
  standing: 'suggested',
  leavesAt: null,
  ...given,
});

const onBoard = (attendeeId: string, used: number): BoardPerson => ({
  attendeeId,
  name: attendeeId,
  crafts: [],
  used,
  cap: 1,
});
const ids = (pairs: readonly IntroductionView[]): string[] => pairs.map(({ id }) => id);

describe('the deck', () => {
  const board = [pair('a', 'b'), pair('c', 'd'), pair('e', 'f', { standing: 'approved' }), pair('g', 'h')];

  it('holds the pairs that wait for a decision', () => {
    expect(ids(deckOf(board, new Set(['cd']), []))).toEqual(['ab', 'gh']);
  });

  it('puts a skipped pair behind all others, the first skipped first', () => {
    expect(ids(deckOf(board, new Set(), ['gh', 'ab']))).toEqual(['cd', 'gh', 'ab']);
  });

  it('goes on with the next pair after a decision, and with the one before at the end', () => {
    const deck = deckOf(board, new Set(), []);
    expect([neighbourOf(deck, 'ab'), neighbourOf(deck, 'gh')]).toEqual(['cd', 'cd']);
  });

  it('goes round with the arrows', () => {
    const deck = deckOf(board, new Set(), []);
    expect([stepFrom(deck, 'gh', 1), stepFrom(deck, 'ab', -1), stepFrom(deck, 'ab', 1)]).toEqual([
      'ab',
      'gh',
      'cd',
    ]);
  });
});

it('shows those who have nobody yet first', () => {
  expect(byNeed([onBoard('b', 1), onBoard('c', 0), onBoard('a', 2)]).map(({ name }) => name)).toEqual([
    'c',
    'a',
    'b',
  ]);
});

describe('a pair of the host’s own', () => {
  it('needs two different people', () => {
    expect(conflictsOf(onBoard('a', 0), onBoard('a', 0), [])).toEqual(['same-person']);
  });

  it('is told of a pair that stands already, but not of one that was taken back', () => {
    expect(conflictsOf(onBoard('b', 1), onBoard('a', 1), [pair('a', 'b')])).toEqual(['pair-exists']);
    expect(
      conflictsOf(onBoard('b', 0), onBoard('a', 0), [pair('a', 'b', { standing: 'withdrawn' })]),
    ).toEqual([]);
  });

  it('may take the place of a suggestion, not of an approved introduction', () => {
    expect(conflictsOf(onBoard('a', 1), onBoard('c', 0), [pair('a', 'b')])).toEqual([]);
    expect(conflictsOf(onBoard('a', 1), onBoard('c', 0), [pair('a', 'b', { standing: 'approved' })])).toEqual(
      ['cap-a'],
    );
  });
});
