import type { Scan, ScanResult, SyncAnswer } from '../contract.ts';
import type { DoorKeys } from '../crypto/seal.ts';
import { Tickets, looksLikeTicket } from '../crypto/tickets.ts';
import { type Read, type Verdict, decide, decideOn, lettingIn, verdictOf } from '../model/decide.ts';
import type { Person } from '../model/people.ts';
import type { Vault } from '../store/vault.ts';
import { heardAfter, looksOf, namesSomebodyNew, shownAfter } from './answers.ts';
import { DoorError, asSent, calls, mostScans } from './calls.ts';
import type { Heard, Kept, Look, Queued } from './kept.ts';
import { type DoorState, type Ending, type Shown, stateOf } from './state.ts';

interface Opened {
  vault: Vault;
  token: string;
  keys: DoorKeys;
  kept: Kept;
  locksAt: number;
  heard: Heard;
  queue: Queued[];
  looks: Look[];
}

type Act = Pick<Scan, 'kind'> & Partial<Scan>;

/** The list brings what the changes do not: new names, notes. */
const listMs = 60_000;

/**
 * The door of one phone: what is known, what was done here, and what the api says about it. Whatever is shown as done was
 * kept before. `Pulse` decides when `sync` is called.
 */
export class Door {
  private heard: Heard;
  private queue: readonly Queued[];
  private looks: readonly Look[];
  private shown: Shown | null = null;
  private isHeard = true;
  private ending: Ending | null = null;
  private listAt = 0;
  private lastMs = 0;
  private tickets: Tickets;
  /** Nonces; a request that was under way may still bring them. */
  private readonly takenBack = new Set<string>();
  private current: DoorState;
  private readonly listeners = new Set<() => void>();
  /** Called when something waits to be sent. */
  wake: () => void = () => undefined;

  constructor(private readonly opened: Opened) {
    this.heard = opened.heard;
    this.queue = opened.queue;
    this.looks = opened.looks;
    this.tickets = new Tickets(this.heard.list.publicKeys);
    this.current = this.made();
  }

  readonly state = (): DoorState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Whatever stood in front of the camera. */
  async read(text: string): Promise<Verdict> {
    const attendeeId = looksLikeTicket(text) ? await this.tickets.attendeeOf(text) : null;
    const read: Read =
      attendeeId !== null
        ? { kind: 'ticket', attendeeId }
        : { kind: looksLikeTicket(text) ? 'forged' : 'other' };
    const people = new Map(this.current.people.map((person) => [person.id, person]));
    const waiting = this.queue.map(({ scan }) => scan);
    const verdict = decide(read, people, waiting);
    const ticket = { kind: 'in', ticket: text, ...(attendeeId === null ? {} : { attendeeId }) } as const;
    return this.show(verdict, this.isRecorded(verdict) ? ticket : null);
  }

  /** Somebody found by name or code. */
  checkIn(person: Person): Promise<Verdict> {
    const verdict = decideOn(person);
    const scan = { kind: 'in', attendeeId: person.id } as const;
    return this.show(verdict, this.isRecorded(verdict) ? scan : null);
  }

  /** Somebody whom the list alone does not let in. */
  letIn(person: Person): Promise<Verdict> {
    return this.show(verdictOf('let-in', { person }), { ...lettingIn(person), attendeeId: person.id });
  }

  undo(person: Person): Promise<Verdict> {
    return this.show(verdictOf('undone', { person }), { kind: 'undo', attendeeId: person.id });
  }

  walkIn(name: string, email: string): Promise<Verdict> {
    return this.show(verdictOf('walked-in', { name }), { kind: 'walk-in', name, email });
  }

  /** What the screen shows as done, also for somebody who is not on the list; what was not sent yet is never sent. */
  async takeBack(): Promise<void> {
    if (this.shown === null) return;
    const { nonce, verdict, attendeeId } = this.shown;
    const undone = verdictOf('undone', { name: verdict.name });
    if (nonce !== null && this.queue.some(({ scan }) => scan.nonce === nonce)) {
      this.takenBack.add(nonce);
      this.queue = this.queue.filter(({ scan }) => scan.nonce !== nonce);
      await this.opened.kept.answered([nonce], []);
      await this.show(undone, null);
    } else if (attendeeId != null) await this.show(undone, { kind: 'undo', attendeeId });
  }

  /** A code that was typed and that nobody on the list has. */
  showNobody(): void {
    this.shown = { nonce: null, verdict: verdictOf('no-ticket') };
    this.change();
  }

  next(): void {
    this.shown = null;
    this.change();
  }

  async lookedAt(nonce: string): Promise<void> {
    await this.opened.kept.lookedAt(nonce);
    this.looks = this.looks.filter(({ scan }) => scan.nonce !== nonce);
    this.change();
  }

  /** It was open for twelve hours. */
  isLate(): boolean {
    return Date.now() > this.opened.locksAt;
  }

  /** Sends what waits and hears what others did. @returns whether the api answered */
  async sync(): Promise<boolean> {
    if (this.ending !== null) return true;
    if (this.isLate()) {
      await this.end('locked');
      return true;
    }
    try {
      await this.exchange();
      // Only then: once the evening is over the list is refused, and nothing may be lost by that.
      if (this.queue.length === 0 && Date.now() - this.listAt > listMs) await this.readList();
      this.isHeard = true;
    } catch (error) {
      await this.failed(error);
    }
    this.change();
    return this.isHeard;
  }

  private async exchange(): Promise<void> {
    const { token, keys } = this.opened;
    const sent = this.queue.slice(0, mostScans);
    const scans = sent.map(({ scan }) => asSent(scan));
    const before = Date.now();
    const answer = await calls.sync(token, keys.shown, { since: this.heard.cursor, scans });
    await this.hear(answer, (before + Date.now()) / 2);
  }

  private async hear(answer: SyncAnswer, halfway: number): Promise<void> {
    const { changed, results } = answer;
    if (namesSomebodyNew(this.heard, answer)) this.listAt = 0;
    this.heard = heardAfter(this.heard, answer, halfway);
    if (results.length > 0) await this.settle(results);
    if (changed.length > 0 || results.length > 0) await this.opened.kept.list(this.heard);
  }

  /** What was answered waits no more; where the screen still shows it, it says what the api said. */
  private async settle(results: readonly ScanResult[]): Promise<void> {
    const answers = new Map(results.map((result) => [result.nonce, result]));
    const looks = looksOf(this.queue, answers, this.shown);
    const answer = answers.get(this.shown?.nonce ?? '');
    if (this.shown !== null && answer !== undefined)
      this.shown = shownAfter(this.shown, answer, this.current.people);
    await this.opened.kept.answered([...answers.keys()], looks);
    this.queue = this.queue.filter(({ scan }) => !answers.has(scan.nonce));
    this.looks = [...this.looks, ...looks];
    for (const { nonce, outcome, attendeeId, name } of results)
      if (this.takenBack.has(nonce) && outcome === 'ok' && attendeeId !== null)
        await this.keep({ kind: 'undo', attendeeId }, verdictOf('undone', { name })).then(this.wake);
  }

  private async readList(): Promise<void> {
    const { token, keys, kept } = this.opened;
    const answer = await calls.list(token, keys.shown, this.heard.etag);
    this.listAt = Date.now();
    if (answer === null) return;
    this.heard = { ...this.heard, ...answer };
    this.tickets = new Tickets(answer.list.publicKeys);
    await kept.list(this.heard);
  }

  private async failed(error: unknown): Promise<void> {
    this.isHeard = false;
    const fault = error instanceof DoorError ? error.fault : 'failed';
    // A code never changes: one that is suddenly wrong is a header lost on the way, and nothing may be lost by that.
    if (fault === 'dead') await this.end('dead');
    // By the list: nothing waits any more. By what waits: nobody takes it any more, a week after the end.
    if (fault === 'over') await this.end('over');
  }

  private async end(ending: Ending): Promise<void> {
    const { vault, token, kept } = this.opened;
    if (ending === 'locked' && this.queue.length > 0) await kept.forgetList(this.looks);
    else await vault.wipe(token);
    this.ending = ending;
    this.shown = null;
    this.change();
  }

  /** Forged codes are told too; who is refused at the door is not: whether they came in, a person says. */
  private readonly isRecorded = ({ meaning }: Verdict): boolean =>
    meaning === 'in' || meaning === 'already' || meaning === 'unknown' || meaning === 'forged';

  private async show(verdict: Verdict, act: Act | null): Promise<Verdict> {
    const nonce = act === null ? null : await this.keep(act, verdict);
    this.shown = { nonce, verdict };
    this.change();
    this.wake();
    return verdict;
  }

  /** From now on it waits to be sent. @returns its nonce */
  private async keep(act: Act, { meaning, name }: Verdict): Promise<string> {
    const nonce = crypto.randomUUID();
    const scan: Scan = { force: false, ...act, nonce, scannedAt: this.now() };
    const queued: Queued = { scan, said: meaning, name };
    await this.opened.kept.scanned(queued);
    this.queue = [...this.queue, queued];
    return nonce;
  }

  /** The time of the api as well as this phone knows it; no two scans of one phone have the same. */
  private now(): string {
    this.lastMs = Math.max(Date.now() + this.heard.aheadMs, this.lastMs + 1);
    return new Date(this.lastMs).toISOString();
  }

  private change(): void {
    this.current = this.made();
    this.listeners.forEach((listener) => {
      listener();
    });
  }

  private made(): DoorState {
    const { heard, queue, looks, shown, isHeard, ending } = this;
    return stateOf({ heard, queue, looks, shown, isHeard, ending });
  }
}
