import { DomainError } from '#libs/domain';

/** One piece of work at a time, in the order of asking; so many may wait, and one more is refused as too-busy. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private isRunning = false;

  constructor(private readonly most: number) {}

  /** @throws DomainError too-busy; what the work throws is its own */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.isRunning) await this.myTurn();
    this.isRunning = true;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.isRunning = false;
      else next();
    }
  }

  private myTurn(): Promise<void> {
    if (this.waiting.length >= this.most) throw new DomainError('too-busy');
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }
}
