import fc from 'fast-check';
import { builtInVocabulary, foldTerm, tellingWords, vocabularyOf } from './terms.ts';

describe('comparing what people wrote', () => {
  it.each([
    ['Vinyl Prep', 'vinyl-prep'],
    ['a Foley stage', 'foley stages'],
    ['the rehearsal space', 'Rehearsal  Spaces'],
    ['feedback on mixes', 'Feedback on mix'],
    ['Röst', 'rost'],
    ['Søund', 'sound'],
    ['a mastering engineer', 'mastering'],
    ['a mentor in game audio', 'game audio mentoring'],
    ['a co-writer', 'co-writing'],
    ['film composers', 'film scoring'],
    ['sync agents', 'sync contacts'],
    ['libraries', 'library'],
  ])('takes "%s" and "%s" for the same', (one, other) => {
    expect(foldTerm(one)).toBe(foldTerm(other));
  });

  it.each([
    ['mixing', 'feedback on mixes'],
    ['mastering', 'mixing'],
    ['live sound', 'live gigs'],
    ['bus', 'bu'],
    ['a', ''],
    ['sound design', 'sound editing'],
  ])('keeps "%s" and "%s" apart', (one, other) => {
    expect(foldTerm(one)).not.toBe(foldTerm(other));
  });

  it('folds a folded term to itself, whatever somebody typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(
          fc.constantFrom('the', 'thes', 'A', 'ᴬ', 'ies', 'boxes', 'İ', 'film', 'composers', '&', 'हिंदी'),
          {
            maxLength: 5,
          },
        )
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        expect(foldTerm(foldTerm(text))).toBe(foldTerm(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the vowel signs of scripts that write them as marks', () => {
    expect(foldTerm('गीत')).not.toBe(foldTerm('गात'));
    expect(foldTerm('が')).not.toBe(foldTerm('か'));
    expect(foldTerm('é')).toBe(foldTerm('e'));
  });

  it('lets a craft answer a need, but not a need a craft', () => {
    const { answers, fold } = builtInVocabulary;
    expect(answers(fold('session strings'), fold('session players'))).toBe(true);
    expect(answers(fold('session players'), fold('session strings'))).toBe(false);
    expect(answers(fold('mastering engineers'), fold('mastering'))).toBe(true);
  });

  it('hears nothing in "nothing yet"', () => {
    expect([...tellingWords('nothing yet, looking for the next thing')]).toEqual([]);
    expect([...tellingWords('an EP due in spring')]).toEqual(['ep', 'spring']);
  });
});

describe('an organization with words of its own', () => {
  const same = (rows: string[][], one: string, other: string) => {
    const { fold } = vocabularyOf(rows);
    return fold(one) === fold(other);
  };

  it('takes the words of a row for the same, however they are written', () => {
    expect(same([['Tonmeister', 'Sound Engineers']], 'a sound engineer', 'tonmeister')).toBe(true);
    expect(same([], 'a sound engineer', 'tonmeister')).toBe(false);
  });

  it('joins rows that hang together, in any order, also with the built-in ones', () => {
    const chain = [
      ['one', 'two'],
      ['three', 'four'],
      ['two', 'three'],
    ];
    for (const rows of [chain, chain.toReversed(), chain.map((row) => row.toReversed())]) {
      expect(same(rows, 'one', 'four')).toBe(true);
    }
    expect(same([['Abmischung', 'mix engineer']], 'Abmischung', 'mixer')).toBe(true);
    expect(same([['mastering', 'mixing']], 'mastering engineer', 'mixer')).toBe(true);
    expect(same([['mastering', 'mixing']], 'mastering engineer', 'film music')).toBe(false);
  });

  it('lets crafts answer needs in its own words', () => {
    const { answers, fold } = vocabularyOf([
      ['Geige', 'session strings'],
      ['Studiomusiker', 'session player'],
    ]);
    expect(answers(fold('Geige'), fold('Studiomusiker'))).toBe(true);
    expect(answers(fold('Studiomusiker'), fold('Geige'))).toBe(false);
  });

  it('is not led astray by empty, doubled, lonely or endless words', () => {
    const rows = [[], [''], ['—', '...'], ['lonely'], ['twin', 'Twin', 'twins'], ['x'.repeat(41), 'short']];
    const { fold } = vocabularyOf(rows);
    for (const word of ['', 'lonely', 'twin', 'short', 'x'.repeat(41)]) expect(fold(word)).toBe(word);
    expect(fold('constructor')).toBe('constructor');
  });

  it('stops at 200 rows and 12 words', () => {
    const rows = Array.from({ length: 201 }, (_, row) => [`left ${row}`, `right ${row}`]);
    expect(same(rows, 'left 199', 'right 199')).toBe(true);
    expect(same(rows, 'left 200', 'right 200')).toBe(false);
    const row = Array.from({ length: 13 }, (_, word) => `word ${word}`);
    expect(same([row], 'word 0', 'word 11')).toBe(true);
    expect(same([row], 'word 0', 'word 12')).toBe(false);
  });

  it('folds to the same groups whatever the order of rows and words, and a folded term to itself', () => {
    const word = fc.constantFrom(
      'ant',
      'bee',
      'cat',
      'dog',
      'mixing',
      'mixer',
      'mastering',
      'the',
      'Ants',
      '!',
    );
    const rows = fc.array(fc.array(word, { maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, word, word, (given, one, other) => {
        const turned = given.toReversed().map((row) => row.toReversed());
        expect(same(given, one, other)).toBe(same(turned, one, other));
        const { fold } = vocabularyOf(given);
        expect(fold(fold(one))).toBe(fold(one));
      }),
      { numRuns: 300 },
    );
  });
});
