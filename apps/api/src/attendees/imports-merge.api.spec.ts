import { keepConsent } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import { makeAttendee, makeEvent, makePerson } from '../../../../test/support/factories.ts';
import { eventbrite, luma, startImportDesk } from '../../../../test/support/import-desk.ts';

const {
  api,
  organization,
  upload,
  start,
  look,
  rows,
  work,
  importList,
  guests,
  guest,
  seats,
  expectSeatsTrue,
  evening,
} = await startImportDesk();

afterAll(async () => {
  await api.stop();
});

describe('the two lists of one evening', () => {
  it('give one list, whichever comes first, however often they come, and at once too', async () => {
    const [a, b, c, d] = [await evening(), await evening(), await evening(), await evening()];
    for (const list of [luma, eventbrite]) await importList(a, list);
    for (const list of [eventbrite, luma]) await importList(b, list);
    for (const list of [luma, eventbrite, eventbrite, luma, luma]) await importList(c, list);
    await Promise.all([luma, eventbrite, luma].map((list) => importList(d, list)));
    const dump = await guests(a);
    expect(dump.length).toBeGreaterThan(70);
    expect(await guests(b)).toEqual(dump);
    expect(await guests(c)).toEqual(dump);
    expect(await guests(d)).toEqual(dump);
    for (const event of [a, b, c, d]) await expectSeatsTrue(event);
    const came = dump.filter((row) => row['checked_in_at'] !== null);
    expect(came).toHaveLength(52);
    expect(came.filter((row) => row['introductions'] === 'given')).toHaveLength(35);
  });

  it('change nothing the second time, and say so before', async () => {
    const event = await evening();
    await importList(event, luma);
    const before = await api.database.sql(
      'select id, version from attendees where event_id = $1 order by id',
      [event.id],
    );
    const { body } = await upload(event, luma).expect(201);
    expect(body.counts).toMatchObject({ new: 0, updated: 0 });
    expect(body.counts.unchanged).toBeGreaterThan(50);
    await importList(event, luma);
    expect(
      await api.database.sql('select id, version from attendees where event_id = $1 order by id', [event.id]),
    ).toEqual(before);
  });

  it('send no mail and promote nobody', async () => {
    const event = await evening();
    await importList(event, luma);
    expect(
      await api.database.sql('select 1 from mails where organization_id = $1', [event.organizationId]),
    ).toEqual([]);
  });

  it('do what the preview said', async () => {
    const event = await evening();
    await importList(event, luma);
    const { body } = await upload(event, eventbrite).expect(201);
    const said = await rows(event, body.id);
    await start(event, body.id).expect(200);
    await work(body.id, event.organizationId);
    expect((await look(event, body.id)).counts).toEqual(body.counts);
    expect(await rows(event, body.id)).toEqual(said);
  });

  it('are there to be downloaded and imported in a demo', async () => {
    const { text, headers } = await api.http.get('/demo/guest-lists/luma.csv').expect(200);
    expect(Buffer.from(text)).toEqual(luma);
    expect(headers['content-disposition']).toContain('attachment');
    await api.http.get('/demo/guest-lists/people.csv').expect(404);
  });
});

describe('what was entered here', () => {
  const list = (status: string, email: string, more = ''): string =>
    `name,email,status,city,introductions\nList Name,${email},${status},Burbank,${more}\n`;

  it('stays: a name, a status, a profile; blanks are filled', async () => {
    const event = await evening();
    const person = await makePerson(api.database, { name: 'Own Name' });
    await makeAttendee(api.database, event, {
      person,
      came: false,
      profile: { city: 'Pasadena' },
      introductions: 'never asked',
    });
    await importList(
      event,
      `name,email,status,city,crafts\nList Name,${person.email},declined,Burbank,foley\n`,
    );
    expect(await guest(event, person.email)).toMatchObject({
      status: 'confirmed',
      name: 'Own Name',
      profile: { city: 'Pasadena', crafts: ['foley'] },
    });
  });

  it('stays when it was cancelled here, even if a list says the person came', async () => {
    const event = await evening();
    const person = await makePerson(api.database);
    await makeAttendee(api.database, event, { person, status: 'cancelled', came: false });
    const { body } = await upload(event, list('checked in', person.email)).expect(201);
    expect(await rows(event, body.id)).toMatchObject([
      { detail: expect.stringContaining('what was entered here stays: cancelled') },
    ]);
    await importList(event, list('checked in', person.email));
    expect(await guest(event, person.email)).toMatchObject({
      status: 'cancelled',
      cancel_cause: 'by-person',
      checked_in_at: null,
    });
  });

  it('stays when somebody imported is cancelled here afterwards', async () => {
    const event = await evening();
    await importList(event, list('approved', 'later@example.org'));
    await api.database.sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-host', seat = false, version = version + 1 where event_id = $1`,
      [event.id],
    );
    await api.database.sql('update event_seats set taken = 0 where event_id = $1', [event.id]);
    await importList(event, list('approved', 'later@example.org'));
    await importList(event, list('checked in', 'later@example.org'));
    expect(await guest(event, 'later@example.org')).toMatchObject({
      status: 'cancelled',
      cancel_cause: 'by-host',
    });
    await expectSeatsTrue(event);
  });

  it('is added to when a list says that somebody who waited here came', async () => {
    const event = await evening();
    const person = await makePerson(api.database);
    await makeAttendee(api.database, event, { person, status: 'waitlisted', came: false });
    await importList(event, list('checked in', person.email));
    expect(await guest(event, person.email)).toMatchObject({
      status: 'confirmed',
      checked_in_at: new Date('2026-10-20T01:00:00Z'),
    });
    await expectSeatsTrue(event);
  });

  it('is not an RSVP whose address nobody confirmed: the list knows better', async () => {
    const event = await evening();
    const person = await makePerson(api.database);
    await makeAttendee(api.database, event, {
      person,
      status: 'held',
      came: false,
      introductions: 'never asked',
    });
    await importList(event, list('approved', person.email));
    expect(await guest(event, person.email)).toMatchObject({
      status: 'confirmed',
      name: 'List Name',
      seat: true,
    });
    await expectSeatsTrue(event);
  });

  it('decides about introductions, a withdrawal included; of lists a no beats a yes', async () => {
    const event = await evening();
    const [asked, left] = [await makePerson(api.database), await makePerson(api.database)];
    await makeAttendee(api.database, event, { person: asked, introductions: 'given' });
    await makeAttendee(api.database, event, { person: left, introductions: 'given' });
    await api.database.sql('update consents set withdrawn_at = app_now() where person_id = $1', [left.id]);
    await importList(event, list('approved', asked.email, 'no'));
    await importList(event, list('approved', left.email, 'yes'));
    expect(await guest(event, asked.email)).toMatchObject({ introductions: 'given' });
    expect(await guest(event, left.email)).toMatchObject({ introductions: null });
    for (const answer of ['yes', 'no', 'yes'])
      await importList(event, list('approved', 'new@example.org', answer));
    expect(await guest(event, 'new@example.org')).toMatchObject({ introductions: 'refused' });
  });

  it('tells of nobody who was asked about an introduction whether their answer stands', async () => {
    const event = await evening();
    const [silent, left, unasked] = [
      'silent@asked.example',
      'left@asked.example',
      'unasked@asked.example',
    ] as const;
    for (const email of [silent, left, unasked]) await importList(event, list('approved', email, 'yes'));
    await api.database.sql(
      `insert into introductions (id, organization_id, event_id, person_a, person_b, attendee_a, attendee_b, source, state, band,
         reason_a, reason_b, seed, frozen_at, appears_until, version, created_at)
       select gen_random_uuid(), one.organization_id, one.event_id, one.person_id, other.person_id, one.id, other.id, 'host',
         'asking', 'fair', '{}', '{}', 1, app_now(), app_now() + interval '7 days', 1, app_now()
       from attendees one join people p on p.id = one.person_id, attendees other join people q on q.id = other.person_id
       where one.event_id = $1 and other.event_id = $1 and p.email = any ($2) and q.email = any ($2) and p.id < q.id`,
      [event.id, [silent, left]],
    );
    const own = { purpose: 'introductions', answer: 'refused', wording: 'test', source: 'answer' } as const;
    const { organizationId } = event;
    await api.db.write(inOrganization(organizationId, system), async (tx) => {
      const [person] = await tx.query<{ id: string }>('select id from people where email = $1', [left]);
      await keepConsent(tx, { organizationId, personId: person!.id, ...own });
    });
    const told = async (email: string): Promise<unknown> => {
      const { body } = await upload(event, list('approved', email, 'no')).expect(201);
      const lines = (await rows(event, body.id)) as { what: string; detail: string }[];
      return lines.map(({ what, detail }) => [what, detail]);
    };
    for (const time of ['before the list counts', 'and after']) {
      expect([time, await told(left)]).toEqual([time, await told(silent)]);
      for (const email of [silent, left]) await importList(event, list('approved', email, 'no'));
    }
    expect(await guest(event, silent)).toMatchObject({ introductions: 'refused' });
    // The control: of somebody whom nobody asked it says that their answer becomes another.
    expect(JSON.stringify(await told(unasked))).toContain('the answer about introductions');
  });

  it('and a person of another organization is neither shown nor changed', async () => {
    const event = await evening();
    const person = await makePerson(api.database, { name: 'Known Elsewhere' });
    const { body } = await upload(event, `name,email\n,${person.email}\n`).expect(201);
    expect(JSON.stringify(await rows(event, body.id))).not.toContain('Known Elsewhere');
    await importList(event, `name,email\n,${person.email}\n`);
    expect(await guest(event, person.email)).toMatchObject({ name: 'Name not given' });
    await importList(event, `name,email\nList Name,${person.email}\n`);
    expect(await guest(event, person.email)).toMatchObject({ name: 'List Name' });
    expect(await api.database.sql('select name from people where id = $1', [person.id])).toEqual([
      { name: 'Known Elsewhere' },
    ]);
  });
});

describe('an import beyond the capacity', () => {
  it('raises the ceiling by name and leaves the capacity', async () => {
    const event = await makeEvent(api.database, organization.id, { capacity: 1 });
    await importList(event, 'name,email\nAna,ana@full.example\nBo,bo@full.example\n');
    expect(await seats(event)).toMatchObject({ capacity: 1, ceiling: 2, taken: 2 });
    const audit = await api.database.sql(
      `select codes from audit where action = 'event.ceiling-raised' and subject_id = $1`,
      [event.id],
    );
    expect(audit).toEqual([{ codes: { cause: 'import', ceiling: 2 } }]);
  });

  it('queues those a list has waiting, in the order of the list', async () => {
    const event = await makeEvent(api.database, organization.id);
    await importList(
      event,
      'name,email,status\nAna,ana@queue.example,waitlist\nBo,bo@queue.example,approved\nCy,cy@queue.example,waitlist\n',
    );
    const queue = await api.database.sql(
      `select name, arrival from attendees where event_id = $1 and status = 'waitlisted' order by arrival`,
      [event.id],
    );
    expect(queue).toEqual([
      { name: 'Ana', arrival: 1 },
      { name: 'Cy', arrival: 2 },
    ]);
    expect(await seats(event)).toMatchObject({ waiting: 2, arrivals: 2, taken: 1 });
  });
});
