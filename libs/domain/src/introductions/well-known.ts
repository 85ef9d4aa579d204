/** Approved introductions a quarter that a well-known person may have at one organization (introductions.md, States). */
export const mostInAQuarter = 6;

/** The one of two who is asked first and alone, because that one is well-known and the other is not; null: both together. */
export function askedFirst(pair: {
  a: { personId: string; isWellKnown: boolean };
  b: { personId: string; isWellKnown: boolean };
}): string | null {
  const { a, b } = pair;
  if (a.isWellKnown === b.isWellKnown) return null;
  return a.isWellKnown ? a.personId : b.personId;
}
