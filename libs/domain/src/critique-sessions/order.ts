import { seedOf } from '../introductions/first-mover.ts';

/** A work that waits for its place, and what its author waited before. */
export interface QueuedWork {
  id: string;
  /** Since when this person has brought works here without being heard; null: they did not wait before. */
  waitingSince: Date | null;
  /** Whether a work of this person was ever heard in this organization. */
  wasHeard: boolean;
}

/** The order of critique.md, rule 3: longest waiting, then never heard, then by lot. The same seed draws the same lots. */
export function orderOf<Work extends QueuedWork>(works: readonly Work[], seed: number): Work[] {
  return works
    .map((work) => ({ work, lot: seedOf(`${String(seed)} ${work.id}`) }))
    .sort((a, b) => before(a.work, b.work) || a.lot - b.lot || (a.work.id < b.work.id ? -1 : 1))
    .map(({ work }) => work);
}

function before(a: QueuedWork, b: QueuedWork): number {
  const [since, other] = [a.waitingSince?.getTime() ?? Infinity, b.waitingSince?.getTime() ?? Infinity];
  if (since !== other) return since < other ? -1 : 1;
  return Number(a.wasHeard) - Number(b.wasHeard);
}
