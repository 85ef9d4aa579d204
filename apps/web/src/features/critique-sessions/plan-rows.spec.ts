import { groupsOf, peopleOf } from './plan-rows.ts';
import type { Hearing, Plan, PlannedWork } from './session-calls.ts';

const work = (id: string, given: Partial<PlannedWork> = {}): PlannedWork => ({
  id,
  attendeeId: `author of ${id}`,
  author: `Author of ${id}`,
  title: id,
  question: '',
  medium: 'audio',
  topics: [],
  state: 'accepted',
  place: 1,
  coming: true,
  table: null,
  round: 1,
  open: true,
  ...given,
});
const hearing = (submissionId: string, attendeeId: string, given: Partial<Hearing> = {}): Hearing => ({
  id: `${attendeeId} hears ${submissionId}`,
  submissionId,
  attendeeId,
  critic: attendeeId,
  state: 'assigned',
  source: 'plan',
  fixed: false,
  why: [],
  open: true,
  ...given,
});
const plan = (state: string, works: PlannedWork[], hearings: Hearing[] = []): Plan =>
  ({ session: { state, criticsUsed: 2 }, works, hearings, standby: [], again: false }) as unknown as Plan;

describe('the works of a plan', () => {
  it('stand in one order before it, and afterwards table by table in the order of their rounds', () => {
    const works = [
      work('a', { table: 1, round: 2 }),
      work('b', { table: 2, round: 1 }),
      work('c', { table: 1, round: 1 }),
      work('d', { state: 'waitlisted', round: null }),
    ];
    const shown = (state: string) =>
      groupsOf(plan(state, works)).map(({ kind, table, rows }) => [
        kind,
        table,
        rows.map((row) => row.work.id),
      ]);
    expect(shown('open')).toEqual([['order', null, ['a', 'b', 'c', 'd']]]);
    expect(shown('planned')).toEqual([
      ['heard', 1, ['c', 'a']],
      ['heard', 2, ['b']],
      ['waiting', null, ['d']],
    ]);
  });

  it('lack a critic who cannot, as long as nobody has begun with them', () => {
    const hearings = [hearing('a', 'x'), hearing('a', 'y', { state: 'declined' })];
    const lacks = (given: Partial<PlannedWork>) =>
      groupsOf(plan('planned', [work('a', given)], hearings))[0]?.rows[0]?.lacks;
    expect(lacks({})).toBe(1);
    expect(lacks({ open: false })).toBe(0);
    expect(lacks({ state: 'waitlisted' })).toBe(0);
  });
});

describe('the people of a plan', () => {
  it('are its authors with what they hear, then others who hear something', () => {
    const works = [work('a'), work('b')];
    const hearings = [
      hearing('a', 'author of b'),
      hearing('b', 'Sam'),
      hearing('b', 'author of a', { state: 'declined' }),
    ];
    const rows = peopleOf(plan('planned', works, hearings));
    expect(
      rows.map(({ name, brings, hears }) => [name, brings?.id, hears.map((one) => one.work.id)]),
    ).toEqual([
      ['Author of a', 'a', []],
      ['Author of b', 'b', ['a']],
      ['Sam', undefined, ['b']],
    ]);
  });
});
