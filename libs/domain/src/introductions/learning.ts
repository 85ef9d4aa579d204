import { type Features, chanceOf } from './features.ts';
import { solve } from './linear-equations.ts';
import { type Weights, fixedWeights } from './weights.ts';

/** One ask that is over: what spoke for a yes when it left, and whether the yes came. Nothing names anybody. */
export interface TrainingRow {
  /** The same for all asks of one evening. */
  readonly fold: string;
  /** A part that did not exist when the ask left is missing, and counts as nothing. */
  readonly features: Readonly<Partial<Features>>;
  /** A silence is no yes. */
  readonly saidYes: boolean;
  /** By a person, yes or no. A silence is learned from too, and is none of the answers that are counted. */
  readonly answered: boolean;
}

/** Why the weights that were learned are used or not. */
export type Verdict = 'too-few-answers' | 'too-few-evenings' | 'not-better' | 'better';

export interface Learned {
  readonly verdict: Verdict;
  /** All names of `fixedWeights`, to 4 digits; equal to them where nothing was learned. */
  readonly weights: Weights;
  /** Yes or no by a person: silences are not among them. */
  readonly answers: number;
  readonly evenings: number;
  /** Mean log loss of an answer on evenings that were held out; null where nothing was tried. Smaller is better. */
  readonly held: HeldOut | null;
}

export interface HeldOut {
  readonly learned: number;
  readonly fixed: number;
  /** Of one chance for everybody: what the answers alone teach, without a word about whom. */
  readonly everybodyAlike: number;
  /** Standard errors of what the learned weights win against the other two. */
  readonly noise: { readonly fixed: number; readonly everybodyAlike: number };
}

/** Weights stay as they are before: answered asks, not silences (introductions.md, Matching). */
export const fewestAnswersToLearn = 200;
/** A fifth more answers than last time, so that the same question is not asked of chance every night. */
const worthAnother = 1.2;
/** Fewer evenings say nothing about the next one, however many answers each has. */
const fewestEvenings = 5;
/** Beyond this, evenings share a fold. */
const mostFolds = 10;
/** How surely a weight is its fixed one before any answer: it is believed to about half a unit of log odds. */
const pull = 4;
/** What is won must be twice its own noise: by chance alone, one time in forty. */
const clearly = 2;

const names = Object.keys(fixedWeights) as (keyof Weights)[];
const fixed = names.map((name) => fixedWeights[name]);

/**
 * Weights from answers: a logistic regression pulled towards the fixed weights rather than to zero, so that a part that
 * never occurred keeps its fixed weight (L2; Newton's method). Taken only if they foretell the answers of evenings they
 * were not learned from better than the fixed weights, and better than one chance for everybody: people who answer by the
 * toss of a coin teach how often, and nothing about whom. Both wins must be twice their noise, which is measured from evening
 * to evening (answers of one evening hang together): what each evening won beyond the mean of its answers, squared
 * (Cochran, Sampling Techniques, 6.5, the ratio of two totals over clusters).
 *
 * The same rows in any order give the same weights.
 */
export function learn(rows: readonly TrainingRow[]): Learned {
  const evenings = [...Map.groupBy(inOrder(rows), ({ fold }) => fold).values()].map((own) =>
    own.map(exampleOf),
  );
  const answers = rows.filter(({ answered }) => answered).length;
  const sizes = { answers, evenings: evenings.length };
  const unlearned = { ...sizes, weights: { ...fixedWeights }, held: null };
  if (answers < fewestAnswersToLearn) return { ...unlearned, verdict: 'too-few-answers' };
  if (evenings.length < fewestEvenings) return { ...unlearned, verdict: 'too-few-evenings' };
  const held = holdOut(evenings);
  const better = isClear(held.learned, held.fixed, held.noise.fixed);
  const about = isClear(held.learned, held.everybodyAlike, held.noise.everybodyAlike);
  const weights = weightsOf(fit(evenings.flat(), fixed));
  return { ...sizes, weights, held, verdict: better && about ? 'better' : 'not-better' };
}

/** Whether there are answers enough, and enough that are new since the last attempt had `before`. */
export function isWorthLearning(answers: number, before: number): boolean {
  return answers >= fewestAnswersToLearn && answers >= before * worthAnother && answers > before;
}

interface Example {
  readonly parts: readonly number[];
  readonly yes: 0 | 1;
}

/** Sums of floats depend on their order, and a table gives rows in any. */
function inOrder(rows: readonly TrainingRow[]): TrainingRow[] {
  const key = ({ fold, features, saidYes }: TrainingRow): string =>
    `${fold} ${names.map((name) => (name === 'anyone' ? 1 : (features[name] ?? 0))).join(' ')} ${String(saidYes)}`;
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ row }) => row);
}

function exampleOf({ features, saidYes }: TrainingRow): Example {
  return {
    parts: names.map((name) => (name === 'anyone' ? 1 : (features[name] ?? 0))),
    yes: saidYes ? 1 : 0,
  };
}

/** Each evening is foretold by what the evenings of the other folds teach, never by a row of its own. */
function holdOut(evenings: readonly (readonly Example[])[]): HeldOut {
  const folds = Math.min(mostFolds, evenings.length);
  const losses = Array.from({ length: folds }, (_, fold) => {
    const others = evenings.filter((__, at) => at % folds !== fold).flat();
    const learned = fit(others, fixed);
    const alike = logit(others.reduce((sum, { yes }) => sum + yes, 1) / (others.length + 2));
    return evenings
      .filter((__, at) => at % folds === fold)
      .map((own) => ({
        answers: own.length,
        learned: lossOf(own, ({ parts }) => dot(learned, parts)),
        fixed: lossOf(own, ({ parts }) => dot(fixed, parts)),
        alike: lossOf(own, () => alike),
      }));
  }).flat();
  const mean = (of: 'learned' | 'fixed' | 'alike'): number =>
    totalOf(losses, of) / totalOf(losses, 'answers');
  const noise = (than: 'fixed' | 'alike'): number => {
    const won = mean(than) - mean('learned');
    const squares = losses.map((one) => (one[than] - one.learned - won * one.answers) ** 2);
    const spread = squares.reduce((sum, square) => sum + square, 0) * (losses.length / (losses.length - 1));
    return Math.sqrt(spread) / totalOf(losses, 'answers');
  };
  return {
    learned: mean('learned'),
    fixed: mean('fixed'),
    everybodyAlike: mean('alike'),
    noise: { fixed: noise('fixed'), everybodyAlike: noise('alike') },
  };
}

const isClear = (learned: number, other: number, noise: number): boolean => other - learned > clearly * noise;

function totalOf<Name extends string>(rows: readonly Record<Name, number>[], name: Name): number {
  return rows.reduce((sum, row) => sum + row[name], 0);
}

/** Halves a step that would make it worse; far from the optimum a full Newton step can. */
function fit(examples: readonly Example[], start: readonly number[]): number[] {
  let weights = [...start];
  let cost = costOf(examples, weights);
  for (let round = 0; round < 50; round += 1) {
    const step = newtonStep(examples, weights);
    let [size, next, nextCost] = [1, weights, cost];
    do {
      next = weights.map((weight, at) => weight + size * (step[at] ?? 0));
      nextCost = costOf(examples, next);
      size /= 2;
    } while (nextCost > cost && size > 1e-6);
    if (!(cost - nextCost > 1e-10)) break;
    [weights, cost] = [next, nextCost];
  }
  return weights;
}

function newtonStep(examples: readonly Example[], weights: readonly number[]): number[] {
  const uphill = weights.map((weight, at) => -pull * (weight - (fixed[at] ?? 0)));
  const bend = weights.map((_, row) => weights.map((__, column): number => (row === column ? pull : 0)));
  for (const { parts, yes } of examples) {
    const chance = chanceOf(dot(weights, parts));
    for (const [row, part] of parts.entries()) {
      if (part === 0) continue;
      uphill[row] = (uphill[row] ?? 0) + (yes - chance) * part;
      const line = bend[row] ?? [];
      for (const [column, other] of parts.entries())
        line[column] = (line[column] ?? 0) + chance * (1 - chance) * part * other;
    }
  }
  return solve(bend, uphill);
}

function costOf(examples: readonly Example[], weights: readonly number[]): number {
  const away = weights.reduce((sum, weight, at) => sum + (weight - (fixed[at] ?? 0)) ** 2, 0);
  return lossOf(examples, ({ parts }) => dot(weights, parts)) + (pull / 2) * away;
}

/** The sum over answers of −log(the chance that was given to what came), stable for large odds. */
function lossOf(examples: readonly Example[], odds: (example: Example) => number): number {
  return examples.reduce((sum, example) => {
    const towards = example.yes === 1 ? odds(example) : -odds(example);
    return sum + Math.max(0, -towards) + Math.log1p(Math.exp(-Math.abs(towards)));
  }, 0);
}

const dot = (weights: readonly number[], parts: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (parts[at] ?? 0), 0);

const logit = (rate: number): number => Math.log(rate / (1 - rate));

/** To 4 digits: the last ones of an exponential differ from machine to machine. */
function weightsOf(values: readonly number[]): Weights {
  const entries = names.map((name, at) => [name, Math.round((values[at] ?? 0) * 1e4) / 1e4]);
  return Object.fromEntries(entries) as Weights;
}
