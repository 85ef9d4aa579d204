import { useSyncExternalStore } from 'react';

/** How long a person can change their mind. */
export const secondsToUndo = 10;

export interface Intention {
  /** One live intention a key: a second one replaces the first. */
  key: string;
  /** What will happen, as a sentence. */
  sentence: string;
  apply: () => Promise<unknown>;
  /** After it was applied, refused or undone. */
  settled?: (outcome: { error?: unknown; undone?: boolean }) => void;
}

const timers = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();
let pending: readonly Intention[] = [];

function change(next: readonly Intention[]): void {
  pending = next;
  listeners.forEach((listener) => {
    listener();
  });
}

function take(key: string): Intention | undefined {
  clearTimeout(timers.get(key));
  timers.delete(key);
  const intention = pending.find((one) => one.key === key);
  if (intention !== undefined) change(pending.filter((one) => one.key !== key));
  return intention;
}

async function applyNow(key: string): Promise<void> {
  const intention = take(key);
  if (intention === undefined) return;
  try {
    await intention.apply();
    intention.settled?.({});
  } catch (error) {
    intention.settled?.({ error });
  }
}

/** Shown as pending at once, applied after ten seconds unless it is undone. */
export function intend(intention: Intention): void {
  take(intention.key);
  change([...pending, intention]);
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
  return Promise.all(pending.map(({ key }) => applyNow(key)));
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const pendingIntentions = (): readonly Intention[] => pending;
export const useIntentions = (): readonly Intention[] => useSyncExternalStore(subscribe, pendingIntentions);
