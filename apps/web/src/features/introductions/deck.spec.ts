import type { BoardPerson, IntroductionView, PersonView } from '../../lib/shapes.ts';
import { byNeed, conflictsOf, deckOf, neighbourOf, stepFrom, withCounts } from './deck.ts';

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
  holdsPlace: false,
  caution: null,
  note: null,
  leavesAt: null,
  ...given,
});

const onBoard = (attendeeId: string, used: number): BoardPerson => ({
  attendeeId,
  name: attendeeId,
  crafts: [],
  used,
  cap: 1,
  wellKnown: false,
  isPanelist: false,
});
const having = (introductions: IntroductionView[]) => ({ introductions, apart: [] });
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
    expect(conflictsOf(onBoard('a', 0), onBoard('a', 0), having([]))).toEqual(['same-person']);
  });

  it('is told of a pair that stands already, but not of one that was taken back', () => {
    expect(conflictsOf(onBoard('b', 1), onBoard('a', 1), having([pair('a', 'b')]))).toEqual(['pair-exists']);
    expect(
      conflictsOf(onBoard('b', 0), onBoard('a', 0), having([pair('a', 'b', { standing: 'withdrawn' })])),
    ).toEqual([]);
  });

  it('may take the place of a suggestion, not of an approved introduction', () => {
    const withPair = (given: Partial<IntroductionView>) =>
      conflictsOf(onBoard('a', 1), onBoard('c', 0), having([pair('a', 'b', given)]));
    expect(withPair({})).toEqual([]);
    expect(withPair({ standing: 'approved', holdsPlace: true })).toEqual(['cap-a']);
    // Reworded, noted or made by a host: it stands as firmly as one that is approved.
    expect(withPair({ holdsPlace: true })).toEqual(['cap-a']);
  });

  it('is told of two who know each other, or whom a host kept apart, whoever stands first', () => {
    const apart = [
      { a: 'a', b: 'b', why: 'known' as const },
      { a: 'c', b: 'a', why: 'kept-apart' as const },
    ];
    const told = (one: string, other: string) =>
      conflictsOf(onBoard(one, 0), onBoard(other, 0), { introductions: [], apart });
    expect([told('b', 'a'), told('a', 'c'), told('b', 'c')]).toEqual([['known'], ['kept-apart'], []]);
  });
});

it('counts what a person has by what stands, without a pair that is on its way out', () => {
  const people = [onBoard('a', 0), onBoard('b', 1), onBoard('c', 1)];
  const pairs = [
    pair('a', 'b'),
    pair('a', 'c', { standing: 'did not happen' }),
    pair('b', 'c', { standing: 'asked' }),
  ];
  expect(withCounts(people, pairs, new Set(['ab'])).map(({ used }) => used)).toEqual([0, 1, 1]);
  expect(withCounts(people, pairs, new Set()).map(({ used }) => used)).toEqual([1, 2, 1]);
});

it('leaves a person alone whose count stays, so that their row is not drawn again', () => {
  const people = [onBoard('a', 1), onBoard('b', 1)];
  expect(withCounts(people, [pair('a', 'b')], new Set())[0]).toBe(people[0]);
});
