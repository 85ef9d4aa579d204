import { toProfile } from '#libs/domain';
import { type Candidate, planSuggestions } from './suggestion-plan.ts';

const person = (name: string, cap = 2, profile: Parameters<typeof toProfile>[0] = {}): Candidate => ({
  personId: name,
  attendeeId: `${name}-there`,
  profile: toProfile(profile),
  cap,
  part: 'guest',
});
const names = ['ana', 'ben', 'cleo', 'dan', 'eva', 'finn', 'gil', 'hana', 'ines', 'jo'];
const plan = (
  candidates: Candidate[],
  kept: [string, string][] = [],
  isAllowed: (one: string, other: string) => boolean = () => true,
) => planSuggestions({ candidates, kept, isAllowed, seed: 'an evening' });
const pairs = (planned: ReturnType<typeof plan>) => planned.map(({ a, b }) => `${a.personId}-${b.personId}`);
const load = (planned: ReturnType<typeof plan>, name: string) =>
  planned.filter(({ a, b }) => a.personId === name || b.personId === name).length;

describe('a plan of suggestions', () => {
  it('is the same for the same people in any order', () => {
    const people = names.map((name) => person(name));
    expect(pairs(plan(people))).toEqual(pairs(plan([...people].reverse())));
  });

  it('leaves nobody out who can have somebody, and nobody over their cap', () => {
    const people = names.map((name, index) => person(name, 1 + (index % 3)));
    const planned = plan(people);
    for (const { personId, cap } of people) {
      expect(load(planned, personId)).toBeGreaterThanOrEqual(1);
      expect(load(planned, personId)).toBeLessThanOrEqual(cap);
    }
  });

  it('draws one in five by chance', () => {
    const planned = plan(names.map((name) => person(name)));
    expect(planned.filter(({ source }) => source === 'wildcard')).toHaveLength(2);
  });

  it('counts what stands already, also with somebody who opted out since', () => {
    const planned = plan(
      ['ana', 'ben', 'cleo'].map((name) => person(name)),
      [
        ['ana', 'ben'],
        ['ana', 'gone'],
      ],
    );
    expect(load(planned, 'ana')).toBe(0);
    expect(pairs(planned)).toEqual(['ben-cleo']);
  });

  it('never holds a pair that is not allowed, for whatever score', () => {
    const [ana, ben] = [
      person('ana', 2, { lookingFor: ['foley'] }),
      person('ben', 2, { canHelpWith: ['foley'] }),
    ];
    expect(pairs(plan([ana, ben]))).toEqual(['ana-ben']);
    expect(plan([ana, ben], [], () => false)).toEqual([]);
  });
});
