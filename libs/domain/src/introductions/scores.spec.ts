import { toProfile, type ProfileInput } from './profile.ts';
import { bandOf, direction, pairScore, toMatchingScore } from './scores.ts';

const score = (one: ProfileInput, other: ProfileInput) => pairScore(toProfile(one), toProfile(other));
const yes = (from: ProfileInput, to: ProfileInput) => direction(toProfile(from), toProfile(to));

const seeker = { crafts: ['production'], lookingFor: ['vinyl prep'] };
const helper = { crafts: ['foley'], canHelpWith: ['Vinyl prep'] };
const stranger = { crafts: ['ADR'] };

describe('how likely two people both say yes', () => {
  it('is the same either way round, between nothing and certainty', () => {
    expect(score(seeker, helper)).toBe(score(helper, seeker));
    expect(score(seeker, helper)).toBeGreaterThan(0);
    expect(score(seeker, helper)).toBeLessThan(1);
  });

  it('moves the one who finds what they look for more than the one who gives it, and both more than a stranger', () => {
    expect(yes(seeker, helper)).toBeGreaterThan(yes(helper, seeker));
    expect(yes(helper, seeker)).toBeGreaterThan(yes(helper, stranger));
  });

  it('wants both: two needs met each one way beat two met on one side', () => {
    const both = score(
      { lookingFor: ['a'.repeat(3)], canHelpWith: ['bbb'] },
      { lookingFor: ['bbb'], canHelpWith: ['aaa'] },
    );
    const oneSided = score({ lookingFor: ['aaa', 'bbb'] }, { canHelpWith: ['aaa', 'bbb'] });
    expect(both).toBeGreaterThan(oneSided);
  });

  it('trusts an offer more than a craft, and a craft more than nothing', () => {
    const looking = { lookingFor: ['a film composer'] };
    const offers = score(looking, { canHelpWith: ['film scoring'] });
    const works = score(looking, { crafts: ['film scoring'] });
    expect(offers).toBeGreaterThan(works);
    expect(works).toBeGreaterThan(score(looking, {}));
  });

  it('likes two shared topics best', () => {
    const crafts = ['foley', 'ADR', 'mixing'];
    const sharing = (count: number) =>
      yes({ crafts, city: 'Oslo' }, { crafts: [...crafts.slice(0, count), 'x', 'y', 'z'], city: 'Rome' });
    expect(sharing(2)).toBeGreaterThan(sharing(1));
    expect(sharing(1)).toBeGreaterThan(sharing(0));
    expect(sharing(2)).toBeGreaterThan(yes({ crafts, city: 'Oslo' }, { crafts, city: 'Rome' }));
  });

  it('counts stages one step apart as peers, two steps not, and unknown ones as nothing', () => {
    const stage = (from: string | null, to: string | null) => yes({ stage: from }, { stage: to });
    expect(stage('working', 'established')).toBe(stage('working', 'working'));
    expect(stage('starting out', 'established')).toBeLessThan(stage('starting out', 'working'));
    expect(stage(null, 'working')).toBe(stage('starting out', 'established'));
  });

  it('prefers one city, but not for two of the same trade who need nothing from each other', () => {
    expect(score({ city: 'Oslo' }, { city: 'oslo' })).toBeGreaterThan(
      score({ city: 'Oslo' }, { city: 'Rome' }),
    );
    const trade = (city: string, other: string) =>
      score({ crafts: ['mastering'], city }, { crafts: ['mastering'], city: other });
    expect(trade('Oslo', 'Oslo')).toBeLessThan(trade('Oslo', 'Rome'));
  });

  it('does not call somebody a rival who offers what the other looks for', () => {
    const looking = { crafts: ['mastering'], lookingFor: ['vinyl prep'], city: 'Oslo' };
    const offering = { crafts: ['mastering'], canHelpWith: ['vinyl prep'], city: 'Oslo' };
    expect(score(looking, offering)).toBeGreaterThan(score(looking, { ...offering, crafts: ['ADR'] }));
  });

  it('is a whole number of thousandths for the matching, and strong or fair for the host', () => {
    expect(toMatchingScore(0.42149)).toBe(421);
    expect([bandOf(0.5), bandOf(0.499)]).toEqual(['strong', 'fair']);
    expect(
      bandOf(
        score(
          { lookingFor: ['mixing'], canHelpWith: ['ADR'] },
          { lookingFor: ['ADR'], canHelpWith: ['mixing'] },
        ),
      ),
    ).toBe('strong');
    expect(bandOf(score(stranger, helper))).toBe('fair');
  });
});
