import { chanceOf, type Features, oddsOf } from './features.ts';
import { type Learned, type TrainingRow, learn } from './learning.ts';
import { type Weights, fixedWeights } from './weights.ts';

/** Whole numbers by a linear congruence: the same answers on every machine. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const none: Features = {
  needMet: 0,
  canGive: 0,
  overlap: 0,
  sameQuestion: 0,
  sameTable: 0,
  usefulCritique: 0,
  peers: 0,
  place: 0,
  mutualContacts: 0,
  rival: 0,
  wish: 0,
  answerRate: 0,
};

function somebody(random: () => number): Features {
  const half = (): number => (random() < 0.5 ? 1 : 0);
  return {
    ...none,
    needMet: half(),
    canGive: half(),
    overlap: half() * 0.6,
    peers: half(),
    place: half(),
    answerRate: random() * 2 - 1,
  };
}

/** Made-up evenings whose people answer by these chances. */
function answersBy(
  chance: (features: Features, evening: number) => number,
  { evenings = 20, each = 50, seed = 7 } = {},
): TrainingRow[] {
  const random = numbers(seed);
  return Array.from({ length: evenings * each }, (_, at) => {
    const evening = at % evenings;
    const features = somebody(random);
    const saidYes = random() < chance(features, evening);
    return { fold: `evening ${String(evening)}`, features, saidYes, answered: true };
  });
}

const byWeights = (weights: Weights) => (features: Features) => chanceOf(oddsOf(features, weights));

const other: Weights = { ...fixedWeights, anyone: 0.2, needMet: -0.8, canGive: 2, place: 1.8, peers: -1 };

describe('weights learned from answers', () => {
  it('come close to those that made the answers, and are used', () => {
    const learned = learn(answersBy(byWeights(other), { evenings: 40, each: 100 }));
    expect(learned.verdict).toBe('better');
    for (const name of ['anyone', 'needMet', 'canGive', 'place', 'peers'] as const)
      expect(Math.abs(learned.weights[name] - other[name])).toBeLessThan(0.3);
  });

  it('stay fixed for a part that never spoke', () => {
    const { weights } = learn(answersBy(byWeights(other)));
    for (const name of [
      'sameQuestion',
      'sameTable',
      'usefulCritique',
      'mutualContacts',
      'rival',
      'wish',
    ] as const)
      expect(weights[name]).toBe(fixedWeights[name]);
    expect(weights.place).not.toBe(fixedWeights.place);
  });

  it('move less than the answers alone would have them while there are few', () => {
    const all = answersBy(byWeights(other), { evenings: 40, each: 100 });
    const few = all.slice(0, 240);
    const awayBy = ({ weights }: Learned): number => Math.abs(weights.needMet - fixedWeights.needMet);
    expect(awayBy(learn(few))).toBeLessThan(awayBy(learn(all)));
    expect(awayBy(learn(few))).toBeGreaterThan(0);
  });

  it.each([1, 2, 3, 4, 5])('are not used when people toss a coin (seed %i)', (seed) => {
    const { verdict, held } = learn(answersBy(() => 0.4, { seed }));
    expect(verdict).toBe('not-better');
    // The control: against the fixed weights alone they would have been used, only for knowing how often people say yes.
    expect(held!.fixed - held!.learned).toBeGreaterThan(2 * held!.noise.fixed);
  });

  it.each([1, 2, 3, 4, 5])('are not used when the fixed ones say all there is to say (seed %i)', (seed) => {
    expect(learn(answersBy(byWeights(fixedWeights), { seed })).verdict).toBe('not-better');
  });

  it('are the same for the same answers in any order', () => {
    const rows = answersBy(byWeights(other));
    const learned = learn(rows);
    expect(learn(structuredClone(rows))).toEqual(learned);
    expect(learn([...rows].reverse())).toEqual(learned);
  });

  it('are not tried before 200 answers, nor on fewer than five evenings', () => {
    const rows = answersBy(byWeights(other), { evenings: 5, each: 40 });
    expect(learn(rows.slice(1))).toEqual({
      verdict: 'too-few-answers',
      weights: fixedWeights,
      answers: 199,
      evenings: 5,
      held: null,
    });
    expect(learn(rows).held).not.toBeNull();
    const oneEvening = rows.map((row) => ({ ...row, fold: 'one' }));
    expect(learn(oneEvening)).toMatchObject({ verdict: 'too-few-evenings', held: null });
    expect(learn([]).verdict).toBe('too-few-answers');
  });

  it('are not tried before 200 people answered, however many kept silent; silences are learned from all the same', () => {
    const rows = answersBy(byWeights(other), { evenings: 10, each: 60 });
    const silent = rows.map((row): TrainingRow => ({ ...row, answered: row.saidYes }));
    const yeses = silent.filter(({ saidYes }) => saidYes);
    const silences = silent.filter(({ saidYes }) => !saidYes);
    const answers = (many: number) => [...yeses.slice(0, many), ...silences];
    expect(learn(answers(199))).toMatchObject({ verdict: 'too-few-answers', answers: 199, held: null });
    const learned = learn(answers(200));
    expect(learned).toMatchObject({ answers: 200 });
    expect(learned.held).not.toBeNull();
    expect(learned.weights).toEqual(learn(answers(200).map((row) => ({ ...row, answered: true }))).weights);
  });

  it('are tried on evenings they have not seen: what holds for one evening alone wins nothing', () => {
    // Everybody of an evening answers alike, and the part that says so differs from evening to evening.
    const parts = ['needMet', 'canGive', 'overlap', 'peers', 'place', 'wish', 'rival', 'sameTable'] as const;
    const random = numbers(3);
    const rows = Array.from({ length: 8 * 40 }, (_, at): TrainingRow => {
      const evening = at % 8;
      const part = parts[evening] ?? 'needMet';
      const yes = random() < 0.5;
      return {
        fold: `e${String(evening)}`,
        features: { ...none, [part]: yes ? 1 : 0 },
        saidYes: evening < 4 ? yes : !yes,
        answered: true,
      };
    });
    expect(learn(rows).verdict).toBe('not-better');
    // The control: the same rows with the evenings mixed over the folds leak into what they are tried on.
    const mixed = rows.map((row, at) => ({ ...row, fold: `f${String(Math.floor(at / 8) % 8)}` }));
    expect(learn(mixed).verdict).toBe('better');
  });
});
