import { useSyncExternalStore } from 'react';
import type { IntroductionView } from '../../lib/shapes.ts';

// Pairs that somebody else changed while a decision about them waited, as they were when it was made. They are shown beside
// what stands now until the host has decided again.

const listeners = new Set<() => void>();
let before: ReadonlyMap<string, IntroductionView> = new Map();

function change(next: ReadonlyMap<string, IntroductionView>): void {
  before = next;
  listeners.forEach((listener) => {
    listener();
  });
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function rememberBefore(pair: IntroductionView): void {
  change(new Map([...before, [pair.id, pair]]));
}

export function forgetBefore(id: string): void {
  if (before.has(id)) change(new Map([...before].filter(([one]) => one !== id)));
}

const all = (): ReadonlyMap<string, IntroductionView> => before;

export const useBefore = (id: string): IntroductionView | undefined =>
  useSyncExternalStore(subscribe, all).get(id);
