import { useSyncExternalStore } from 'react';

// What a host has typed and not kept yet, by pair and side. It outlives the editor: a pair that is decided, changed or
// brought back by somebody else takes no words away.

export type Side = 'a' | 'b' | 'note';

export interface Draft {
  /** The sentence as it stood when the typing began. */
  was: string;
  typed: string;
}

const drafts = new Map<string, Draft>();
let open: ReadonlyMap<string, 'open' | 'typed'> = new Map();
const listeners = new Set<() => void>();
const keyOf = (pairId: string, side: Side): string => `${pairId}:${side}`;

/** Keeps what is typed; undefined lets it go. */
export function keepDraft(pairId: string, side: Side, draft: Draft | undefined): void {
  if (draft === undefined) drafts.delete(keyOf(pairId, side));
  else drafts.set(keyOf(pairId, side), draft);
  open = openPairs();
  listeners.forEach((listener) => {
    listener();
  });
}

function openPairs(): Map<string, 'open' | 'typed'> {
  const pairs = new Map<string, 'open' | 'typed'>();
  for (const [key, { was, typed }] of drafts) {
    const [id = ''] = key.split(':');
    if (pairs.get(id) !== 'typed') pairs.set(id, was === typed.trim() ? 'open' : 'typed');
  }
  return pairs;
}

/** Lets go of what is open about a pair. */
export function closeDrafts(pairId: string): void {
  for (const side of ['a', 'b', 'note'] as const)
    if (drafts.has(keyOf(pairId, side))) keepDraft(pairId, side, undefined);
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useDraft = (pairId: string, side: Side): Draft | undefined =>
  useSyncExternalStore(subscribe, () => drafts.get(keyOf(pairId, side)));

/** The pairs whose words are open, as they were or with something typed that is not kept. */
export const useDrafts = (): ReadonlyMap<string, 'open' | 'typed'> =>
  useSyncExternalStore(subscribe, () => open);
