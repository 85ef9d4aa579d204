/**
 * Why a ratio has no number where that is not for want of people: nothing is over yet, or nothing ever came. Only what a host
 * knows anyway may decide about it, never an answer.
 */
export interface Nothing {
  /** Nothing can come any more. */
  readonly isFinal: boolean;
  /** From when there is a number, as far as that is known. */
  readonly from: Date | null;
}

export const nothingYet = (isFinal: boolean, from: Date | null = null): Nothing => ({
  isFinal,
  from: isFinal ? null : from,
});

/** When enough of these are ripe, if the days of those that there are say it and it lies ahead. */
export function whenFirst<One>(
  those: readonly One[],
  ripeAt: (one: One) => Date | null,
  isEnough: (ripe: readonly One[]) => boolean,
  asOf: Date,
): Date | null {
  const inOrder = those
    .flatMap((one) => {
      const at = ripeAt(one);
      return at === null ? [] : [{ one, at }];
    })
    .sort((one, other) => Number(one.at) - Number(other.at));
  const ones = inOrder.map(({ one }) => one);
  const first = inOrder.find((_, at) => isEnough(ones.slice(0, at + 1)));
  return first !== undefined && first.at > asOf ? first.at : null;
}

/** Of several evenings as one: only where none of them has anything, and with a day only where it is that of all. */
export function nothingOf(evenings: readonly (Nothing | null)[]): Nothing | null {
  const all = evenings.filter((nothing) => nothing !== null);
  if (all.length < evenings.length) return null;
  const [only = null] = all;
  return nothingYet(
    all.length > 0 && all.every(({ isFinal }) => isFinal),
    all.length === 1 && only !== null ? only.from : null,
  );
}
