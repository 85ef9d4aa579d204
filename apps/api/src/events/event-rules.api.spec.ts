import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee, makeEvent, makeMember, makeOrganization } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
});
beforeEach(() => api.setTime('2026-10-01T12:00:00Z'));
afterAll(() => api.stop());

const evening = {
  title: 'Sound after the cut',
  timeZone: 'America/Los_Angeles',
  startsLocal: '2026-10-19T18:00',
  endsLocal: '2026-10-19T21:00',
  capacity: 60,
};

const byDefault = {
  registration: 'open',
  approval: false,
  opensLocal: null,
  closesLocal: null,
  answersUntilLocal: null,
  opensAt: null,
  closesAt: null,
  answersUntil: null,
  waitlist: 'automatic',
  waitlistOpen: true,
  offerHours: 24,
  plusOnes: 0,
  questions: [],
};

async function guild() {
  const organization = await makeOrganization(api.database);
  const member = await makeMember(api.database, organization.id, 'editor');
  const cookie = await api.cookieOf(member.personId);
  const url = `/api/v1/organizations/${organization.id}/events`;
  const send = (method: 'get' | 'post' | 'patch', path: string, body?: object) =>
    api.http[method](`${url}${path}`).set('cookie', cookie).send(body);
  return { organization, member, send };
}

const pointersOf = (body: { errors: { pointer: string }[] }): string[] =>
  body.errors.map(({ pointer }) => pointer);

describe('the rules of an event', () => {
  it('begin with open doors, no questions and a waitlist that moves up by itself', async () => {
    const { send } = await guild();
    const made = await send('post', '', evening).expect(201);
    expect(made.body).toMatchObject(byDefault);
  });

  it('are kept as they are sent, with the instants of their times; what is left out stays', async () => {
    const { send } = await guild();
    const made = await send('post', '', {
      ...evening,
      registration: 'audience',
      approval: true,
      opensLocal: '2026-10-05T09:00',
      closesLocal: '2026-10-18T18:00',
      answersUntilLocal: '2026-10-19T12:00',
      waitlist: 'offer',
      offerHours: 6,
      plusOnes: 2,
    }).expect(201);
    const rules = {
      registration: 'audience',
      approval: true,
      opensAt: '2026-10-05T16:00:00.000Z',
      closesAt: '2026-10-19T01:00:00.000Z',
      answersUntil: '2026-10-19T19:00:00.000Z',
      waitlist: 'offer',
      waitlistOpen: true,
      offerHours: 6,
      plusOnes: 2,
    };
    expect(made.body).toMatchObject({ ...rules, version: 1 });
    const changed = await send('patch', `/${made.body.id}`, {
      version: 1,
      closesLocal: null,
      timeZone: 'America/New_York',
    }).expect(200);
    expect(changed.body).toMatchObject({
      ...rules,
      closesLocal: null,
      closesAt: null,
      // The zone changed and the local time stayed.
      opensLocal: '2026-10-05T09:00',
      opensAt: '2026-10-05T13:00:00.000Z',
      answersUntil: '2026-10-19T16:00:00.000Z',
    });
    expect((await send('get', `/${made.body.id}`)).body).toEqual(changed.body);
  });

  it('point at every field that is not in their form', async () => {
    const { send } = await guild();
    const refused = await send('post', '', {
      ...evening,
      registration: 'friends',
      approval: 'yes',
      opensLocal: 'soon',
      closesLocal: '2026-02-30T10:00',
      waitlist: 'lottery',
      waitlistOpen: null,
      offerHours: 337,
      plusOnes: 11,
      questions: [
        { kind: 'riddle', label: '', required: 'maybe' },
        { kind: 'choice', label: 'x'.repeat(201), options: ['a', ' '] },
        { kind: 'several', label: 'Rooms', options: ['a', 'b'.repeat(101)] },
        { id: 'first', kind: 'short', label: 'Two\nlines', answer: 'given' },
      ],
    }).expect(422);
    expect(pointersOf(refused.body).sort()).toEqual([
      '/approval',
      '/closesLocal',
      '/offerHours',
      '/opensLocal',
      '/plusOnes',
      '/questions/0/kind',
      '/questions/0/label',
      '/questions/0/required',
      '/questions/1/label',
      '/questions/1/options',
      '/questions/2/options',
      '/questions/3/answer',
      '/questions/3/id',
      '/questions/3/label',
      '/registration',
      '/waitlist',
      '/waitlistOpen',
    ]);
    for (const rule of [{ offerHours: 0 }, { offerHours: 1.5 }, { plusOnes: -1 }])
      await send('post', '', { ...evening, ...rule }).expect(422);
    const many = Array.from({ length: 21 }, (_, at) => ({ kind: 'short', label: `Question ${String(at)}` }));
    expect(pointersOf((await send('post', '', { ...evening, questions: many }).expect(422)).body)).toEqual([
      '/questions',
    ]);
    await send('post', '', { ...evening, questions: many.slice(1) }).expect(201);
  });

  it('refuse a registration that closes before it opens', async () => {
    const { send } = await guild();
    const times = { opensLocal: '2026-10-10T10:00', closesLocal: '2026-10-10T10:00' };
    const refused = await send('post', '', { ...evening, ...times }).expect(422);
    expect(refused.body).toMatchObject({
      code: 'closes-before-opening',
      errors: [{ pointer: '/closesLocal' }],
    });
    const made = await send('post', '', { ...evening, opensLocal: '2026-10-10T10:00' }).expect(201);
    const later = await send('patch', `/${made.body.id}`, { version: 1, closesLocal: '2026-10-09T10:00' });
    expect([later.status, later.body.code]).toEqual([422, 'closes-before-opening']);
  });

  it('show anybody who may come, when and what is asked, and nothing of how the host works', async () => {
    const { organization, send } = await guild();
    const event = await makeEvent(api.database, organization.id);
    await send('patch', `/${event.id}`, {
      version: 1,
      registration: 'invitation',
      approval: true,
      opensLocal: '2026-10-05T09:00',
      plusOnes: 1,
      offerHours: 3,
      waitlistOpen: false,
      questions: [{ kind: 'agreement', label: 'I keep to the house rules.', required: true }],
    }).expect(200);
    const seen = await api.http.get(`/api/v1/events/${event.slug}`).expect(200);
    expect(seen.body).toMatchObject({
      registration: 'invitation',
      approval: true,
      opensAt: '2026-10-05T16:00:00.000Z',
      closesAt: null,
      plusOnes: 1,
      waitlistOpen: false,
      questions: [
        {
          id: expect.any(String),
          kind: 'agreement',
          label: 'I keep to the house rules.',
          required: true,
          options: [],
        },
      ],
    });
    expect(seen.body).not.toHaveProperty('offerHours');
  });
});

describe('the questions of an event', () => {
  it('keep their ids when they are reworded and moved, and one that is missing is asked no more', async () => {
    const { send } = await guild();
    const made = await send('post', '', {
      ...evening,
      questions: [
        { kind: 'short', label: 'Your last film?' },
        { kind: 'choice', label: 'What do you eat?', required: true, options: [' Everything ', 'Vegan'] },
        { kind: 'long', label: 'Anything else?' },
      ],
    }).expect(201);
    const [film, diet] = made.body.questions;
    expect(diet.options).toEqual(['Everything', 'Vegan']);
    const changed = await send('patch', `/${made.body.id}`, {
      version: 1,
      questions: [{ ...diet, label: 'Dinner?' }, film, { kind: 'agreement', label: 'I may be recorded.' }],
    }).expect(200);
    expect(changed.body.questions).toEqual([
      { ...diet, label: 'Dinner?' },
      film,
      {
        id: expect.any(String),
        kind: 'agreement',
        label: 'I may be recorded.',
        required: false,
        options: [],
      },
    ]);
  });

  it('point at options that cannot stand', async () => {
    const { send } = await guild();
    const refused = await send('post', '', {
      ...evening,
      questions: [
        { kind: 'choice', label: 'One option is no choice', options: ['Yes'] },
        { kind: 'short', label: 'No options', options: ['Yes', 'No'] },
      ],
    }).expect(422);
    expect(refused.body.code).toBe('wrong-shape');
    expect(pointersOf(refused.body)).toEqual(['/questions/0/options', '/questions/1/options']);
  });
});

describe('the waitlist of an event', () => {
  const statusesOf = async (eventId: string): Promise<string[]> => {
    const rows = await api.database.sql<{ status: string }>(
      'select status from attendees where event_id = $1 order by arrival',
      [eventId],
    );
    return rows.map(({ status }) => status);
  };
  const seatsOf = async (eventId: string) => {
    const [row] = await api.database.sql(
      'select capacity, ceiling, taken, waiting from event_seats where event_id = $1',
      [eventId],
    );
    return row;
  };
  const offersOf = (eventId: string) =>
    api.database.sql<{ state: string; expires_at: Date; hours: number }>(
      `select state, expires_at, (extract(epoch from expires_at - created_at) / 3600)::float as hours
       from offers where event_id = $1 order by created_at, id`,
      [eventId],
    );

  /** One seat, taken, and two who wait for the next. */
  async function fullHouse() {
    const { organization, send } = await guild();
    const event = await makeEvent(api.database, organization.id, { capacity: 1 });
    await makeAttendee(api.database, event, { came: false });
    await makeAttendee(api.database, event, { status: 'waitlisted', came: false });
    await makeAttendee(api.database, event, { status: 'waitlisted', came: false });
    let version = 1;
    const change = async (rules: object) => {
      const changed = await send('patch', `/${event.id}`, { version, ...rules }).expect(200);
      version = changed.body.version as number;
      return changed.body;
    };
    return { event, change };
  }

  it('moves up as far as a larger room lets it, and tells each one', async () => {
    const { event, change } = await fullHouse();
    const [, second] = await api.database.sql<{ id: string }>(
      'select id from attendees where event_id = $1 order by arrival',
      [event.id],
    );
    // The head of the queue brings two guests; the one behind them fits.
    await api.database.sql(`update attendees set party_size = 3 where id = $1`, [second?.id]);
    expect((await change({ capacity: 2 })).counts).toMatchObject({ confirmed: 2, waitlisted: 1 });
    expect(await statusesOf(event.id)).toEqual(['confirmed', 'waitlisted', 'confirmed']);
    expect((await change({ capacity: 5 })).counts).toMatchObject({ confirmed: 3, waitlisted: 0 });
    expect(await seatsOf(event.id)).toEqual({ capacity: 5, ceiling: 5, taken: 5, waiting: 0 });
    const mails = await api.database.sql(
      `select 1 from mails m join attendees a on a.id = m.subject_id where a.event_id = $1 and m.kind = 'rsvp-promoted'`,
      [event.id],
    );
    expect(mails).toHaveLength(2);
  });

  it('gives a seat away by offer where the event says so, and a smaller room takes nothing back', async () => {
    const { event, change } = await fullHouse();
    await change({ waitlist: 'offer', offerHours: 6, capacity: 2 });
    expect(await statusesOf(event.id)).toEqual(['confirmed', 'offered', 'waitlisted']);
    expect(await offersOf(event.id)).toMatchObject([{ state: 'live', hours: 6 }]);
    const changed = await change({ capacity: 1 });
    expect(changed.counts).toMatchObject({ confirmed: 1, offered: 1, waitlisted: 1 });
    expect(await seatsOf(event.id)).toEqual({ capacity: 1, ceiling: 2, taken: 2, waiting: 1 });
  });

  it('takes its offers back when it closes, each to its own place, and calls again when it opens', async () => {
    const { event, change } = await fullHouse();
    await change({ waitlist: 'offer', capacity: 3 });
    expect(await statusesOf(event.id)).toEqual(['confirmed', 'offered', 'offered']);
    await change({ waitlistOpen: false });
    expect(await statusesOf(event.id)).toEqual(['confirmed', 'waitlisted', 'waitlisted']);
    expect((await offersOf(event.id)).map(({ state }) => state)).toEqual(['revoked', 'revoked']);
    expect(await seatsOf(event.id)).toEqual({ capacity: 3, ceiling: 3, taken: 1, waiting: 2 });
    const arrivals = await api.database.sql(
      'select arrival from attendees where event_id = $1 order by arrival',
      [event.id],
    );
    expect(arrivals).toEqual([{ arrival: 1 }, { arrival: 2 }, { arrival: 3 }]);
    // A larger room calls nobody while it is closed.
    await change({ capacity: 4 });
    expect(await statusesOf(event.id)).toEqual(['confirmed', 'waitlisted', 'waitlisted']);
    await change({ waitlistOpen: true });
    expect(await statusesOf(event.id)).toEqual(['confirmed', 'offered', 'offered']);
    expect((await offersOf(event.id)).map(({ state }) => state)).toEqual([
      'revoked',
      'revoked',
      'live',
      'live',
    ]);
  });

  it('calls at once when it goes by itself instead of by offer', async () => {
    const { event, change } = await fullHouse();
    await change({ waitlist: 'offer' });
    // After the start nobody is offered a seat any more.
    await api.setTime('2026-10-20T01:30:00Z');
    await change({ capacity: 2 });
    expect(await statusesOf(event.id)).toEqual(['confirmed', 'waitlisted', 'waitlisted']);
    await change({ waitlist: 'automatic' });
    expect(await statusesOf(event.id)).toEqual(['confirmed', 'confirmed', 'waitlisted']);
  });

  it('keeps an offer no longer than to the start, also when the evening moves forward', async () => {
    const { event, change } = await fullHouse();
    await change({ waitlist: 'offer', offerHours: 48, capacity: 2 });
    await change({ startsLocal: '2026-10-02T18:00', endsLocal: '2026-10-02T21:00' });
    expect(await offersOf(event.id)).toMatchObject([
      { state: 'live', expires_at: new Date('2026-10-03T01:00:00Z') },
    ]);
  });

  it('writes each step of the event into the history, in order', async () => {
    const { event, change } = await fullHouse();
    await change({ waitlist: 'offer', capacity: 2 });
    await change({ waitlistOpen: false });
    const steps = await api.database.sql<{ action: string; version: number }>(
      `select action, (codes->>'version')::int as version from audit
       where subject_id = $1 and action <> 'event.changed'
         or subject_id in (select id from attendees where event_id = $1) order by version`,
      [event.id],
    );
    expect(steps.map(({ action }) => action)).toEqual([
      'event.waitlist-changed',
      'event.capacity-changed',
      'attendee.offered',
      'attendee.offer-revoked',
      'event.waitlist-changed',
    ]);
    expect(steps.map(({ version }) => version)).toEqual([4, 5, 6, 7, 8]);
  });

  it('changes nobody who is in when the host decides from now on and guests may bring nobody', async () => {
    const { event, change } = await fullHouse();
    await change({ plusOnes: 2, capacity: 4 });
    await api.database.sql(
      `update attendees set party_size = 2, guests = '["Bo Lindqvist"]' where event_id = $1 and arrival = 1`,
      [event.id],
    );
    await api.database.sql('update event_seats set taken = taken + 1 where event_id = $1', [event.id]);
    const before = await statusesOf(event.id);
    await change({ plusOnes: 0, approval: true, registration: 'invitation' });
    expect(await statusesOf(event.id)).toEqual(before);
    const [first] = await api.database.sql(
      'select party_size, guests from attendees where event_id = $1 and arrival = 1',
      [event.id],
    );
    expect(first).toEqual({ party_size: 2, guests: ['Bo Lindqvist'] });
  });
});
