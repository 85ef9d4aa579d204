import fc from 'fast-check';
import type { PairHistory } from './history.ts';
import { toProfile, type ProfileInput } from './profile.ts';
import { reasonFor, reasonLine, type ReasonOptions } from './reasons.ts';
import { vocabularyOf } from './terms.ts';
import { fixedWeights } from './weights.ts';

const line = (reader: ProfileInput, other: ProfileInput, options: ReasonOptions = {}) =>
  reasonLine(reasonFor(toProfile(reader), toProfile(other), options));

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
    const evening = fc.constantFrom<PairHistory>(
      {},
      { sameTable: true },
      { sameQuestion: true, questionText: `${'Wh🎚y '.repeat(20)}?`, sameTable: true },
    );
    fc.assert(
      fc.property(one, one, evening, (reader, other, history) => {
        const text = line(reader, other, { history });
        expect(text.length).toBeLessThanOrEqual(140);
        expect(text).toMatch(/^(You|They) [^\n]+[.…]$/u);
        expect(text.isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what happened that evening, as a reason', () => {
  const after = (history: PairHistory, reader: ProfileInput = {}, other: ProfileInput = {}) =>
    line(reader, other, { history });
  const nothing = after({});

  it('is the table both sat at, after what is stronger', () => {
    expect(after({ sameTable: true })).toBe('You sat at the same small table.');
    expect(after({ sameTable: true }, { lookingFor: ['foley'] }, { canHelpWith: ['foley'] })).toBe(
      'You look for foley, they offer that; you sat at the same small table.',
    );
    expect(after({ sameTable: true }, { city: 'Oslo' }, { city: 'Oslo' })).toBe(
      'You sat at the same small table; you are both in Oslo.',
    );
  });

  it('is a question both asked under their names, in its words', () => {
    const asked = { sameQuestion: true, questionText: 'How do you treat a small room?' };
    expect(after(asked)).toBe('You both asked “How do you treat a small room?”.');
    const endless =
      'Why is it that one hears the room and not the band, however one places the microphones in it?';
    const cut = after({ ...asked, questionText: endless });
    expect(cut.length).toBeLessThanOrEqual(140);
    expect(cut).toMatch(/^You both asked “Why is it .*…”\.$/);
  });

  it('is no question that somebody asked without a name, and no words without the question', () => {
    expect(after({ sameQuestion: true })).toBe(nothing);
    expect(after({ questionText: 'How?' })).toBe(nothing);
    expect(after({ sameQuestion: false, questionText: 'How?' })).toBe(nothing);
  });

  it('never comes from what was told in private', () => {
    const direction = fc.constantFrom('mine' as const, 'theirs' as const, 'both' as const);
    // A thank-you is between an author and their critic, and hosts read reasons.
    const secrets = fc.record({ wish: direction, mutualContacts: fc.nat(4), usefulCritique: direction });
    const open = fc.record(
      {
        sameTable: fc.boolean(),
        sameQuestion: fc.boolean(),
        questionText: fc.constant('How?'),
      },
      { requiredKeys: [] },
    );
    const tags = fc.subarray(['foley', 'ADR', 'mixing'], { maxLength: 2 });
    const someone = fc.record({ crafts: tags, lookingFor: tags, canHelpWith: tags });
    fc.assert(
      fc.property(someone, someone, open, secrets, (reader, other, history, secret) => {
        const [one, two] = [toProfile(reader), toProfile(other)];
        const without = reasonFor(one, two, { history });
        expect(reasonFor(one, two, { history: { ...history, ...secret } })).toEqual(without);
        const answers = [{ answered: 9, yes: 9 }, undefined] as const;
        expect(reasonFor(one, two, { history, answers } as ReasonOptions)).toEqual(without);
      }),
      { numRuns: 300 },
    );
  });

  it('comes in the order of learned weights, and not from what they count against', () => {
    const both = { sameTable: true, sameQuestion: true, questionText: 'How?' } as const;
    const weights = { ...fixedWeights, sameTable: 2, sameQuestion: -1 };
    expect(line({}, {}, { history: both })).toBe('You both asked “How?”; you sat at the same small table.');
    expect(line({}, {}, { history: both, weights })).toBe('You sat at the same small table.');
  });
});

it('reads needs and offers in the words of the organization', () => {
  const vocabulary = vocabularyOf([['Tonmeister', 'sound engineer']]);
  const [reader, other] = [{ lookingFor: ['Tonmeister'] }, { canHelpWith: ['sound engineer'] }];
  expect(line(reader, other, { vocabulary })).toBe('You look for Tonmeister, they offer sound engineer.');
});
