import fc from 'fast-check';
import { type ProfileInput, toProfile } from './profile.ts';

describe('the profile that matching reads', () => {
  it('has a safe value for everything that nobody said', () => {
    expect(toProfile({})).toEqual({
      crafts: [],
      workingOn: '',
      lookingFor: [],
      canHelpWith: [],
      stage: null,
      city: null,
      namedInAsks: false,
      maxIntroductions: 2,
      preferredStep: 'mail',
    });
  });

  it('trims, takes line breaks for spaces, and counts a tag once however it is written', () => {
    const profile = toProfile({
      crafts: [' Foley ', 'foley', '', 'the Foley'],
      lookingFor: ['a co-writer', 'co-writing', 'vinyl prep', 'live gigs', 'a sync agent'],
      workingOn: ' two lines\nin one\u202E cell ',
      stage: ' Working ',
      city: '  ',
    });
    expect(profile.crafts).toEqual(['Foley']);
    expect(profile.lookingFor).toEqual(['a co-writer', 'vinyl prep', 'live gigs']);
    expect(profile).toMatchObject({ workingOn: 'two lines in one cell', stage: 'working', city: null });
  });

  it('falls back for stages, steps and caps that do not exist', () => {
    expect(toProfile({ stage: 'wizard', preferredStep: 'dinner', maxIntroductions: 9 })).toMatchObject({
      stage: null,
      preferredStep: 'mail',
      maxIntroductions: 3,
    });
    expect(toProfile({ maxIntroductions: -1 }).maxIntroductions).toBe(0);
    expect(toProfile({ maxIntroductions: 0 }).maxIntroductions).toBe(0);
    expect(toProfile({ maxIntroductions: 'two' }).maxIntroductions).toBe(2);
  });

  it('reads no tags from a stored row that holds anything but a list of words', () => {
    const stored = (crafts: unknown) => toProfile({ crafts } as ProfileInput).crafts;
    for (const crafts of [null, 'foley', 7, true, { 0: 'foley', length: 1 }])
      expect(stored(crafts)).toEqual([]);
    expect(stored([null, 7, ['foley'], {}, 'mixing'])).toEqual(['mixing']);
  });

  it('keeps its bounds for anything typed, cuts no character in half, and changes nothing the second time', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    const tags = fc.array(text, { maxLength: 6 });
    fc.assert(
      fc.property(fc.record({ crafts: tags, lookingFor: tags, workingOn: text, city: text }), (input) => {
        const profile = toProfile(input);
        for (const tag of [...profile.crafts, ...profile.lookingFor])
          expect(tag.length).toBeLessThanOrEqual(40);
        expect(profile.crafts.length).toBeLessThanOrEqual(3);
        expect(profile.workingOn.length).toBeLessThanOrEqual(140);
        expect(profile.workingOn.isWellFormed()).toBe(true);
        expect(toProfile(profile)).toEqual(profile);
      }),
    );
  });
});
