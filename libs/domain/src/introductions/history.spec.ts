import { answerLeaning, mirrored, usualAnswers } from './history.ts';

describe('what two people share', () => {
  it('is turned round for the other: what was mine is theirs, and twice turned it is itself', () => {
    const seen = { wish: 'mine', usefulCritique: 'theirs', sameTable: true, mutualContacts: 2 } as const;
    expect(mirrored(seen)).toEqual({ ...seen, wish: 'theirs', usefulCritique: 'mine' });
    expect(mirrored(mirrored(seen))).toEqual(seen);
    expect(mirrored({ wish: 'both', sameQuestion: true })).toEqual({ wish: 'both', sameQuestion: true });
    expect(mirrored({})).toEqual({});
  });
});

describe('how ready somebody is to say yes', () => {
  it('is as usual for somebody who was never asked, and for somebody who answers as others do', () => {
    expect(answerLeaning()).toBe(0);
    expect(answerLeaning({ answered: 10, yes: 4 })).toBeCloseTo(0);
  });

  it('moves a little with one answer and more with many alike', () => {
    const once = answerLeaning({ answered: 1, yes: 1 });
    const often = answerLeaning({ answered: 5, yes: 5 });
    expect(once).toBeGreaterThan(0);
    expect(often).toBeGreaterThan(2 * once);
    expect(answerLeaning({ answered: 1, yes: 0 })).toBeLessThan(0);
  });

  it('never writes anybody off', () => {
    expect(answerLeaning({ answered: 500, yes: 0 })).toBe(-1);
    expect(answerLeaning({ answered: 500, yes: 500 })).toBe(1);
  });

  it('is measured against the mean of the installation, by as many answers as that weighs', () => {
    const keen = { rate: 0.8, strength: 8 };
    expect(answerLeaning({ answered: 10, yes: 8 }, keen)).toBeCloseTo(0);
    // (3 + 0.4 · 8) / (4 + 8) = 0.517 against 0.4, in log odds.
    expect(answerLeaning({ answered: 4, yes: 3 }, usualAnswers)).toBeCloseTo(0.472, 3);
    expect(answerLeaning({ answered: 4, yes: 3 }, { rate: 0.4, strength: 80 })).toBeLessThan(0.1);
  });
});
