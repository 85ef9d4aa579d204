import fc from 'fast-check';
import type { PairHistory, PersonHistory } from '../../libs/domain/src/introductions/history.ts';
import { type Profile, toProfile } from '../../libs/domain/src/introductions/profile.ts';
import type { SharedHistory } from '../../libs/domain/src/introductions/room/room.ts';

export interface MadeUpRoom {
  profiles: Profile[];
  histories: SharedHistory[];
  answers: (PersonHistory | undefined)[];
}

const tag = fc.constantFrom(
  ...[
    'foley',
    'ADR',
    'mixing',
    'mix engineer',
    'vinyl prep',
    'vinyl cutting',
    'session player',
    'session drums',
  ],
);
const tags = fc.array(tag, { maxLength: 3 });
const work = fc.constantFrom(
  '',
  'an album',
  'a harbour film',
  'a film about harbours',
  'a harbour and birds film',
  'red and blue birds at sea, cold and warm and wide and loud',
  'sea birds, and seven other things: salt, tide, rope, knot, gull, reef, foam',
);
const profile: fc.Arbitrary<Profile> = fc
  .record({
    crafts: tags,
    lookingFor: tags,
    canHelpWith: tags,
    workingOn: work,
    stage: fc.constantFrom(null, 'starting out', 'working', 'established'),
    city: fc.constantFrom(null, 'Oslo', 'Rome'),
  })
  .map(toProfile);
const direction = fc.constantFrom(undefined, 'mine' as const, 'theirs' as const, 'both' as const);
const history: fc.Arbitrary<PairHistory> = fc
  .record({
    sameQuestion: fc.boolean(),
    sameTable: fc.boolean(),
    mutualContacts: fc.nat(5),
    wish: direction,
    usefulCritique: direction,
  })
  .map(({ wish, usefulCritique, ...rest }) => ({
    ...rest,
    ...(wish && { wish }),
    ...(usefulCritique && { usefulCritique }),
  }));
const answered = fc.option(
  fc.tuple(fc.nat(9), fc.nat(9)).map(([x, y]) => ({ answered: Math.max(x, y), yes: Math.min(x, y) })),
  { nil: undefined },
);

/** A small room where people have much in common, some of it since that evening. */
export function anyRoom(most: number): fc.Arbitrary<MadeUpRoom> {
  return fc.array(profile, { minLength: 2, maxLength: most }).chain((profiles) => {
    const person = fc.nat(profiles.length - 1);
    const shared = fc.record({ a: person, b: person, history }).filter(({ a, b }) => a !== b);
    return fc.record({
      profiles: fc.constant(profiles),
      histories: fc.uniqueArray(shared, {
        maxLength: 4,
        selector: ({ a, b }) => `${Math.min(a, b)} ${Math.max(a, b)}`,
      }),
      answers: fc.tuple(...profiles.map(() => answered)),
    });
  });
}
