import { fixedWeights } from '#libs/domain';
import type { SuggestionProblem } from './suggestion-problem.ts';
import { SuggestionThreads } from './suggestion-threads.ts';

const problem = (people = 4): SuggestionProblem => ({
  seed: 'an evening',
  first: 'everyone',
  people: Array.from({ length: people }, (_, place) => ({ attendeeId: `${place}`, cap: 2, profile: {} })),
  kept: [],
  forbidden: [],
  closed: [],
  synonyms: [],
  answers: [],
  knownInCommon: [],
  shown: [],
  wildcards: 0,
  repair: null,
  wishes: [],
  weights: fixedWeights,
});
const patient = () => ({ signal: new AbortController().signal, tell: () => undefined });

describe('a thread that looks for suggestions', () => {
  it('gives a plan', async () => {
    const { pairs } = await new SuggestionThreads().plan(problem(), patient());
    expect(pairs).toHaveLength(4);
  });

  it('that dies is a clear problem, and the next one works', async () => {
    const threads = new SuggestionThreads();
    const dying = threads.plan({ ...problem(), kept: null } as never, patient());
    const next = threads.plan(problem(), patient());
    await expect(dying).rejects.toMatchObject({ code: 'introductions-search-failed' });
    expect((await next).pairs).toHaveLength(4);
  });

  it('ends when nobody waits any more, also before its turn', async () => {
    const threads = new SuggestionThreads();
    const [leaving, never] = [new AbortController(), new AbortController()];
    const steps: string[] = [];
    const left = threads.plan(problem(600), {
      signal: leaving.signal,
      tell: ({ step }) => {
        steps.push(step);
        if (step === 'comparing') leaving.abort(new Error('left'));
      },
    });
    never.abort(new Error('never mind'));
    const waited = threads.plan(problem(600), { ...patient(), signal: never.signal });
    await expect(left).rejects.toThrow('left');
    await expect(waited).rejects.toThrow('never mind');
    expect(steps).toEqual(['waiting', 'comparing']);
  });

  it('is one at a time', async () => {
    const threads = new SuggestionThreads();
    const told: string[] = [];
    const search = (name: string, people: number) =>
      threads.plan(problem(people), {
        ...patient(),
        tell: ({ step }) => {
          told.push(`${name} ${step}`);
        },
      });
    await Promise.all([search('first', 600), search('second', 4)]);
    const turn = told.indexOf('second comparing');
    expect(told.slice(0, turn)).toEqual(expect.arrayContaining(['second waiting', 'first choosing']));
    expect(told.slice(turn).filter((line) => line.startsWith('first'))).toEqual([]);
  });

  it('tells those who are too many to come again', async () => {
    const threads = new SuggestionThreads(undefined, 1);
    const all = Array.from({ length: 3 }, () => threads.plan(problem(), patient()));
    await expect(all[2]).rejects.toMatchObject({ code: 'too-busy' });
    expect((await Promise.all(all.slice(0, 2))).map(({ pairs }) => pairs.length)).toEqual([4, 4]);
  });
});
