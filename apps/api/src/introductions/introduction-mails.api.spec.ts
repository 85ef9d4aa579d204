import { type Evening, deliverDue, nextEvening, startEvening } from '../../../../test/support/evening.ts';
import { makeMember, makePerson } from '../../../../test/support/factories.ts';

let first: Evening;
let evening: Evening;

beforeAll(async () => {
  first = await startEvening();
});

beforeEach(async () => {
  evening = await nextEvening(first);
});

afterAll(() => first.stop());

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  evening.api.database.sql<Row>(text, values);

const named = { profile: { crafts: ['foley'], namedInAsks: true, canHelpWith: ['room acoustics'] } };

async function aPair() {
  const [ines, tomas] = [
    await evening.guest({ name: 'Ines Okafor', ...named }),
    await evening.guest({ name: 'Tomás Reyes', ...named }),
  ];
  const pair = await evening.approved(ines, tomas);
  const [shown] = (await evening.board()).introductions;
  if (shown === undefined) throw new Error('no pair');
  const sideOf = (name: string) => (shown.a.name === name ? 'a' : 'b');
  return { ines, tomas, pair, sideOf };
}

/** A host with a name and an address of their own. */
async function aHost(given: { email?: string } = {}) {
  const person = await makePerson(evening.api.database, { name: 'Uma Berg', ...given });
  const member = await makeMember(evening.api.database, evening.organizationId, 'host', person);
  return { ...member, email: person.email, cookie: await evening.api.cookieOf(person.id) };
}

const sendToMe = (cookie: string, pair: string, side: string) => {
  const { organizationId, eventId } = evening;
  return evening.api.http
    .post(`/api/v1/organizations/${organizationId}/events/${eventId}/introductions/${pair}/send-to-me`)
    .set('cookie', cookie)
    .send({ side });
};

interface Preview {
  kind: string;
  to: string;
  subject: string;
  text: string;
}

const previews = async (pair: string) =>
  (await evening.call<{ mails: Preview[] }>('get', `/${pair}/mails`)).body.mails;

/** The words of a mail, without its links and whom it is from. */
const wordsOf = (text: string) =>
  text
    .replace(/https?:\S+|\(their own link\)/g, 'LINK')
    .replace(/\u2060/g, '')
    .split('\n--')[0];

describe('the mails of a pair', () => {
  it('read before they leave as they will read then: both questions and both introductions', async () => {
    const { ines, tomas, pair } = await aPair();
    const before = await previews(pair);
    expect(before.map(({ kind }) => kind)).toEqual(['ask', 'ask', 'introduction', 'introduction']);
    await evening.pass('2026-10-21T12:00');
    for (const guest of [ines, tomas]) {
      const preview = before.find(({ kind, to }) => kind === 'ask' && to === guest.name);
      const mail = (await evening.sent('introduction-ask')).find(({ to }) => to === guest.email);
      expect([preview?.subject, wordsOf(preview?.text ?? '')]).toEqual([
        mail?.subject,
        wordsOf(mail?.text ?? ''),
      ]);
    }
    await evening.answer(ines, pair, 'yes');
    await evening.answer(tomas, pair, 'yes');
    await evening.pass('2026-10-21T16:30');
    const [made] = await evening.sent('introduction');
    const preview = before.find(({ kind }) => kind === 'introduction');
    const contacts = (text: string) =>
      text.replace(/\(the contact they choose\)|person\d+@example\.org/g, 'CONTACT');
    expect(preview?.subject).toBe(made?.subject);
    expect(contacts(wordsOf(preview?.text ?? '') ?? '')).toBe(contacts(wordsOf(made?.text ?? '') ?? ''));
  });

  it('show no address and no link in a preview, and are the same whatever was answered', async () => {
    const { ines, tomas, pair } = await aPair();
    await evening.pass('2026-10-21T12:00');
    const before = await previews(pair);
    for (const { text } of before) expect(text).not.toMatch(/@|https?:/);
    await evening.answer(ines, pair, 'no');
    await evening.answer(tomas, pair, 'yes', 'Call +1 555 0100');
    expect(await previews(pair)).toEqual(before);
  });
});

describe('a test to oneself', () => {
  it('is the question word for word, to the host alone, with links that lead nowhere', async () => {
    const { ines, pair, sideOf } = await aPair();
    const host = await aHost();
    expect((await sendToMe(host.cookie, pair, sideOf('Ines Okafor'))).status).toBe(204);
    await deliverDue(evening.api);
    const [test, ...others] = await evening.sent();
    expect(others).toEqual([]);
    expect(test).toMatchObject({
      kind: 'introduction-test',
      to: host.email,
      subject: 'Test: Shall we introduce you?',
      replyTo: null,
    });
    expect(test?.text).toContain('This is a test that you sent to yourself. Ines Okafor gets');
    const links = test?.text.match(/https?:\S+/g) ?? [];
    expect(new Set(links)).toEqual(new Set([`${evening.api.url}/ask/test`]));
    expect((await evening.api.http.get('/ask/test')).status).toBe(410);
    await evening.pass('2026-10-21T12:00');
    const real = (await evening.sent('introduction-ask')).find(({ to }) => to === ines.email);
    const [, , ...asked] = wordsOf(test?.text ?? '')?.split('\n\n') ?? [];
    expect(asked.join('\n\n')).toBe(wordsOf(real?.text ?? ''));
  });

  it('changes nothing of the pair, and may be sent again, 20 times an hour', async () => {
    const { pair } = await aPair();
    const host = await aHost();
    const before = await evening.board();
    const statuses = [];
    for (let nth = 1; nth <= 21; nth += 1) statuses.push((await sendToMe(host.cookie, pair, 'a')).status);
    expect(statuses).toEqual([...Array<number>(20).fill(204), 429]);
    expect(await evening.board()).toEqual(before);
    expect(await evening.queued()).toHaveLength(20);
  });

  it('is for those who decide, about a pair of theirs, of one side', async () => {
    const { pair } = await aPair();
    const other = await nextEvening(first);
    const door = await makeMember(evening.api.database, evening.organizationId, 'door');
    expect((await sendToMe(await evening.api.cookieOf(door.personId), pair, 'a')).status).toBe(403);
    expect((await sendToMe(other.host, pair, 'a')).status).toBe(404);
    expect((await sendToMe(evening.host, pair, 'c')).status).toBe(422);
    expect(await evening.queued()).toEqual([]);
  });

  const between: [string, (ids: { memberId: string; guestId: string }) => Promise<unknown>][] = [
    ['is no host any more', ({ memberId }) => sql('delete from members where id = $1', [memberId])],
    ['has another role', ({ memberId }) => sql(`update members set role = 'door' where id = $1`, [memberId])],
    [
      'is host of other events',
      ({ memberId }) =>
        sql('update members set event_ids = array[gen_random_uuid()] where id = $1', [memberId]),
    ],
    [
      'would read of somebody who has left',
      ({ guestId }) =>
        sql('update people set erased_at = app_now(), email = id || $2 where id = $1', [
          guestId,
          '@gone.invalid',
        ]),
    ],
  ];

  it.each(between)('does not leave to a host who %s by then', async (_, happens) => {
    const { pair, ines } = await aPair();
    const host = await aHost();
    await sendToMe(host.cookie, pair, 'a');
    await happens({ memberId: host.id, guestId: ines.personId });
    await deliverDue(evening.api);
    const rows = await sql<{ state: string; outcome: string }>(
      `select state, outcome from mails where organization_id = $1 and kind = 'introduction-test'`,
      [evening.organizationId],
    );
    expect(rows).toEqual([{ state: 'suppressed', outcome: 'no-longer-true' }]);
  });
});
