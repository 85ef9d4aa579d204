import { DomainError } from '#libs/domain';

export interface BatcherOptions {
  /** Items of one batch. */
  most: number;
  /** Batches at the same time; a second one computes while the first waits for the disk. */
  inFlight: number;
  /** Items that may wait for a batch; one more is refused as too-busy. */
  queue: number;
  /** When a batch fails, try its items one by one, so that a poisoned one fails alone. On unless said otherwise. */
  isolate?: boolean;
  /** Begin once this turn of the event loop is over, with everybody whose request came in it, instead of with the first. */
  gather?: boolean;
}

interface Waiter<Item, Answer> {
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

/**
 * Answers many single asks by few set-wise statements, without a timer: an idle batcher starts at once with the one
 * item, and whatever queued while a batch was in flight is the next batch. So it costs nothing when idle and its
 * batches grow with the load (performance.md).
 *
 * `work` gives one answer or one Error an item, in their order. It is one transaction: when it throws, nothing of it
 * has happened, or doing it again is harmless.
 */
export class Batcher<Item, Answer> {
  private readonly waiting: Waiter<Item, Answer>[] = [];
  private running = 0;
  private soon: NodeJS.Immediate | undefined;
  private idlers: (() => void)[] = [];

  constructor(
    private readonly work: (items: Item[]) => Promise<(Answer | Error)[]>,
    private readonly options: BatcherOptions,
  ) {}

  /** @throws DomainError too-busy when the queue is full */
  ask(item: Item): Promise<Answer> {
    if (this.waiting.length >= this.options.queue) return Promise.reject(new DomainError('too-busy'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.begin();
    });
  }

  /** Resolves once nobody waits, for shutdown. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.idlers.push(resolve);
      this.start();
    });
  }

  private begin(): void {
    if (this.options.gather !== true) {
      this.start();
      return;
    }
    this.soon ??= setImmediate(() => {
      this.soon = undefined;
      this.start();
    });
  }

  private start(): void {
    while (this.running < this.options.inFlight && this.waiting.length > 0) {
      this.running += 1;
      void this.serve(this.waiting.splice(0, this.options.most));
    }
    if (this.running === 0) for (const tell of this.idlers.splice(0)) tell();
  }

  private async serve(batch: Waiter<Item, Answer>[]): Promise<void> {
    const answers = await this.answersTo(batch.map(({ item }) => item));
    for (const [index, { resolve, reject }] of batch.entries()) {
      const answer = answers[index];
      if (answer instanceof Error) reject(answer);
      else resolve(answer as Answer);
    }
    this.running -= 1;
    this.begin();
  }

  /** One an item, whatever happens: everybody who waits is answered. */
  private async answersTo(items: Item[]): Promise<(Answer | Error)[]> {
    try {
      const answers = await this.work(items);
      if (answers.length === items.length) return answers;
      // Tried again it might be done twice.
      return items.map(() => new Error(`A batch of ${items.length} had ${answers.length} answers.`));
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      if (items.length === 1 || this.options.isolate === false || isUnavailable(error)) {
        return items.map(() => error);
      }
      return this.oneByOne(items);
    }
  }

  private async oneByOne(items: Item[]): Promise<(Answer | Error)[]> {
    const answers: (Answer | Error)[] = [];
    for (const item of items) {
      const [answer] = (await this.answersTo([item])) as [Answer | Error];
      // The database went away meanwhile: the rest would only wait for the same.
      if (isUnavailable(answer)) return [...answers, ...items.slice(answers.length).map(() => answer)];
      answers.push(answer);
    }
    return answers;
  }
}

function isUnavailable(answer: unknown): answer is DomainError {
  return answer instanceof DomainError && answer.code === 'unavailable';
}
