import { type AttendeeStatus, newId } from '#libs/domain';
import { takesKey } from '../../apps/api/src/auth/idempotency-key.ts';
import { type Route, routesOf } from '../../apps/api/src/routes.ts';
import { type Api, startApi } from '../support/api.ts';
import { makeAttendee, makeEvent, makeMember, makeOrganization, makePerson } from '../support/factories.ts';
import { makeIntroducedPair } from '../support/mails.ts';

// Rule 29, over every route of the API that changes something: sent twice with one key it has one effect and one answer,
// or it says why it takes none. The table is made from the routes; one that is new fails until it has a request here.

let api: Api;
let evening: Evening;
beforeAll(async () => {
  // The day after the evening of the factories, when introductions are decided.
  api = await startApi({ time: '2026-10-20T17:00:00Z' });
});
beforeEach(async () => {
  evening = await makeEvening();
});
afterAll(() => api.stop());

type Evening = Awaited<ReturnType<typeof makeEvening>>;

async function makeEvening() {
  const organization = await makeOrganization(api.database);
  const { personId } = await makeMember(api.database, organization.id, 'owner');
  const event = await makeEvent(api.database, organization.id);
  return { organization, event, personId, cookie: await api.cookieOf(personId) };
}

/** What a route is sent: ids of its path besides organization and event, and a body or a file. */
interface Sent {
  ids?: Record<string, string>;
  body?: object;
  file?: string;
}

const coming = {
  title: 'Mixer',
  timeZone: 'America/Los_Angeles',
  startsLocal: '2027-03-01T18:00',
  endsLocal: '2027-03-01T21:00',
  capacity: 20,
};
const list = 'name,email\nAna,ana@example.org\n';

/** A request that is let in and changes something, by the route's operation. */
const requests: Readonly<Record<string, () => Promise<Sent>>> = {
  'auth.ask': async () => ({ body: { email: (await makePerson(api.database)).email } }),
  'clock.move': () => Promise.resolve({ body: { days: 1 } }),
  'myRsvps.claim': async () => {
    const ids = await myOwn('offered');
    await api.database.sql(
      `insert into offers (id, organization_id, event_id, attendee_id, person_id, state, expires_at, created_at)
       select gen_random_uuid(), organization_id, event_id, id, person_id, 'live', app_now() + interval '1 hour', app_now()
       from attendees where id = $1`,
      [ids.attendeeId],
    );
    return { ids };
  },
  'myRsvps.cancel': async () => ({ ids: await myOwn('confirmed') }),
  'myRsvps.answer': async () => ({ ids: await myOwn('confirmed'), body: { answers: {} } }),
  'myRsvps.bring': async () => ({ ids: await myOwn('waitlisted'), body: { guests: ['Mia Chen'] } }),
  'organizations.create': () => Promise.resolve({ body: { name: 'Guild', timeZone: 'Europe/Berlin' } }),
  'organizations.change': () => Promise.resolve({ body: { city: 'Burbank' } }),
  'organizations.addMember': () =>
    Promise.resolve({ body: { email: `${newId()}@example.org`, role: 'host' } }),
  'organizations.changeMember': async () => ({ ids: await aMember(), body: { role: 'editor' } }),
  'organizations.removeMember': async () => ({ ids: await aMember() }),
  'events.create': () => Promise.resolve({ body: coming }),
  'events.change': () => Promise.resolve({ body: { title: 'Another title', version: 1 } }),
  'events.publish': async () => {
    await api.database.sql(`update events set state = 'draft', published_at = null where id = $1`, [
      evening.event.id,
    ]);
    return {};
  },
  'events.cancel': async () => {
    const { id: eventId } = await makeEvent(api.database, evening.organization.id, coming);
    return { ids: { eventId }, body: { reason: 'No heating' } };
  },
  'panels.add': () => Promise.resolve({ body: { topic: 'Foley' } }),
  'panels.change': async () => ({ ids: { panelId: await made('panels', panel) }, body: { topic: 'Colour' } }),
  'panels.remove': async () => ({ ids: { panelId: await made('panels', panel) } }),
  'critiqueSessions.add': () => Promise.resolve({ body: { format: 'live' } }),
  'critiqueSessions.remove': async () => ({
    ids: { critiqueSessionId: await made('critique-sessions', { format: 'live' }) },
  }),
  'attendees.cancel': async () => ({ ids: await aComingGuest('confirmed') }),
  'attendees.add': async () => ({
    ids: { eventId: await aComingEvent() },
    body: { name: 'Ines', email: `${newId()}@example.org` },
  }),
  'attendees.approve': async () => ({ ids: await aComingGuest('pending'), body: { note: 'Welcome.' } }),
  'attendees.decline': async () => ({ ids: await aComingGuest('pending'), body: {} }),
  'attendees.approveAll': async () => {
    const { eventId, attendeeId } = await aComingGuest('pending');
    return { ids: { eventId }, body: { ids: [attendeeId, newId()] } };
  },
  'attendees.declineAll': async () => {
    const { eventId, attendeeId } = await aComingGuest('pending');
    return { ids: { eventId }, body: { ids: [attendeeId, newId()] } };
  },
  'attendees.moveUp': async () => ({ ids: await aComingGuest('waitlisted'), body: { reason: 'helper' } }),
  'attendees.seat': async () => ({ ids: await aComingGuest('waitlisted'), body: { reason: 'helper' } }),
  'attendees.bar': async () => ({ ids: await aComingGuest('confirmed') }),
  'attendees.admitAgain': async () => {
    const ids = await aComingGuest('confirmed');
    await api.database.sql(
      `insert into bars (organization_id, person_id, created_at)
       select organization_id, person_id, app_now() from attendees where id = $1`,
      [ids.attendeeId],
    );
    return { ids };
  },
  'audience.add': () => Promise.resolve({ body: { emails: `${newId()}@example.org` } }),
  'audience.remove': async () => {
    const { id: personId } = await makePerson(api.database);
    await api.database.sql(
      'insert into audience (organization_id, person_id, created_at) values ($1, $2, app_now())',
      [evening.organization.id, personId],
    );
    return { ids: { personId } };
  },
  'synonyms.add': () => Promise.resolve({ body: { words: ['gaffer', 'sparks'] } }),
  'synonyms.change': async () => ({
    ids: { synonymsId: await aSynonymsRow() },
    body: { words: ['gaffer', 'light'], version: 1 },
  }),
  'synonyms.remove': async () => ({ ids: { synonymsId: await aSynonymsRow() } }),
  'imports.upload': () => Promise.resolve({ file: list }),
  'imports.columns': async () => ({ ids: { importId: await aList() }, body: { columns: ['name', 'email'] } }),
  'imports.start': async () => ({ ids: { importId: await aList() } }),
  'invitations.invite': async () => ({
    ids: { eventId: await aComingEvent() },
    body: { emails: `${newId()}@example.org` },
  }),
  'invitations.remind': async () => {
    const { eventId } = await anInvitation();
    return { ids: { eventId } };
  },
  'invitations.revoke': async () => ({ ids: await anInvitation() }),
  'suggestions.suggest': async () => {
    await twoWhoCame();
    return {};
  },
  'introductions.pin': async () => ({ body: await twoWhoCame() }),
  'introductions.approveAll': async () => {
    // One that can be approved and one that cannot: refusals are part of the answer.
    const introductions = [
      { id: await aPair(), version: 1 },
      { id: newId(), version: 1 },
    ];
    return { body: { ids: introductions } };
  },
  'introductions.approve': async () => ({ ids: { introductionId: await aPair() }, body: { version: 1 } }),
  'introductions.drop': async () => ({ ids: { introductionId: await aPair() }, body: { version: 1 } }),
  'introductions.takeBack': async () => {
    const introductionId = await aPair();
    const { body } = await call(`introductions/${introductionId}/approve`, { version: 1 });
    return { ids: { introductionId }, body: { version: (body as { version: number }).version } };
  },
  'introductions.reword': async () => ({
    ids: { introductionId: await aPair() },
    body: { version: 1, reasonForA: 'You both cut.', reasonForB: 'You both mix.' },
  }),
  'rsvp.create': async () => ({
    ids: { slug: (await makeEvent(api.database, evening.organization.id, coming)).slug },
    body: { name: 'Ines', email: `${newId()}@example.org` },
  }),
  'unsureMails.sendAgain': async () => ({ ids: { mailId: await anUnsureMail() } }),
};

const panel = { topic: 'Foley' };

const aMember = async () => ({
  memberId: (await makeMember(api.database, evening.organization.id, 'host')).id,
});

async function aSynonymsRow(): Promise<string> {
  const id = newId();
  await api.database.sql(
    `insert into synonyms (id, organization_id, place, words, version, created_at)
     values ($1, $2, 1, array['gaffer', 'sparks'], 1, app_now())`,
    [id, evening.organization.id],
  );
  return id;
}

async function twoWhoCame() {
  const [a, b] = [
    await makeAttendee(api.database, evening.event),
    await makeAttendee(api.database, evening.event),
  ];
  return { attendeeA: a.id, attendeeB: b.id };
}

const aPair = async (): Promise<string> => made('introductions', await twoWhoCame());

const aComingEvent = async (): Promise<string> =>
  (await makeEvent(api.database, evening.organization.id, coming)).id;

async function aComingGuest(status: AttendeeStatus): Promise<{ eventId: string; attendeeId: string }> {
  const event = await makeEvent(api.database, evening.organization.id, coming);
  const { id: attendeeId } = await makeAttendee(api.database, event, { status, came: false });
  return { eventId: event.id, attendeeId };
}

/** Of the person who asks. */
async function myOwn(status: AttendeeStatus): Promise<{ attendeeId: string }> {
  const event = await makeEvent(api.database, evening.organization.id, { ...coming, capacity: 1 });
  await api.database.sql('update events set plus_ones = 1 where id = $1', [event.id]);
  if (status === 'waitlisted') await makeAttendee(api.database, event);
  const person = { id: evening.personId, name: 'Ines' };
  return { attendeeId: (await makeAttendee(api.database, event, { status, person, came: false })).id };
}

/** One that may be reminded of. */
async function anInvitation(): Promise<{ eventId: string; invitationId: string }> {
  const [eventId, invitationId] = [await aComingEvent(), newId()];
  await api.database.sql(
    `insert into invitations (id, organization_id, event_id, person_id, state, mailed_at, created_at)
     values ($1, $2, $3, $4, 'live', app_now() - interval '4 days', app_now())`,
    [invitationId, evening.organization.id, eventId, (await makePerson(api.database)).id],
  );
  return { eventId, invitationId };
}

async function aList(): Promise<string> {
  const { organization, event, cookie } = evening;
  const { body } = await api.http
    .post(`/api/v1/organizations/${organization.id}/events/${event.id}/imports`)
    .set('cookie', cookie)
    .attach('file', Buffer.from(list), 'guests.csv')
    .expect(201);
  return (body as { id: string }).id;
}

async function anUnsureMail(): Promise<string> {
  const { id: introductionId, a, b } = await makeIntroducedPair(api.database, evening.event);
  const id = newId();
  await api.database.sql(
    `insert into mails (id, organization_id, kind, subject_id, person_id, speaks_of, state, due_at, message_id, to_address, subject,
       text_part, html_part, headers, outcome, final_at, created_at)
     values ($1, $2, 'introduction', $3, $4, array[$3::uuid, $5::uuid], 'unsure', app_now(), '<1@example.org>', $6, 'Subject',
       'Text', '<p>Text</p>', '{}', 'in-doubt', app_now(), app_now())`,
    [id, evening.organization.id, introductionId, a.id, b.id, a.email],
  );
  return id;
}

/** Something of the evening, made by its own route. @returns its id */
async function made(what: string, body: object): Promise<string> {
  const { body: answer, status } = await call(what, body);
  expect([what, status]).toEqual([what, 201]);
  return (answer as { id: string }).id;
}

const call = (path: string, body: object) =>
  api.http
    .post(`/api/v1/organizations/${evening.organization.id}/events/${evening.event.id}/${path}`)
    .set('cookie', evening.cookie)
    .send(body);

async function send(route: Route, { ids, body, file }: Sent, key: string | null) {
  const given: Record<string, string> = {
    organizationId: evening.organization.id,
    eventId: evening.event.id,
    ...ids,
  };
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => given[name] ?? newId());
  const request = api.http[route.method.toLowerCase() as 'post'](path).set('cookie', evening.cookie);
  if (key !== null) request.set('idempotency-key', key);
  return file === undefined
    ? request.send(body)
    : request.attach('file', Buffer.from(file), { filename: 'guests.csv' });
}

/** Every line that says something was done, everything that will be done because of it, and where time moves to. */
async function effects(): Promise<string> {
  const [row] = await api.database.sql<{ all: string }>(
    `select concat_ws(' ', (select count(*) from audit), (select count(*) from mails), (select count(*) from introduction_log),
       (select count(*) from guest_list_imports), clock_target) as all from installation`,
  );
  return row?.all ?? '';
}

const unsafeRoutes = (): Route[] =>
  routesOf(api.app).filter(({ path, method }) => path.startsWith('/api/v1/') && method !== 'GET');

describe('every route that changes something', () => {
  it('has one effect and one answer for one key', async () => {
    const routes = unsafeRoutes().filter(takesKey);
    expect(routes.length).toBeGreaterThan(25);
    for (const route of routes) {
      evening = await makeEvening();
      const request = requests[route.operationId];
      if (request === undefined) throw new Error(`${route.operationId} has no request in this test`);
      const [sent, key] = [await request(), newId()];
      const before = await effects();
      const first = await send(route, sent, key);
      const between = await effects();
      const again = await send(route, sent, key);
      const story = {
        route: route.operationId,
        wasLetIn: first.status < 300,
        hadAnEffect: between !== before,
        hadAnother: (await effects()) !== between,
        isSaidAgain: again.headers['idempotency-replayed'],
        answer: [again.status, again.body as unknown],
      };
      expect(story).toEqual({
        route: route.operationId,
        wasLetIn: true,
        hadAnEffect: true,
        hadAnother: false,
        isSaidAgain: 'true',
        answer: [first.status, first.body],
      });
    }
  });

  it('says why, where it takes no key', () => {
    const without = unsafeRoutes().filter((route) => !takesKey(route));
    expect(without.map(({ operationId }) => operationId).sort()).toEqual([
      'auth.signOut',
      'auth.useCode',
      'demoSignIn.signIn',
    ]);
    for (const { repeatable } of without) expect(repeatable).toMatch(/\w+ \w+/);
  });

  it('would be done again without a key, or refused (control)', async () => {
    const route = unsafeRoutes().find(({ operationId }) => operationId === 'panels.add');
    if (route === undefined) throw new Error('The route of the control is gone');
    const sent = { body: panel };
    const first = await send(route, sent, null);
    const before = await effects();
    const again = await send(route, sent, null);
    expect(again.body).not.toEqual(first.body);
    expect(again.headers).not.toHaveProperty('idempotency-replayed');
    expect(await effects()).not.toBe(before);
  });
});
