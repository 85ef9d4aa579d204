import { type Cell, tell } from './cells.ts';
import { countedOf, evenlyAdded } from './ripe.ts';
import { tellGroups } from './sums.ts';

const open = (of: number, count: number): Cell => ({ group: of, of, count });
const secret = (of: number, count: number, more: Partial<Cell> = {}): Cell => ({
  group: of,
  of,
  count,
  secret: true,
  ...more,
});

describe('a number about a group', () => {
  it('is told from five people on', () => {
    expect(tell(open(5, 2))).toEqual({ of: 5, count: 2 });
    expect(tell(open(4, 4))).toEqual({ of: null, count: null });
    expect(tell({ group: 4, of: 6, count: 5 })).toEqual({ of: null, count: null });
  });

  it('that nobody may know is told only where those who did and those who did not are five each', () => {
    expect(tell(secret(12, 5))).toEqual({ of: 12, count: 5 });
    expect(tell(secret(12, 4))).toEqual({ of: 12, count: null });
    expect(tell(secret(12, 8))).toEqual({ of: 12, count: null });
  });

  it('is not told when the step before it is told and all but a few went on', () => {
    expect(tell(secret(30, 8, { above: 13 }))).toEqual({ of: 30, count: 8 });
    expect(tell(secret(30, 8, { above: 12 }))).toEqual({ of: 30, count: null });
  });

  it('is not told when what the host knows of it leaves a few', () => {
    expect(tell(secret(30, 15, { below: 10 }))).toEqual({ of: 30, count: 15 });
    expect(tell(secret(30, 15, { below: 11 }))).toEqual({ of: 30, count: null });
  });
});

describe('the sum of evenings', () => {
  const hidden = { of: null, count: null };

  it('is told when each of them is, or when those that are not are a group together', () => {
    const evenings = new Map([
      ['large', open(40, 20)],
      ['small', open(3, 1)],
      ['smaller', open(2, 1)],
    ]);
    expect(tellGroups(evenings, [['large', 'small', 'smaller']])).toEqual([{ of: 45, count: 22 }]);
    // The control: without the second small one, the sum less the large one would be the first.
    expect(tellGroups(evenings, [['large', 'small']])).toEqual([hidden]);
    expect(tellGroups(evenings, [['large']])).toEqual([{ of: 40, count: 20 }]);
  });

  it('is hidden when another sum gives it away, although each would be harmless alone', () => {
    const evenings = new Map([
      ['a', open(4, 1)],
      ['b', open(4, 2)],
      ['c', open(4, 3)],
    ]);
    const [all, panels, mixers] = [
      ['a', 'b', 'c'],
      ['a', 'b'],
      ['b', 'c'],
    ];
    expect(tellGroups(evenings, [all])).toEqual([{ of: 12, count: 6 }]);
    expect(tellGroups(evenings, [panels])).toEqual([{ of: 8, count: 3 }]);
    expect(tellGroups(evenings, [all, panels])).toEqual([{ of: 12, count: 6 }, hidden]);
    // Panels and mixers less all of them are the one that was both.
    expect(tellGroups(evenings, [panels, mixers])).toEqual([
      { of: 8, count: 3 },
      { of: 8, count: 5 },
    ]);
    expect(tellGroups(evenings, [panels, mixers, all])[2]).toEqual(hidden);
  });

  it('hides a secret count and tells how many there were of', () => {
    const evenings = new Map([
      ['shown', secret(20, 10)],
      ['few', secret(20, 2)],
    ]);
    expect(tellGroups(evenings, [['shown', 'few']])).toEqual([{ of: 40, count: null }]);
    const more = new Map([...evenings, ['fewer', secret(20, 4)]]);
    expect(tellGroups(more, [['shown', 'few', 'fewer']])).toEqual([{ of: 60, count: 16 }]);
  });

  it('is told beside evenings with nobody in them', () => {
    const evenings = new Map([
      ['large', open(12, 6)],
      ['empty', open(0, 0)],
    ]);
    expect(tellGroups(evenings, [['large', 'empty']])).toEqual([{ of: 12, count: 6 }]);
  });

  it('of the same evenings is the same number twice', () => {
    const evenings = new Map([['only', open(12, 6)]]);
    expect(tellGroups(evenings, [['only'], ['only']])).toEqual([
      { of: 12, count: 6 },
      { of: 12, count: 6 },
    ]);
  });
});

describe('from one day to the next', () => {
  it('a number of an evening grows by five or more, or not at all', () => {
    const sizes = Array.from({ length: 31 }, (_, ripe) => {
      const all = Array.from({ length: ripe }, (__, at) => at);
      return { during: countedOf(all, true).length, after: countedOf(all, false).length };
    });
    const added = sizes.flatMap(({ during, after }, at) =>
      during === 0 ? [] : [after - during, (sizes[at + 1]?.during ?? during) - during],
    );
    expect(added.filter((more) => more !== 0 && more < 5)).toEqual([]);
    expect(added.filter((more) => more > 0).length).toBeGreaterThan(20);
    expect(sizes[30]).toEqual({ during: 25, after: 30 });
    // The control: counted as they ripen, they come one by one.
    expect(countedOf([1, 2, 3, 4, 5, 6], false)).toHaveLength(6);
  });

  it('a sum of evenings grows by groups: a small evening waits for another', () => {
    const evening = (id: string, day: number, of: number) => ({
      id,
      endedAt: new Date(Date.UTC(2026, 0, day)),
      cell: secret(of, 1),
    });
    const [first, second, third] = [evening('x', 3, 3), evening('y', 1, 9), evening('z', 5, 2)];
    expect(evenlyAdded([first])).toEqual([]);
    expect(evenlyAdded([first, second])).toEqual(['y']);
    expect(evenlyAdded([first, second, third])).toEqual(['y', 'x', 'z']);
  });
});
