import { reasons, reasonSentence, wordList, type ReasonValues } from '#libs/words';
import { pairFacts, type Answer, type PairFacts } from './pair-facts.ts';
import type { Profile, Stage } from './profile.ts';
import { features, weights } from './scores.ts';
import { tellingWords } from './terms.ts';

export type Argument = keyof typeof reasons;

/** Why one side should care: one or two arguments joined by `+`, and what they speak of. Holds no name. */
export interface Reason {
  code: string;
  values: Record<string, string>;
}

interface Point {
  argument: Argument;
  values: Partial<ReasonValues>;
  /** What it moves in the reader's direction, and in the other's. */
  forReader: number;
  forOther: number;
}

/** The longest reason, as in introductions.md and the column that freezes it. */
const LINE_LENGTH = 140;
const WORK_LENGTH = 70;

/** The reason one side reads: the strongest argument of their direction, then the strongest other one of the other's. */
export function reasonFor(reader: Profile, other: Profile): Reason {
  const points = pointsBetween(reader, other);
  const first = strongest(points, 'forReader');
  if (!first) return joined(aboutThem(other));
  // A stage or a city in common is no reason by itself: say what they do first.
  if (isThin(first)) return joined([...aboutThem(other).slice(0, 1), first]);
  const second = strongest(
    points.filter((point) => point !== first),
    'forOther',
  );
  return joined(second ? [first, second] : [first]);
}

/**
 * The line of a reason, at most 140 characters; the second argument goes if both do not fit.
 *
 * @throws Error for a code that no argument of the catalogue has
 */
export function reasonLine(reason: Readonly<Reason>): string {
  const values: ReasonValues = { ...nothingSaid, ...reason.values };
  const clauses = reason.code.split('+').map((code) => {
    if (!isArgument(code)) throw new Error(`No reason is called ${code}`);
    return reasons[code](values);
  });
  const line = reasonSentence(clauses);
  return line.length <= LINE_LENGTH ? line : shorten(reasonSentence(clauses.slice(0, 1)), LINE_LENGTH);
}

const nothingSaid: ReasonValues = {
  need: '',
  offer: '',
  theirNeed: '',
  yourOffer: '',
  topics: '',
  work: '',
  city: '',
  theirCrafts: '',
  theirWork: '',
};

function pointsBetween(reader: Profile, other: Profile): Point[] {
  const facts = pairFacts(reader, other);
  const worth = features(facts);
  const even = (moves: number) => ({ forReader: moves, forOther: moves });
  const points: Point[] = [];
  const [met] = facts.met;
  if (met) {
    const values = { need: met.need, offer: met.by };
    const argument = ({ same: 'they-offer', close: 'they-offer-close', craft: 'their-craft' } as const)[
      met.how
    ];
    points.push({ argument, values, ...needWorth(worth.needMet) });
  }
  const [given] = facts.given;
  if (given) {
    const { forReader, forOther } = needWorth(worth.canGive);
    points.push({ ...giving(given), forReader: forOther, forOther: forReader });
  }
  points.push(
    ...sharedTopics(facts, other).map((topic) => ({ ...topic, ...even(weights.overlap * worth.overlap) })),
  );
  if (facts.sameCity === true) {
    points.push({ argument: 'same-place', values: { city: other.city ?? '' }, ...even(weights.place) });
  }
  if (facts.stagesApart === 0 && reader.stage) {
    points.push({ argument: sameStage[reader.stage], values: {}, ...even(weights.peers) });
  }
  return points;
}

const sameStage = {
  'starting out': 'both-starting',
  working: 'both-working',
  established: 'both-established',
} as const satisfies Record<Stage, Argument>;

function needWorth(value: number): { forReader: number; forOther: number } {
  return { forReader: weights.needMet * value, forOther: weights.canGive * value };
}

function giving(given: Answer): Pick<Point, 'argument' | 'values'> {
  const argument = ({ same: 'you-offer', close: 'you-offer-close', craft: 'your-craft' } as const)[given.how];
  return { argument, values: { theirNeed: given.need, yourOffer: given.by } };
}

function sharedTopics(facts: PairFacts, other: Profile): Pick<Point, 'argument' | 'values'>[] {
  const work = { work: shorten(other.workingOn, WORK_LENGTH) };
  return [
    ...(facts.sharedCrafts.length > 0
      ? [{ argument: 'same-craft' as const, values: { topics: wordList(facts.sharedCrafts) } }]
      : []),
    ...(facts.works === 'same' ? [{ argument: 'same-work' as const, values: work }] : []),
    ...(facts.works === 'related' ? [{ argument: 'related-work' as const, values: work }] : []),
  ];
}

function isThin({ argument }: Point): boolean {
  return argument === 'same-place' || argument.startsWith('both-');
}

/** Nothing in common is no reproach: say what they do. */
function aboutThem(other: Profile): Pick<Point, 'argument' | 'values'>[] {
  const points: Pick<Point, 'argument' | 'values'>[] = [];
  if (other.crafts.length > 0)
    points.push({ argument: 'they-do', values: { theirCrafts: wordList(other.crafts) } });
  if (tellingWords(other.workingOn).size > 0) {
    points.push({ argument: 'they-make', values: { theirWork: shorten(other.workingOn, WORK_LENGTH) } });
  }
  return points.length > 0 ? points : [{ argument: 'same-evening', values: {} }];
}

/** Ties go to the point listed first. */
function strongest(points: readonly Point[], side: 'forReader' | 'forOther'): Point | undefined {
  return points.reduce<Point | undefined>(
    (best, point) => (best && best[side] >= point[side] ? best : point),
    undefined,
  );
}

function joined(points: readonly Pick<Point, 'argument' | 'values'>[]): Reason {
  const code = points.map(({ argument }) => argument).join('+');
  return { code, values: Object.assign({}, ...points.map(({ values }) => values)) as Record<string, string> };
}

function isArgument(code: string): code is Argument {
  return Object.hasOwn(reasons, code);
}

function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  const atWord = cut.replace(/\s+\S*$/, '');
  return `${(atWord.length > length / 2 ? atWord : cut).replace(/[\s,;:.]+$/, '')}…`;
}
