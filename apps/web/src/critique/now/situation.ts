import { critiqueNow } from '#libs/words';
import type { Hearing, Now, Slot } from '../calls.ts';

/** What of an evening the screen of one person is about at this moment. */
export type Situation =
  | { kind: 'open' }
  | { kind: 'before' }
  | { kind: 'written' }
  | { kind: 'during'; slot: Slot; next: Slot | null }
  | { kind: 'between'; next: Slot | null; isLast: boolean }
  | { kind: 'after' };

/** A work that waits for its author has been called, so that its table is not between two works. */
const isOn = ({ state, waitsForAuthor }: Slot): boolean =>
  state === 'running' || state === 'paused' || (state === 'planned' && waitsForAuthor);
const isMine = ({ role }: Slot): boolean => role !== 'other';

export function situationOf(now: Now): Situation {
  if (now.state === 'open') return { kind: 'open' };
  if (now.releasedAt !== null || now.state === 'ended') return { kind: 'after' };
  if (now.format === 'written') return { kind: 'written' };
  if (now.state === 'planned') return { kind: 'before' };
  const slot = slotNow(now);
  const next = nextOf(now);
  if (slot !== undefined) return { kind: 'during', slot, next };
  const hadOne = now.slots.some((one) => isMine(one) && one.state === 'done');
  return { kind: 'between', next, isLast: next === null && hadOne };
}

/** Whose time it is: mine before that of my table, and of any other only where there is no table of mine. */
function slotNow(now: Now): Slot | undefined {
  const on = now.slots.filter(isOn);
  const mine = on.find(isMine);
  if (mine !== undefined) return mine;
  const table = tableOf(now);
  return table === null ? on[0] : on.find((slot) => slot.table === table);
}

/** Where I sit: with my own work, or else with those I hear. */
export function tableOf({ slots }: Now): number | null {
  const own = slots.find(({ role }) => role === 'author') ?? slots.find(isMine);
  return own?.table ?? null;
}

/** What is mine next, in the order of the evening. */
function nextOf({ slots }: Now): Slot | null {
  const mine = slots.filter((slot) => slot.state === 'planned' && isMine(slot));
  return mine.toSorted((one, other) => one.round - other.round)[0] ?? null;
}

export const hearingOf = ({ hearings }: Now, slot: Slot): Hearing | undefined =>
  hearings.find(({ slotId, state }) => slotId === slot.id && (state === 'assigned' || state === 'done'));

/** Works I hear or have heard. */
export const heardBy = ({ hearings }: Now): Hearing[] =>
  hearings.filter(({ state }) => state === 'assigned' || state === 'done');

/** Said to somebody with nothing to hear. Whoever waits with a work of their own stands in for nobody: it may be heard itself. */
export function idleWords({ work, slots }: Now): { title: string; text: string } {
  const words = critiqueNow.before;
  const own = slots.find(({ role }) => role === 'author');
  if (own?.state === 'skipped') return { title: words.passedOver, text: words.passedOverText };
  return work?.state === 'waitlisted'
    ? { title: words.waits, text: words.waitsText }
    : { title: words.standby, text: words.standbyText };
}

/** Works I do not hear any more, with why. */
export const lostBy = ({ hearings }: Now): Hearing[] =>
  hearings.filter(({ state }) => state === 'declined' || state === 'missed');

export const hasSeveralTables = ({ format, tables }: Now): boolean => format === 'tables' && tables > 1;
