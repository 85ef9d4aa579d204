import { newId } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee, makeEvent, makeOrganization, makePerson } from '../../../../test/support/factories.ts';

let api: Api;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-28T12:00:00Z' });
});

afterAll(() => api.stop());

/** A pair of an evening in some state, with what each side answered. */
async function pair(names: [string, string], state: string, consents: [string, string]) {
  const { id: organizationId } = await makeOrganization(api.database);
  const event = await makeEvent(api.database, organizationId, { title: 'Sound after the cut' });
  const people = [
    await makePerson(api.database, { name: names[0] }),
    await makePerson(api.database, { name: names[1] }),
  ];
  const attendees = [];
  for (const person of people) attendees.push(await makeAttendee(api.database, event, { person }));
  const ordered = [...attendees].sort((one, other) => (one.personId < other.personId ? -1 : 1));
  const id = newId();
  await api.database.sql(
    `insert into introductions (id, organization_id, event_id, person_a, person_b, attendee_a, attendee_b, source, state, band,
       reason_a, reason_b, seed, introduced_at, version, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'suggested', $8::text, 'fair', '{}', '{}', 1,
       case when $8::text = 'introduced' then '2026-10-26T17:00:00Z'::timestamptz end, 1, app_now())`,
    [
      id,
      organizationId,
      event.id,
      ...ordered.map((one) => one.personId),
      ...ordered.map((one) => one.id),
      state,
    ],
  );
  for (const [index, attendee] of attendees.entries()) {
    await api.database.sql(
      `insert into introduction_sides (id, organization_id, introduction_id, person_id, attendee_id, consent, version)
       values ($1, $2, $3, $4, $5, $6, 1)`,
      [newId(), organizationId, id, attendee.personId, attendee.id, consents[index]],
    );
  }
  return Promise.all(people.map(async (person) => ({ ...person, cookie: await api.cookieOf(person.id) })));
}

const pageOf = async (cookie = '') => (await api.http.get('/me').set('cookie', cookie).expect(200)).text;

describe('my introductions', () => {
  it('name those that were made, to both', async () => {
    const [one, other] = await pair(['Ines Okafor', 'Sam Lindqvist'], 'introduced', ['yes', 'yes']);
    expect(await pageOf(one?.cookie)).toContain('Sam Lindqvist');
    expect(await pageOf(other?.cookie)).toContain('Ines Okafor');
    expect(await pageOf(one?.cookie)).toContain('After Sound after the cut, on Monday 26 October 2026.');
    expect(await pageOf(one?.cookie)).not.toContain(other?.email);
  });

  it.each([
    ['asking', 'yes', 'asked'],
    ['asking', 'yes', 'no'],
    ['agreed', 'yes', 'yes'],
    ['closed quietly', 'yes', 'no'],
    ['ended for safety', 'yes', 'yes'],
  ])('say nothing of a pair that is %s (%s, %s)', async (state, mine, theirs) => {
    const [one, other] = await pair(['Ines Okafor', 'Sam Lindqvist'], state, [mine, theirs]);
    expect(await pageOf(one?.cookie)).not.toContain('Sam');
    expect(await pageOf(other?.cookie)).not.toContain('Ines');
    expect(await pageOf(one?.cookie)).not.toContain('introduced');
  });
});
