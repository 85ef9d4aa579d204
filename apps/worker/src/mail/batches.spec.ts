import { Batches } from './batches.ts';

describe('things that are done together', () => {
  let done: string[][];
  let goOn: (() => void)[];
  const work = async (items: readonly string[]): Promise<string[]> => {
    done.push([...items]);
    await new Promise<void>((resolve) => goOn.push(resolve));
    if (items.includes('bad')) throw new Error('bad');
    return items.map((item) => item.toUpperCase());
  };
  const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

  beforeEach(() => {
    done = [];
    goOn = [];
  });

  it('are those that came in one turn, and then those that came meanwhile; each gets its own answer', async () => {
    const batches = new Batches(work, { most: 3, atOnce: 1 });
    const first = ['a', 'b', 'c', 'd'].map((item) => batches.add(item));
    await nextTurn();
    expect(done).toEqual([['a', 'b', 'c']]);
    const late = batches.add('e');
    goOn[0]?.();
    await nextTurn();
    expect(done).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ]);
    goOn[1]?.();
    expect(await Promise.all([...first, late])).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('are alike, several kinds beside each other', async () => {
    const batches = new Batches(work, { most: 9, atOnce: 2, alike: (item) => item.charAt(0) });
    const all = ['x1', 'y1', 'x2'].map((item) => batches.add(item));
    await nextTurn();
    expect(done).toEqual([['x1', 'x2'], ['y1']]);
    for (const end of goOn) end();
    expect(await Promise.all(all)).toEqual(['X1', 'Y1', 'X2']);
  });

  it('fail together, and what comes after them does not', async () => {
    const batches = new Batches(work, { most: 2, atOnce: 1 });
    const all = ['a', 'bad', 'c'].map((item) => batches.add(item).catch(() => 'failed'));
    await nextTurn();
    goOn[0]?.();
    await nextTurn();
    goOn[1]?.();
    expect(await Promise.all(all)).toEqual(['failed', 'failed', 'C']);
  });
});
