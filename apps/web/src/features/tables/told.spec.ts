import { tablesApp } from '#libs/words';
import type { Mixer } from './table-calls.ts';
import { toldLines, whyRepeats } from './told.ts';

const words = tablesApp.told;
const told = {
  repeats: 0,
  knownTogether: 0,
  employersTogether: 0,
  tablesWithoutTopic: 0,
  tablesOfOneStage: 0,
};
const mixer = (given: object): Mixer =>
  ({ rounds: 2, tables: 4, seating: [], employersApart: true, told, ...given }) as unknown as Mixer;

describe('what a host reads about a seating', () => {
  it('is good news in plain words where nothing is amiss', () => {
    const lines = toldLines(mixer({}));
    expect(lines.every(({ isGood, why }) => isGood && why === undefined)).toBe(true);
    expect(lines.map(({ text }) => text)).toContain('Nobody meets the same person twice.');
  });

  it('counts what is amiss and says why', () => {
    const lines = toldLines(mixer({ told: { ...told, knownTogether: 1, tablesWithoutTopic: 2 } }));
    expect(lines.filter(({ isGood }) => !isGood)).toEqual([
      { isGood: false, text: '1 pair that knows each other shares a table.', why: words.many },
      { isGood: false, text: '2 tables have no topic in common.', why: words.noTopicWhy },
    ]);
  });

  it('says nothing of employers where they may sit together, of meeting twice in one round, or before a draw', () => {
    const lines = toldLines(mixer({ rounds: 1, employersApart: false }));
    expect(lines).toHaveLength(3);
    expect(toldLines(mixer({ told: null }))).toEqual([]);
  });
});

describe('what nobody told', () => {
  it('is no good news: neither stages nor employers are spoken of where nothing is known of them', () => {
    const lines = toldLines(mixer({ told: { ...told, employersTogether: null, tablesOfOneStage: null } }));
    expect(lines.map(({ text }) => text)).toEqual([words.noRepeats, words.noKnown, words.topics]);
  });

  it('is of a table, where some told their stage, no more than not known', () => {
    expect(toldLines(mixer({})).map(({ text }) => text)).toContain(
      'No table is known to be of one stage alone.',
    );
  });
});

describe('why people meet twice', () => {
  it('is that there are fewer tables than people at one', () => {
    expect(whyRepeats({ rounds: 2, tables: 3, largest: 5, people: 15 })).toBe(words.repeatsMust(3, 5));
  });

  it('is that there are more rounds than new people', () => {
    expect(whyRepeats({ rounds: 4, tables: 3, largest: 3, people: 8 })).toBe(words.repeatsMustRounds(4));
  });

  it('is otherwise that nothing better was found', () => {
    expect(whyRepeats({ rounds: 2, tables: 5, largest: 5, people: 25 })).toBe(words.repeatsMay);
  });
});
