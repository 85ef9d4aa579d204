import { everyOrganization } from '#libs/domain';
import { loggable } from '#libs/database';
import type { Log } from '../log.ts';
import { type Delivery, deliver } from './delivery.ts';
import type { ClaimedMail } from './mail-row.ts';
import { claim, settleAbandoned } from './queue.ts';
import type { Transport } from './transport.ts';

/** Enough to keep a mail server busy, few enough not to look like an attack to it. */
const mostAtOnce = 4;
/** Without a wake-up: for delayed mails, back-off and what a dead worker left. One transaction each time. */
const lookEverySeconds = 5;

/** Empties the queue of mails, a few at a time, whenever it is woken. */
export class PostOffice {
  private readonly idle: Transport[] = [];
  private readonly busy = new Map<Transport, Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private wanted = false;

  constructor(
    private readonly delivery: Delivery,
    private readonly newTransport: () => Transport,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.wake();
    }, lookEverySeconds * 1000);
    this.wake();
  }

  /** Looks now, or once more after the look that is under way. */
  wake(): void {
    this.wanted = true;
    this.working ??= this.work().finally(() => {
      this.working = undefined;
      if (this.wanted && !this.delivery.stopping.aborted) this.wake();
    });
  }

  /** Lets what is under way finish, and breaks it off after `patienceMs`: what was not handed over is given back. */
  async stop(patienceMs: number): Promise<void> {
    clearInterval(this.timer);
    const breakOff = setTimeout(() => {
      for (const transport of this.busy.keys()) transport.abort();
    }, patienceMs);
    await this.working;
    await Promise.allSettled(this.busy.values());
    clearTimeout(breakOff);
    for (const transport of this.idle) transport.close();
  }

  private async work(): Promise<void> {
    while (this.wanted && !this.delivery.stopping.aborted) {
      this.wanted = false;
      try {
        await this.emptyQueue();
      } catch (error) {
        // The database is away: the next look finds everything where it was.
        this.log.error({ error: loggable(error) }, 'the queue of mails could not be read');
      }
    }
  }

  private async emptyQueue(): Promise<void> {
    for (;;) {
      while (this.busy.size >= mostAtOnce) await Promise.race(this.busy.values());
      const mail = await this.claimNext();
      if (mail === undefined) break;
      this.send(mail);
    }
    if (this.busy.size === 0) for (const transport of this.idle.splice(0)) transport.close();
  }

  private claimNext(): Promise<ClaimedMail | undefined> {
    if (this.delivery.stopping.aborted) return Promise.resolve(undefined);
    return this.delivery.db.write(everyOrganization, async (tx) => {
      await settleAbandoned(tx);
      return claim(tx, this.delivery.leaseSeconds);
    });
  }

  private send(mail: ClaimedMail): void {
    const transport = this.idle.pop() ?? this.newTransport();
    const done = deliver(this.delivery, mail, transport)
      .catch((error: unknown) => {
        // Its lease ends by itself; then the mail is settled by the state it was left in.
        this.log.error({ error: loggable(error), mail: mail.id }, 'a delivery failed');
      })
      .finally(() => {
        this.busy.delete(transport);
        this.idle.push(transport);
        // What is idle now is closed by the last look of this round.
        if (this.busy.size === 0) this.wake();
      });
    this.busy.set(transport, done);
  }
}
