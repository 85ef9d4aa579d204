import { capacityOf, criticsFor, seatsFor, slotsPerTable, tablesFor } from './plan.ts';
import { areRunnable, phasesOf, slotSeconds } from './templates.ts';

const evening = (minutes: number) => ({
  startsAt: new Date('2026-10-19T18:00:00Z'),
  endsAt: new Date(Date.parse('2026-10-19T18:00:00Z') + minutes * 60_000),
});
const phases = phasesOf('songwriting');
const live = { format: 'live', tables: 1, phases } as const;
const tables = (count: number) => ({ format: 'tables', tables: count, phases, criticsPerWork: 3 }) as const;

describe('the slots of an evening', () => {
  it('are five of twenty minutes in two hours, of which twenty minutes are no slots', () => {
    expect(slotSeconds(phases)).toBe(20 * 60);
    expect(slotsPerTable(live, evening(120))).toBe(5);
    expect(slotsPerTable(live, evening(119))).toBe(4);
    expect(slotsPerTable(live, evening(15))).toBe(0);
  });

  it('count at every table, and are without number at home', () => {
    expect(capacityOf(tables(3), evening(120))).toBe(15);
    expect(capacityOf(live, evening(120))).toBe(5);
    expect(capacityOf({ format: 'written', tables: 1, phases: [] }, evening(120))).toBeNull();
  });

  it('can be run as every template has them', () => {
    for (const template of ['songwriting', 'mix', 'film'] as const)
      expect(areRunnable(phasesOf(template))).toBe(true);
    expect(areRunnable([])).toBe(false);
    expect(areRunnable(phases.slice(0, 1))).toBe(false);
    expect(areRunnable([...phases, ...phases])).toBe(false);
    expect(areRunnable(phases.map((phase) => ({ ...phase, seconds: phase.seconds * 5 })))).toBe(false);
  });
});

describe('the tables of a plan', () => {
  it('are as many as the organizer laid, while each has critics enough', () => {
    expect(tablesFor(8, tables(2), 5)).toBe(2);
    expect(tablesFor(7, tables(2), 5)).toBe(2);
    expect(tablesFor(7, tables(2), 7)).toBe(1);
    expect(tablesFor(6, tables(2), 6)).toBe(2);
    expect(tablesFor(40, { ...live, criticsPerWork: 3 }, 5)).toBe(1);
  });

  it('are filled around, the first works first', () => {
    expect(seatsFor(5, 2)).toEqual([
      { table: 1, round: 1 },
      { table: 2, round: 1 },
      { table: 1, round: 2 },
      { table: 2, round: 2 },
      { table: 1, round: 3 },
    ]);
  });

  it.each([
    [4, 3, 1, 2],
    [6, 4, 1, 2],
    [7, 3, 1, 3],
    [7, 4, 2, 2],
    [8, 4, 2, 3],
    [2, 3, 1, 1],
    [3, 3, 3, 0],
  ])('%i works with %i critics wanted at %i tables have %i each', (works, wanted, at, used) => {
    expect(criticsFor(works, wanted, at)).toBe(used);
  });
});
