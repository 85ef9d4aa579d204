import { introductionStates } from './introduction.ts';
import { standing, takesPlace } from './standing.ts';

const noon = new Date('2026-10-22T19:00:00Z');
const later = new Date('2026-10-28T23:00:00Z');
const word = (state: (typeof introductionStates)[number], introducedAt: Date | null = null) =>
  [noon, later].map((now) => standing({ state, introducedAt, appearsUntil: later }, now));

describe('the host’s word', () => {
  it('is the same for a living pair, a dead one and one that was ended, until the same moment', () => {
    for (const state of ['asking', 'closed quietly', 'ended for safety'] as const)
      expect([state, ...word(state)]).toEqual([state, 'asked', 'did not happen']);
  });

  it('stays "asked" for two yeses until they are introduced', () => {
    expect(word('agreed')).toEqual(['asked', 'asked']);
  });

  it('stays "introduced" whatever became of it afterwards', () => {
    for (const state of [
      'introduced',
      'talked',
      'met',
      'working together',
      'lapsed',
      'ended for safety',
    ] as const)
      expect([state, ...word(state, noon)]).toEqual([state, 'introduced', 'introduced']);
  });

  it('has a word for every state', () => {
    for (const state of introductionStates) expect(word(state)[0]).toEqual(expect.any(String));
  });

  it('decides what takes a place, so that a quiet end frees none before its day', () => {
    const closed = { state: 'closed quietly', introducedAt: null, appearsUntil: later } as const;
    expect([takesPlace(closed, noon), takesPlace(closed, later)]).toEqual([true, false]);
    expect(takesPlace({ ...closed, state: 'dismissed' }, noon)).toBe(false);
  });
});
