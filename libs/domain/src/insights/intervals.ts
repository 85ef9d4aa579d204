/** A share between two bounds, all 0 to 1; differences −1 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Trial {
  readonly count: number;
  /** At least 1. */
  readonly of: number;
}

/** 95 % of such intervals hold the truth. */
const z = 1.959964;

/** The interval of a share (Wilson 1927): it stays within 0 and 1 and is honest for few, where ± two errors is not. */
export function wilson({ count, of }: Trial): Interval {
  const share = count / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** The interval of the first share less the second (Newcombe 1998, method 10: from both Wilson intervals). */
export function newcombe(first: Trial, second: Trial): Interval {
  const [p, q] = [first.count / first.of, second.count / second.of];
  const [one, other] = [wilson(first), wilson(second)];
  const low = p - q - Math.hypot(p - one.low, other.high - q);
  const high = p - q + Math.hypot(one.high - p, q - other.low);
  return { low: Math.max(-1, low), high: Math.min(1, high) };
}
