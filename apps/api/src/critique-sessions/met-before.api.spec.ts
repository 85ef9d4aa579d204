import { forbiddenPairs } from '#libs/database';
import { inOrganization, newId, system } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { type Author, type PlanDesk, makePlanDesk } from '../../../../test/support/critique-plan.ts';
import { makeEvent } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const sql = <Row extends object>(text: string, values: unknown[] = []) => api.database.sql<Row>(text, values);

/** Who heard whom, by name: critic, author. */
type Heard = readonly (readonly [Author, Author])[];

/** A session that ended so many days ago. */
async function heldBefore(desk: PlanDesk, eventId: string, daysAgo: number, heard: Heard): Promise<void> {
  const [organizationId, id] = [desk.organization.id, newId()];
  await sql(
    `insert into critique_sessions (id, organization_id, event_id, format, critics_per_work, state, ended_at, created_at)
     values ($1, $2, $3, 'live', 3, 'ended', app_now() - make_interval(days => $4), app_now())`,
    [id, organizationId, eventId, daysAgo],
  );
  for (const [critic, author] of heard) {
    await sql(
      `insert into submissions (id, organization_id, event_id, critique_session_id, attendee_id, person_id, state, title, medium, link,
         question, submitted_at, heard_at, created_at)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, 'heard', 'Then', 'link', 'https://example.org', 'Why?', app_now(), app_now(), app_now())
       on conflict (critique_session_id, person_id) do nothing`,
      [organizationId, eventId, id, author.attendeeId, author.personId],
    );
    await sql(
      `insert into assignments (id, organization_id, event_id, critique_session_id, submission_id, attendee_id, person_id, state,
         source, created_at)
       select gen_random_uuid(), $1, $2, $3, id, $4, $5, 'done', 'plan', app_now() from submissions
       where critique_session_id = $3 and person_id = $6`,
      [organizationId, eventId, id, critic.attendeeId, critic.personId, author.personId],
    );
  }
}

async function again(desk: PlanDesk, people: readonly Author[]): Promise<string[]> {
  const { id: organizationId } = desk.organization;
  const session = { id: desk.id, organizationId, eventId: desk.event.id, employersApart: false };
  const ids = people.map(({ personId }) => personId);
  const pairs = await api.db.read(inOrganization(organizationId, system), (reader) =>
    forbiddenPairs(reader, session, ids),
  );
  const nameOf = (id: string) => people.find(({ personId }) => personId === id)?.name ?? '';
  return pairs.map(({ criticId, authorId, why }) => `${nameOf(criticId)} ${nameOf(authorId)} ${why}`).sort();
}

describe('whom somebody heard last time', () => {
  it('is of the latest evening at which both were heard or listened, in any of its sessions', async () => {
    const desk = await makePlanDesk(api);
    const [ana, ben, cem, dana] = await Promise.all(
      ['Ana', 'Ben', 'Cem', 'Dana'].map((name) => desk.work({ name })),
    );
    const people = [ana!, ben!, cem!, dana!];
    const [long, short, other] = [
      await makeEvent(api.database, desk.organization.id),
      await makeEvent(api.database, desk.organization.id),
      await makeEvent(api.database, desk.organization.id),
    ];
    // Ana heard Ben long ago, and both were there again later without hearing each other: it is long enough.
    await heldBefore(desk, long.id, 90, [[ana!, ben!]]);
    await heldBefore(desk, short.id, 30, [
      [ana!, cem!],
      [cem!, ben!],
    ]);
    // Another session of that evening ended after the first, and a later evening was without most of them.
    await heldBefore(desk, short.id, 29, [[dana!, cem!]]);
    await heldBefore(desk, other.id, 7, [[dana!, ben!]]);
    expect(await again(desk, people)).toEqual([
      'Ana Cem again',
      'Cem Ben again',
      'Dana Ben again',
      'Dana Cem again',
    ]);
  });

  it('is not of a session that was called off', async () => {
    const desk = await makePlanDesk(api);
    const people = [await desk.work({ name: 'Ana' }), await desk.work({ name: 'Ben' })];
    const event = await makeEvent(api.database, desk.organization.id);
    await heldBefore(desk, event.id, 30, [[people[0]!, people[1]!]]);
    expect(await again(desk, people)).toEqual(['Ana Ben again']);
    await sql('update critique_sessions set called_off_at = ended_at where event_id = $1', [event.id]);
    expect(await again(desk, people)).toEqual([]);
  });
});
