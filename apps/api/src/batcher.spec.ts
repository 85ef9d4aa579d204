import { AsyncLocalStorage } from 'node:async_hooks';
import { DomainError } from '#libs/domain';
import { Batcher, type BatcherOptions } from './batcher.ts';

const usual: BatcherOptions = { most: 4, inFlight: 1, queue: 100 };

/** Work that is finished by hand: each batch waits until it is let go. */
function handWork(options: BatcherOptions = usual, poison?: (item: number) => Error | undefined) {
  const batches: number[][] = [];
  const gates: (() => void)[] = [];
  const batcher = new Batcher<number, string>(async (items) => {
    batches.push(items);
    await new Promise<void>((open) => gates.push(open));
    for (const item of items) {
      const error = poison?.(item);
      if (error !== undefined) throw error;
    }
    return items.map((item) => `answer ${item}`);
  }, options);
  return {
    batcher,
    batches,
    askAll: (...items: number[]) => items.map((item) => batcher.ask(item)),
    letGo: async () => {
      gates.shift()?.();
      await turn();
    },
    letAllGo: async () => {
      while (gates.length > 0) {
        gates.shift()?.();
        await turn();
      }
    },
  };
}

/** Everything that can happen without a gate has happened. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('a batcher', () => {
  it('starts at once with the one item, then takes whatever queued meanwhile, in its order', async () => {
    const { batches, askAll, letAllGo } = handWork();
    const answers = askAll(1, 2, 3);
    expect(batches).toEqual([[1]]);
    await letAllGo();
    expect(await Promise.all(answers)).toEqual(['answer 1', 'answer 2', 'answer 3']);
    expect(batches).toEqual([[1], [2, 3]]);
  });

  it('works as if for whoever began, so nothing is worded there: what it answers is read by each for themselves', async () => {
    const reader = new AsyncLocalStorage<string>();
    const batcher = new Batcher<number, { there: unknown; here: () => unknown }>(async (items) => {
      await turn();
      return items.map(() => ({ there: reader.getStore(), here: () => reader.getStore() }));
    }, usual);
    const ask = (name: string) =>
      reader.run(name, async () => {
        const { there, here } = await batcher.ask(1);
        return [there, here()];
      });
    expect(await Promise.all(['Ada', 'Ben', 'Cy'].map(ask))).toEqual([
      ['Ada', 'Ada'],
      ['Ada', 'Ben'],
      ['Ada', 'Cy'],
    ]);
  });

  it('never takes more than its most', async () => {
    const { batches, askAll, letAllGo } = handWork();
    const answers = askAll(...numbers(10));
    await letAllGo();
    await Promise.all(answers);
    expect(batches.map(({ length }) => length)).toEqual([1, 4, 4, 1]);
  });

  it('keeps a second batch in flight when told to, and never a third', async () => {
    const { batches, askAll, letGo, letAllGo } = handWork({ ...usual, inFlight: 2 });
    const answers = askAll(1, 2, 3, 4);
    expect(batches).toEqual([[1], [2]]);
    await letGo();
    expect(batches).toEqual([[1], [2], [3, 4]]);
    await letAllGo();
    expect(await Promise.all(answers)).toHaveLength(4);
  });

  it('refuses what its queue cannot hold and answers all the others', async () => {
    const { askAll, letAllGo } = handWork({ ...usual, queue: 2 });
    const [running, ...rest] = askAll(1, 2, 3, 4);
    const refused = rest.pop();
    await expect(refused).rejects.toMatchObject({ code: 'too-busy', category: 'unavailable' });
    await letAllGo();
    expect(await Promise.all([running, ...rest])).toEqual(['answer 1', 'answer 2', 'answer 3']);
  });

  it('gives an error answer to its own asker only', async () => {
    const batcher = new Batcher<number, number>(
      (items) => Promise.resolve(items.map((item) => (item === 2 ? new DomainError('event-over') : item))),
      usual,
    );
    const seen = await Promise.allSettled([1, 2, 3].map((item) => batcher.ask(item)));
    expect(seen.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('lets a poisoned item fail alone', async () => {
    const { batches, askAll, letAllGo } = handWork(usual, (item) =>
      item === 3 ? new Error('poison') : undefined,
    );
    const answers = Promise.allSettled(askAll(1, 2, 3, 4));
    await letAllGo();
    expect((await answers).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(batches).toEqual([[1], [2, 3, 4], [2], [3], [4]]);
  });

  it('fails them together when it may not isolate', async () => {
    const { batches, askAll, letAllGo } = handWork({ ...usual, isolate: false }, (item) =>
      item === 3 ? new Error('poison') : undefined,
    );
    const answers = Promise.allSettled(askAll(1, 2, 3));
    await letAllGo();
    expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(batches).toHaveLength(2);
  });

  it('tells everybody at once that the database is away, and does not ask it again for each', async () => {
    const { batches, askAll, letAllGo } = handWork(usual, (item) =>
      item > 1 ? new DomainError('unavailable') : undefined,
    );
    const answers = Promise.allSettled(askAll(1, 2, 3, 4));
    await letAllGo();
    expect((await answers).filter(({ status }) => status === 'rejected')).toHaveLength(3);
    expect(batches).toEqual([[1], [2, 3, 4]]);
  });

  it('stops trying one by one when the database goes away meanwhile', async () => {
    let tries = 0;
    const batcher = new Batcher<number, number>((items) => {
      if (items.length > 1) return Promise.reject(new Error('poison'));
      tries += 1;
      return tries < 3 ? Promise.resolve(items) : Promise.reject(new DomainError('unavailable'));
    }, usual);
    const seen = await Promise.allSettled([1, 2, 3, 4, 5].map((item) => batcher.ask(item)));
    expect(seen.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
    ]);
    expect(tries).toBe(3);
  });

  it('answers everybody even when the work miscounts', async () => {
    const batcher = new Batcher<number, number>(() => Promise.resolve([]), usual);
    await expect(batcher.ask(1)).rejects.toThrow('A batch of 1 had 0 answers.');
  });

  it('survives work that throws before it waits', async () => {
    let broken = true;
    const batcher = new Batcher<number, number>((items) => {
      if (broken) throw new Error('at once');
      return Promise.resolve(items);
    }, usual);
    await expect(batcher.ask(1)).rejects.toThrow('at once');
    broken = false;
    expect(await batcher.ask(2)).toBe(2);
  });

  it('is idle once everybody is answered, and at once when nobody asks', async () => {
    const { batcher, askAll, letGo, letAllGo } = handWork();
    await batcher.idle();
    const answers = askAll(1, 2);
    let idle = false;
    const over = batcher.idle().then(() => (idle = true));
    await letGo();
    expect(idle).toBe(false);
    await letAllGo();
    await over;
    expect(await Promise.all(answers)).toEqual(['answer 1', 'answer 2']);
  });

  it('loses nobody among ten thousand who come while batches end', async () => {
    const batcher = new Batcher<number, number>(
      async (items) => {
        await (items.length % 2 === 0 ? turn() : Promise.resolve());
        return items;
      },
      { most: 64, inFlight: 2, queue: 10_000 },
    );
    const answers = await Promise.all(
      numbers(10_000).map(async (item) => {
        if (item % 7 === 0) await turn();
        return batcher.ask(item);
      }),
    );
    expect(answers).toEqual(numbers(10_000));
  });
});
