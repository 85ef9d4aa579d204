interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

interface Limits<Item> {
  /** Things in a batch, and batches on their way. */
  most: number;
  atOnce: number;
  /** Only things with the same go together. */
  alike?: (item: Item) => string;
}

/**
 * Does alike things together without ever waiting for more of them: what came in the same turn, or while as many batches as
 * may be were on their way, is the next one. Alone, a thing is a batch of one.
 */
export class Batches<Item, Result> {
  private readonly waiting: Waiting<Item, Result>[] = [];
  private underWay = 0;

  /** @param work one result for each item, in their order; when it throws, every item of the batch fails with it */
  constructor(
    private readonly work: (items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly limits: Limits<Item>,
  ) {}

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      queueMicrotask(() => {
        this.begin();
      });
    });
  }

  private begin(): void {
    while (this.waiting.length > 0 && this.underWay < this.limits.atOnce) {
      this.underWay += 1;
      void this.run(this.next()).finally(() => {
        this.underWay -= 1;
        this.begin();
      });
    }
  }

  private next(): Waiting<Item, Result>[] {
    const { most, alike = () => '' } = this.limits;
    const [first] = this.waiting;
    const kind = first === undefined ? '' : alike(first.item);
    const batch = this.waiting.filter(({ item }) => alike(item) === kind).slice(0, most);
    for (const one of batch) this.waiting.splice(this.waiting.indexOf(one), 1);
    return batch;
  }

  private async run(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.work(batch.map(({ item }) => item));
      for (const [at, { resolve }] of batch.entries()) resolve(results[at] as Result);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
