import { useSyncExternalStore } from 'react';

/** How long a person can change their mind. */
export const secondsToUndo = 10;

export interface Intention {
  /** One live intention a key: a second one replaces the first. */
  key: string;
  /** What will happen, as a sentence. */
  sentence: string;
  apply: () => Promise<unknown>;
  /** What has to be there first; not waited for when the page is going away, as nothing would come after it. */
  before?: () => Promise<unknown>;
  /** After it was applied, refused or undone. */
  settled?: (outcome: { error?: unknown; undone?: boolean }) => void;
}

const timers = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();
let pending: readonly Intention[] = [];
/** Pending, or on its way and not answered yet. */
let unsettled: readonly Intention[] = [];

function change(next: readonly Intention[], underWay: readonly Intention[]): void {
  pending = next;
  unsettled = [...underWay, ...next];
  listeners.forEach((listener) => {
    listener();
  });
}

const underWay = (): Intention[] => unsettled.filter((one) => !pending.includes(one));

function take(key: string, isApplied = false): Intention | undefined {
  clearTimeout(timers.get(key));
  timers.delete(key);
  const intention = pending.find((one) => one.key === key);
  if (intention !== undefined) {
    const rest = pending.filter((one) => one.key !== key);
    change(rest, isApplied ? [...underWay(), intention] : underWay());
  }
  return intention;
}

async function applyNow(key: string, leaving = false): Promise<void> {
  const waiting = pending.find((one) => one.key === key);
  if (waiting === undefined) return;
  if (!leaving && waiting.before !== undefined) {
    await waiting.before();
    // Undone meanwhile, or already on its way because the page is being left.
    if (!pending.includes(waiting)) return;
  }
  const intention = take(key, true);
  if (intention === undefined) return;
  try {
    await intention.apply();
    intention.settled?.({});
  } catch (error) {
    intention.settled?.({ error });
  }
  // After whatever it changed is on the screen.
  setTimeout(() => {
    change(
      pending,
      underWay().filter((one) => one !== intention),
    );
  });
}

/** Shown as pending at once, applied after ten seconds unless it is undone. */
export function intend(intention: Intention): void {
  take(intention.key);
  change([...pending, intention], underWay());
  timers.set(
    intention.key,
    setTimeout(() => void applyNow(intention.key), secondsToUndo * 1000),
  );
}

export function undo(key: string): void {
  take(key)?.settled?.({ undone: true });
}

/** @returns whether there was something to undo */
export function undoLast(): boolean {
  const last = pending.at(-1);
  if (last === undefined) return false;
  undo(last.key);
  return true;
}

/** Applies everything that waits, at once: the page is going away, or the person is sure. */
export function applyAll(): Promise<unknown> {
  return Promise.all(pending.map(({ key }) => applyNow(key, true)));
}

/** Applies some of what waits, before something that stands on it. */
export function applyThose(meant: (key: string) => boolean): Promise<unknown> {
  return Promise.all(pending.filter(({ key }) => meant(key)).map(({ key }) => applyNow(key)));
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const pendingIntentions = (): readonly Intention[] => pending;
export const useIntentions = (): readonly Intention[] => useSyncExternalStore(subscribe, pendingIntentions);

const unsettledIntentions = (): readonly Intention[] => unsettled;
/** What waits and what is on its way: for what is to look decided until the answer is there. */
export const useUnsettled = (): readonly Intention[] => useSyncExternalStore(subscribe, unsettledIntentions);
