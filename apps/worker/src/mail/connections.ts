import type { Answer, Transport } from './transport.ts';

/** While all connections are taken: how often it is looked whether one has become slow. Milliseconds. */
const lookEvery = 200;

/**
 * The connections of a worker, taken one by one and kept. One that waits for a slow answer, or for our own database, does not
 * count, so that it does not hold up the others: at most half as many more are opened then.
 */
export class Connections {
  private readonly idle: Transport[] = [];
  private readonly busy = new Map<Transport, number>();
  private readonly waiting: (() => void)[] = [];
  private awaitingUs = 0;
  private timer: NodeJS.Timeout | undefined;
  private closing = false;

  constructor(
    private readonly newTransport: () => Transport,
    private readonly most: number,
    private readonly slowAfter: () => number,
  ) {}

  /** Runs `use` with a connection of its own, when one is free. */
  async with(use: (connection: Transport) => Promise<Answer>): Promise<Answer> {
    while (!this.hasRoom()) await this.room();
    if (this.isClosing()) return { kind: 'unreachable', reason: 'stopped', met: 'server' };
    const connection = this.idle.pop() ?? this.newTransport();
    this.busy.set(connection, performance.now());
    try {
      return await use(connection);
    } finally {
      this.busy.delete(connection);
      if (this.closing || this.idle.length >= this.most) connection.close();
      else this.idle.push(connection);
      if (this.hasRoom()) this.waiting.shift()?.();
    }
  }

  /** What a mail on its way waits for here; another may begin meanwhile. */
  async meanwhile(ours: () => Promise<void>): Promise<void> {
    this.awaitingUs += 1;
    if (this.hasRoom()) this.waiting.shift()?.();
    try {
      await ours();
    } finally {
      this.awaitingUs -= 1;
    }
  }

  /** Nothing more is begun. */
  close(): void {
    this.closing = true;
    clearInterval(this.timer);
    for (const goOn of this.waiting.splice(0)) goOn();
    for (const connection of this.idle.splice(0)) connection.close();
  }

  /** Breaks off what is under way. */
  abort(): void {
    for (const connection of this.busy.keys()) connection.abort();
  }

  private isClosing(): boolean {
    return this.closing;
  }

  private hasRoom(): boolean {
    if (this.closing) return true;
    const before = performance.now() - this.slowAfter();
    const slow = [...this.busy.values()].filter((since) => since < before).length;
    const uncounted = Math.min(slow + this.awaitingUs, Math.ceil(this.most / 2));
    return this.busy.size - uncounted < this.most;
  }

  private room(): Promise<void> {
    this.timer ??= setInterval(() => {
      if (this.hasRoom()) this.waiting.shift()?.();
      if (this.waiting.length > 0) return;
      clearInterval(this.timer);
      this.timer = undefined;
    }, lookEvery);
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
