import { reasons, reasonSentence, wordList, type ReasonValues } from '#libs/words';
import type { Features } from './features.ts';
import type { PairHistory } from './history.ts';
import type { Answer, PairFacts } from './pair-facts.ts';
import type { Profile, Stage } from './profile.ts';
import { roomOfTwo } from './scores.ts';
import { tellingWords, type Vocabulary } from './terms.ts';
import { fixedWeights, type Weights } from './weights.ts';

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
const QUESTION_LENGTH = 90;

/** What a reason may draw on beside the profiles. Answers of the past are not among it. */
export interface ReasonOptions {
  readonly vocabulary?: Vocabulary;
  /** Seen from the reader. Wishes and contacts in common are left alone: they were told in private. */
  readonly history?: PairHistory;
  readonly weights?: Weights;
}

/**
 * The reason one side reads: the strongest argument of their direction, then the strongest other one of the other's.
 * It tells only what profiles publish for this use, what the reader did themselves, and what both saw.
 */
export function reasonFor(reader: Profile, other: Profile, options: ReasonOptions = {}): Reason {
  const points = pointsBetween(reader, other, options);
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

/** The reason of two who chose each other, which says so, and then what else speaks for it. */
export function reasonOfPick(reader: Profile, other: Profile, options: ReasonOptions = {}): Reason {
  const { code, values } = reasonFor(reader, other, options);
  const [first = ''] = code.split('+');
  return { code: first === 'same-evening' ? 'kept-talking' : `kept-talking+${first}`, values };
}

/**
 * The reason of two of whom one asked the other something before a room: that first, and then what else speaks for it.
 * @param asked who asked whom, as the reader sees it
 */
export function reasonOfQuestion(
  asked: 'you-asked' | 'they-asked',
  text: string,
  [reader, other]: readonly [Profile, Profile],
  options: ReasonOptions = {},
): Reason {
  const { code, values } = reasonFor(reader, other, options);
  const [first = ''] = code.split('+');
  return {
    code: first === 'same-evening' ? asked : `${asked}+${first}`,
    values: { ...values, question: shorten(text, QUESTION_LENGTH) },
  };
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
  question: '',
};

function pointsBetween(reader: Profile, other: Profile, options: ReasonOptions): Point[] {
  const { history = {}, weights = fixedWeights } = options;
  const room = roomOfTwo(reader, other, options);
  const facts = room.facts(0, 1);
  const [forReader, forOther] = [room.features(0, 1), room.features(1, 0)];
  const moves = (feature: keyof Features) => ({
    forReader: weights[feature] * forReader[feature],
    forOther: weights[feature] * forOther[feature],
  });
  return [
    ...needs(facts, weights, forReader),
    ...told(history).map(({ feature, ...point }) => ({ ...point, ...moves(feature) })),
    ...sharedTopics(facts, other).map((topic) => ({ ...topic, ...moves('overlap') })),
    ...(facts.sameCity
      ? [{ argument: 'same-place' as const, values: { city: other.city ?? '' }, ...moves('place') }]
      : []),
    ...(facts.sameStage && reader.stage
      ? [{ argument: sameStage[reader.stage], values: {}, ...moves('peers') }]
      : []),
  ];
}

/** The one who gets is moved by `needMet`, the one who gives by `canGive`. */
function needs({ met: [met], given: [given] }: PairFacts, weights: Weights, worth: Features): Point[] {
  const moved = (value: number) => ({ getting: weights.needMet * value, giving: weights.canGive * value });
  const points: Point[] = [];
  if (met) {
    const { getting, giving } = moved(worth.needMet);
    points.push({ ...gettingFrom(met), forReader: getting, forOther: giving });
  }
  if (given) {
    const { getting, giving } = moved(worth.canGive);
    points.push({ ...givingTo(given), forReader: giving, forOther: getting });
  }
  return points;
}

/** Of what happened that evening, what hosts may know too, who read every reason: never who thanked whom for a critique. */
function told({ sameTable, sameQuestion, questionText }: PairHistory) {
  const points: (Pick<Point, 'argument' | 'values'> & { feature: keyof Features })[] = [];
  if (sameQuestion === true && questionText !== undefined) {
    const question = shorten(questionText, QUESTION_LENGTH);
    points.push({ argument: 'same-question', values: { question }, feature: 'sameQuestion' });
  }
  if (sameTable === true) points.push({ argument: 'same-table', values: {}, feature: 'sameTable' });
  return points;
}

const sameStage = {
  'starting out': 'both-starting',
  working: 'both-working',
  established: 'both-established',
} as const satisfies Record<Stage, Argument>;

function gettingFrom({ need, by, how }: Answer): Pick<Point, 'argument' | 'values'> {
  const argument = ({ same: 'they-offer', close: 'they-offer-close', craft: 'their-craft' } as const)[how];
  return { argument, values: { need, offer: by } };
}

function givingTo({ need, by, how }: Answer): Pick<Point, 'argument' | 'values'> {
  const argument = ({ same: 'you-offer', close: 'you-offer-close', craft: 'your-craft' } as const)[how];
  return { argument, values: { theirNeed: need, yourOffer: by } };
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

/** Ties go to the point listed first; what moves nobody towards a yes is no argument. */
function strongest(points: readonly Point[], side: 'forReader' | 'forOther'): Point | undefined {
  return points
    .filter((point) => point[side] > 0)
    .reduce<Point | undefined>(
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
