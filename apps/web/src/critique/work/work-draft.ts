import type { OwnWork, WorkInput } from './calls.ts';
import { type WorkForm, formOf, inputOf, isSameForm, merge } from './work-form.ts';

/** After the last letter. */
const restMs = 600;
/** Without a network it is tried again after this, and at once when the browser says that there is one. */
const againMs = 4_000;

/** `kept`: only on this phone so far, and tried again; `refused`: not taken as it stands. */
export type Saving = 'saved' | 'waiting' | 'saving' | 'kept' | 'refused';

/** What a draft needs of the world around it. */
export interface WorkWorld {
  read(): Promise<OwnWork>;
  save(input: WorkInput, isLeaving: boolean): Promise<OwnWork>;
  submit(): Promise<OwnWork>;
  withdraw(): Promise<OwnWork>;
  /** What stands now, where another window wrote; null for every other error. */
  standsNow(error: unknown): OwnWork | null;
  /** Why it is not taken; null: the network is gone, or the server is in trouble, and it is worth another try. */
  refusal(error: unknown): Refusal | null;
  /** The copy on this phone, of one person's work. */
  store(attendeeId: string): { read(): string | null; write(text: string): void; remove(): void };
}

export interface Refusal {
  sentence: string;
  /** Field → what is wrong with it: "coAuthors.1". */
  faults: Readonly<Record<string, string>>;
}

export interface WorkState {
  form: WorkForm;
  /** As the server has it; null until it was read. */
  own: OwnWork | null;
  saving: Saving;
  refusal: Refusal | null;
  /** Bringing it or taking it back. */
  isActing: boolean;
  note: 'restored' | 'elsewhere' | null;
}

interface Kept {
  base: WorkForm;
  typed: WorkForm;
}

const blank = formOf(null);
const versionOf = (own: OwnWork | null): number => own?.work?.version ?? 0;

/** What is still wrong once these fields were changed; nothing is said of a work whose faults are all looked after. */
function without(refusal: Refusal | null, fields: readonly string[]): Refusal | null {
  if (refusal === null || Object.keys(refusal.faults).length === 0) return null;
  // A file or a link will do.
  const looked = fields.includes('link') ? [...fields, 'fileId'] : fields;
  const faults = Object.entries(refusal.faults).filter(
    ([name]) => !looked.includes(name.split('.')[0] ?? name),
  );
  return faults.length === 0 ? null : { ...refusal, faults: Object.fromEntries(faults) };
}

/**
 * One work as it is typed: kept on the phone at once, sent after a short rest, and taken off the phone when the server has
 * it. Two windows are brought together field by field; what was typed here stays.
 */
export class WorkDraft {
  private listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;
  /** What the server had when typing began. */
  private base: WorkForm = blank;
  /** The refusal is of what was typed, not of bringing it. */
  private isSaveRefused = false;
  state: WorkState = {
    form: blank,
    own: null,
    saving: 'saved',
    refusal: null,
    isActing: false,
    note: null,
  };

  constructor(private readonly world: WorkWorld) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  look = (): WorkState => this.state;

  /** What the server has, brought together with what was typed here. */
  async refresh(): Promise<void> {
    try {
      const own = await this.world.read();
      // An answer that a save has overtaken tells of before.
      if (this.sending !== null || this.state.isActing || versionOf(own) < versionOf(this.state.own)) return;
      const first = this.state.own === null;
      this.takeOver(own, first ? this.keptCopy(own.attendeeId) : null);
    } catch (error) {
      if (this.state.own !== null) return;
      const refusal = this.world.refusal(error);
      if (refusal !== null) this.change({ refusal });
      else this.later(() => void this.refresh(), againMs);
    }
  }

  edit(patch: Partial<WorkForm>): void {
    const refusal = without(this.state.refusal, Object.keys(patch));
    this.change({ form: { ...this.state.form, ...patch }, saving: 'waiting', refusal });
    this.keepCopy();
    this.later(() => void this.flush(), restMs);
  }

  /** Sends what waits, at once; done when nothing is on its way. */
  async flush(isLeaving = false): Promise<void> {
    clearTimeout(this.timer);
    if (this.sending !== null && !isLeaving) await this.sending;
    const { own, form } = this.state;
    if (own?.closed !== null || isSameForm(this.base, form)) return;
    this.sending = this.send(own, form, isLeaving);
    await this.sending;
  }

  /** Brings it: first everything that was typed. */
  submit(): Promise<void> {
    return this.act(async () => {
      const { own, form } = this.state;
      // What is missing in an empty form is the server's to say, too.
      if (own?.work === null && isSameForm(this.base, form)) await this.send(own, form, false);
      else await this.flush();
      return this.state.saving === 'saved' ? this.world.submit() : null;
    });
  }

  withdraw(): Promise<void> {
    return this.act(async () => {
      await this.flush();
      return this.world.withdraw();
    });
  }

  private async send(own: OwnWork, form: WorkForm, isLeaving: boolean): Promise<void> {
    this.change({ saving: 'saving' });
    try {
      const answer = await this.world.save({ ...inputOf(form), version: versionOf(own) }, isLeaving);
      this.sending = null;
      this.arrived(answer, form);
    } catch (error) {
      this.sending = null;
      this.failed(error);
    }
  }

  /** What was typed stays as it stands in the fields: the server's tidied form may lack a comma somebody is about to use. */
  private arrived(own: OwnWork, sent: WorkForm): void {
    this.base = sent;
    this.change({ own, ...(this.isSaveRefused && { refusal: null }) });
    this.isSaveRefused = false;
    this.goOn();
  }

  private failed(error: unknown): void {
    const own = this.world.standsNow(error);
    if (own !== null) {
      this.takeOver(own, null);
      return;
    }
    const refusal = this.world.refusal(error);
    this.isSaveRefused = refusal !== null;
    this.change({ saving: refusal === null ? 'kept' : 'refused', ...(refusal !== null && { refusal }) });
    if (refusal === null) this.later(() => void this.flush(), againMs);
  }

  private async act(work: () => Promise<OwnWork | null>): Promise<void> {
    this.change({ isActing: true, refusal: null });
    try {
      const own = await work();
      if (own !== null) this.takeOver(own, null);
    } catch (error) {
      const refusal = this.world.refusal(error);
      if (refusal === null) this.change({ saving: 'kept' });
      else this.change({ refusal });
    } finally {
      this.change({ isActing: false });
    }
  }

  private takeOver(own: OwnWork, kept: Kept | null): void {
    const theirs = formOf(own.work);
    const [base, typed] = kept === null ? [this.base, this.state.form] : [kept.base, kept.typed];
    const { form, doubled } =
      this.state.own === null && kept === null
        ? { form: theirs, doubled: false }
        : merge(base, typed, theirs);
    this.base = theirs;
    const restored = kept !== null && !isSameForm(form, theirs) ? 'restored' : null;
    this.change({ own, form, note: doubled ? 'elsewhere' : (restored ?? this.state.note), refusal: null });
    this.goOn();
  }

  /** Sends what is typed beyond what the server has; takes the copy off the phone when there is none. */
  private goOn(): void {
    const { own, form } = this.state;
    if (isSameForm(this.base, form)) {
      this.storeOf()?.remove();
      this.change({ saving: 'saved' });
    } else if (own?.closed === null) {
      this.keepCopy();
      this.change({ saving: 'waiting' });
      this.later(() => void this.flush(), restMs);
    }
  }

  private later(work: () => void, ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(work, ms);
  }

  private change(change: Partial<WorkState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => {
      listener();
    });
  }

  private storeOf(): ReturnType<WorkWorld['store']> | null {
    return this.state.own === null ? null : this.world.store(this.state.own.attendeeId);
  }

  private keepCopy(): void {
    this.storeOf()?.write(JSON.stringify({ base: this.base, typed: this.state.form } satisfies Kept));
  }

  private keptCopy(attendeeId: string): Kept | null {
    const text = this.world.store(attendeeId).read();
    if (text === null) return null;
    try {
      const kept = JSON.parse(text) as Kept;
      return { base: { ...blank, ...kept.base }, typed: { ...blank, ...kept.typed } };
    } catch {
      return null;
    }
  }
}
