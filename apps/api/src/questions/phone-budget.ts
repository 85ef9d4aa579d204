import { DomainError } from '#libs/domain';

const minuteMs = 60_000;

/**
 * At most so many a minute for each key, in the memory of this process: so that one phone cannot keep the room's screens
 * busy. Real time, and forgotten at a restart, which costs nobody anything.
 */
export class PhoneBudget {
  private readonly spent = new Map<string, number[]>();
  private sweptAt = 0;

  constructor(private readonly most: number) {}

  /** Phones it remembers. */
  get size(): number {
    return this.spent.size;
  }

  /** @throws DomainError too-many-requests */
  spend(key: string, now = performance.now()): void {
    this.forget(now);
    const recent = (this.spent.get(key) ?? []).filter((at) => now - at < minuteMs);
    if (recent.length >= this.most) throw new DomainError('too-many-requests');
    recent.push(now);
    this.spent.set(key, recent);
  }

  /** Once a minute, so that the memory holds the keys of two minutes and no more. */
  private forget(now: number): void {
    if (now - this.sweptAt < minuteMs) return;
    this.sweptAt = now;
    for (const [key, times] of this.spent)
      if (times.every((at) => now - at >= minuteMs)) this.spent.delete(key);
  }
}
