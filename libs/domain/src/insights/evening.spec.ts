import { type PastEvening, lastMidnight, midnightFrom, sharesOf } from './evening.ts';
import { tellEvening, tellSums } from './insights.ts';
import type { PairSoFar } from './pairs.ts';

const day = 86_400_000;
const evening = new Date('2026-10-20T04:00:00Z');
const after = (days: number): Date => new Date(evening.getTime() + days * day);

let people = 0;

/** Two who were asked on day 2, and whose last day for a yes is day 9. */
function pair(given: Partial<PairSoFar> = {}): PairSoFar {
  return {
    people: [`p${String((people += 1))}`, `p${String((people += 1))}`],
    source: 'suggested',
    state: 'closed quietly',
    frozenAt: after(2),
    appearsUntil: after(9),
    introducedAt: null,
    oneFirst: false,
    answers: 0,
    talkedAt: null,
    metAt: null,
    workingAt: null,
    ...given,
  };
}

const introduced = (given: Partial<PairSoFar> = {}): PairSoFar =>
  pair({ state: 'introduced', introducedAt: after(5), answers: 2, ...given });

const times = (count: number, make: (at: number) => PairSoFar): PairSoFar[] =>
  Array.from({ length: count }, (_, at) => make(at));

function past(given: Partial<PastEvening> = {}): PastEvening {
  const guests = { rsvps: 60, going: 50, came: 43, optedIn: 30, covered: 20, wanted: 30 };
  return { id: 'e', endsAt: evening, ...guests, mornings: [], pairs: [], ...given };
}

/** Long after everything. */
const end = after(500);

describe('what came of an evening', () => {
  it('counts who came of those who were going, and who has an introduction of those who want one', () => {
    const { rsvps, ratios } = tellEvening(past(), after(1));
    expect(rsvps).toBe(60);
    expect(ratios.showed).toMatchObject({ of: 50, count: 43 });
    expect(ratios.coverage).toMatchObject({ of: 30, count: 20 });
  });

  it('counts an introduction only when nothing else could have come of it, so that its moment tells nothing', () => {
    const pairs = [...times(3, () => introduced()), ...times(4, () => pair())];
    expect(tellEvening(past({ pairs }), after(8)).ratios.mutual).toMatchObject({ of: null, count: null });
    expect(tellEvening(past({ pairs }), after(9)).ratios.mutual).toMatchObject({ of: 7, count: 3 });
  });

  it('counts two questions a pair whether or not the second left, and no pair where one was asked first', () => {
    const pairs = [
      ...times(10, () => introduced()),
      ...times(6, () => pair({ answers: 1 })),
      // A pair that was never asked in truth reads like one of two silences.
      ...times(6, () => pair({ answers: 0 })),
      ...times(9, () => pair({ oneFirst: true, answers: 1 })),
    ];
    expect(tellEvening(past({ pairs }), end).ratios.answered).toMatchObject({ of: 44, count: 26 });
  });

  it('hides how many answered while it would tell of a few who did or did not', () => {
    const answered = (few: number) =>
      tellEvening(
        past({
          pairs: [...times(10, () => introduced()), ...times(5, (at) => pair({ answers: at < few ? 1 : 0 }))],
        }),
        end,
      ).ratios.answered;
    expect(answered(5)).toMatchObject({ of: 30, count: 25 });
    expect(answered(4)).toMatchObject({ of: 30, count: null });
  });

  it('counts what came later of pairs old enough, as told in the two weeks after the question', () => {
    const talked = (days: number) => introduced({ talkedAt: after(5 + days) });
    const pairs = [...times(10, () => talked(20)), ...times(10, () => talked(29))];
    const shares = (asOf: Date) => sharesOf(past({ pairs }), asOf).talked.cell;
    expect(shares(after(5 + 28))).toMatchObject({ of: 0 });
    expect(shares(end)).toMatchObject({ of: 20, count: 10 });
    expect(tellEvening(past({ pairs }), end).ratios.talked).toMatchObject({ of: 20, count: 10 });
    expect(sharesOf(past({ pairs }), after(60)).met.cell).toMatchObject({ of: 0 });
    expect(sharesOf(past({ pairs }), after(379)).working.cell).toMatchObject({ of: 0 });
    expect(sharesOf(past({ pairs }), after(390)).working.cell).toMatchObject({ of: 20, count: 0 });
  });

  it('takes whoever met for somebody who talked', () => {
    const pairs = times(10, () => introduced({ metAt: after(12) }));
    expect(sharesOf(past({ pairs }), end).talked.cell).toMatchObject({ of: 10, count: 10 });
    expect(sharesOf(past({ pairs }), end).met.cell).toMatchObject({ of: 10, count: 10, above: 10 });
  });

  it('adds up whom people talked to, and how many were new', () => {
    const mornings = Array.from({ length: 11 }, (_, at) => ({
      answeredAt: after(1 + at),
      talkedTo: 8,
      newPeople: 3,
    }));
    expect(tellEvening(past({ mornings }), after(30)).ratios.unknown).toMatchObject({ of: 40, count: 15 });
    expect(tellEvening(past({ mornings }), after(61)).ratios.unknown).toMatchObject({ of: 88, count: 33 });
  });

  it('says how often the most asked was asked, from five asked people on', () => {
    const busy = times(3, (at) => pair({ people: ['busy', `other ${String(at)}`] }));
    expect(tellEvening(past({ pairs: busy }), end).load).toBeNull();
    expect(tellEvening(past({ pairs: [...busy, pair()] }), end).load).toBe(3);
    expect(tellEvening(past({ pairs: [...busy, pair()] }), after(1)).load).toBeNull();
  });
});

describe('where nothing is over yet', () => {
  const nothing = (given: Partial<PastEvening>, asOf = after(3)) => {
    const { ratios } = tellEvening(past(given), asOf);
    return Object.fromEntries(Object.entries(ratios).map(([ratio, told]) => [ratio, told.nothing]));
  };

  it('says so, with the day on which the first pairs are over, rather than that there are few', () => {
    const pairs = times(6, (at) => pair({ appearsUntil: after(9 + at) }));
    expect(nothing({ pairs })).toEqual({
      showed: null,
      coverage: null,
      unknown: { isFinal: false, from: null },
      // The fifth of them; there are not ten, which the answers wait for.
      mutual: { isFinal: false, from: after(13) },
      answered: { isFinal: false, from: null },
      talked: { isFinal: false, from: null },
      met: { isFinal: false, from: null },
      working: { isFinal: false, from: null },
    });
    // The control: with one of them over there are few.
    expect(nothing({ pairs }, after(9))['mutual']).toBeNull();
    const ten = [...pairs, ...times(4, () => pair({ appearsUntil: after(16) }))];
    expect(nothing({ pairs: ten })['answered']).toEqual({ isFinal: false, from: after(16) });
  });

  it('names the day on which the first introduced pairs are old enough', () => {
    const pairs = times(10, (at) => introduced({ introducedAt: after(4 + at / 10) }));
    const { talked, working } = nothing({ pairs }, after(9));
    expect(talked).toEqual({ isFinal: false, from: after(4.9 + 28) });
    expect(working).toEqual({ isFinal: false, from: after(4.9 + 379) });
  });

  it('names the same day whatever was answered', () => {
    const asked = times(12, () => pair({ state: 'asking' }));
    const told = (given: Partial<PairSoFar>) =>
      tellEvening(past({ pairs: asked.map((one, at) => (at < 6 ? { ...one, ...given } : one)) }), after(4));
    const silent = told({});
    expect(silent.ratios.mutual.nothing).toEqual({ isFinal: false, from: after(9) });
    expect(told({ answers: 1, state: 'closed quietly' })).toEqual(silent);
    expect(told({ answers: 2, state: 'agreed' })).toEqual(silent);
    // The control: an introduction is known to a host, and lets the day of its pairs be known.
    const five = told({ answers: 2, state: 'introduced', introducedAt: after(3) });
    expect(five.ratios.mutual).toEqual(silent.ratios.mutual);
  });

  it('reads the same whether nobody or nine told of the morning after, until no more can', () => {
    const mornings = (count: number) =>
      Array.from({ length: count }, () => ({ answeredAt: after(1), talkedTo: 8, newPeople: 3 }));
    const unknown = (count: number, asOf: Date) =>
      tellEvening(past({ mornings: mornings(count) }), asOf).ratios.unknown;
    expect(unknown(9, after(30))).toEqual(unknown(0, after(30)));
    expect(unknown(9, after(30)).nothing).not.toBeNull();
    // The control: the tenth shows, and when no more can come so do nine.
    expect(unknown(10, after(30))).toMatchObject({ of: 40, nothing: null });
    expect(unknown(9, after(60))).toMatchObject({ of: 72, nothing: null });
    expect(unknown(0, after(60))).toEqual({ of: null, count: null, nothing: null });
  });

  it('says of introductions wanted only where nobody ever wanted one, and not of a few', () => {
    const none = { optedIn: 0, covered: 0 };
    expect(nothing({ ...none, wanted: 0 })['coverage']).toEqual({ isFinal: false, from: null });
    expect(nothing({ ...none, wanted: 0, came: 0 })['coverage']).not.toBeNull();
    expect(nothing({ ...none, wanted: 0, came: 4 })['coverage']).toBeNull();
    // Somebody wanted one and opted out.
    expect(nothing({ ...none, wanted: 1 })['coverage']).toBeNull();
  });

  it('is none, when nothing can come any more', () => {
    const { mutual, talked } = nothing({}, after(61));
    expect([mutual, talked]).toEqual([
      { isFinal: true, from: null },
      { isFinal: true, from: null },
    ]);
  });

  it('is so of several evenings when none of them has anything, and without a day', () => {
    const asked = times(6, () => pair());
    const [one, other] = [past({ id: 'a', pairs: asked }), past({ id: 'b' })];
    const mutual = (evenings: PastEvening[], asOf: Date) =>
      tellSums(evenings, [evenings.map(({ id }) => id)], asOf)[0]?.ratios.mutual;
    expect(mutual([one], after(3))?.nothing).toEqual({ isFinal: false, from: after(9) });
    expect(mutual([one, other], after(3))?.nothing).toEqual({ isFinal: false, from: null });
    expect(mutual([one, other], after(10))).toEqual({ of: 6, count: 0, nothing: null });
  });

  it('compares with chance when five of each kind are over, and knows that day too', () => {
    const pairs = [
      ...times(8, () => pair()),
      ...times(5, (at) => pair({ source: 'wildcard', appearsUntil: after(10 + at) })),
    ];
    expect(tellEvening(past({ pairs }), after(3)).chance).toMatchObject({
      verdict: 'too-early',
      from: after(14),
    });
    expect(tellEvening(past({ pairs }), after(9)).chance).toMatchObject({
      verdict: 'too-few',
      from: after(14),
    });
    expect(tellEvening(past({ pairs }), after(14)).chance).toMatchObject({
      verdict: 'not-better-yet',
      from: null,
    });
  });
});

describe('from one midnight to the next', () => {
  /** Introduced one a day; the answers and marks of the pair at `flipped` are as given. */
  const room = (flipped: number, given: Partial<PairSoFar>): PastEvening =>
    past({
      pairs: times(24, (at) => {
        const marks = at % 2 === 0 ? { talkedAt: after(at + 20) } : {};
        const own = introduced({ introducedAt: after(at + 5), appearsUntil: after(at + 9), ...marks });
        return at === flipped ? { ...own, ...given } : own;
      }),
    });

  it('no number moves by what one pair did: what is added is five pairs or more', () => {
    const days = Array.from(
      { length: 170 },
      (_, today) => sharesOf(room(-1, {}), after(30 + today)).talked.cell,
    );
    const changes = days.slice(1).flatMap((cell, at) => {
      const before = days[at] ?? cell;
      return before.of > 0 && (before.of !== cell.of || before.count !== cell.count)
        ? [cell.of - before.of]
        : [];
    });
    expect(changes).toEqual([5, 5, 9]);
    expect(days.at(-1)).toMatchObject({ of: 24, count: 12 });
  });

  it('a mark that somebody makes shows on no day before the pair is counted', () => {
    for (let today = 30; today < 37; today += 1)
      expect(tellEvening(room(3, { talkedAt: after(9) }), after(today))).toEqual(
        tellEvening(room(3, {}), after(today)),
      );
    // The control: a year on it is counted.
    expect(tellEvening(room(3, { talkedAt: after(9) }), end)).not.toEqual(tellEvening(room(3, {}), end));
  });
});

describe('evenings together', () => {
  const room = (id: string, pairs: PairSoFar[]): PastEvening => past({ id, pairs });
  const half = () => times(20, (at) => introduced(at % 2 === 0 ? { talkedAt: after(9) } : {}));

  it('count of what nobody may know only those to which nothing can be added any more', () => {
    const evenings = [room('a', half()), room('b', half())];
    const both = [['a', 'b']];
    expect(tellSums(evenings, both, after(59))[0]?.ratios.talked).toMatchObject({ of: null, count: null });
    expect(tellSums(evenings, both, after(61))[0]?.ratios.talked).toMatchObject({ of: 40, count: 20 });
    const open = [room('a', half()), room('b', [...half(), pair({ state: 'suggested', frozenAt: null })])];
    expect(tellSums(open, both, after(61))[0]?.ratios.talked).toMatchObject({ of: 20, count: 10 });
  });

  it('never give away an evening that is too small to be told', () => {
    const small = past({ id: 's', rsvps: 4, going: 4, came: 2, optedIn: 2, covered: 0, wanted: 2 });
    const [sum] = tellSums([room('a', []), small], [['a', 's']], end);
    expect(sum?.rsvps).toBeNull();
    expect(sum?.ratios.showed).toMatchObject({ of: null, count: null });
    // The control: two small ones are a group.
    const [more] = tellSums([room('a', []), small, { ...small, id: 't' }], [['a', 's', 't']], end);
    expect(more?.ratios.showed).toMatchObject({ of: 58, count: 47 });
  });
});

describe('suggestions against wildcards', () => {
  const both = (suggested: [number, number], wildcards: [number, number]) => {
    const of = (source: 'suggested' | 'wildcard', [made, not]: [number, number]) => [
      ...times(made, () => introduced({ source })),
      ...times(not, () => pair({ source })),
    ];
    return tellEvening(past({ pairs: [...of('suggested', suggested), ...of('wildcard', wildcards)] }), end)
      .chance;
  };

  it('say nothing with fewer than five of a kind, not even of the other', () => {
    expect(both([30, 10], [2, 2])).toEqual({
      verdict: 'too-few',
      suggested: null,
      wildcard: null,
      difference: null,
      from: null,
    });
  });

  it('are better, worse or not better yet by the whole interval of the difference', () => {
    expect(both([30, 20], [2, 10])).toMatchObject({
      verdict: 'better',
      suggested: { count: 30, of: 50 },
      wildcard: { count: 2, of: 12 },
    });
    expect(both([10, 20], [4, 8]).verdict).toBe('not-better-yet');
    expect(both([2, 40], [9, 3]).verdict).toBe('worse');
  });

  it('leave out pairs that hosts made, and those whose days are not over', () => {
    const pairs = [
      ...times(6, () => introduced()),
      ...times(6, () => pair({ source: 'wildcard' })),
      ...times(6, () => introduced({ source: 'host' })),
      ...times(6, () => pair({ appearsUntil: after(90) })),
    ];
    expect(tellEvening(past({ pairs }), after(20)).chance.suggested).toMatchObject({ count: 6, of: 6 });
  });
});

it('a day ends at midnight of the organization, on the days when the clocks change too', () => {
  const zone = 'America/Los_Angeles';
  expect(lastMidnight(new Date('2026-10-20T06:59:00Z'), zone)).toEqual(new Date('2026-10-19T07:00:00Z'));
  expect(lastMidnight(new Date('2026-10-20T07:00:00Z'), zone)).toEqual(new Date('2026-10-20T07:00:00Z'));
  expect(lastMidnight(new Date('2026-11-02T07:30:00Z'), zone)).toEqual(new Date('2026-11-01T07:00:00Z'));
});

it('something that is over at noon counts from the midnight after, and at midnight at once', () => {
  const zone = 'America/Los_Angeles';
  const midnight = new Date('2026-11-02T08:00:00Z');
  expect(midnightFrom(new Date('2026-11-01T20:00:00Z'), zone)).toEqual(midnight);
  expect(midnightFrom(midnight, zone)).toEqual(midnight);
});
