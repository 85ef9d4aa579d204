import { newId } from '#libs/domain';
import { handleFor } from '#libs/database';
import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  type GivenAttendee,
  makeAttendee,
  makeEvent,
  makeOrganization,
  makePerson,
} from '../../../../test/support/factories.ts';
import { submit } from '../../../../test/support/rsvp-desk.ts';

let api: Api;

beforeAll(async () => {
  api = await startApi();
});

beforeEach(() => api.setTime('2026-10-28T12:00:00Z'));

afterAll(() => api.stop());

interface Person {
  id: string;
  email: string;
  name: string;
  cookie: string;
}

interface Pair {
  id: string;
  organizationId: string;
  one: Person;
  other: Person;
}

/** A pair of an evening in some state, with what each side answered; contacts are frozen as a release does. */
async function makePair(names: [string, string], state: string, consents: [string, string]): Promise<Pair> {
  const { id: organizationId } = await makeOrganization(api.database, { name: 'Sound Guild' });
  const event = await makeEvent(api.database, organizationId, { title: 'Sound after the cut' });
  const people: Person[] = [];
  const attendees = [];
  for (const name of names) {
    const person = await makePerson(api.database, { name });
    people.push({ ...person, cookie: await api.cookieOf(person.id) });
    attendees.push(await makeAttendee(api.database, event, { person, profile: { preferredStep: 'coffee' } }));
  }
  const ordered = [...attendees].sort((one, other) => (one.personId < other.personId ? -1 : 1));
  const id = newId();
  await api.database.sql(
    `insert into introductions (id, organization_id, event_id, person_a, person_b, attendee_a, attendee_b, source, state, band,
       reason_a, reason_b, reason_text_a, reason_text_b, seed, first_mover, introduced_at, version, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'suggested', $8::text, 'fair', '{}', '{}', 'You both work on foley.',
       'You both work on foley.', 1, $9, case when $8::text = 'introduced' then '2026-10-26T17:00:00Z'::timestamptz end, 1, app_now())`,
    [
      id,
      organizationId,
      event.id,
      ...ordered.map((one) => one.personId),
      ...ordered.map((one) => one.id),
      state,
      people[0]?.id,
    ],
  );
  for (const [index, attendee] of attendees.entries()) {
    await api.database.sql(
      `insert into introduction_sides (id, organization_id, introduction_id, person_id, attendee_id, consent, contact, asked_at,
         ask_ends_at, version)
       values ($1, $2, $3, $4, $5, $6::text, case when $6::text = 'yes' then $7 end, '2026-10-22T17:00:00Z', '2026-10-29T17:00:00Z', 1)`,
      [newId(), organizationId, id, attendee.personId, attendee.id, consents[index], people[index]?.email],
    );
  }
  const [one, other] = people as [Person, Person];
  return { id, organizationId, one, other };
}

const introduced = () => makePair(['Ines Okafor', 'Sam Lindqvist'], 'introduced', ['yes', 'yes']);

/** As the ask mail left: only then a question counts. */
const mailed = ({ id, organizationId }: Pair, { id: personId }: Person) =>
  api.database.sql(
    `insert into mails (id, organization_id, kind, subject_id, person_id, speaks_of, state, due_at, final_at, created_at)
     values ($1, $2, 'introduction-ask', $1, $3, array[$4::uuid], 'sent', app_now(), app_now(), app_now())`,
    [newId(), organizationId, personId, id],
  );

const pageOf = async ({ cookie }: Person, path = '/me/introductions') =>
  (await api.http.get(path).set('cookie', cookie).expect(200)).text;

interface View {
  asks: { introductionId: string; reason: string; answer: string | null }[];
  introductions: Record<string, unknown>[];
  keptApart: { introductionId: string; name: string | null }[];
  pausedUntil: string | null;
  most: number;
}
const viewOf = async ({ cookie }: Person): Promise<View> =>
  (await api.http.get('/api/v1/me/introductions').set('cookie', cookie).expect(200)).body as View;
const call = ({ cookie }: Person, path: string, body: object = {}) =>
  api.http.post(`/api/v1/me/introductions/${path}`).set('cookie', cookie).send(body);
const press = ({ cookie }: Person, { id }: Pair, act: string) =>
  submit(api, '/me/introductions', `/me/introductions/${id}`, { act, was: 'none' }, cookie);

describe('my introductions', () => {
  it('name those that were made, to both, with how each wants to be reached and the first step', async () => {
    const { one, other } = await introduced();
    expect(await pageOf(one)).toContain('Sam Lindqvist');
    expect(await pageOf(one)).toContain(`mailto:${other.email}`);
    expect(await pageOf(one)).toContain('You write first.');
    expect(await pageOf(one)).toContain('A coffee');
    expect(await pageOf(other)).toContain('Ines Okafor writes first.');
    expect(await pageOf(one, '/me')).toContain('After Sound after the cut, on Monday 26 October 2026.');
    expect(await pageOf(one, '/me')).not.toContain(other.email);
    expect((await viewOf(other)).introductions).toEqual([
      expect.objectContaining({
        name: 'Ines Okafor',
        contact: one.email,
        shared: other.email,
        outcome: null,
      }),
    ]);
  });

  it.each([
    ['suggested', 'not_asked', 'not_asked'],
    ['asking', 'yes', 'asked'],
    ['asking', 'yes', 'no'],
    ['agreed', 'yes', 'yes'],
    ['closed quietly', 'yes', 'no'],
    ['ended for safety', 'yes', 'yes'],
  ])(
    'never 5: say nothing of a pair that is %s (%s, %s), and no address of it',
    async (state, mine, theirs) => {
      const pair = await makePair(['Ines Okafor', 'Sam Lindqvist'], state, [mine, theirs]);
      for (const [person, other] of [
        [pair.one, pair.other],
        [pair.other, pair.one],
      ] as const) {
        if (mine !== 'not_asked') await mailed(pair, person);
        const told = [
          await pageOf(person),
          await pageOf(person, '/me'),
          JSON.stringify(await viewOf(person)),
          (await call(person, `${pair.id}/mark`, { outcome: 'met' })).text,
        ].join('\n');
        expect(told).not.toContain(other.name.split(' ')[0]);
        expect(told).not.toContain(other.email);
        expect(told).not.toContain('introduced to');
      }
      // The control: once introduced, the same places name them.
      await api.database.sql(`update introduction_sides set consent = 'yes' where introduction_id = $1`, [
        pair.id,
      ]);
      await api.database.sql(
        `update introductions set state = 'introduced', introduced_at = app_now() where id = $1`,
        [pair.id],
      );
      const made = [await pageOf(pair.one), JSON.stringify(await viewOf(pair.one))];
      for (const told of made) expect(told).toContain('Sam Lindqvist');
    },
  );

  it('show a contact that was frozen, not an address that changed since', async () => {
    const { one, other } = await introduced();
    await api.database.sql(`update people set email = 'moved@example.org' where id = $1`, [other.id]);
    expect(await pageOf(one)).toContain(other.email);
    expect(await pageOf(one)).not.toContain('moved@example.org');
  });

  it('keep the name and drop the contact of somebody who took it back', async () => {
    const pair = await introduced();
    const { one, other } = pair;
    await press(other, pair, 'withdraw');
    expect(await pageOf(one)).toContain('Sam Lindqvist');
    for (const told of [await pageOf(one), JSON.stringify(await viewOf(one))])
      expect(told).not.toContain(other.email);
    expect((await viewOf(other)).introductions[0]).toMatchObject({ shared: null, contact: one.email });
  });

  it('never 11: say nothing of somebody who has left but that', async () => {
    const { one, other } = await introduced();
    await api.database.sql('update people set erased_at = app_now() where id = $1', [other.id]);
    const told = [await pageOf(one), await pageOf(one, '/me'), JSON.stringify(await viewOf(one))];
    expect(told[0]).toContain('Somebody who has left');
    for (const text of told) expect(text).not.toMatch(new RegExp(`Lindqvist|${other.email}|foley`));
  });
});

describe('what a person says', () => {
  it('is marked with one tap, and undone to what stood before', async () => {
    const pair = await introduced();
    const { one } = pair;
    const outcome = async () => (await viewOf(one)).introductions[0]?.['outcome'];
    const { headers } = await press(one, pair, 'talked');
    const location = headers['location'] ?? '';
    expect(location).toContain('saved=talked');
    expect(await outcome()).toBe('talked');
    const page = await pageOf(one, location);
    expect(page).toContain('Saved: you and Sam Lindqvist talked.');
    expect(page).toContain('✓ We talked');
    const unmark = `/me/introductions/${pair.id}/unmark`;
    await submit(api, '/me/introductions', unmark, { outcome: 'none' }, one.cookie);
    expect(await outcome()).toBeNull();
    await press(one, pair, 'working-together');
    await submit(api, '/me/introductions', unmark, { outcome: 'met' }, one.cookie);
    expect(await outcome()).toBe('met');
  });

  it.each([
    ['glad', 'unglad', 'glad', 'Saved: you are glad you met Sam Lindqvist.'],
    ['circle', 'uncircle', 'circleWished', 'Saved: your wish for a small group with Sam Lindqvist.'],
  ])('is undone as a mark is, on the page and as JSON (%s)', async (act, back, field, sentence) => {
    const pair = await introduced();
    const { one } = pair;
    const said = async () => (await viewOf(one)).introductions[0]?.[field];
    const { headers } = await press(one, pair, act);
    expect(await said()).toBe(true);
    const page = await pageOf(one, headers['location'] ?? '');
    const notice = page.slice(page.indexOf(sentence), page.indexOf('</form>', page.indexOf(sentence)));
    expect(notice).toMatch(new RegExp(`value="${back}" name="act">Undo<`));
    const undone = await press(one, pair, back);
    expect(await said()).toBe(false);
    expect(await pageOf(one, undone.headers['location'] ?? '')).toContain('Taken back: ');
    // Said again, and undone again: repeating either is harmless.
    for (const again of [act, act]) await call(one, `${pair.id}/${again}`).expect(200);
    expect(await said()).toBe(true);
    for (const again of [back, back]) await call(one, `${pair.id}/${again}`).expect(200);
    expect(await said()).toBe(false);
  });

  it('is final where the button says so: how to reach somebody is not shared again', async () => {
    const pair = await introduced();
    expect(await pageOf(pair.one)).toContain('Take back how to reach me, for good');
    const { headers } = await press(pair.one, pair, 'withdraw');
    expect(await pageOf(pair.one, headers['location'] ?? '')).not.toContain('>Undo<');
  });

  it('may be said any number of times, and at once, with one result', async () => {
    const pair = await introduced();
    await Promise.all(
      [1, 2, 3].flatMap(() => [press(pair.one, pair, 'met'), press(pair.other, pair, 'met')]),
    );
    const rows = await api.database.sql('select outcome from introduction_sides where introduction_id = $1', [
      pair.id,
    ]);
    expect(rows).toEqual([{ outcome: 'met' }, { outcome: 'met' }]);
    const log = await api.database.sql('select 1 from introduction_log where introduction_id = $1', [
      pair.id,
    ]);
    expect(log).toHaveLength(2);
  });

  it('never 13: shows to nobody else, in no field, page or line of a host', async () => {
    const pair = await introduced();
    const { one, other } = pair;
    const told = async () => [
      neutral(await pageOf(other)),
      JSON.stringify(await viewOf(other)),
      await auditOf(pair),
    ];
    const before = await told();
    const mine = await viewOf(one);
    for (const act of [
      'talked',
      'met',
      'working-together',
      'glad',
      'later',
      'stop',
      'circle',
      'unglad',
      'uncircle',
    ])
      await press(one, pair, act);
    expect(await told()).toEqual(before);
    const [row] = await api.database.sql<{ version: number }>(
      'select version from introductions where id = $1',
      [pair.id],
    );
    expect(row?.version).toBe(1);
    // The control: the one who said it reads it.
    expect(await viewOf(one)).not.toEqual(mine);
  });

  it('is told to both only once both said so and its release has come, and stays told', async () => {
    const pair = await introduced();
    const { one, other } = pair;
    for (const person of [one, other])
      for (const act of ['glad', 'working-together']) await press(person, pair, act);
    expect((await viewOf(one)).introductions[0]).toMatchObject({
      glad: true,
      bothGlad: false,
      bothWorking: false,
    });
    await api.database.sql(
      'update introductions set glad_told_at = app_now(), together_told_at = app_now() where id = $1 and glad_told_at > app_now()',
      [pair.id],
    );
    expect((await viewOf(one)).introductions[0]).toMatchObject({ bothGlad: true, bothWorking: true });
    expect(await pageOf(one)).toContain('You were both glad you met.');
    const before = neutral(await pageOf(one));
    // Never 13: what the other one takes back afterwards does not show.
    await press(other, pair, 'talked');
    expect(neutral(await pageOf(one))).toBe(before);
  });
});

const neutral = (text: string): string => text.replace(/(?<=name="formToken" value=")[^"]+/g, '#');
const auditOf = async ({ organizationId }: Pair): Promise<string> =>
  JSON.stringify(await api.database.sql('select * from audit where organization_id = $1', [organizationId]));

describe('somebody blocked', () => {
  it('never 1: sees everything exactly as before, and what they say is taken', async () => {
    const [blocked, living] = [await introduced(), await introduced()];
    const told = async ({ other }: Pair) => [
      neutral(await pageOf(other)),
      JSON.stringify(await viewOf(other)),
    ];
    const before = await told(blocked);
    await press(blocked.one, blocked, 'block');
    expect(await told(blocked)).toEqual(before);
    const alike = async (pair: Pair) => {
      for (const act of ['met', 'glad', 'later'])
        expect((await press(pair.other, pair, act)).status).toBe(303);
      return (await viewOf(pair.other)).introductions.map(({ id, contact, shared, ...rest }) => ({
        ...rest,
        has: [id === pair.id, contact === pair.one.email, shared === pair.other.email],
      }));
    };
    expect(await alike(blocked)).toEqual(await alike(living));
    expect(await auditOf(blocked)).toBe('[]');
    // The control: the truth differs.
    const states = await api.database.sql(
      'select state from introductions where id = any ($1::uuid[]) order by created_at, id',
      [[blocked.id, living.id]],
    );
    expect(states).toEqual([{ state: 'ended for safety' }, { state: 'met' }]);
  });

  it('is gone from the list of whoever did it, kept apart with a way back that revives nothing', async () => {
    const pair = await introduced();
    const { headers } = await press(pair.one, pair, 'block');
    const page = await pageOf(pair.one, headers['location']);
    expect(page).toContain('You will not be introduced to this person again.');
    expect(page).toContain('People you do not want to meet');
    expect(await viewOf(pair.one)).toMatchObject({
      introductions: [],
      keptApart: [{ introductionId: pair.id, name: 'Sam Lindqvist' }],
    });
    await press(pair.one, pair, 'unblock');
    expect(await viewOf(pair.one)).toMatchObject({
      introductions: [{ name: 'Sam Lindqvist' }],
      keptApart: [],
    });
    const [row] = await api.database.sql('select state from introductions where id = $1', [pair.id]);
    expect(row).toEqual({ state: 'ended for safety' });
  });
});

describe('questions', () => {
  it('are listed and answered signed in, from the moment their mail left', async () => {
    const pair = await makePair(['Ines Okafor', 'Sam Lindqvist'], 'asking', ['asked', 'asked']);
    const path = `/me/introductions/${pair.id}/answer`;
    await api.http.get(path).set('cookie', pair.one.cookie).expect(404);
    expect((await viewOf(pair.one)).asks).toEqual([]);
    await mailed(pair, pair.one);
    expect((await viewOf(pair.one)).asks).toMatchObject([
      { reason: 'You both work on foley.', answer: null },
    ]);
    expect(await pageOf(pair.one, '/me')).toContain('One question about an introduction for you');
    const { text } = await submit(api, path, path, { answer: 'yes', step: 'hello' }, pair.one.cookie);
    expect(text).toContain('First step: hello at the next event');
    const { body } = await call(pair.one, `${pair.id}/answer`, {
      answer: 'no',
      privateReason: 'No time',
    }).expect(200);
    expect((body as View).asks).toMatchObject([{ answer: 'no' }]);
    await submit(api, path, `${path}/act`, { act: 'never' }, pair.one.cookie);
    // A question may have named nobody, so neither does this list.
    expect((await viewOf(pair.one)).keptApart).toMatchObject([{ introductionId: pair.id, name: null }]);
    await api.setTime('2026-10-29T17:00:00Z');
    expect((await viewOf(pair.one)).asks).toEqual([]);
    await call(pair.one, `${pair.id}/answer`, { answer: 'yes' }).expect(410);
  });
});

describe('how many, and when', () => {
  it('is paused until a day and resumed, whoever hosts', async () => {
    const { one } = await introduced();
    const set = (until: string) =>
      submit(api, '/me/introductions', '/me/introductions/pause', { until }, one.cookie);
    for (const until of ['', '2026-10-28', '2028-12-01', '2026-13-01', 'soon'])
      expect((await set(until)).status).toBe(422);
    expect((await viewOf(one)).pausedUntil).toBeNull();
    expect((await set('2027-01-15')).status).toBe(303);
    expect(await pageOf(one)).toContain('Introductions are paused until 15 January 2027.');
    await submit(api, '/me/introductions', '/me/introductions/resume', {}, one.cookie);
    expect((await viewOf(one)).pausedUntil).toBeNull();
    await call(one, 'pause', { until: '2027-02-30' }).expect(422);
    await call(one, 'pause', { until: '2027-02-28' }).expect(200);
    expect((await viewOf(one)).pausedUntil).toBe('2027-02-28T00:00:00.000Z');
  });

  it('is kept for the next evening, from none to three, beside everything else of the profile', async () => {
    const { one } = await introduced();
    await api.database.sql(`update people set profile = '{"crafts":["foley"]}' where id = $1`, [one.id]);
    expect((await viewOf(one)).most).toBe(2);
    const want = (most: string) =>
      submit(api, '/me/introductions', '/me/introductions/wanted', { most }, one.cookie);
    expect((await want('4')).status).toBe(422);
    expect((await want('0')).status).toBe(303);
    const [row] = await api.database.sql('select profile from people where id = $1', [one.id]);
    expect(row).toEqual({ profile: { crafts: ['foley'], maxIntroductions: 0 } });
    await call(one, 'wanted', { most: 4 }).expect(422);
    await call(one, 'wanted', { most: 3 }).expect(200);
    expect((await viewOf(one)).most).toBe(3);
  });

  it('counts at evenings to come that they are on the list of, whoever hosts, and not at those that are over', async () => {
    const { one } = await introduced();
    const at = async (startsLocal: string, given: GivenAttendee) => {
      const { id } = await makeOrganization(api.database);
      const event = await makeEvent(api.database, id, {
        startsLocal,
        endsLocal: `${startsLocal.slice(0, 10)}T22:00`,
      });
      return (await makeAttendee(api.database, event, { came: false, ...given, person: one })).id;
    };
    const [soon, past] = ['2026-11-19T18:00', '2026-10-26T18:00'];
    const three = { maxIntroductions: 3 };
    const cases = [
      [await at(soon, { profile: { crafts: ['foley'] } }), { crafts: ['foley'], maxIntroductions: 1 }],
      [await at(soon, { profile: three, status: 'waitlisted' }), { maxIntroductions: 1 }],
      [await at(soon, { profile: three, part: 'panelist' }), { maxIntroductions: 1 }],
      [await at(soon, { profile: {}, part: 'panelist' }), {}],
      [await at(soon, { profile: three, status: 'cancelled' }), three],
      [await at(past, { profile: three, came: true }), three],
    ] as const;
    const stranger = await makePerson(api.database);
    const other = await at(soon, { profile: three });
    await api.database.sql('update attendees set person_id = $2 where id = $1', [other, stranger.id]);
    await call(one, 'wanted', { most: 1 }).expect(200);
    const rows = await api.database.sql<{ id: string; profile: object }>('select id, profile from attendees');
    const profiles = new Map(rows.map(({ id, profile }) => [id, profile]));
    for (const [id, profile] of cases) expect(profiles.get(id)).toEqual(profile);
    expect(profiles.get(other)).toEqual(three);
  });
});

describe("another person's introduction", () => {
  it('is as little there as one that does not exist, whatever is asked of it', async () => {
    const [pair, stranger] = [await introduced(), (await introduced()).one];
    const [suggested, asked] = [
      await makePair(['Ines Okafor', 'Sam Lindqvist'], 'suggested', ['not_asked', 'not_asked']),
      await makePair(['Ines Okafor', 'Sam Lindqvist'], 'asking', ['asked', 'asked']),
    ];
    const answers = async (person: Person, id: string) => {
      const acts = ['glad', 'later', 'stop', 'circle', 'withdraw', 'block'].map((act) =>
        call(person, `${id}/${act}`),
      );
      const all = [
        call(person, `${id}/mark`, { outcome: 'met' }),
        call(person, `${id}/answer`, { answer: 'yes' }),
        api.http
          .get(`/me/introductions/${id}/answer`)
          .set('cookie', person.cookie)
          .set('accept', 'application/json'),
        ...acts,
      ];
      return (await Promise.all(all)).map(({ status, body }) => [
        status,
        { ...(body as object), instance: '' },
      ]);
    };
    const nothing = await answers(stranger, newId());
    expect(nothing.every(([status]) => status === 404)).toBe(true);
    expect(await answers(stranger, pair.id)).toEqual(nothing);
    expect(await answers(suggested.one, suggested.id)).toEqual(nothing);
    expect(await answers(asked.one, asked.id)).toEqual(nothing);
    expect((await press(stranger, pair, 'block')).status).toBe(404);
    const [row] = await api.database.sql('select state from introductions where id = $1', [pair.id]);
    expect(row).toEqual({ state: 'introduced' });
  });

  it('asks whoever is not signed in to do so', async () => {
    await api.http.get('/api/v1/me/introductions').expect(401);
    await api.http.get('/me/introductions').set('accept', 'text/html').expect(303);
    const pair = await introduced();
    await call(pair.one, `${pair.id}/dinner`).expect(404);
    await call(pair.one, `${pair.id}/mark`, { outcome: 'married' }).expect(422);
  });
});

describe('the link of a follow-up', () => {
  const linkOf = async ({ organizationId }: Pair, person: Person, expiresAt: Date | null = null) => {
    const handle = {
      purpose: 'follow-up',
      organizationId,
      personId: person.id,
      subjectId: organizationId,
    } as const;
    return `/follow-up/${await api.db.write({ kind: 'system' }, (tx) => handleFor(tx, api.config.keys, { ...handle, expiresAt }))}`;
  };
  const open = async (path: string) => (await api.http.get(path).expect(200)).text;

  it('opens the introductions of that organization, without an address, and no others', async () => {
    const pair = await introduced();
    const elsewhere = await introduced();
    const page = await open(await linkOf(pair, pair.one));
    expect(page).toContain('Sam Lindqvist');
    expect(page).not.toContain(pair.other.email);
    const path = await linkOf(pair, pair.one);
    expect((await submit(api, path, `${path}/${elsewhere.id}`, { act: 'met' })).status).toBe(404);
  });

  it('never 10: shows what the mail chose and saves it only by a button', async () => {
    const pair = await introduced();
    const path = await linkOf(pair, pair.one);
    const linked = `${path}?introduction=${pair.id}&mark=met`;
    const kept = () =>
      api.database.sql('select * from introduction_sides where introduction_id = $1 order by id', [pair.id]);
    const before = await kept();
    for (const mark of ['talked', 'met', 'working-together', 'later', 'stop', 'glad', 'block', 'nonsense']) {
      await api.http.get(`${path}?introduction=${pair.id}&mark=${mark}`).expect(200);
      await api.http.head(`${path}?introduction=${pair.id}&mark=${mark}&saved=${mark}`).expect(200);
    }
    await api.http.get(`${path}/${pair.id}?act=met`).expect(404);
    expect(await kept()).toEqual(before);
    expect(await open(linked)).toContain('You and Sam Lindqvist');
    const { headers } = await submit(api, linked, `${path}/${pair.id}`, { act: 'met', was: 'none' });
    // The control: the button does.
    expect(await kept()).not.toEqual(before);
    expect(await open(headers['location'] ?? '')).toContain('Saved: you and Sam Lindqvist met.');
    expect(await open(linked)).not.toContain('You and Sam Lindqvist');
    await submit(api, linked, `${path}/${pair.id}/unmark`, { outcome: 'none' });
    expect((await viewOf(pair.one)).introductions[0]).toMatchObject({ outcome: null });
  });

  it('opens nothing when it is forged, over, or of another purpose', async () => {
    const pair = await introduced();
    const path = await linkOf(pair, pair.one, new Date('2026-10-29T12:00:00Z'));
    const gone = (at: string) => api.http.get(at).set('accept', 'text/html').expect(410);
    await gone(`${path.slice(0, -1)}${path.endsWith('0') ? '1' : '0'}`);
    await gone(path.replace('/follow-up/', '/ask/'));
    await open(path);
    await api.setTime('2026-10-29T12:00:01Z');
    await gone(path);
    expect((await submit(api, '/me', `${path}/${pair.id}`, { act: 'met' }, pair.one.cookie)).status).toBe(
      410,
    );
  });

  it('never 1: shows a person who was blocked the same as before', async () => {
    const pair = await introduced();
    const path = await linkOf(pair, pair.other);
    const before = neutral(await open(path));
    await press(pair.one, pair, 'block');
    expect(neutral(await open(path))).toBe(before);
    // The control: whoever blocked does not see them any more.
    expect(await open(await linkOf(pair, pair.one))).not.toContain('Sam');
  });
});
