import {
  type BoardIntroduction,
  type Evening,
  type Guest,
  nextEvening,
  startEvening,
} from '../../../../test/support/evening.ts';

// Whom people know is typed at the RSVP, often before the other one is on the list.

let first: Evening;
let evening: Evening;

beforeAll(async () => {
  first = await startEvening();
});

beforeEach(async () => {
  evening = await nextEvening(first);
});

afterAll(() => first.stop());

const foley = { crafts: ['foley'], lookingFor: ['foley'], canHelpWith: ['foley'], namedInAsks: true };
const guest = (name: string) => evening.guest({ name, profile: foley });

/** On Ana's own page, as people say it: whoever is not on the list yet is nobody yet. */
async function anaWhoKnows(...known: string[]): Promise<Guest> {
  const { api } = evening;
  const ana = await guest('Ana Real');
  await api.http
    .put(`/api/v1/me/rsvps/${ana.id}/profile`)
    .set('cookie', await api.cookieOf(ana.personId))
    .set('idempotency-key', crypto.randomUUID())
    .send({ ...foley, known })
    .expect(200);
  return ana;
}

const pin = async (a: Guest, b: Guest) => {
  const pair = { attendeeA: a.id, attendeeB: b.id };
  const { status, body } = await evening.call<{ code?: string }>('post', '', pair);
  return { status, code: body.code };
};
const pairs = async () =>
  (await evening.board()).introductions.map(({ a, b }) => [a.name, b.name].sort().join(' and '));
const refusal = { status: 409, code: 'introduction-known-pair' };
const renamed = ({ id }: Guest, name: string) =>
  evening.api.database.sql('update attendees set name = $2 where id = $1', [id, name]);

describe('somebody whose name was typed before they were on the list', () => {
  it('is never suggested to whoever typed it, nor paired by the host', async () => {
    const ana = await anaWhoKnows('Ben Okafor');
    const ben = await guest('Ben Okafor');
    await guest('Cleo Sand');
    expect((await evening.call('post', '/suggest')).status).toBe(200);
    expect(await pairs()).not.toContain('Ana Real and Ben Okafor');
    expect(await pairs()).toContain('Ana Real and Cleo Sand');
    expect(await pin(ana, ben)).toEqual(refusal);
  });

  it('is suggested where nobody typed it (control)', async () => {
    const ana = await anaWhoKnows('Somebody Else');
    const ben = await guest('Ben Okafor');
    await evening.call('post', '/suggest');
    expect(await pairs()).toEqual(['Ana Real and Ben Okafor']);
    expect((await pin(ana, ben)).code).toBe('introduction-pair-exists');
  });

  it('is refused to a host who has not asked for suggestions yet', async () => {
    const ana = await anaWhoKnows('Ben Okafor');
    expect(await pin(ana, await guest('Ben Okafor'))).toEqual(refusal);
  });

  it('makes no suggestion in the digest of the second working day', async () => {
    await anaWhoKnows('Ben Okafor');
    await guest('Ben Okafor');
    await evening.api.database.sql(
      `update events set morning_at = null, digest_at = '2026-10-21T16:00:00Z' where id = $1`,
      [evening.eventId],
    );
    await evening.pass('2026-10-21T12:00');
    expect(await pairs()).toEqual([]);
  });

  it('is noticed at the approval, and when the first question would leave', async () => {
    const ana = await anaWhoKnows('Ben Okafor', 'Cleo Sand');
    const [ben, cleo] = [await guest('B. O.'), await guest('C. S.')];
    const approved = await evening.approved(ana, ben);
    const pair = { attendeeA: ana.id, attendeeB: cleo.id };
    const { body } = await evening.call<{ introduction: BoardIntroduction }>('post', '', pair);
    await renamed(ben, 'Ben Okafor');
    await renamed(cleo, 'Cleo Sand');
    const approval = await evening.call<{ code?: string }>('post', `/${body.introduction.id}/approve`, {
      version: body.introduction.version,
    });
    expect({ status: approval.status, code: approval.body.code }).toEqual(refusal);
    await evening.pass('2026-10-21T12:00');
    expect(await evening.sent('introduction-ask')).toEqual([]);
    const [shown] = (await evening.board()).introductions.filter(({ id }) => id === approved);
    expect(shown!.standing).toBe('asked');
  });

  it('is asked about while the names stay unlike (control)', async () => {
    const ana = await anaWhoKnows('Ben Okafor');
    await evening.approved(ana, await guest('B. O.'));
    await evening.pass('2026-10-21T12:00');
    expect(await evening.sent('introduction-ask')).toHaveLength(2);
  });
});
