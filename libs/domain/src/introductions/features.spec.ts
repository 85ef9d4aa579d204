import { chanceOf, featuresOf, needWorth, oddsOf } from './features.ts';
import type { PairHistory } from './history.ts';
import { emptyCounts } from './room/compare.ts';
import { fixedWeights, withoutSecrets } from './weights.ts';

const nothing = featuresOf(emptyCounts(), undefined, 0);
const chance = (features: Partial<typeof nothing>) =>
  chanceOf(oddsOf({ ...nothing, ...features }, fixedWeights));
const after = (history: PairHistory) => featuresOf(emptyCounts(), history, 0);

describe('what moves a yes', () => {
  it('is nothing for two strangers, who say yes 1 time in 4', () => {
    expect(new Set(Object.values(nothing))).toEqual(new Set([0]));
    expect(chance({})).toBeCloseTo(0.23, 2);
  });

  it('is as much as the table of weights says beside each of them', () => {
    expect(chance({ needMet: 1 })).toBeCloseTo(0.73, 2);
    expect(chance({ canGive: 1 })).toBeCloseTo(0.43, 2);
    expect(chance({ overlap: 1 })).toBeCloseTo(0.4, 2);
    expect(chance({ wish: 1 })).toBeCloseTo(0.57, 2);
    expect(fixedWeights.rival + fixedWeights.overlap).toBeLessThan(0);
  });

  it('counts every weight of the table once', () => {
    const all = { ...nothing };
    for (const name of Object.keys(all) as (keyof typeof all)[]) {
      const odds = oddsOf({ ...nothing, [name]: 1 }, fixedWeights);
      expect(odds).toBeCloseTo(fixedWeights.anyone + fixedWeights[name], 10);
    }
    expect(Object.keys(fixedWeights).sort()).toEqual(['anyone', ...Object.keys(all)].sort());
  });

  it('is less for each further need, and for a craft than for an offer', () => {
    expect(needWorth(1, 0)).toBe(1);
    expect(needWorth(2, 0)).toBeCloseTo(1.35);
    expect(needWorth(3, 0)).toBeCloseTo(1.5);
    expect(needWorth(0, 1)).toBeCloseTo(0.7);
    expect(needWorth(1, 1)).toBeCloseTo(1 + 0.35 * 0.7);
  });

  it('is the wish of the one who wishes, and tells the other nothing', () => {
    expect([
      after({ wish: 'mine' }).wish,
      after({ wish: 'theirs' }).wish,
      after({ wish: 'both' }).wish,
    ]).toEqual([1, 0, 1]);
  });

  it('is a useful critique, most for the author, half for the critic', () => {
    const whose = (usefulCritique: NonNullable<PairHistory['usefulCritique']>) =>
      after({ usefulCritique }).usefulCritique;
    expect([whose('theirs'), whose('mine'), whose('both')]).toEqual([1, 0.5, 1]);
  });

  it('is one to three people in common, not four, who would have brought them together long ago', () => {
    const worth = [0, 1, 3, 4].map((mutualContacts) => after({ mutualContacts }).mutualContacts);
    expect(worth).toEqual([0, 1, 1, 0]);
  });

  it('is the same question and the same table', () => {
    expect(after({ sameQuestion: true, sameTable: true })).toMatchObject({ sameQuestion: 1, sameTable: 1 });
    expect(after({ sameQuestion: false, sameTable: false })).toEqual(nothing);
  });

  it('leaves out everything told in private where a host reads along', () => {
    const secrets = { sameQuestion: 1, usefulCritique: 1, mutualContacts: 1, wish: 1, answerRate: 1 };
    const open = withoutSecrets(fixedWeights);
    expect(oddsOf({ ...nothing, ...secrets }, open)).toBe(oddsOf(nothing, open));
    expect(oddsOf({ ...nothing, sameTable: 1 }, open)).toBeGreaterThan(oddsOf(nothing, open));
  });
});
