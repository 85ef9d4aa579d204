import fc from 'fast-check';
import { toProfile, type ProfileInput } from './profile.ts';
import { reasonFor, reasonLine } from './reasons.ts';

const line = (reader: ProfileInput, other: ProfileInput) =>
  reasonLine(reasonFor(toProfile(reader), toProfile(other)));

describe('the reason each side reads', () => {
  it('tells what the reader looks for first, then what the other does', () => {
    const one = { lookingFor: ['vinyl prep'], canHelpWith: ['feedback on mixes'] };
    const other = { lookingFor: ['feedback on mixes'], canHelpWith: ['vinyl prep'] };
    expect(line(one, other)).toBe(
      'You look for vinyl prep, they offer that; they look for feedback on mixes, you offer that.',
    );
    expect(line(other, one)).toBe(
      'You look for feedback on mixes, they offer that; they look for vinyl prep, you offer that.',
    );
  });

  it('says so when the offer has other words, or is a craft', () => {
    expect(line({ lookingFor: ['a sync agent'] }, { canHelpWith: ['sync contacts'] })).toBe(
      'You look for a sync agent, they offer sync contacts.',
    );
    expect(line({ lookingFor: ['a film composer'] }, { crafts: ['film scoring'] })).toBe(
      'You look for a film composer, they work in film scoring.',
    );
    expect(line({ crafts: ['film scoring'] }, { lookingFor: ['a film composer'] })).toBe(
      'They look for a film composer, you work in film scoring.',
    );
  });

  it('never says one thing twice', () => {
    const common = { crafts: ['foley', 'ADR'], workingOn: 'nothing yet' };
    expect(line(common, common)).toBe('You both work in foley and ADR.');
  });

  it('speaks of work in common, but not of having nothing in hand', () => {
    const work = { workingOn: 'an EP due in spring' };
    expect(line(work, work)).toBe('You are both working on an EP due in spring.');
    const idle = { workingOn: 'nothing yet, looking for the next thing' };
    expect(line(idle, idle)).toBe('You were both there that evening and open to meeting somebody new.');
  });

  it('says what they do where a stage is all there is in common, or nothing', () => {
    expect(line({ stage: 'working' }, { stage: 'working', crafts: ['ADR'] })).toBe(
      'They work in ADR; you are both in mid-career.',
    );
    expect(line({}, { crafts: ['ADR'], workingOn: 'a musical' })).toBe(
      'They work in ADR; they are working on a musical.',
    );
  });

  it('holds codes and values only, so that it can be kept until it is frozen', () => {
    const reason = reasonFor(
      toProfile({ lookingFor: ['a sync agent'], city: 'Oslo' }),
      toProfile({ canHelpWith: ['sync contacts'], city: 'Oslo' }),
    );
    expect(reason).toEqual({
      code: 'they-offer-close+same-place',
      values: { need: 'a sync agent', offer: 'sync contacts', city: 'Oslo' },
    });
    expect(reasonLine(JSON.parse(JSON.stringify(reason)) as typeof reason)).toBe(reasonLine(reason));
  });

  it('refuses a code that nobody wrote a sentence for', () => {
    expect(() => reasonLine({ code: 'they-offer+toString', values: {} })).toThrow(
      'No reason is called toString',
    );
  });

  it('stays within 140 characters and one line, whatever two people wrote', () => {
    const word = fc.constantFrom(
      'vinyl prep',
      'ADR',
      'mixing',
      'M'.repeat(40),
      'W'.repeat(39),
      '🎚'.repeat(20),
      'a\nb',
    );
    const tags = fc.array(word, { maxLength: 3 });
    const work = fc.constantFrom(
      '',
      'x'.repeat(140),
      'a long story about harbours '.repeat(5),
      'nothing yet',
    );
    const one = fc.record({
      crafts: tags,
      lookingFor: tags,
      canHelpWith: tags,
      workingOn: work,
      stage: fc.constantFrom('working', null),
      city: fc.constantFrom('O'.repeat(60), null),
    });
    fc.assert(
      fc.property(one, one, (reader, other) => {
        const text = line(reader, other);
        expect(text.length).toBeLessThanOrEqual(140);
        expect(text).toMatch(/^(You|They) [^\n]+[.…]$/u);
        expect(text.isWellFormed()).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
