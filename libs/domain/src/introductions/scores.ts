import type { PairHistory, PersonHistory } from './history.ts';
import type { Profile } from './profile.ts';
import { Room } from './room/room.ts';
import type { Vocabulary } from './terms.ts';
import { type Weights, withoutSecrets } from './weights.ts';

export { toMatchingScore } from './features.ts';

/** What is known beside two profiles; each part may be missing. */
export interface PairOptions {
  readonly vocabulary?: Vocabulary;
  /** Seen from the first of the two. */
  readonly history?: PairHistory;
  /** Of the first and of the second. */
  readonly answers?: readonly [PersonHistory | undefined, PersonHistory | undefined];
  readonly weights?: Weights;
}

/** A need met each way, or one met and two things in common: 11 to 13 % of the pairs of three made-up rooms of 300. */
const strongFrom = 0.5;

/** A room of two: a single pair is compared exactly as one of a large room. */
export function roomOfTwo(first: Profile, second: Profile, options: PairOptions = {}): Room {
  const { history, ...rest } = options;
  return new Room([first, second], { ...rest, ...(history && { histories: [{ a: 0, b: 1, history }] }) });
}

/** How likely `from` says yes to `to`, 0 to 1, by the logistic form of introductions.md. */
export function direction(from: Profile, to: Profile, options?: PairOptions): number {
  return roomOfTwo(from, to, options).direction(0, 1);
}

/** Both must want it: the product of both directions, 0 to 1, the same either way round. */
export function pairScore(one: Profile, other: Profile, options?: PairOptions): number {
  return roomOfTwo(one, other, options).chance(0, 1);
}

/** What a host sees of a score; never the number. */
export function bandOf(chance: number): 'strong' | 'fair' {
  return chance >= strongFrom ? 'strong' : 'fair';
}

/** The band of a pair of a room, from profiles and tables alone: a wish or an answer must not show in it. */
export function bandIn(room: Room, a: number, b: number): 'strong' | 'fair' {
  return bandOf(room.chance(a, b, withoutSecrets(room.weights)));
}
