import { PhoneBudget } from './phone-budget.ts';

const minute = 60_000;

describe('what one phone may do in a minute', () => {
  it('is as much as it is, and the same again a minute later', () => {
    const budget = new PhoneBudget(2);
    budget.spend('ana', 0);
    budget.spend('ana', 1_000);
    expect(() => {
      budget.spend('ana', minute - 1);
    }).toThrow(expect.objectContaining({ code: 'too-many-requests' }));
    budget.spend('ana', minute);
    expect(() => {
      budget.spend('ana', minute + 999);
    }).toThrow(expect.objectContaining({ code: 'too-many-requests' }));
    budget.spend('ana', minute + 1_000);
  });

  it('is each phone’s own', () => {
    const budget = new PhoneBudget(1);
    budget.spend('ana', 0);
    expect(() => {
      budget.spend('ben', 0);
    }).not.toThrow();
  });

  it('is not kept longer than two minutes', () => {
    const budget = new PhoneBudget(1);
    for (let n = 0; n < 100; n += 1) budget.spend(`phone ${n}`, 0);
    expect(budget.size).toBe(100);
    budget.spend('another', 2 * minute);
    expect(budget.size).toBe(1);
  });
});
