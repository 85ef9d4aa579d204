import { chanceOf, needWorth, overlapWorth, toMatchingScore } from '../features.ts';
import type { Weights } from '../weights.ts';
import type { Room } from './room.ts';

/** Sorts of pairs that differ in what they can score: needs met and given and crafts to 3 each, works close or not. */
export const sorts = 128;

/** Above the last digit of a sum of a dozen doubles: a bound must hold for a sum in any order. */
const rounding = 1e-9;

/** What pairs of a person can score at most, by the sort of what they have in common, without a shared history. */
export class Bounds {
  private readonly room: Room;
  private readonly readiest: number;
  private readonly met: Float64Array;
  private readonly given: Float64Array;
  private readonly topics: Float64Array;

  constructor(room: Room) {
    const { weights, leanings } = room;
    this.room = room;
    this.readiest = leanings.reduce((most, one) => Math.max(most, weights.answerRate * one), -Infinity);
    this.met = Float64Array.from([0, 1, 2, 3], (answers) => mostOfAnswers(weights.needMet, answers));
    this.given = Float64Array.from([0, 1, 2, 3], (answers) => mostOfAnswers(weights.canGive, answers));
    this.topics = Float64Array.from({ length: 8 }, (_, crafts) =>
      mostOfTopics(weights, crafts & 3, crafts > 3),
    );
  }

  /** The sort of a kind of `Sight`: of one person's view of anybody. */
  sortOf(kind: number, person: number): number {
    const { from } = this.room.columns.work;
    // Works of one word each are the same by that one; others are related by two.
    const words = from[person + 1]! - from[person]!;
    const enough = words === 1 ? 1 : 2;
    return (kind & 63) | (kind >>> 6 >= enough ? 64 : 0);
  }

  /** Writes into `bounds`, by sort, the highest score of a pair of this person. */
  of(person: number, bounds: Int32Array): void {
    const { weights, leanings, columns } = this.room;
    const peers = columns.stage[person]! < 0 ? 0 : Math.max(0, weights.peers);
    const place = columns.city[person]! < 0 ? 0 : Math.max(0, weights.place);
    const common = weights.anyone + peers + place + Math.max(0, weights.rival) + rounding;
    const mine = common + weights.answerRate * leanings[person]!;
    const theirs = common + this.readiest;
    for (let sort = 0; sort < sorts; sort += 1) {
      const [met, given] = [sort & 3, (sort >>> 2) & 3];
      const topics = this.topics[sort >>> 4]!;
      const there = chanceOf(mine + topics + this.met[met]! + this.given[given]!);
      const back = chanceOf(theirs + topics + this.met[given]! + this.given[met]!);
      bounds[sort] = toMatchingScore(there * back);
    }
  }
}

/** However many of the answers are offers, and however many crafts. */
function mostOfAnswers(weight: number, answers: number): number {
  let most = -Infinity;
  for (let offers = 0; offers <= answers; offers += 1) {
    most = Math.max(most, weight * needWorth(offers, answers - offers));
  }
  return most;
}

/** Works that may be related may also not be: the third topic is worth less than the second. */
function mostOfTopics({ overlap }: Weights, crafts: number, mayWorkAlike: boolean): number {
  const without = overlap * (overlapWorth[crafts] ?? 0);
  return mayWorkAlike ? Math.max(without, overlap * (overlapWorth[crafts + 1] ?? 0)) : without;
}
