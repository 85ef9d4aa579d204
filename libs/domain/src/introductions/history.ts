/**
 * What two people share beside their profiles, seen from the first of them. All of it is optional: what nobody told or
 * did counts as nothing.
 */
export interface PairHistory {
  /** Both asked or up-voted the same question of a panel. */
  readonly sameQuestion?: boolean;
  /** The words of that question, only if both asked it under their names: then a reason may tell it. */
  readonly questionText?: string;
  /** Both sat at the same small table. */
  readonly sameTable?: boolean;
  /** Whose critique the other found useful. The author knows; the critic is not told by a reason. */
  readonly usefulCritique?: 'theirs' | 'mine' | 'both';
  /** How many people both told they know. Told in private: never part of a reason. */
  readonly mutualContacts?: number;
  /** Who wished to meet the other. Private: never part of a reason or a band. */
  readonly wish?: 'mine' | 'theirs' | 'both';
}

/** How somebody answered asks so far. Shown to nobody, not even to them. */
export interface PersonHistory {
  readonly answered: number;
  readonly yes: number;
}

/** How often people of this installation say yes, and how many answers of one person weigh as much as that. */
export interface AnswerPrior {
  /** Between 0 and 1, both left out. */
  readonly rate: number;
  /** Above 0. */
  readonly strength: number;
}

/** Until an installation knows its own: 34 to 50 % made any contact at measured mixers; eight answers are an opinion. */
export const usualAnswers: AnswerPrior = { rate: 0.4, strength: 8 };

/** The same seen from the second of the two. */
export function mirrored(history: PairHistory): PairHistory {
  const { usefulCritique, wish } = history;
  return {
    ...history,
    ...(usefulCritique && { usefulCritique: otherWay[usefulCritique] }),
    ...(wish && { wish: otherWay[wish] }),
  };
}

const otherWay = { mine: 'theirs', theirs: 'mine', both: 'both' } as const;

/**
 * How much more ready than others somebody is to say yes, in log odds from −1 to 1; 0 without answers. The share of yes
 * is shrunken towards the installation's mean, (yes + rate · strength) / (answered + strength): the posterior mean of a
 * beta prior (Gelman et al., Bayesian Data Analysis, 2.4). Bounded, so that nobody is written off for their past.
 */
export function answerLeaning(
  { answered, yes }: PersonHistory = { answered: 0, yes: 0 },
  prior = usualAnswers,
): number {
  const rate = (yes + prior.rate * prior.strength) / (answered + prior.strength);
  return Math.max(-1, Math.min(1, logit(rate) - logit(prior.rate)));
}

const logit = (rate: number): number => Math.log(rate / (1 - rate));
