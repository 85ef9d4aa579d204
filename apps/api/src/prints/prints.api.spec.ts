import { readPdf } from '../../../../test/support/pdf-text.ts';
import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  makeAttendee,
  makeEvent,
  makeMember,
  makeOrganization,
  makePerson,
} from '../../../../test/support/factories.ts';
import { newId } from '#libs/domain';

let api: Api;
let organization: { id: string };
let cookie: string;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-19T20:00:00Z' });
  organization = await makeOrganization(api.database);
  cookie = await api.cookieOf((await makeMember(api.database, organization.id)).personId);
});

afterAll(() => api.stop());

interface Guest {
  name: string;
  agrees?: readonly string[];
  status?: 'confirmed' | 'waitlisted';
}

async function comes(event: { id: string; organizationId: string }, { name, agrees = [], status }: Guest) {
  const person = await makePerson(api.database, { name });
  const attendee = await makeAttendee(api.database, event, {
    person,
    status: status ?? 'confirmed',
    profile: { crafts: ['Foley'] },
  });
  for (const purpose of agrees)
    await api.database.sql(
      `insert into consents (id, organization_id, person_id, purpose, answer, wording, source, answered_at)
       values ($1, $2, $3, $4, 'given', '2026-10', 'page', app_now())`,
      [newId(), event.organizationId, person.id, purpose],
    );
  return attendee;
}

/** A mixer whose one round has everybody at table 1. */
async function seated(
  event: { id: string; organizationId: string },
  people: readonly { id: string; personId: string }[],
): Promise<void> {
  const mixer = newId();
  await api.database.sql(
    `insert into mixers (id, organization_id, event_id, format, state, tables, rounds, created_at)
     values ($1, $2, $3, 'tables', 'seated', 1, 1, app_now())`,
    [mixer, event.organizationId, event.id],
  );
  for (const { id, personId } of people)
    await api.database.sql(
      `insert into mixer_seats (id, organization_id, event_id, mixer_id, attendee_id, person_id, round, seat_table, source, created_at)
       values ($1, $2, $3, $4, $5, $6, 1, 1, 'drawn', app_now())`,
      [newId(), event.organizationId, event.id, mixer, id, personId],
    );
  await api.database.sql(
    `insert into mixer_topics (mixer_id, organization_id, round, seat_table, topic) values ($1, $2, 1, 1, 'reverb')`,
    [mixer, event.organizationId],
  );
}

const get = (event: { id: string }, file: string, as = cookie) =>
  api.http
    .get(`/api/v1/organizations/${organization.id}/events/${event.id}/${file}`)
    .set('cookie', as)
    .buffer(true);
async function textOf(event: { id: string }, file: string): Promise<string> {
  const { body } = await get(event, file).expect(200).expect('content-type', 'application/pdf');
  return readPdf(body as Buffer).pages.join('\n');
}

describe('badges', () => {
  it('are for everybody who is going and whom they bring; what somebody does stands there only if others may see it', async () => {
    const event = await makeEvent(api.database, organization.id);
    const ada = await comes(event, { name: 'Ada Seen', agrees: ['profile-visible'] });
    await comes(event, { name: 'Wes Waiting', status: 'waitlisted' });
    await api.database.sql(`update attendees set guests = '["Gus Plus"]', party_size = 2 where id = $1`, [
      ada.id,
    ]);
    const text = await textOf(event, 'badges.pdf');
    expect(text).toContain('Ada Seen');
    expect(text).toContain('Gus Plus');
    expect(text).not.toContain('Wes Waiting');
    expect(text.match(/Foley/g)).toHaveLength(1);
    const quiet = await makeEvent(api.database, organization.id);
    await comes(quiet, { name: 'Bo Quiet' });
    expect(await textOf(quiet, 'badges.pdf')).not.toContain('Foley');
  });

  it('come as a file, and who took them is written down', async () => {
    const event = await makeEvent(api.database, organization.id, { slug: 'sound-after' });
    await get(event, 'badges.pdf')
      .expect(200)
      .expect('cache-control', 'no-store')
      .expect('content-disposition', 'attachment; filename="badges-sound-after.pdf"');
    const audit = await api.database.sql('select action from audit where subject_id = $1', [event.id]);
    expect(audit).toEqual([{ action: 'badges.printed' }]);
  });
});

describe('table cards', () => {
  it('name who lets others see their name, count the others, and forget who left', async () => {
    const event = await makeEvent(api.database, organization.id);
    const people = [
      await comes(event, { name: 'Ada Seen', agrees: ['name-visible'] }),
      await comes(event, { name: 'Bo Quiet' }),
      await comes(event, { name: 'Lee Left', agrees: ['name-visible'] }),
    ];
    await seated(event, people);
    await api.database.sql('update mixer_seats set left_at = app_now() where attendee_id = $1', [
      people[2]?.id,
    ]);
    const text = await textOf(event, 'tables.pdf');
    expect(text).toContain('To begin with: reverb');
    expect(text).toContain('Ada Seen and 1 more');
    expect(text).not.toContain('Bo Quiet');
    expect(text).not.toContain('Lee Left');
  });
});

describe('whoever may not take the guest list with them', () => {
  it.each(['badges.pdf', 'tables.pdf'])('gets no %s', async (file) => {
    const event = await makeEvent(api.database, organization.id);
    const door = await makeMember(api.database, organization.id, 'door');
    await get(event, file, await api.cookieOf(door.personId)).expect(403);
    const elsewhere = await makeOrganization(api.database);
    const stranger = await makeEvent(api.database, elsewhere.id);
    await get(stranger, file).expect(404);
  });
});
