import { cautionOf } from './caution.ts';
import { toProfile } from './profile.ts';

const profile = (crafts: string[], city: string | null, more: { lookingFor?: string[] } = {}) =>
  toProfile({ crafts, city, ...more });

describe('a host is cautioned', () => {
  it('about two of one trade in one city, however they write it', () => {
    const [one, other] = [profile(['Mastering'], 'Lisboa'), profile(['mastering engineer'], ' lisboa ')];
    expect([cautionOf(one, other), cautionOf(other, one)]).toEqual(['same-trade', 'same-trade']);
  });

  it('about nobody who lives elsewhere, or did not say where', () => {
    const one = profile(['mastering'], 'Lisbon');
    expect(cautionOf(one, profile(['mastering'], 'Porto'))).toBeNull();
    expect(cautionOf(one, profile(['mastering'], null))).toBeNull();
  });

  it('about nobody of another trade, nor where one looks for what the other does', () => {
    const one = profile(['mastering'], 'Lisbon');
    expect(cautionOf(one, profile(['foley'], 'Lisbon'))).toBeNull();
    expect(cautionOf(one, profile(['mastering'], 'Lisbon', { lookingFor: ['mastering'] }))).toBeNull();
    expect(cautionOf(profile([], 'Lisbon'), profile([], 'Lisbon'))).toBeNull();
  });
});
