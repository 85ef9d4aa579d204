import { type Api, startApi } from '../../../../test/support/api.ts';
import { type Evening, eveningIn } from '../../../../test/support/evening.ts';
import { makeAttendee, makeMember, makeOrganization } from '../../../../test/support/factories.ts';
import {
  type PastPair,
  type PastRoom,
  daysAfter,
  makePastRoom,
  pairUp,
} from '../../../../test/support/past-evenings.ts';

const after = daysAfter;

let api: Api;

beforeAll(async () => {
  api = await startApi({ time: after(0) });
});

afterAll(async () => {
  await api.stop();
});

/** Everybody has asked for their place by the evening before. */
beforeEach(() => api.setTime(after(-1)));

interface Ratio {
  of: number | null;
  count: number | null;
}
type Numbers = Record<
  'showed' | 'coverage' | 'unknown' | 'answered' | 'mutual' | 'talked' | 'met' | 'working',
  Ratio
> & {
  rsvps: number | null;
  load: number | null;
  chance: { verdict: string };
};
interface Whole {
  asOf: string;
  evenings: { eventId: string; title: string; insights: Numbers }[];
  formats: { format: string; evenings: number; insights: Numbers }[];
  total: Numbers;
}

async function owner() {
  const organization = await makeOrganization(api.database);
  const member = await makeMember(api.database, organization.id, 'owner');
  const cookie = await api.cookieOf(member.personId);
  const path = `/api/v1/organizations/${organization.id}`;
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what it expects to read
  const get = async <Body = Whole>(
    below = '/insights',
  ): Promise<{ status: number; body: Body; text: string }> => {
    const { status, body, text } = await api.http.get(`${path}${below}`).set('cookie', cookie);
    return { status, body: body as Body, text };
  };
  return { organization, member, get, path };
}

const room = (organizationId: string, given: { guests: number; title?: string }): Promise<PastRoom> =>
  makePastRoom(api.database, organizationId, given);

const pairs = (made: PastRoom, of: (at: number) => PastPair): Promise<void> => pairUp(api.database, made, of);

describe('what came of an evening', () => {
  it('is nothing until the midnight after it, then who came and whom they met', async () => {
    const { organization, get } = await owner();
    const made = await room(organization.id, { guests: 40 });
    await makeAttendee(api.database, made.event, { came: false });
    const path = `/events/${made.event.id}/insights`;
    await api.setTime(after(0));
    expect((await get<{ insights: null }>(path)).body.insights).toBeNull();
    await pairs(made, (at) => ({ introduced: at < 12, ...(at < 6 && { talked: 9 }) }));
    await api.setTime(after(1));
    const numbers = async () => (await get<{ insights: Numbers }>(path)).body.insights;
    expect(await numbers()).toMatchObject({
      rsvps: 41,
      showed: { of: 41, count: 40 },
      mutual: { of: null, count: null },
    });
    await api.setTime(after(90));
    expect(await numbers()).toMatchObject({
      coverage: { of: 40, count: 24 },
      answered: { of: 40, count: null },
      mutual: { of: 20, count: 12 },
      talked: { of: 12, count: 6 },
      met: { of: 12, count: null },
      working: { of: null, count: null },
      load: 1,
      chance: { verdict: 'too-few' },
    });
  });

  it('counts a guest list from the minute it is there, and says what is not over yet, with the day', async () => {
    const { organization, get } = await owner();
    const made = await room(organization.id, { guests: 24 });
    const path = `/events/${made.event.id}/insights`;
    const read = async () => (await get<{ insights: Numbers }>(path)).body.insights;
    const of = (day: string | null) => ({ of: null, count: null, nothing: { isFinal: false, from: day } });
    // As an import of this morning leaves it.
    await api.setTime('2026-10-20T16:00:00Z');
    await api.database.sql('update attendees set created_at = app_now() where event_id = $1', [
      made.event.id,
    ]);
    await api.database.sql('update consents set answered_at = app_now() where organization_id = $1', [
      organization.id,
    ]);
    expect(await read()).toMatchObject({
      rsvps: 24,
      showed: { of: 24, count: 24, nothing: null },
      coverage: of(null),
      mutual: of(null),
      chance: { verdict: 'too-early' },
    });
    await pairs(made, (at) => ({ introduced: at < 5 }));
    await api.setTime('2026-10-22T16:00:00Z');
    // Asked until 29 October at 21:00: from midnight on the twelve pairs are over.
    expect(await read()).toMatchObject({
      coverage: { of: 24, count: 0, nothing: null },
      mutual: of('2026-10-30T07:00:00.000Z'),
      answered: of('2026-10-30T07:00:00.000Z'),
    });
    expect((await get(`${path}.csv`)).text).toContain('\r\nIntroduced,nothing yet,,,from 2026-10-30 on\r\n');
    expect((await get('/insights.csv')).text).toContain(',nothing yet,,,');
    await api.setTime('2026-10-30T07:00:00Z');
    expect(await read()).toMatchObject({
      mutual: { of: 12, count: 5, nothing: null },
      answered: { of: 10, nothing: null },
    });
  });

  it('of a cancelled evening is nothing, and of somebody else’s is not found', async () => {
    const { organization, get } = await owner();
    const { event } = await room(organization.id, { guests: 6 });
    await api.database.sql(`update events set state = 'cancelled', cancelled_at = app_now() where id = $1`, [
      event.id,
    ]);
    await api.setTime(after(90));
    expect((await get<{ insights: null }>(`/events/${event.id}/insights`)).body.insights).toBeNull();
    const { get: other } = await owner();
    expect((await other(`/events/${event.id}/insights`)).status).toBe(404);
    expect((await other(`/events/${event.id}/insights.csv`)).status).toBe(404);
  });

  it('sums up what people told of the morning after, and shows nobody’s own numbers', async () => {
    const { organization, get } = await owner();
    const { event, came } = await room(organization.id, { guests: 8 });
    const tell = ({ id, personId }: (typeof came)[number]) =>
      api.database.sql(
        `insert into morning_answers (attendee_id, organization_id, event_id, person_id, talked_to, new_people, answered_at)
         values ($1, $2, $3, $4, 9, 4, $5)`,
        [id, organization.id, event.id, personId, after(1)],
      );
    for (const guest of came.slice(0, 4)) await tell(guest);
    await api.setTime(after(90));
    const unknown = async () =>
      (await get<{ insights: Numbers }>(`/events/${event.id}/insights`)).body.insights.unknown;
    expect(await unknown()).toEqual({ of: null, count: null, nothing: null });
    await tell(came[4]!);
    expect(await unknown()).toEqual({ of: 45, count: 20, nothing: null });
  });
});

describe('what came of all evenings', () => {
  it('is told by evening, by format and together', async () => {
    const { organization, get } = await owner();
    const [one, two] = [
      await room(organization.id, { guests: 24, title: 'Panel' }),
      await room(organization.id, { guests: 20, title: 'Mixer' }),
    ];
    for (const made of [one, two]) await pairs(made, (at) => ({ introduced: at % 2 === 0 }));
    await api.database.sql(`insert into panels values (gen_random_uuid(), $1, $2, 'Topic', 0, now())`, [
      organization.id,
      one.event.id,
    ]);
    await api.setTime(after(90));
    const { body } = await get();
    expect(body.asOf).toBe('2027-01-17T08:00:00.000Z');
    expect(body.evenings.map(({ title }) => title).sort()).toEqual(['Mixer', 'Panel']);
    expect(body.formats).toMatchObject([
      { format: 'panel', evenings: 1, insights: { mutual: { of: 12, count: 6 } } },
      { format: 'none', evenings: 1, insights: { mutual: { of: 10, count: 5 } } },
    ]);
    expect(body.total).toMatchObject({
      rsvps: 44,
      mutual: { of: 22, count: 11 },
      talked: { of: 11, count: null },
    });
  });

  it('hides the sum where one small evening would be what is left of it', async () => {
    const { organization, get } = await owner();
    await room(organization.id, { guests: 12 });
    const small = await room(organization.id, { guests: 3 });
    await api.setTime(after(90));
    const { body } = await get();
    expect(body.evenings.map(({ insights }) => insights.rsvps).sort()).toEqual([12, null]);
    expect(body.total.rsvps).toBeNull();
    // The control: with five the evening may be told, and so may the sum.
    for (let more = 0; more < 2; more += 1) await makeAttendee(api.database, small.event);
    await api.database.sql('update attendees set created_at = $2 where event_id = $1', [
      small.event.id,
      after(0),
    ]);
    expect((await get()).body.total.rsvps).toBe(17);
  });

  it('is of their own events for a host who is limited to some, and empty before the first', async () => {
    const { organization } = await owner();
    const [one, other] = [
      await room(organization.id, { guests: 6 }),
      await room(organization.id, { guests: 7 }),
    ];
    const host = await makeMember(api.database, organization.id, 'host');
    await api.database.sql('update members set event_ids = $2 where id = $1', [host.id, [one.event.id]]);
    await api.setTime(after(90));
    const cookie = await api.cookieOf(host.personId);
    const base = `/api/v1/organizations/${organization.id}`;
    const { body } = (await api.http.get(`${base}/insights`).set('cookie', cookie)) as { body: Whole };
    expect(body.evenings.map(({ eventId }) => eventId)).toEqual([one.event.id]);
    expect(body.total.rsvps).toBe(6);
    const theirs = await api.http.get(`${base}/events/${other.event.id}/insights`).set('cookie', cookie);
    expect(theirs.status).toBe(404);
    const { get } = await owner();
    expect((await get()).body).toMatchObject({
      evenings: [],
      formats: [],
      total: { rsvps: null, load: null },
    });
  });
});

describe('the file', () => {
  it('holds the same numbers, hides the same and leaves a line in the activity', async () => {
    const { organization, member, get } = await owner();
    const made = await room(organization.id, { guests: 24, title: '=SUM(A1), a panel' });
    await pairs(made, (at) => ({ introduced: at < 8 }));
    await api.setTime(after(90));
    const { text } = await get(`/events/${made.event.id}/insights.csv`);
    expect(text.split('\r\n').slice(0, 6)).toEqual([
      '\uFEFFWhat,Number,Of,Percent,Counted',
      'RSVPs,24,,,as of now',
      'Came,24,24,100,as of now',
      'New to each other,fewer than 5,,,up to the end of 2027-01-16',
      'Got an introduction,16,24,67,up to the end of 2027-01-16',
      'Questions answered,not shown,24,,up to the end of 2027-01-16',
    ]);
    const { text: all } = await get('/insights.csv');
    const lines = all.trim().split('\r\n');
    expect(lines).toHaveLength(4);
    // Rule 16: no spreadsheet computes the title.
    expect(lines[1]).toMatch(/^"'=SUM\(A1\), a panel",2026-10-19,24,24,24,100,/);
    expect(lines.slice(2).map((line) => line.split(',')[0])).toEqual(['Other evenings', 'All together']);
    const audit = await api.database.sql(
      'select action, actor_id as actor, subject_id as subject, codes from audit where organization_id = $1 order by id',
      [organization.id],
    );
    expect(audit).toEqual([
      { action: 'insights.exported', actor: member.personId, subject: made.event.id, codes: {} },
      { action: 'insights.exported', actor: member.personId, subject: organization.id, codes: {} },
    ]);
  });
});

describe('never 1: a number', () => {
  it('moves neither with an answer nor in the week of it, whatever the answer', async () => {
    await api.setTime('2026-10-20T15:00:00Z');
    const here = await eveningIn(api, 'owner');
    const ids = [];
    const guests = [];
    for (let at = 0; at < 6; at += 1) {
      const two = [await here.guest(), await here.guest()] as const;
      guests.push(two);
      ids.push(await here.approved(...two));
    }
    await here.pass('2026-10-22T12:00');
    const asked = await everything(here);
    expect(asked).toContain('"load":1');
    await here.answer(guests[0]![0], ids[0]!, 'yes');
    await here.answer(guests[0]![1], ids[0]!, 'no');
    await here.answer(guests[1]![0], ids[1]!, 'no');
    await api.database.sql('insert into blocks values ($1, $2, app_now())', [
      guests[2]![0].personId,
      guests[2]![1].personId,
    ]);
    const answers = await api.database.sql(
      `select consent from introduction_sides where organization_id = $1 and consent <> 'asked' order by consent`,
      [here.organizationId],
    );
    expect(answers).toEqual([{ consent: 'no' }, { consent: 'no' }, { consent: 'yes' }]);
    expect(await everything(here)).toBe(asked);
    const nextDay = async (at: string): Promise<string> => {
      await here.pass(at);
      return everything(here);
    };
    expect(await nextDay('2026-10-23T12:00')).toBe(asked);
    expect(await nextDay('2026-10-27T12:00')).toBe(asked);
    // The control: when the last day for a yes is over for all, they are counted at the next midnight.
    expect(await nextDay('2026-10-28T23:00')).toBe(asked);
    expect(await nextDay('2026-10-29T01:00')).not.toBe(asked);
  });

  it('is the same after the last day for whoever said no and whoever was never heard of', async () => {
    type Said = NonNullable<PastPair['said']>;
    /** Of 20 pairs 6 are introduced, the next ones end by these answers and the others in silence. */
    const world = async (answers: readonly Said[]) => {
      const { organization, get } = await owner();
      await api.setTime(after(-1));
      const made = await room(organization.id, { guests: 40 });
      await pairs(made, (at) => {
        const said = answers[at - 6];
        return { introduced: at < 6, ...(said !== undefined && { said }) };
      });
      await api.setTime(after(90));
      const whole = (await get()).body;
      const one = await get<{ insights: Numbers }>(`/events/${made.event.id}/insights`);
      return [whole.total, whole.formats, one.body.insights];
    };
    const seven = (...said: Said): Said[] => Array.from({ length: 7 }, () => said);
    const firstNo = await world(seven('no', 'no_answer'));
    for (const others of [seven('no_answer', 'no'), seven('yes', 'no_answer'), seven('no_answer', 'yes')])
      expect(await world(others)).toEqual(firstNo);
    expect(firstNo[2]).toMatchObject({ answered: { of: 40, count: 19 }, mutual: { of: 20, count: 6 } });
    // The control: one more answer is a number that shows.
    expect(await world([...seven('no', 'no_answer'), ['yes', 'no_answer']])).not.toEqual(firstNo);
  });

  async function everything({ api: { http }, organizationId, eventId, host }: Evening): Promise<string> {
    const base = `/api/v1/organizations/${organizationId}`;
    const paths = [
      'insights',
      'insights.csv',
      `events/${eventId}/insights`,
      `events/${eventId}/insights.csv`,
    ];
    const texts = [];
    for (const path of paths) {
      const { status, text } = await http.get(`${base}/${path}`).set('cookie', host);
      expect(status).toBe(200);
      // The day itself moves.
      texts.push(text.replace(/"asOf":"[^"]+"|up to the end of [-\d]+/g, ''));
    }
    return texts.join('\n');
  }
});
