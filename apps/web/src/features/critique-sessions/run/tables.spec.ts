import type { Run, RunSlot } from './run-calls.ts';
import { tablesOf } from './tables.ts';

const slot = (id: string, table: number, round: number, state: RunSlot['state']): RunSlot =>
  ({ id, table, round, state }) as RunSlot;
const run = (...slots: RunSlot[]): Run => ({ slots }) as Run;
const shown = (given: Run) =>
  tablesOf(given).map(({ table, current, next }) => [table, current?.id, next?.id]);

describe('the tables of a session', () => {
  it('show the work that is on and the one after it, whatever the order they come in', () => {
    const given = run(slot('c', 1, 3, 'planned'), slot('b', 1, 2, 'paused'), slot('a', 1, 1, 'done'));
    expect(shown(given)).toEqual([[1, 'b', 'c']]);
  });

  it('show between two works the one that starts next', () => {
    const given = run(slot('a', 1, 1, 'done'), slot('b', 1, 2, 'planned'), slot('c', 1, 3, 'planned'));
    expect(shown(given)).toEqual([[1, 'b', 'c']]);
  });

  it('bring back one that was given away to another author before those after it', () => {
    const given = run(slot('a', 1, 1, 'planned'), slot('b', 1, 2, 'running'), slot('c', 1, 3, 'planned'));
    expect(shown(given)).toEqual([[1, 'b', 'a']]);
  });

  it('have nothing left when all is heard or passed over, each for itself', () => {
    const given = run(slot('a', 2, 1, 'done'), slot('b', 2, 2, 'skipped'), slot('c', 1, 1, 'running'));
    expect(shown(given)).toEqual([
      [1, 'c', undefined],
      [2, undefined, undefined],
    ]);
  });
});
