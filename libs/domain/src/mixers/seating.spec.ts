import { vocabularyOf } from '../introductions/terms.ts';
import { smallTablesFor, tablesOfOneStage, wishesOf } from './seating.ts';
import { type Sitter, topicOfTable, topicsOf } from './topics.ts';

const words = vocabularyOf([]);
const sitter = (crafts: string[], stage: Sitter['stage'] = null): Sitter => ({
  crafts,
  lookingFor: [],
  canHelpWith: [],
  stage,
});
const nothing = { apart: [], colleagues: [] };

describe('how many tables there are', () => {
  it.each([
    [8, 4, 2],
    [13, 4, 4],
    [60, 5, 12],
    [7, 6, 2],
    [120, 3, 40],
  ])('%i people at tables of %i are %i', (people, seats, tables) => {
    expect(smallTablesFor(people, seats)).toBe(tables);
  });

  it('leaves nobody with one other person where there is a way', () => {
    expect(smallTablesFor(8, 3)).toBe(2);
    expect(smallTablesFor(11, 3)).toBe(3);
    expect(smallTablesFor(5, 4)).toBe(1);
    for (let people = 6; people <= 120; people += 1)
      for (const seats of [3, 4, 5, 6])
        expect(Math.floor(people / smallTablesFor(people, seats))).toBeGreaterThan(2);
  });
});

describe('what speaks for and against two at one table', () => {
  it('is a topic that both wrote, in whatever words', () => {
    const people = [sitter(['Mastering']), sitter(['mastering engineer']), sitter(['foley'])];
    const { affinity, apart } = wishesOf({ people, ...nothing }, words);
    expect(affinity).toEqual([{ a: 0, b: 1, gain: 400 }]);
    expect(apart).toEqual([]);
  });

  it('is more for more topics, up to a bound', () => {
    const all = ['one', 'two', 'three'];
    const many: Sitter = { crafts: all, lookingFor: ['four'], canHelpWith: ['five', 'six'], stage: null };
    const { affinity } = wishesOf({ people: [many, many], ...nothing }, words);
    expect(affinity).toEqual([{ a: 0, b: 1, gain: 550 }]);
  });

  it('adds up for two who work together and are at the same stage, each once, beside who are not to meet', () => {
    const people = [sitter([], 'working'), sitter([], 'working'), sitter([], 'established')];
    const room = {
      people,
      apart: [[2, 0] as const, [0, 2] as const],
      colleagues: [[1, 0] as const, [0, 1] as const],
    };
    const { apart, forbidden } = wishesOf(room, words);
    expect(apart).toEqual([{ a: 0, b: 1, penalty: 4_300 }]);
    expect(forbidden).toEqual([[0, 2]]);
  });
});

describe('the topic of a table', () => {
  const topics = [
    ['foley', 'mixing'],
    ['foley', 'Mixing'],
    ['mixing'],
    ['foley'],
    ['mixing', 'zither'],
    ['zither'],
  ].map((crafts) => topicsOf(sitter(crafts), words));

  it('is what most of them wrote, as most wrote it', () => {
    expect(topicOfTable([0, 1, 2], topics)).toBe('mixing');
    expect(topicOfTable([0, 1, 3], topics)).toBe('foley');
  });

  it('is of equals what fewest in the room wrote', () => {
    expect(topicOfTable([0, 2, 4, 5].slice(2), topics)).toBe('zither');
    expect(topicOfTable([0, 1], topics)).toBe('foley');
  });

  it('is nothing where no two share anything', () => {
    expect(topicOfTable([3, 5], topics)).toBeNull();
    expect(topicOfTable([], topics)).toBeNull();
  });
});

describe('tables of one stage', () => {
  it('are those whose people all said the same; whoever said nothing makes it none', () => {
    const people = [sitter([], 'working'), sitter([], 'working'), sitter([], 'established'), sitter([])];
    expect(
      tablesOfOneStage(
        [
          [
            [0, 1],
            [2, 3],
          ],
          [
            [0, 2],
            [1, 3],
          ],
          [[0], [3]],
        ],
        people,
      ),
    ).toBe(1);
  });
});
