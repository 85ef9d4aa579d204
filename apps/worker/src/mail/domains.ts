import type { Answer } from './transport.ts';
import { isForNow } from './verdict.ts';

// How many mails may be on their way to one recipient domain, so that one which is slow or says "not now" never takes the
// connections from the others. In memory: what it forgets at a restart it learns again in a few mails. Milliseconds.

/** Slow is what takes this long, and much longer than mails do at this server. */
const slowestQuick = 1_000;
const muchLonger = 4;
/** A first refusal or two are a full mailbox or a greylist. */
const refusalsBeforePause = 3;
const longestPause = 100;
/** Nothing is put aside for longer, so that a domain that recovers is soon found. */
const longestAside = 900_000;

interface Domain {
  /** When each mail on its way got its connection; undefined until then. */
  flights: Set<{ began: number | undefined }>;
  /** Answered in time of late. */
  quick: boolean;
  slow: boolean;
  /** How long its last slow mail took. */
  took: number;
  /** In a row. */
  refusals: number;
  pausedUntil: number;
  /** When the last mail that was put aside has its turn. */
  turnAt: number;
}

/** One mail on its way to a domain. */
export interface Flight {
  /** The connection is ours from here on. */
  begin(): void;
  end(answer: Answer | null): void;
}

export class Domains {
  private readonly domains = new Map<string, Domain>();
  private typical = 50;

  constructor(
    /** Connections in all. */
    private readonly most: number,
    /** The first pause of a domain that refuses; it doubles, up to a hundred times. */
    private readonly pauseMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** From when on an attempt counts as slow. */
  get slowAfter(): number {
    return Math.max(slowestQuick, muchLonger * this.typical);
  }

  /** Whether a mail may go there now, after one that is on its way, or not before so many milliseconds. */
  place(name: string): 'go' | 'wait' | { aside: number } {
    const domain = this.domains.get(name);
    if (domain === undefined) return 'go';
    const now = this.now();
    const { flights } = domain;
    if (domain.pausedUntil > now) return this.aside(domain, domain.pausedUntil, domain.took);
    if (this.isSlow(domain, now)) return flights.size === 0 ? 'go' : this.aside(domain, now, domain.took);
    const atMost = domain.quick ? Infinity : Math.ceil(this.most / 2);
    return flights.size < atMost ? 'go' : 'wait';
  }

  enter(name: string): Flight {
    const domain = this.domains.get(name) ?? newDomain();
    this.domains.set(name, domain);
    const mine: { began: number | undefined } = { began: undefined };
    domain.flights.add(mine);
    return {
      begin: () => {
        mine.began = this.now();
      },
      end: (answer) => {
        if (!domain.flights.delete(mine)) return;
        if (answer !== null && mine.began !== undefined) this.learn(domain, answer, this.now() - mine.began);
        if (isForgettable(domain)) this.domains.delete(name);
      },
    };
  }

  /** One turn after the other, so that a pile of them is not put aside again and again. */
  private aside(domain: Domain, from: number, each: number): { aside: number } {
    const now = this.now();
    domain.turnAt = Math.min(Math.max(domain.turnAt, from) + each, now + longestAside);
    return { aside: Math.ceil(domain.turnAt - now) };
  }

  private isSlow(domain: Domain, now: number): boolean {
    for (const { began } of domain.flights) {
      if (began === undefined || now - began < this.slowAfter) continue;
      domain.slow = true;
      domain.took = Math.max(domain.took, now - began);
    }
    return domain.slow || domain.refusals >= refusalsBeforePause;
  }

  private learn(domain: Domain, answer: Answer, took: number): void {
    if (answer.kind === 'lost') return;
    domain.slow = took >= this.slowAfter;
    domain.quick = !domain.slow && answer.kind === 'accepted';
    domain.took = domain.slow ? took : 0;
    if (answer.kind === 'accepted') {
      this.typical += 0.1 * (took - this.typical);
      domain.refusals = 0;
      domain.turnAt = 0;
    }
    const refused =
      answer.kind === 'refused' ? isForNow(answer) : answer.kind === 'unreachable' && answer.met === 'mail';
    if (!refused) return;
    domain.refusals += 1;
    const doublings = domain.refusals - refusalsBeforePause;
    if (doublings >= 0)
      domain.pausedUntil = this.now() + this.pauseMs * Math.min(2 ** doublings, longestPause);
  }
}

const isForgettable = ({ flights, slow, refusals }: Domain): boolean =>
  flights.size === 0 && !slow && refusals === 0;

const newDomain = (): Domain => ({
  flights: new Set(),
  quick: false,
  slow: false,
  took: 0,
  refusals: 0,
  pausedUntil: 0,
  turnAt: 0,
});
