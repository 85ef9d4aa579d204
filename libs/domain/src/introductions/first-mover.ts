/** The same whole number from 0 to 2^31 − 1 for the same text (FNV-1a). */
export function seedOf(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 1) & 0x7fffffff;
}

export interface Mover {
  personId: string;
  /** How often this person was the first mover before. */
  timesFirst: number;
}

/**
 * Who writes first: drawn by the seed, leaning to the one who was first less often, and never the one who was asked first
 * and alone. Answers play no part, so it tells nothing about who answered when.
 */
export function firstMover(a: Mover, b: Mover, seed: number, never: string | null): string {
  if (a.personId === never) return b.personId;
  if (b.personId === never) return a.personId;
  const towardsA = (b.timesFirst + 1) / (a.timesFirst + b.timesFirst + 2);
  return (seed % 10_000) / 10_000 < towardsA ? a.personId : b.personId;
}
