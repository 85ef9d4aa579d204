import { craftAnswersNeed, foldTerm, tellingWords } from './terms.ts';

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

  it('folds a folded term to itself', () => {
    for (const term of [
      'a film composer',
      'sync agents',
      'Dolby Atmos mixes',
      'session players',
      'the the band',
    ]) {
      expect(foldTerm(foldTerm(term))).toBe(foldTerm(term));
    }
  });

  it('lets a craft answer a need, but not a need a craft', () => {
    expect(craftAnswersNeed(foldTerm('session strings'), foldTerm('session players'))).toBe(true);
    expect(craftAnswersNeed(foldTerm('session players'), foldTerm('session strings'))).toBe(false);
  });

  it('hears nothing in "nothing yet"', () => {
    expect([...tellingWords('nothing yet, looking for the next thing')]).toEqual([]);
    expect([...tellingWords('an EP due in spring')]).toEqual(['ep', 'spring']);
  });
});
