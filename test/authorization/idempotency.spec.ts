import { takeBounce } from '#libs/database';
import { type AttendeeStatus, found, newId } from '#libs/domain';
import { takesKey } from '../../apps/api/src/auth/idempotency-key.ts';
import { type Route, routesOf } from '../../apps/api/src/routes.ts';
import { type Api, startApi } from '../support/api.ts';
import { makeDoor } from '../support/door.ts';
import { makeThere } from '../support/critique-evening.ts';
import { makePlanDesk } from '../support/critique-plan.ts';
import { makeRunningEvening } from '../support/critique-run.ts';
import { makeAttendee, makeEvent, makeMember, makeOrganization, makePerson } from '../support/factories.ts';
import { makeIntroducedPair } from '../support/mails.ts';
import { makeMail } from '../support/sent-mails.ts';
import { makeTablesEvening } from '../support/tables.ts';
import { makePanelEvening } from '../support/panel-evening.ts';

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
const weekly = { pattern: 'weeks', interval: 1, weekdays: ['MO'], announces: true };
const list = 'name,email\nAna,ana@example.org\n';

/** A request that is let in and changes something, by the route's operation. */
const requests: Readonly<Record<string, () => Promise<Sent>>> = {
  'auth.ask': async () => ({ body: { email: (await makePerson(api.database)).email } }),
  'installationMail.send': async () => {
    // Whoever owns the organization that was here first runs the installation.
    await api.database.sql(
      `update organizations set created_at = (select min(created_at) from organizations) - interval '1 day' where id = $1`,
      [evening.organization.id],
    );
    return {};
  },
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
  'myRsvps.describe': async () => ({ ids: await myOwn('waitlisted'), body: { crafts: ['foley'] } }),
  'mornings.save': async () => {
    const { id } = await makeEvent(api.database, evening.organization.id);
    const event = { id, organizationId: evening.organization.id };
    const person = { id: evening.personId, name: 'Ines' };
    const nobody = { attendeeIds: [], names: [] };
    return {
      ids: { attendeeId: (await makeAttendee(api.database, event, { person })).id },
      body: { talked: nobody, wishes: nobody, talkedTo: 3, newPeople: 1 },
    };
  },
  'ledger.withdraw': async () => {
    const consentId = newId();
    await api.database.sql(
      `insert into consents (id, organization_id, person_id, purpose, answer, wording, source, answered_at)
       values ($1, $2, $3, 'introductions', 'given', '2026-10', 'page', app_now())`,
      [consentId, evening.organization.id, evening.personId],
    );
    return { ids: { consentId } };
  },
  'ledger.withdrawAll': () => Promise.resolve({}),
  'myIntroductions.pause': () => Promise.resolve({ body: { until: '2027-03-01' } }),
  'myIntroductions.resume': () => Promise.resolve({}),
  'myIntroductions.want': () => Promise.resolve({ body: { most: 1 } }),
  'myIntroductions.answer': async () => ({ ids: await myQuestion(), body: { answer: 'yes' } }),
  'myIntroductions.mark': async () => ({ ids: await myIntroduction(), body: { outcome: 'talked' } }),
  'myIntroductions.act': async () => ({ ids: { ...(await myIntroduction()), act: 'glad' } }),
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
  'messages.create': () => Promise.resolve({ body: announcement }),
  'messages.change': async () => ({ ids: await aMessage(), body: { version: 1, text: 'Later.' } }),
  'messages.remove': async () => ({ ids: await aMessage() }),
  'messages.schedule': async () => ({ ids: await aMessage(), body: { sendAt: null } }),
  'messages.test': async () => ({ ids: await aMessage() }),
  'messages.cancel': async () => {
    const ids = await aMessage();
    await call(`messages/${ids.messageId}/schedule`, { sendAt: null }).expect(200);
    return { ids };
  },
  'tell.tell': async () => {
    const { id: eventId } = await makeEvent(api.database, evening.organization.id, coming);
    await makeAttendee(api.database, { id: eventId, organizationId: evening.organization.id });
    await api.database.sql(`update events set place = 'Echo Park' where id = $1`, [eventId]);
    return { ids: { eventId }, body: { revision: 1 } };
  },
  'repeat.create': async () => ({ ids: { eventId: (await comingEvent()).id }, body: weekly }),
  'series.changeFollowing': async () => {
    const { seriesId, eventId, version } = await aSeries();
    return { ids: { seriesId }, body: { eventId, version, parts: ['title'] } };
  },
  'series.leaveOut': async () => ({
    ids: { seriesId: (await aSeries()).seriesId },
    body: { day: '2027-07-05', leftOut: true },
  }),
  'series.end': async () => {
    const { seriesId, version } = await aSeries();
    return { ids: { seriesId }, body: { from: '2027-04-01', version } };
  },
  'mixers.change': async () => {
    const settings = { rounds: 3, seats: 4, minutes: 45, employersApart: false };
    return tablesAnd('open', (version) => ({ ...settings, version }));
  },
  'mixers.draw': () => tablesAnd('open', (version) => ({ version, who: 'here' })),
  'mixers.clear': () => tablesAnd('seated', (version) => ({ version })),
  'mixers.next': () => tablesAnd('seated', (version) => ({ version })),
  'mixers.back': () => tablesAnd('running', (version) => ({ version })),
  'mixers.seat': () => tablesAnd('running', (_, attendeeId) => ({ attendeeId }), 'late'),
  'mixers.leave': () => tablesAnd('running', (_, attendeeId) => ({ attendeeId })),
  'mixers.comeBack': () => tablesAnd('running', (_, attendeeId) => ({ attendeeId }), 'gone'),
  'mixers.move': () => tablesAnd('running', (_, attendeeId) => ({ attendeeId, round: 1, table: 3 })),
  'panels.add': () => Promise.resolve({ body: { topic: 'Foley' } }),
  'panels.change': async () => ({ ids: { panelId: await made('panels', panel) }, body: { topic: 'Colour' } }),
  'agenda.move': async () => ({
    body: { panelId: await made('panels', panel), position: 0, together: true },
  }),
  'panelPeople.invite': async () => ({
    ids: await comingPanel(),
    body: { name: 'Ada', email: `${newId()}@example.org`, part: 'panelist' },
  }),
  'panelPeople.change': async () => ({ ids: await onPanel(), body: { part: 'moderator' } }),
  'panelPeople.remove': async () => ({ ids: await onPanel() }),
  'panelPeople.remind': async () => ({ ids: await onPanel() }),
  'panels.remove': async () => ({ ids: { panelId: await made('panels', panel) } }),
  'phoneQuestions.ask': async () => {
    const { guests, panelId } = await makePanelEvening(api, { event: coming });
    return { ids: { token: guests[0].token, panelId }, body: { text: 'Who mixes it?', named: false } };
  },
  'critiqueSessions.add': () => Promise.resolve({ body: { format: 'live' } }),
  'critiqueSessions.remove': async () => ({
    ids: { critiqueSessionId: await made('critique-sessions', { format: 'live' }) },
  }),
  'critiqueSessions.callOff': async () => (await aPlan()).sent,
  'critiqueSessions.change': async () => ({
    ids: { critiqueSessionId: await made('critique-sessions', { format: 'live' }) },
    body: { settingsVersion: 1, title: 'Circle' },
  }),
  'critiquePlans.plan': async () => (await aPlan(false)).sent,
  'critiquePlans.unplan': async () => (await aPlan()).sent,
  'critiquePlans.swap': async () => {
    const { plan, sent } = await aPlan();
    const [a] = plan.hearings;
    const authorOf = (work?: string) => plan.works.find(({ id }) => id === work)?.attendeeId;
    const b = plan.hearings.find(
      (one) =>
        one.submissionId !== a?.submissionId &&
        authorOf(one.submissionId) !== a?.attendeeId &&
        authorOf(a?.submissionId) !== one.attendeeId,
    );
    return { ids: sent.ids, body: { a: a?.id, b: b?.id, version: plan.session.version } };
  },
  'critiquePlans.replace': async () => {
    const { plan, sent, guest } = await aPlan();
    const ids = { ...sent.ids, assignmentId: plan.hearings[0]?.id ?? newId() };
    return { ids, body: { attendeeId: guest.attendeeId, version: plan.session.version } };
  },
  'critiquePlans.assign': async () => {
    const { plan, sent, guest } = await aPlan();
    const { id, submissionId } = plan.hearings[0] ?? {};
    await api.database.sql('delete from assignments where id = $1', [id]);
    return {
      ids: sent.ids,
      body: { submissionId, attendeeId: guest.attendeeId, version: plan.session.version },
    };
  },
  'submissions.submit': async () => ({ ids: (await aWork()).ids }),
  'submissions.withdraw': async () => {
    const { ids, url } = await aWork();
    await api.http.post(`${url}/submit`).expect(200);
    return { ids };
  },
  'critiqueRun.start': () => aRun('planned', [], tonight),
  'critiqueRun.unstart': () => aRun(),
  'critiqueRun.end': () => aRun(),
  'critiqueRun.miss': () => aRun(),
  'critiqueRun.find': async () => {
    const run = await aRun();
    const { organizationId, eventId, critiqueSessionId, assignmentId } = run.ids;
    const session = `organizations/${organizationId}/events/${eventId}/critique-sessions/${critiqueSessionId}`;
    await api.http
      .post(`/api/v1/${session}/assignments/${assignmentId}/missing`)
      .set('cookie', evening.cookie)
      .expect(204);
    return run;
  },
  'critiqueSlots.start': () => aRun(),
  'critiqueSlots.pause': () => aRun('running', ['start']),
  'critiqueSlots.resume': () => aRun('running', ['start', 'pause']),
  'critiqueSlots.plusOneMinute': () => aRun('running', ['start']),
  'critiqueSlots.skip': () => aRun('running', ['start']),
  'critiqueSlots.next': () => aRun('running', ['start']),
  'critiqueSlots.missAuthor': () => aRun(),
  'critiqueSlots.findAuthor': () => aRun('running', ['author-missing']),
  'critiqueCredits.grant': async () => ({
    body: { personId: (await aGuestOfCritique()).personId, amount: 2 },
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
  'checkIns.note': async () => ({ ids: await aComingGuest('confirmed'), body: { note: 'Ask about access' } }),
  'doorLinks.revoke': async () => {
    const { id: eventId } = await makeEvent(api.database, evening.organization.id, coming);
    const event = { id: eventId, organizationId: evening.organization.id };
    return { ids: { eventId, doorLinkId: (await makeDoor(api, event)).id } };
  },
  'attendees.moveUp': async () => ({ ids: await aComingGuest('waitlisted'), body: { reason: 'helper' } }),
  'attendees.seat': async () => ({ ids: await aComingGuest('waitlisted'), body: { reason: 'helper' } }),
  'attendees.bar': async () => ({ ids: await aComingGuest('confirmed') }),
  'attendees.writeAgain': async () => {
    const ids = await aComingGuest('confirmed');
    const [row] = await api.database.sql<{ id: string; email: string; organizationId: string }>(
      `select p.id, p.email, a.organization_id as "organizationId"
       from attendees a join people p on p.id = a.person_id where a.id = $1`,
      [ids.attendeeId],
    );
    const { organizationId, ...person } = found(row);
    const mailId = await makeMail(api.database, { organizationId, person });
    await api.db.write({ kind: 'system' }, (tx) => takeBounce(tx, api.config.keys, mailId, 'hard'));
    return { ids };
  },
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
  'introductions.dropAll': async () => {
    const introductions = [
      { id: await aPair(), version: 1 },
      { id: newId(), version: 1 },
    ];
    return { body: { ids: introductions } };
  },
  'introductions.annotate': async () => ({
    ids: { introductionId: await aPair() },
    body: { version: 1, note: 'Ask them both in person first.' },
  }),
  'introductions.takeBack': async () => {
    const introductionId = await aPair();
    const { body } = await call(`introductions/${introductionId}/approve`, { version: 1 });
    return { ids: { introductionId }, body: { version: (body as { version: number }).version } };
  },
  'introductions.bringBack': async () => {
    const introductionId = await aPair();
    await call(`introductions/${introductionId}/drop`, { version: 1 });
    return { ids: { introductionId }, body: { version: 2 } };
  },
  'introductions.stop': async () => ({ ids: { introductionId: await anAskedPair() }, body: { version: 1 } }),
  'introductionMails.sendToMe': async () => ({ ids: { introductionId: await aPair() }, body: { side: 'a' } }),
  'wellKnown.mark': async () => ({ ids: { attendeeId: (await twoWhoCame()).attendeeA } }),
  'wellKnown.unmark': async () => {
    const { attendeeA } = await twoWhoCame();
    await api.database.sql(
      `insert into well_known (organization_id, person_id, marked_by, created_at)
       select organization_id, person_id, $2, app_now() from attendees where id = $1`,
      [attendeeA, evening.personId],
    );
    return { ids: { attendeeId: attendeeA } };
  },
  'introductions.reword': async () => ({
    ids: { introductionId: await aPair() },
    body: { version: 1, reasonForA: 'You both cut.', reasonForB: 'You both mix.' },
  }),
  'circles.start': async () => ({ body: await aCircle() }),
  'circles.withdraw': async () => ({
    ids: { circleId: await made('circles', await aCircle()) },
    body: { version: 1 },
  }),
  'circles.end': async () => {
    const circleId = await made('circles', await aCircle());
    await api.database.sql(
      `update circles set state = 'meeting', asked_at = app_now(), ask_ends_at = app_now(), appears_until = app_now(),
         opened_at = app_now(), wake_at = app_now() + interval '20 days' where id = $1`,
      [circleId],
    );
    return { ids: { circleId }, body: { version: 1 } };
  },
  'rsvp.create': async () => ({
    ids: { slug: (await makeEvent(api.database, evening.organization.id, coming)).slug },
    body: { name: 'Ines', email: `${newId()}@example.org` },
  }),
  'unsureMails.sendAgain': async () => ({ ids: { mailId: await anUnsureMail() } }),
};

const panel = { topic: 'Foley' };

/** Of an evening that is still ahead. */
const comingEvent = () => makeEvent(api.database, evening.organization.id, coming);

async function aSeries() {
  const { id: eventId } = await comingEvent();
  const { body } = await api.http
    .post(`/api/v1/organizations/${evening.organization.id}/events/${eventId}/series`)
    .set('cookie', evening.cookie)
    .send(weekly)
    .expect(201);
  const { id, version } = body as { id: string; version: number };
  return { seriesId: id, eventId, version };
}

async function comingPanel() {
  const { id: eventId } = await makeEvent(api.database, evening.organization.id, coming);
  const panelId = newId();
  await api.database.sql(
    `insert into panels (id, organization_id, event_id, topic, position, created_at)
     values ($1, $2, $3, 'Foley', 0, app_now())`,
    [panelId, evening.organization.id, eventId],
  );
  return { eventId, panelId };
}

/** Somebody who was asked to it two days ago. */
async function onPanel() {
  const { eventId, panelId } = await comingPanel();
  const panelPersonId = newId();
  await api.database.sql(
    `insert into panel_people (id, organization_id, event_id, panel_id, person_id, part, position, state, name, invited_at, created_at)
     values ($1, $2, $3, $4, $5, 'panelist', 0, 'invited', 'Ada', app_now() - interval '2 days', app_now())`,
    [panelPersonId, evening.organization.id, eventId, panelId, (await makePerson(api.database)).id],
  );
  return { eventId, panelId, panelPersonId };
}

const announcement = { kind: 'announcement', subject: 'Hello', text: 'Hello {name}.' };

const aMessage = async () => ({ messageId: await made('messages', announcement) });

const aMember = async () => ({
  memberId: (await makeMember(api.database, evening.organization.id, 'host')).id,
});

/** Somebody with a seat at a coming evening with a critique session, which is open for works. */
async function aGuestOfCritique() {
  const { id: eventId } = await makeEvent(api.database, evening.organization.id, coming);
  const critiqueSessionId = newId();
  await api.database.sql(
    `insert into critique_sessions (id, organization_id, event_id, format, critics_per_work, created_at)
     values ($1, $2, $3, 'live', 3, app_now())`,
    [critiqueSessionId, evening.organization.id, eventId],
  );
  const there = await makeThere(api, { id: eventId, organizationId: evening.organization.id }, 'Ines');
  return { ...there, critiqueSessionId };
}

/** An evening of critique, run by whoever the request is from, after some acts on its first work. */
/** It starts in an hour. */
const tonight = { startsLocal: '2026-10-20T11:00', endsLocal: '2026-10-20T14:00' };

async function aRun(
  state: 'planned' | 'running' = 'running',
  acts: readonly string[] = [],
  when: object = coming,
) {
  const there = await makeRunningEvening(api, { state }, when);
  evening = { ...evening, cookie: there.cookie };
  const { id: slotId } = await there.slotAt(1, 1);
  for (const act of acts) expect((await there.act({ id: slotId }, act)).status).toBe(204);
  const { critiqueSessionId, organization, event, works } = there;
  const assignmentId = works[0]?.critics[0]?.assignmentId ?? newId();
  const ids = { organizationId: organization.id, eventId: event.id, critiqueSessionId, slotId, assignmentId };
  return { ids, body: { version: acts.length + 1 } };
}

/** A draft with everything it needs. */
async function aWork() {
  const { token, critiqueSessionId } = await aGuestOfCritique();
  const url = `/api/v1/critique/${token}/sessions/${critiqueSessionId}/work`;
  const texts = { title: 'Low tide', question: 'Does it hold?', wants: '', avoid: '', notes: '' };
  const rest = { topics: [], opinions: false, coAuthors: [], previousId: null };
  const work = { version: 0, link: 'https://music.example/low-tide', fileId: null, ...texts, ...rest };
  await api.http.put(url).send(work).expect(200);
  return { ids: { token, critiqueSessionId }, url };
}

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

async function aCircle() {
  const attendeeIds: string[] = [];
  while (attendeeIds.length < 4) attendeeIds.push((await makeAttendee(api.database, evening.event)).id);
  return {
    name: 'Field recording',
    attendeeIds,
    dates: ['2026-11-12T18:30', '2026-11-17T18:30', '2026-11-19T18:30'],
  };
}

const aPair = async (): Promise<string> => made('introductions', await twoWhoCame());

async function anAskedPair(): Promise<string> {
  const id = await aPair();
  await api.database.sql(
    `update introductions set state = 'asking', frozen_at = app_now(), appears_until = app_now() + interval '7 days'
     where id = $1`,
    [id],
  );
  return id;
}

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

/** One that was made; from here the request is one of its people. */
async function myIntroduction(): Promise<{ introductionId: string }> {
  const { id: introductionId, a } = await makeIntroducedPair(api.database, evening.event);
  evening = { ...evening, cookie: await api.cookieOf(a.id) };
  return { introductionId };
}

/** One that waits for an answer of whoever the request is from, who got it by mail. */
async function myQuestion(): Promise<{ introductionId: string }> {
  const { introductionId } = await myIntroduction();
  await api.database.sql(
    `update introductions set state = 'asking', introduced_at = null, first_mover = null where id = $1`,
    [introductionId],
  );
  await api.database.sql(`update introduction_sides set consent = 'asked' where introduction_id = $1`, [
    introductionId,
  ]);
  await api.database.sql(
    `insert into mails (id, organization_id, kind, subject_id, person_id, speaks_of, state, due_at, final_at, created_at)
     select s.id, s.organization_id, 'introduction-ask', s.id, s.person_id, array[s.introduction_id], 'sent', app_now(),
       app_now(), app_now() from introduction_sides s where s.introduction_id = $1`,
    [introductionId],
  );
  return { introductionId };
}

/** An evening with small tables, as far as `state`; the body is made of their version and somebody there. */
async function tablesAnd(
  state: 'open' | 'seated' | 'running',
  body: (version: number, attendeeId: string) => object,
  who: 'there' | 'late' | 'gone' = 'there',
): Promise<Sent> {
  const there = await makeTablesEvening(api, { guests: 8 });
  evening = { ...evening, cookie: there.cookie };
  if (state !== 'open') await there.act('draw', { who: 'here' });
  if (state === 'running') await there.act('next');
  const { attendeeId } = who === 'late' ? await there.arrive() : found(there.people[0]);
  if (who === 'gone') await there.of('leave', { attendeeId });
  const { version } = await there.look();
  const ids = { organizationId: there.organizationId, eventId: there.event.id };
  return { ids, body: body(version, attendeeId) };
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
/** A critique session of four works, each with one critic, and a guest without a work. */
async function aPlan(isPlanned = true) {
  const desk = await makePlanDesk(api, { format: 'live', criticsPerWork: 1 });
  evening = { ...evening, cookie: desk.cookie };
  await desk.works(4);
  const guest = await desk.guest('Sam Guest');
  if (isPlanned) await desk.post('/plan').expect(200);
  const ids = {
    organizationId: desk.organization.id,
    eventId: desk.event.id,
    critiqueSessionId: desk.id,
  };
  return { plan: await desk.read(), guest, sent: { ids, body: {} } };
}

async function made(what: string, body: object): Promise<string> {
  const { body: answer, status } = await call(what, body);
  expect([what, status]).toEqual([what, 201]);
  const { introduction, id = introduction?.id } = answer as { id?: string; introduction?: { id: string } };
  if (id === undefined) throw new Error(`${what} has no id`);
  return id;
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
       (select count(*) from guest_list_imports), (select count(*) from panel_questions), clock_target) as all from installation`,
  );
  return row?.all ?? '';
}

const unsafeRoutes = (): Route[] =>
  routesOf(api.app).filter(
    ({ path, method }) => path.startsWith('/api/v1/') && !['GET', 'HEAD'].includes(method),
  );

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
      'checkIns.checkIn',
      'connectPicks.save',
      'contactSwaps.answer',
      'contactSwaps.say',
      'contactSwaps.takeBack',
      'critiques.decline',
      'critiques.save',
      'demoSignIn.signIn',
      'door.sync',
      'doorLinks.make',
      'letters.keepFile',
      'letters.thank',
      'listening.listen',
      'live.bePresent',
      'mailReports.take',
      'mailReports.takeMessage',
      'messages.preview',
      'messages.recipients',
      'panelModeration.act',
      'phoneModeration.act',
      'phoneQuestions.unvote',
      'phoneQuestions.vote',
      'phoneQuestions.withdraw',
      'repeat.preview',
      'staffListening.listen',
      'submissions.save',
      'uploads.append',
      'uploads.begin',
      'uploads.draw',
      'uploads.end',
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
