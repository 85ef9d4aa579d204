import {
  type BoardIntroduction,
  type Evening,
  type Guest,
  eveningIn,
  nextEvening,
  startEvening,
} from '../../../../test/support/evening.ts';

// What the board says about pairs before anything is decided about them.

let first: Evening;
let evening: Evening;

beforeAll(async () => {
  first = await startEvening();
});

beforeEach(async () => {
  evening = await nextEvening(first);
});

afterAll(() => first.stop());

interface Pair extends BoardIntroduction {
  caution: string | null;
  note: string | null;
  holdsPlace: boolean;
}
interface Said {
  introductions: Pair[];
  apart: { a: string; b: string; why: string }[];
}

const board = async () => (await evening.call<Said>('get')).body;
const pairs = async () => (await board()).introductions;
const pin = async (a: Guest, b: Guest) =>
  (await evening.call<{ introduction: Pair }>('post', '', { attendeeA: a.id, attendeeB: b.id })).body
    .introduction;
const annotate = ({ id, version }: BoardIntroduction, note: string) =>
  evening.api.http
    .put(`/api/v1/organizations/${evening.organizationId}/events/${evening.eventId}/introductions/${id}/note`)
    .set('cookie', evening.host)
    .send({ version, note });
const sql = (text: string, values: unknown[] = []) => evening.api.database.sql(text, values);
const know = (organizationId: string, a: Guest, b: Guest, source: string) =>
  sql(
    `insert into known_pairs values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, app_now())`,
    [organizationId, a.personId, b.personId, source],
  );

describe('pairs that this organization was told about', () => {
  it('are listed with why, and refused for the same', async () => {
    const [a, b, c] = [await evening.guest(), await evening.guest(), await evening.guest()];
    await know(evening.organizationId, a, b, 'told');
    await know(evening.organizationId, b, c, 'told');
    await know(evening.organizationId, b, c, 'kept-apart');
    await know(evening.organizationId, a, c, 'kept-apart');
    const { apart } = await board();
    const told = apart.map(({ a: one, b: other, why }) => [[one, other].sort().join(' '), why]);
    const key = (one: Guest, other: Guest) => [one.id, other.id].sort().join(' ');
    expect(Object.fromEntries(told)).toEqual({
      [key(a, b)]: 'known',
      [key(b, c)]: 'known',
      [key(a, c)]: 'kept-apart',
    });
    for (const { a: attendeeA, b: attendeeB, why } of apart) {
      const { status, body } = await evening.call<{ code: string }>('post', '', { attendeeA, attendeeB });
      expect([status, body.code]).toEqual([
        409,
        why === 'known' ? 'introduction-known-pair' : 'introduction-kept-apart',
      ]);
    }
  });

  it('leave out blocks, pauses, other organizations and whoever is not on the board', async () => {
    const [a, b] = [await evening.guest(), await evening.guest()];
    const gone = await evening.guest();
    const refusing = await evening.guest();
    const elsewhere = await eveningIn(evening.api);
    await sql('insert into blocks values ($1, $2, app_now())', [a.personId, b.personId]);
    await sql(`update people set introductions_paused_until = app_now() + interval '1 year' where id = $1`, [
      a.personId,
    ]);
    await know(elsewhere.organizationId, a, b, 'told');
    await know(evening.organizationId, a, gone, 'told');
    await know(evening.organizationId, a, refusing, 'told');
    await sql('update attendees set checked_in_at = null where id = $1', [gone.id]);
    await sql(`update consents set answer = 'refused' where person_id = $1`, [refusing.personId]);
    expect((await board()).apart).toEqual([]);
    // The control: the same row of this organization is told.
    await know(evening.organizationId, a, b, 'told');
    expect((await board()).apart).toHaveLength(1);
  });
});

it('cautions about two of one trade in one city, by what their profiles show', async () => {
  const trade = { crafts: ['foley'], city: 'Lisbon' };
  const [a, b, c] = [
    await evening.guest({ profile: trade }),
    await evening.guest({ profile: trade }),
    await evening.guest({ profile: { crafts: ['foley'], city: 'Porto' } }),
  ];
  expect([(await pin(a, b)).caution, (await pin(a, c)).caution]).toEqual(['same-trade', null]);
});

it('says which pairs hold their places: what a host approved, worded, noted or made', async () => {
  for (let place = 0; place < 8; place += 1) await evening.guest({ profile: { maxIntroductions: 1 } });
  await evening.call('post', '/suggest');
  const [approved, worded, noted, left] = await pairs();
  expect((await pairs()).map(({ holdsPlace }) => holdsPlace)).toEqual([false, false, false, false]);
  await evening.call('post', `/${approved!.id}/approve`, { version: 1 });
  await evening.call('patch', `/${worded!.id}`, { version: 1, reasonForA: 'Ask.', reasonForB: 'Tell.' });
  await annotate(noted!, 'They sat together.');
  const held = new Map((await pairs()).map(({ id, holdsPlace }) => [id, holdsPlace]));
  expect([approved, worded, noted, left].map((one) => held.get(one!.id))).toEqual([true, true, true, false]);
  // As the api counts: who has such a pair has no place for another, who has a mere suggestion does.
  const refusal = async (one: Pair) => {
    const other = await evening.guest();
    const asked = { attendeeA: one.a.attendeeId, attendeeB: other.id };
    return (await evening.call<{ code?: string }>('post', '', asked)).body.code;
  };
  for (const one of [approved, worded, noted]) expect(await refusal(one!)).toBe('introduction-event-cap');
  expect(await refusal(left!)).toBeUndefined();
});

describe('a note of the hosts on a pair', () => {
  it('is kept, changed and taken away as long as the pair is on the board, also once it is asked', async () => {
    const [a, b] = [await evening.guest(), await evening.guest()];
    const pair = await pin(a, b);
    expect(pair.note).toBeNull();
    const { status, body } = await annotate(pair, '  Speak to Ana first.\nShe is shy.  ');
    expect([status, body.note, body.version]).toEqual([200, 'Speak to Ana first.\nShe is shy.', 2]);
    await evening.call('post', `/${pair.id}/approve`, { version: 2 });
    await evening.pass('2026-10-21T12:00');
    const [asked] = await pairs();
    expect([asked!.standing, asked!.note]).toEqual(['asked', 'Speak to Ana first.\nShe is shy.']);
    const again = await annotate(asked!, ' ');
    expect([again.status, again.body.note]).toEqual([200, null]);
  });

  it('refuses an older version with the pair as it stands, and one that is too long', async () => {
    const pair = await pin(await evening.guest(), await evening.guest());
    await annotate(pair, 'First.');
    const late = await annotate(pair, 'Second.');
    expect([late.status, late.body.code, late.body.current.note]).toEqual([
      409,
      'changed-meanwhile',
      'First.',
    ]);
    expect((await annotate({ ...pair, version: 2 }, 'x'.repeat(501))).status).toBe(422);
    expect((await annotate({ ...pair, version: 2 }, 'ä'.repeat(500))).status).toBe(200);
  });

  it('is read by neither of the two: not in a mail, not on a page, not in what they can take with them', async () => {
    const secret = 'zanzifex';
    const [a, b] = [await evening.guest(), await evening.guest()];
    const pair = await pin(a, b);
    await annotate(pair, secret);
    await evening.call('post', `/${pair.id}/approve`, { version: 2 });
    await evening.pass('2026-10-21T12:00');
    for (const guest of [a, b]) {
      expect((await evening.look(guest, pair.id)).text).not.toContain(secret);
      await evening.answer(guest, pair.id, 'yes');
    }
    await evening.pass('2026-10-24T12:00');
    const mails = await sql('select * from mails where organization_id = $1', [evening.organizationId]);
    expect(mails.length).toBeGreaterThan(3);
    expect(JSON.stringify(mails)).not.toContain(secret);
    const cookie = await evening.api.cookieOf(a.personId);
    const mine = await evening.api.http.get('/api/v1/me/introductions').set('cookie', cookie);
    expect(mine.status).toBe(200);
    expect(JSON.stringify(mine.body)).not.toContain(secret);
    // Nor in the audit, which names what was done and nothing of it; the board has it (control).
    const lines = await sql('select * from audit where organization_id = $1', [evening.organizationId]);
    expect(JSON.stringify(lines)).toContain('introduction.noted');
    expect(JSON.stringify(lines)).not.toContain(secret);
    expect(JSON.stringify(await board())).toContain(secret);
  });
});
