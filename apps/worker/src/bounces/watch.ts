import { loggable } from '#libs/database';
import type { Context } from '../context.ts';
import type { ReportMailbox } from './mailbox.ts';
import { takeIn } from './take-in.ts';

/** Servers try for days before they give up, so a minute more is nothing. */
const lookEverySeconds = 60;

/** Looks into the mailbox of reports every minute, and at once when it starts. */
export class ReportWatch {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly mailbox: ReportMailbox,
    private readonly context: Pick<Context, 'db' | 'keys' | 'log' | 'stopping'>,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.look(), lookEverySeconds * 1000);
    void this.look();
  }

  /** One look at a time; whoever asks in between waits for the one under way. */
  look(): Promise<void> {
    this.looking ??= this.lookOnce().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  /** After `stopping`: lets the message at hand be taken in; the others come at the next start. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private async lookOnce(): Promise<void> {
    const { log, stopping } = this.context;
    const outcomes: Record<string, number> = {};
    try {
      await this.mailbox.readNew(async (bytes) => {
        stopping.throwIfAborted();
        const outcome = await takeIn(this.context, bytes);
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      }, stopping);
    } catch (error) {
      if (!stopping.aborted)
        log.error({ error: loggable(error) }, 'the mailbox of reports could not be read');
    }
    // Forged ones are counted here and nowhere else.
    if (Object.keys(outcomes).length > 0) log.info({ outcomes }, 'reports of mail servers');
  }
}
