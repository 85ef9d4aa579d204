import { creditBalance, enterCredits, payCritics, returnCredits } from '#libs/database';
import { inOrganization, newId, system } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  type CritiqueEvening,
  type PersonThere,
  changeSession,
  makeCritiqueEvening,
  makeThere,
} from '../../../../test/support/critique-evening.ts';
import { makeAttendee, makeEvent, makeMember, makeOrganization } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T02:00:00Z' });
});
afterAll(() => api.stop());

/** An evening with some authors and a guest, and its ledger as a host has it. */
async function aLedger(given: Parameters<typeof makeCritiqueEvening>[1] = {}) {
  const evening = await makeCritiqueEvening(api, { authors: 3, ...given });
  const { organization } = evening;
  const host = await makeMember(api.database, organization.id, 'host');
  const cookie = await api.cookieOf(host.personId);
  const url = `/api/v1/organizations/${organization.id}/credits`;
  return {
    evening,
    host,
    cookie,
    url,
    list: async (query = '') => (await api.http.get(`${url}${query}`).set('cookie', cookie).expect(200)).body,
    grant: (personId: string, amount: unknown) =>
      api.http.post(url).set('cookie', cookie).send({ personId, amount }),
  };
}

const write = <Result>(
  { organization }: CritiqueEvening,
  work: Parameters<typeof api.db.write<Result>>[1],
): Promise<Result> => api.db.write(inOrganization(organization.id, system), work);

const balanceOf = (evening: CritiqueEvening, { personId }: PersonThere) =>
  write(evening, (tx) => creditBalance(tx, { organizationId: evening.organization.id, personId }));

/** The session's row as the worker has it at the release. */
const sessionOf = ({ organization, critiqueSessionId }: CritiqueEvening) => ({
  id: critiqueSessionId,
  organizationId: organization.id,
});

describe('the ledger of critique credits', () => {
  it('lists who had a seat at an evening with a critique session, by name and with what they have', async () => {
    const { evening, list } = await aLedger({ names: ['Zoë', 'ana', 'Mia'] });
    await makeAttendee(api.database, evening.event, { status: 'waitlisted', came: false });
    const plain = await makeEvent(api.database, evening.organization.id);
    await makeAttendee(api.database, plain);
    const [zoe] = evening.people;
    await write(evening, (tx) =>
      enterCredits(
        tx,
        { organizationId: evening.organization.id, personId: zoe!.personId },
        { amount: 4, reason: 'granted', subjectId: newId(), createdBy: null },
      ),
    );
    const lines = (body: { people: { name: string; balance: number }[] }) =>
      body.people.map(({ name, balance }) => `${name} ${balance}`);
    expect(lines(await list())).toEqual(['ana 3', 'Mia 3', 'Sam Guest 3', 'Zoë 7']);
    expect(lines(await list('?search=M'))).toEqual(['Mia 3', 'Sam Guest 3']);
  });

  it('comes in pages, everybody once', async () => {
    const { evening, list } = await aLedger({ authors: 0 });
    while (evening.people.length < 60) evening.people.push(await makeThere(api, evening.event, 'Same Name'));
    const first = await list();
    const second = await list(`?after=${first.next}`);
    const ids = [...first.people, ...second.people].map(({ personId }) => personId);
    expect([first.people.length, new Set(ids).size, second.next]).toEqual([50, 61, null]);
  });

  it('takes and gives a few at once, with a line in the activity', async () => {
    const { evening, host, grant, list } = await aLedger({ authors: 0 });
    const { personId } = evening.guest;
    expect((await grant(personId, 5).expect(200)).body).toEqual({ personId, name: 'Sam Guest', balance: 8 });
    expect((await grant(personId, -8).expect(200)).body.balance).toBe(0);
    expect((await list()).people).toMatchObject([{ personId, balance: 0 }]);
    const audit = await api.database.sql(
      'select actor_id, action, codes from audit where subject_id = $1 order by id',
      [personId],
    );
    expect(audit).toEqual([
      { actor_id: host.personId, action: 'critique-credits.granted', codes: { amount: 5 } },
      { actor_id: host.personId, action: 'critique-credits.taken', codes: { amount: -8 } },
    ]);
  });

  it('never falls below zero, also when two hosts take at once', async () => {
    const { evening, grant } = await aLedger({ authors: 0 });
    const { personId } = evening.guest;
    expect((await grant(personId, -4).expect(409)).body.code).toBe('critique-credits-short');
    const both = await Promise.all([grant(personId, -2), grant(personId, -2)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await balanceOf(evening, evening.guest)).toBe(1);
  });

  it.each([0, 21, -21, 1.5, '3'])('refuses to give %p', async (amount) => {
    const { evening, grant } = await aLedger({ authors: 0 });
    const { body } = await grant(evening.guest.personId, amount).expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/amount' }]);
  });

  it('knows nobody of another organization, and nobody without a seat', async () => {
    const { evening, grant } = await aLedger({ authors: 0 });
    const other = await makeCritiqueEvening(api, { authors: 0 });
    const waiting = await makeAttendee(api.database, evening.event, { status: 'waitlisted', came: false });
    for (const personId of [other.guest.personId, waiting.personId, newId()]) {
      await grant(personId, 1).expect(404);
    }
  });

  it('shows a host of named events the people of those alone', async () => {
    const { evening, host, list, grant } = await aLedger({ authors: 0 });
    const event = await makeEvent(api.database, evening.organization.id);
    await api.database.sql('update members set event_ids = array[$2::uuid] where id = $1', [
      host.id,
      event.id,
    ]);
    expect(await list()).toEqual({ counted: true, people: [], next: null });
    await grant(evening.guest.personId, 1).expect(404);
  });

  it('is switched off by an owner, and then lists nobody', async () => {
    const { evening, list } = await aLedger({ authors: 0 });
    const { organization } = evening;
    const owner = await makeMember(api.database, organization.id, 'owner');
    const { body } = await api.http
      .patch(`/api/v1/organizations/${organization.id}`)
      .set('cookie', await api.cookieOf(owner.personId))
      .send({ critiqueCredits: false })
      .expect(200);
    expect(body.critiqueCredits).toBe(false);
    expect(await list()).toEqual({ counted: false, people: [], next: null });
  });
});

describe('at the release of a session', () => {
  it('each critique that is done pays its critic once, however often it is released', async () => {
    const { evening } = await aLedger();
    const [first, second] = evening.works[0]!.critics;
    await api.database.sql(`update assignments set state = 'done' where id = $1`, [first!.assignmentId]);
    await api.database.sql(`update assignments set state = 'missed' where id = $1`, [second!.assignmentId]);
    await write(evening, (tx) => payCritics(tx, sessionOf(evening)));
    await write(evening, (tx) => payCritics(tx, sessionOf(evening)));
    expect(await balanceOf(evening, first!.critic)).toBe(4);
    expect(await balanceOf(evening, second!.critic)).toBe(3);
  });

  it('pays nobody where credits are off', async () => {
    const { evening } = await aLedger();
    await api.database.sql(`update assignments set state = 'done' where critique_session_id = $1`, [
      evening.critiqueSessionId,
    ]);
    await api.database.sql('update organizations set critique_credits = false where id = $1', [
      evening.organization.id,
    ]);
    await write(evening, (tx) => payCritics(tx, sessionOf(evening)));
    expect(await balanceOf(evening, evening.people[0]!)).toBe(3);
  });

  it('a work that was not heard gives back what it took, once, and one that was heard does not', async () => {
    const { evening } = await aLedger({ authors: 0, state: 'open' });
    const authors = [evening.guest, await makeThere(api, evening.event, 'Ana')];
    await changeSession(
      api,
      evening.critiqueSessionId,
      `deadline_local = '2026-10-21T12:00', deadline_at = '2026-10-21T19:00Z'`,
    );
    for (const { token } of authors) await bring(evening, token);
    await api.database.sql(
      `update submissions set state = 'heard', heard_at = app_now() where critique_session_id = $1 and person_id = $2`,
      [evening.critiqueSessionId, authors[0]!.personId],
    );
    await write(evening, (tx) => returnCredits(tx, sessionOf(evening)));
    await write(evening, (tx) => returnCredits(tx, sessionOf(evening)));
    expect(await balanceOf(evening, authors[0]!)).toBe(0);
    expect(await balanceOf(evening, authors[1]!)).toBe(3);
  });

  it('is not of another organization', async () => {
    const { evening } = await aLedger();
    await api.database.sql(`update assignments set state = 'done' where critique_session_id = $1`, [
      evening.critiqueSessionId,
    ]);
    const { id: organizationId } = await makeOrganization(api.database);
    await api.db.write(inOrganization(organizationId, system), (tx) =>
      payCritics(tx, { id: evening.critiqueSessionId, organizationId }),
    );
    expect(await balanceOf(evening, evening.people[0]!)).toBe(3);
  });
});

async function bring({ critiqueSessionId }: CritiqueEvening, token: string) {
  const url = `/api/v1/critique/${token}/sessions/${critiqueSessionId}/work`;
  const work = {
    version: 0,
    title: 'Low tide',
    link: 'https://music.example/low-tide',
    fileId: null,
    question: 'Does it hold?',
    wants: '',
    avoid: '',
    notes: '',
    topics: [],
    opinions: false,
    coAuthors: [],
    previousId: null,
  };
  await api.http.put(url).send(work).expect(200);
  await api.http.post(`${url}/submit`).expect(200);
}
