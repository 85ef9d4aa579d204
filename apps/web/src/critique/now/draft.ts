import { type CritiqueInput, type CritiqueView, type Mark } from '../calls.ts';
import { type Doubled, type Parts, type TextPart, changed, merge, noWords, partsOf } from './merge.ts';

/** After the last letter. */
const restMs = 600;
/** Without a network it is tried again after this, and at once when the browser says that there is one. */
const againMs = 4_000;

export type Saving = 'saved' | 'waiting' | 'saving' | 'kept' | 'refused';

/** What a draft needs of the world around it. */
export interface DraftWorld {
  read(): Promise<CritiqueView>;
  save(input: CritiqueInput, isLeaving: boolean): Promise<CritiqueView>;
  /** What stands now, where a save was refused because another window wrote; null for every other error. */
  standsNow(error: unknown): CritiqueView | null;
  /** The api's own sentence; null: the network is gone, or the server is in trouble, and it is worth another try. */
  refusal(error: unknown): string | null;
  /** The copy on this phone. */
  store: { read(): string | null; write(text: string): void; remove(): void };
}

export interface DraftState {
  parts: Parts;
  /** As the server has it; null until it was read. */
  server: CritiqueView | null;
  doubled: Doubled;
  saving: Saving;
  /** Why it was not taken. */
  refusal: string | null;
}

interface Kept {
  base: Parts;
  typed: Parts;
}

/**
 * One critique as it is typed: kept on the phone at once, sent after a short rest, and taken off the phone when the server
 * has it. Two windows are brought together; nothing that was typed is thrown away by anything but its writer.
 */
export class Draft {
  private listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sent: { parts: Parts } | null = null;
  /** What the server had when typing began. */
  private base: Parts = noWords;
  state: DraftState = { parts: noWords, server: null, doubled: {}, saving: 'saved', refusal: null };

  constructor(private readonly world: DraftWorld) {
    const kept = this.keptCopy();
    if (kept === null) return;
    this.base = kept.base;
    this.state = { ...this.state, parts: kept.typed, saving: 'kept' };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  look = (): DraftState => this.state;

  /** What the server has, brought together with what was typed here. Fails quietly: what is typed is kept anyway. */
  async refresh(): Promise<void> {
    try {
      const server = await this.world.read();
      if (this.sent === null) this.takeOver(server);
    } catch (error) {
      const refusal = this.world.refusal(error);
      if (refusal !== null) this.change({ refusal, saving: 'refused' });
      else if (this.state.server === null) this.later(() => void this.refresh(), againMs);
    }
  }

  type(part: TextPart, text: string): void {
    this.edit({ ...this.state.parts, [part]: text });
  }

  mark(marks: Mark[]): void {
    this.edit({ ...this.state.parts, marks });
  }

  /** What another window wrote: put below what stands here, or left out. */
  settle(part: TextPart, isAdded: boolean): void {
    const { [part]: theirs, ...doubled } = this.state.doubled;
    this.change({ doubled });
    if (isAdded && theirs !== undefined) this.type(part, `${this.state.parts[part]}\n\n${theirs}`.trim());
  }

  /** Sends what waits, at once. */
  async flush(isLeaving = false): Promise<void> {
    clearTimeout(this.timer);
    const { server, parts } = this.state;
    if (server === null) return this.refresh();
    if (!server.open || (this.sent !== null && !isLeaving)) return;
    // What is on its way already will count one version up, unless it is refused; then the phone's copy waits.
    const [base, version] =
      this.sent === null ? [this.base, server.version] : [this.sent.parts, server.version + 1];
    const difference = changed(base, parts);
    if (Object.keys(difference).length === 0) {
      if (this.sent === null) this.change({ saving: 'saved' });
      return;
    }
    this.sent = { parts };
    this.change({ saving: 'saving' });
    try {
      const answer = await this.world.save({ version, ...difference }, isLeaving);
      this.sent = null;
      this.arrived(answer, parts);
    } catch (error) {
      this.sent = null;
      this.failed(error);
    }
  }

  private edit(parts: Parts): void {
    this.change({ parts, saving: this.state.saving === 'kept' ? 'kept' : 'waiting' });
    this.keepCopy();
    this.later(() => void this.flush(), restMs);
  }

  private arrived(server: CritiqueView, sent: Parts): void {
    const merged = merge(sent, this.state.parts, partsOf(server));
    this.base = partsOf(server);
    this.change({ server, parts: merged.parts, refusal: null });
    this.goOn();
  }

  private failed(error: unknown): void {
    const server = this.world.standsNow(error);
    if (server !== null) {
      this.takeOver(server);
      return;
    }
    const refusal = this.world.refusal(error);
    if (refusal !== null) this.change({ saving: 'refused', refusal });
    else {
      this.change({ saving: 'kept' });
      this.later(() => void this.flush(), againMs);
    }
  }

  private takeOver(server: CritiqueView): void {
    const { parts, doubled } = merge(this.base, this.state.parts, partsOf(server));
    this.base = partsOf(server);
    this.change({ server, parts, doubled: { ...this.state.doubled, ...doubled }, refusal: null });
    this.goOn();
  }

  /** Sends what is typed beyond what the server has; takes the copy off the phone when there is none. */
  private goOn(): void {
    if (Object.keys(changed(this.base, this.state.parts)).length === 0) {
      this.world.store.remove();
      this.change({ saving: 'saved' });
    } else if (this.state.server?.open === false) {
      this.keepCopy();
      this.change({ saving: 'refused' });
    } else {
      this.keepCopy();
      this.change({ saving: 'waiting' });
      this.later(() => void this.flush(), restMs);
    }
  }

  private later(work: () => void, ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(work, ms);
  }

  private change(change: Partial<DraftState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => {
      listener();
    });
  }

  private keepCopy(): void {
    this.world.store.write(JSON.stringify({ base: this.base, typed: this.state.parts } satisfies Kept));
  }

  private keptCopy(): Kept | null {
    const text = this.world.store.read();
    if (text === null) return null;
    try {
      return JSON.parse(text) as Kept;
    } catch {
      return null;
    }
  }
}
