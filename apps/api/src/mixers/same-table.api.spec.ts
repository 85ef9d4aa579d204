import { type Api, startApi } from '../../../../test/support/api.ts';
import { type TablesEvening, makeTablesEvening, tableOf } from '../../../../test/support/tables.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T02:00:00Z' });
});
afterAll(() => api.stop());

interface Suggested {
  source: string;
  a: { attendeeId: string };
  b: { attendeeId: string };
  reasonForA: string;
  reasonForB: string;
}

const sentence = 'you sat at the same small table';

/** What the board says of each pair that is suggested now, by the attendees of both. */
async function reasons({ organizationId, event, cookie }: TablesEvening) {
  const path = `/api/v1/organizations/${organizationId}/events/${event.id}/introductions`;
  await api.http.post(`${path}/suggest`).set('cookie', cookie).send({ anew: true }).expect(200);
  const { body } = await api.http.get(path).set('cookie', cookie).expect(200);
  return (body.introductions as Suggested[]).map(({ source, a, b, reasonForA, reasonForB }) => ({
    source,
    pair: [a.attendeeId, b.attendeeId] as const,
    says: [reasonForA, reasonForB].filter((reason) => reason.toLowerCase().includes(sentence)).length,
  }));
}

const evening = () =>
  makeTablesEvening(api, {
    guests: Array.from({ length: 8 }, (_, at) => ({
      profile: { crafts: [`craft ${at}`], maxIntroductions: 3 },
    })),
    settings: { seats: 4, rounds: 1 },
  });

describe('the reason of a suggestion', () => {
  it('says to both that they sat at the same small table, once its round was held, and to nobody else', async () => {
    const before = await evening();
    await before.act('draw', { who: 'here' });
    const early = await reasons(before);
    expect(early.length).toBeGreaterThan(0);
    expect(early.every(({ says }) => says === 0)).toBe(true);
    const there = await evening();
    const drawn = await there.act('draw', { who: 'here' });
    await there.act('next');
    const after = await reasons(there);
    const table = (attendeeId: string) => tableOf(drawn, attendeeId, 1);
    expect(after.some(({ says }) => says === 2)).toBe(true);
    const wrong = after.filter(({ source, pair: [one, other], says }) =>
      // Of a pair that chance drew, the reason says that and no more.
      source === 'wildcard' ? false : says !== (table(one) === table(other) ? 2 : 0),
    );
    expect(wrong).toEqual([]);
  });

  it('does not say it of whoever had left before the round began, and says it of who left after', async () => {
    const there = await evening();
    const [early, late] = there.people;
    await there.act('draw', { who: 'here' });
    await there.of('leave', { attendeeId: early!.attendeeId });
    await there.act('next');
    await api.setTime('2026-10-20T02:10:00Z');
    await there.of('leave', { attendeeId: late!.attendeeId });
    const after = await reasons(there);
    const of = (attendeeId: string) => after.filter(({ pair }) => pair.includes(attendeeId));
    expect(of(early!.attendeeId).length).toBeGreaterThan(0);
    expect(of(early!.attendeeId).every(({ says }) => says === 0)).toBe(true);
    expect(of(late!.attendeeId).some(({ says }) => says === 2)).toBe(true);
  });
});

describe('two who swapped contacts', () => {
  it('are suggested no more, while the board says nothing of it and refuses no host’s own pair', async () => {
    const there = await evening();
    const [one, other] = there.people;
    const say = (who: { token: string }, whom: { attendeeId: string }) =>
      api.http.post(`/api/v1/evening/${who.token}/swaps`).send({ attendeeId: whom.attendeeId }).expect(200);
    await say(one!, other!);
    await say(other!, one!);
    const pairs = (await reasons(there)).map(({ pair }) => pair);
    expect(pairs.length).toBeGreaterThan(0);
    expect(pairs.some((pair) => pair.includes(one!.attendeeId) && pair.includes(other!.attendeeId))).toBe(
      false,
    );
    const path = `/api/v1/organizations/${there.organizationId}/events/${there.event.id}/introductions`;
    const own = await api.http
      .post(path)
      .set('cookie', there.cookie)
      .send({ attendeeA: one!.attendeeId, attendeeB: other!.attendeeId });
    expect(own.status).toBe(201);
    expect(JSON.stringify(own.body)).not.toMatch(/swap|know/i);
  });
});
