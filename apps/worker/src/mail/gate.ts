import type { Answer } from './transport.ts';

// Whether there is a mail server at all. One that is away is asked by one mail at a time, and the others wait in the queue
// without counting an attempt. In memory and in milliseconds, as in domains.ts.

/** One connection that fails is an accident; so is a mail or two that break one off. */
const failuresBeforePause = 2;
const domainsBeforePause = 3;
const longestPause = 60_000;

export class Gate {
  private failures = 0;
  private closedUntil = 0;
  /** Where mails were broken off since the last answer. */
  private readonly brokenOff = new Set<string>();

  constructor(
    /** The first pause; it doubles, up to a minute. */
    private readonly pauseMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get isShut(): boolean {
    return this.now() < this.closedUntil;
  }

  /** After a pause one mail finds out whether the server is back. */
  get isDoubtful(): boolean {
    return this.failures >= failuresBeforePause;
  }

  learn(answer: Answer, domain: string): void {
    if (answer.kind === 'lost' || answer.kind === 'sign-in-refused') return;
    const goingAway = answer.kind === 'refused' && answer.code === 421;
    if (answer.kind === 'unreachable' && answer.met === 'server') this.fail();
    else if (answer.kind === 'unreachable' || answer.kind === 'doubt' || goingAway) this.breakOff(domain);
    else {
      this.failures = 0;
      this.brokenOff.clear();
    }
  }

  private breakOff(domain: string): void {
    this.brokenOff.add(domain);
    if (this.brokenOff.size >= domainsBeforePause) this.fail();
  }

  private fail(): void {
    this.failures += 1;
    const doublings = this.failures - failuresBeforePause;
    if (doublings < 0) return;
    this.closedUntil = this.now() + Math.min(this.pauseMs * 2 ** doublings, longestPause);
  }
}
