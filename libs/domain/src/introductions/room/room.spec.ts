import fc from 'fast-check';
import type { PairHistory } from '../history.ts';
import { toProfile, type Profile } from '../profile.ts';
import { bandIn, pairScore } from '../scores.ts';
import { vocabularyOf } from '../terms.ts';
import { fixedWeights } from '../weights.ts';
import { Room, type SharedHistory } from './room.ts';
import { anyRoom, type MadeUpRoom } from '../../../../../test/support/made-up-rooms.ts';

const people = (count: number) => Array.from({ length: count }, () => toProfile({}));
const between = (history: PairHistory) => new Room(people(2), { histories: [{ a: 0, b: 1, history }] });
const pairs = (size: number) =>
  Array.from({ length: size }, (_, a) =>
    Array.from({ length: size - a - 1 }, (_, i) => [a, a + 1 + i] as const),
  ).flat();
const roomOf = ({ profiles, histories, answers }: MadeUpRoom) => new Room(profiles, { histories, answers });

describe('a room of people', () => {
  it('scores a pair as it would be scored alone, the same either way round, from 0 to 1,000', () => {
    fc.assert(
      fc.property(anyRoom(6), (made) => {
        const room = roomOf(made);
        for (const [a, b] of pairs(room.size)) {
          const [one, other] = [made.profiles[a]!, made.profiles[b]!];
          const history = room.history(a, b);
          const alone = pairScore(one, other, {
            answers: [made.answers[a], made.answers[b]],
            ...(history && { history }),
          });
          expect(room.chance(a, b)).toBe(alone);
          expect(room.chance(b, a)).toBe(alone);
          expect(room.chance(a, b)).toBe(room.direction(a, b) * room.direction(b, a));
          expect(room.score(a, b)).toBe(Math.round(alone * 1000));
          expect(alone).toBeGreaterThan(0);
          expect(alone).toBeLessThan(1);
        }
      }),
    );
  });

  it('gives the same scores to the same people under other numbers', () => {
    fc.assert(
      fc.property(
        anyRoom(6).chain((made) =>
          fc.tuple(
            fc.constant(made),
            fc.shuffledSubarray([...made.profiles.keys()], { minLength: made.profiles.length }),
          ),
        ),
        ([made, order]) => {
          const place = (person: number) => order.indexOf(person);
          const relabelled = roomOf({
            profiles: order.map((person) => made.profiles[person]!),
            answers: order.map((person) => made.answers[person]),
            histories: made.histories.map(({ a, b, history }) => ({ a: place(a), b: place(b), history })),
          });
          const room = roomOf(made);
          for (const [a, b] of pairs(room.size))
            expect(relabelled.score(place(a), place(b))).toBe(room.score(a, b));
        },
      ),
    );
  });

  it('reads nothing of anybody but what matching may read', () => {
    const told = { lookingFor: ['foley'], city: 'Oslo', stage: 'working' } as const;
    const more = {
      name: 'Ana',
      email: 'ana@example.org',
      age: 61,
      gender: 'f',
      employer: 'X',
      language: 'no',
    };
    const other = toProfile({ canHelpWith: ['foley'] });
    const [plain, laden] = [toProfile(told), { ...toProfile(told), ...more } as Profile];
    expect(new Room([laden, other]).chance(0, 1)).toBe(new Room([plain, other]).chance(0, 1));
    expect(Object.keys(plain).sort()).toEqual(
      [
        ...['crafts', 'workingOn', 'lookingFor', 'canHelpWith', 'stage', 'city'],
        ...['namedInAsks', 'maxIntroductions', 'preferredStep'],
      ].sort(),
    );
  });

  it('never lowers a pair for what raises one side alone', () => {
    const readier: PairHistory[] = [
      { wish: 'mine' },
      { usefulCritique: 'theirs' },
      { usefulCritique: 'mine' },
    ];
    for (const history of readier) {
      const room = between(history);
      expect(room.direction(0, 1)).toBeGreaterThan(between({}).direction(0, 1));
      expect(room.direction(1, 0)).toBeGreaterThanOrEqual(between({}).direction(1, 0));
      expect(room.chance(0, 1)).toBeGreaterThan(between({}).chance(0, 1));
    }
    const keen = new Room(people(2), { answers: [{ answered: 5, yes: 5 }] });
    expect(keen.direction(0, 1)).toBeGreaterThan(keen.direction(1, 0));
    expect(keen.chance(0, 1)).toBeGreaterThan(between({}).chance(0, 1));
  });

  it('wants both: what moves each a little beats what moves one twice as much', () => {
    const weights = { ...fixedWeights, sameTable: fixedWeights.wish / 2 };
    const histories = (history: PairHistory): SharedHistory[] => [{ a: 0, b: 1, history }];
    const oneSided = new Room(people(2), { weights, histories: histories({ wish: 'mine' }) });
    const even = new Room(people(2), { weights, histories: histories({ sameTable: true }) });
    expect(even.chance(0, 1)).toBeGreaterThan(oneSided.chance(0, 1));
  });

  it('tells each side its own half of what they share', () => {
    const room = between({ wish: 'mine', usefulCritique: 'theirs' });
    expect([room.history(0, 1)?.wish, room.history(1, 0)?.wish]).toEqual(['mine', 'theirs']);
    expect(room.history(1, 0)?.usefulCritique).toBe('mine');
    expect([room.acquaintancesOf(0), room.acquaintancesOf(1)]).toEqual([[1], [0]]);
    expect(new Room(people(2)).acquaintancesOf(0)).toEqual([]);
  });

  it('reads in the words of the organization', () => {
    const profiles = [
      toProfile({ lookingFor: ['Tonmeister'] }),
      toProfile({ canHelpWith: ['sound engineer'] }),
    ];
    const vocabulary = vocabularyOf([['Tonmeister', 'sound engineer']]);
    expect(new Room(profiles, { vocabulary }).score(0, 1)).toBeGreaterThan(new Room(profiles).score(0, 1));
    expect(new Room(profiles, { vocabulary }).facts(0, 1).met).toEqual([
      { need: 'Tonmeister', by: 'sound engineer', how: 'close' },
    ]);
  });

  it('counts a need once when the organization takes two tags of it for one', () => {
    const seeker = toProfile({ lookingFor: ['Tonmeister', 'sound engineer'] });
    const room = new Room([seeker, toProfile({ canHelpWith: ['Tonmeister'] })], {
      vocabulary: vocabularyOf([['Tonmeister', 'sound engineer']]),
    });
    expect(room.features(0, 1).needMet).toBe(1);
  });

  it('shows a host the band of what a host may know', () => {
    const secret = { wish: 'both', mutualContacts: 2, usefulCritique: 'both', sameQuestion: true } as const;
    const answers = [
      { answered: 9, yes: 9 },
      { answered: 9, yes: 9 },
    ];
    const room = new Room(people(2), { answers, histories: [{ a: 0, b: 1, history: secret }] });
    expect(room.chance(0, 1)).toBeGreaterThan(0.5);
    expect(bandIn(room, 0, 1)).toBe('fair');
    const needs = [
      toProfile({ lookingFor: ['a'.repeat(3)], canHelpWith: ['bbb'] }),
      toProfile({ lookingFor: ['bbb'], canHelpWith: ['aaa'] }),
    ];
    expect(bandIn(new Room(needs), 0, 1)).toBe('strong');
  });

  it.each([
    [0, 0],
    [0, 2],
    [-1, 1],
    [0.5, 1],
  ])('refuses a history between %d and %d in a room of two', (a, b) => {
    expect(() => new Room(people(2), { histories: [{ a, b, history: {} }] })).toThrow(
      `No history between ${a} and ${b} in a room of 2`,
    );
  });

  it('may be empty', () => {
    expect(new Room([]).size).toBe(0);
  });
});

describe('works in common', () => {
  const works = (one: string, other: string) =>
    new Room([toProfile({ workingOn: one }), toProfile({ workingOn: other })]).facts(0, 1).works;

  it.each([
    ['an album', 'my Album', 'same'],
    ['a film about harbours', 'a harbour film in colour', 'related'],
    ['a film about harbours', 'a film about birds', 'apart'],
    ['nothing yet', 'nothing yet', 'apart'],
    ['red blue green black white harbours birds', 'harbour bird song', 'related'],
  ] as const)('"%s" and "%s": %s', (one, other, how) => {
    expect(works(one, other)).toBe(how);
    expect(works(other, one)).toBe(how);
  });

  it('are related by a third of the shorter description', () => {
    expect(works('sea bird red blue green black', 'sea bird cold warm soft loud')).toBe('related');
    expect(works('sea bird red blue green black pink', 'sea bird cold warm soft loud wide')).toBe('apart');
  });
});
