import { type GivenEvent, startImportDesk } from '../../../../test/support/import-desk.ts';
import {
  makeAttendee,
  makeEvent,
  makeMember,
  makeOrganization,
  makePerson,
} from '../../../../test/support/factories.ts';

let desk: Awaited<ReturnType<typeof startImportDesk>>;

beforeAll(async () => {
  desk = await startImportDesk();
});

afterAll(() => desk.api.stop());

const pathOf = (event: GivenEvent, organizationId = event.organizationId) =>
  `/api/v1/organizations/${organizationId}/events/${event.id}/attendees.csv`;
const download = (event: GivenEvent, as = desk.cookie) =>
  desk.api.http.get(pathOf(event)).set('cookie', as).buffer(true).parse(asText);
function asText(answer: unknown, done: (error: Error | null, text: string) => void): void {
  const response = answer as NodeJS.ReadableStream;
  const pieces: Buffer[] = [];
  response.on('data', (piece: Buffer) => pieces.push(piece));
  response.on('end', () => {
    done(null, Buffer.concat(pieces).toString());
  });
}
const textOf = async (event: GivenEvent): Promise<string> =>
  (await download(event).expect(200)).body as string;

async function fullHouse(): Promise<GivenEvent> {
  const event = await desk.evening();
  const people: [string, string, string][] = [
    ['=HYPERLINK("x")', 'formula@studio.example', 'confirmed'],
    ['Ömer, the "Fox" Çelik', 'omer@studio.example', 'waitlisted'],
    ['Odd Offered', 'odd@studio.example', 'offered'],
    ['Pat Pending', 'pat@studio.example', 'pending'],
    ['Dee Declined', 'dee@studio.example', 'declined'],
    ['Cas Cancelled', 'cas@studio.example', 'cancelled'],
    ['Hal Held', 'hal@studio.example', 'held'],
  ];
  for (const [name, email, status] of people) {
    const person = await makePerson(desk.api.database, { name, email: `${event.id.slice(-6)}.${email}` });
    const given = {
      person,
      status: status as 'held',
      came: status === 'confirmed',
      introductions: 'never asked',
    };
    await makeAttendee(desk.api.database, event, given as object);
  }
  await desk.api.database.sql(
    `update attendees set answers = '[{"question":"Diet?","answer":"-none\\nat all"}]' where event_id = $1 and status = 'confirmed'`,
    [event.id],
  );
  return event;
}

/** What a list tells of each guest. */
const toldOf = async (event: GivenEvent) =>
  desk.api.database.sql(
    `select p.email, a.name, case a.status when 'offered' then 'waitlisted' else a.status end as status, a.checked_in_at, a.answers
     from attendees a join people p on p.id = a.person_id
     where a.event_id = $1 and a.status <> 'held' order by p.email`,
    [event.id],
  );

describe('the guest list as a file', () => {
  it('is CSV that a spreadsheet opens as text, under a name of its own, and is written down', async () => {
    const event = await fullHouse();
    const { headers, body } = await download(event).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="guests-${event.slug}.csv"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const lines = (body as string).split('\r\n');
    expect(lines[0]).toBe('\uFEFFName,Email,Status,Party size,Guest names,Diet?,Registered at,Checked in at');
    expect(lines[1]).toMatch(
      /^"'=HYPERLINK\(""x""\)",\w+\.formula@studio\.example,Going,1,,"'-none\nat all",2026-10-20T15:00:\S+Z,2026-10-20T01:00:00Z$/,
    );
    expect(lines.slice(2, 8).map((line) => /,(\w[\w ]+),1,,/.exec(line)?.[1])).toEqual([
      'Waitlisted',
      'Offered a seat',
      'Pending',
      'Declined',
      'Cancelled',
      'Address not confirmed',
    ]);
    expect(lines[8]).toBe('');
    const audit = await desk.api.database.sql(
      'select action, actor_id, codes from audit where subject_id = $1',
      [event.id],
    );
    expect(audit).toEqual([{ action: 'guest-list.exported', actor_id: desk.owner.personId, codes: {} }]);
  });

  it('changes nothing when it is imported into the list it came from', async () => {
    const event = await fullHouse();
    const { database } = desk.api;
    await database.sql(
      `update attendees set party_size = 3, guests = '["Vera", "Wim"]',
         answers = '[{"id":"q1","question":"Days","answer":["Fri","Sat"]}]'
       where event_id = $1 and status = 'confirmed'`,
      [event.id],
    );
    await database.sql('update event_seats set taken = taken + 2 where event_id = $1', [event.id]);
    const parties = () =>
      database.sql('select name, party_size, guests from attendees where event_id = $1 order by name', [
        event.id,
      ]);
    const [before, partiesBefore] = [await desk.guests(event), await parties()];
    const { body } = await desk.upload(event, await textOf(event)).expect(201);
    expect(body.columns.map(({ means }: { means: string }) => means)).toEqual([
      ...['name', 'email', 'status', 'ignored', 'ignored', 'answer', 'ignored', 'checkedInAt'],
    ]);
    await desk.importList(event, await textOf(event));
    expect(await desk.guests(event)).toEqual(before);
    expect(await parties()).toEqual(partiesBefore);
    await desk.expectSeatsTrue(event);
  });

  it('gives the same people, standings, answers and check-ins in another event', async () => {
    const event = await fullHouse();
    const copy = await makeEvent(desk.api.database, event.organizationId);
    await desk.importList(copy, await textOf(event));
    expect(await toldOf(copy)).toEqual(await toldOf(event));
    const again = (await textOf(copy)).replace(/2026-10-20T15:00:[\d.]+Z/g, '');
    const first = (await textOf(event)).replace(/2026-10-20T15:00:[\d.]+Z/g, '');
    const known = first.split('\r\n').filter((line) => !line.includes('Address not confirmed'));
    expect(again.split('\r\n').sort()).toEqual(
      known.map((line) => line.replace('Offered a seat', 'Waitlisted')).sort(),
    );
  });

  it('holds everybody once, also when it takes many slices', async () => {
    const event = await desk.evening();
    await desk.api.database.sql(
      `with made as (
         insert into people (id, email, created_at)
         select gen_random_uuid(), $1::text || n || '@crowd.example', now() from generate_series(1, 1234) n returning id)
       insert into attendees (id, organization_id, event_id, person_id, name, status, seat, source, version, created_at)
       select gen_random_uuid(), $2, $3, id, 'One of many', 'pending', false, 'page', 1, now() from made`,
      [event.slug, event.organizationId, event.id],
    );
    const addresses = [...(await textOf(event)).matchAll(/,(\S+@crowd\.example),/g)].map(
      ([, address]) => address,
    );
    expect(addresses).toHaveLength(1234);
    expect(new Set(addresses).size).toBe(1234);
  });

  it('is not for the door, not for another organization, not for a host of other events', async () => {
    const event = await fullHouse();
    const elsewhere = await makeOrganization(desk.api.database);
    const as = async (role: 'owner' | 'host' | 'door', organizationId: string) => {
      const member = await makeMember(desk.api.database, organizationId, role);
      return { ...member, cookie: await desk.api.cookieOf(member.personId) };
    };
    await desk.api.http.get(pathOf(event)).expect(401);
    await download(event, (await as('door', event.organizationId)).cookie).expect(403);
    const foreign = (await as('owner', elsewhere.id)).cookie;
    await download(event, foreign).expect(404);
    await desk.api.http.get(pathOf(event, elsewhere.id)).set('cookie', foreign).expect(404);
    const limited = await as('host', event.organizationId);
    await desk.api.database.sql('update members set event_ids = array[gen_random_uuid()] where id = $1', [
      limited.id,
    ]);
    await download(event, limited.cookie).expect(404);
    const audit = await desk.api.database.sql('select from audit where subject_id = $1', [event.id]);
    expect(audit).toHaveLength(0);
  });
});
