import type { MyTable, MyTables } from './calls.ts';
import { momentOf } from './moment.ts';

const place = (round: number, table: number): MyTable => ({ round, table, topic: null, with: [], others: 4 });
const tables = (given: Partial<MyTables>): MyTables => ({
  state: 'running',
  rounds: 3,
  round: 1,
  minutes: 40,
  roundStartedAt: '2026-10-20T02:00:00Z',
  version: 1,
  now: '2026-10-20T02:00:00Z',
  mine: [place(2, 5), place(1, 3), place(3, 1)],
  ...given,
});
const start = Date.parse('2026-10-20T02:00:00Z');
const of = (given: Partial<MyTables>, minutes = 0) => momentOf(tables(given), start + minutes * 60_000);

describe('what a phone shows of the tables', () => {
  it('waits until they are drawn, and says when they are over', () => {
    expect(of({ state: 'open', mine: [] })).toEqual({ kind: 'not drawn' });
    expect(of({ state: 'ended' })).toEqual({ kind: 'over' });
  });

  it('names the first table before the first round', () => {
    expect(of({ state: 'seated', round: 0, roundStartedAt: null })).toEqual({
      kind: 'before',
      place: place(1, 3),
      later: [place(2, 5), place(3, 1)],
    });
  });

  it('counts a round down to nothing and no further', () => {
    expect(of({}, 10)).toMatchObject({ kind: 'round', place: place(1, 3), leftMs: 30 * 60_000 });
    expect(of({}, 41)).toMatchObject({ leftMs: 0 });
    expect(of({ round: 3 }, 10)).toMatchObject({ place: place(3, 1), later: [] });
  });

  it('says that somebody sits this round out, and where they sit next', () => {
    expect(of({ mine: [place(2, 5)] })).toMatchObject({ kind: 'round', place: null, later: [place(2, 5)] });
  });

  it('sends whoever sits nowhere to a host', () => {
    expect(of({ mine: [] })).toEqual({ kind: 'no seat' });
    expect(of({ state: 'seated', mine: [] })).toEqual({ kind: 'no seat' });
    expect(of({ round: 3, mine: [place(1, 3)] })).toEqual({ kind: 'no seat' });
  });
});
