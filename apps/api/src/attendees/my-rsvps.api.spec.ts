import { type Question, newId } from '#libs/domain';
import { app } from '#libs/words';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeMember } from '../../../../test/support/factories.ts';
import { type Evening, RsvpDesk } from '../../../../test/support/rsvp-desk.ts';

let api: Api;
let desk: RsvpDesk;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
  desk = await RsvpDesk.of(api);
});

afterAll(() => api.stop());

interface Mine {
  attendeeId: string;
  status: string;
  [field: string]: unknown;
}

type Person = Awaited<ReturnType<RsvpDesk['signedIn']>>;

const diet: Question = { id: newId(), kind: 'short', label: 'Diet', required: true, options: [] };

/** Room for two, who may bring one each and say what they eat. */
async function dinner(): Promise<Evening> {
  const event = await desk.evening(2);
  await api.database.sql('update events set plus_ones = 1, questions = $2 where id = $1', [
    event.id,
    JSON.stringify([diet]),
  ]);
  return event;
}

async function goingTo(event: Evening, more: object = {}): Promise<{ person: Person; id: string }> {
  const person = await desk.signedIn();
  await desk.rsvpAs(event, person, { answers: { [diet.id]: 'Everything' }, ...more });
  const [row] = await api.database.sql<{ id: string }>(
    'select id from attendees where event_id = $1 and person_id = $2',
    [event.id, person.id],
  );
  return { person, id: row?.id ?? '' };
}

const call = (method: 'get' | 'post' | 'put', { cookie }: Person, path = '', body?: object) =>
  api.http[method](`/api/v1/me/rsvps${path}`).set('cookie', cookie).send(body);

async function look(person: Person, id: string): Promise<Mine> {
  return (await call('get', person, `/${id}`).expect(200)).body as Mine;
}

describe('my own RSVPs, for a program', () => {
  it('are listed, each with how it stands and what can be done about it', async () => {
    const event = await dinner();
    const { person, id } = await goingTo(event, { guests: ['Mia Chen'] });
    const { body } = await call('get', person).expect(200);
    expect(body).toEqual({
      rsvps: [expect.objectContaining({ attendeeId: id, status: 'confirmed', over: false })],
    });
    expect(await look(person, id)).toMatchObject({
      status: 'confirmed',
      next: 'come',
      party: 2,
      guests: ['Mia Chen'],
      answers: [{ questionId: diet.id, question: 'Diet', answers: ['Everything'] }],
      cancellable: true,
      answersOpen: true,
      guestsOpen: true,
      event: { eventId: event.id, slug: event.slug, privatePlace: '1200 East 5th Street', cancelled: false },
    });
    const waiting = await goingTo(event);
    expect(await look(waiting.person, waiting.id)).toMatchObject({
      status: 'waitlisted',
      placeInQueue: 1,
      event: { privatePlace: null },
    });
  });

  it('are cancelled, and an offered seat is claimed', async () => {
    const event = await dinner();
    await api.database.sql(`update events set waitlist = 'offer', offer_hours = 2 where id = $1`, [event.id]);
    const [going, waiting] = [await goingTo(event, { guests: ['Mia Chen'] }), await goingTo(event)];
    const cancelled = await call('post', going.person, `/${going.id}/cancel`).expect(200);
    expect(cancelled.body).toMatchObject({
      status: 'cancelled',
      cancelCause: 'by-person',
      cancellable: false,
    });
    expect(await look(waiting.person, waiting.id)).toMatchObject({
      status: 'offered',
      next: 'claim',
      offerExpiresAt: expect.stringContaining('2026-10-01T14:0') as string,
      guestsOpen: false,
    });
    const claimed = await call('post', waiting.person, `/${waiting.id}/claim`).expect(200);
    expect(claimed.body).toMatchObject({ status: 'confirmed', offerExpiresAt: null });
    const late = await call('post', going.person, `/${going.id}/claim`).expect(410);
    expect(late.body).toMatchObject({ code: 'offer-over' });
  });

  it('take other answers and other guests, which the host’s history says in words', async () => {
    const event = await dinner();
    const { person, id } = await goingTo(event, { guests: ['Mia Chen'] });
    const refused = await call('put', person, `/${id}/answers`, { answers: {} }).expect(422);
    expect(refused.body).toMatchObject({
      code: 'questions-unanswered',
      errors: [{ pointer: `/answers/${diet.id}` }],
    });
    await call('put', person, `/${id}/answers`, { answers: { [diet.id]: 'Vegan' } }).expect(200);
    await call('put', person, `/${id}/guests`, { guests: ['Mio Chen'] }).expect(200);
    const { body } = await call('put', person, `/${id}/guests`, { guests: [] }).expect(200);
    expect(body).toMatchObject({ party: 1, guests: [], answers: [{ answers: ['Vegan'] }] });
    await call('put', person, `/${id}/guests`, { guests: ['A', 'B'] }).expect(422);

    const host = await api.cookieOf((await makeMember(api.database, desk.organizationId, 'owner')).personId);
    const path = `/api/v1/organizations/${desk.organizationId}/events/${event.id}/attendees/${id}/history`;
    const { lines } = (await api.http.get(path).set('cookie', host).expect(200)).body as {
      lines: { action: string }[];
    };
    const sentences: Record<string, string> = app.guests.history.actions;
    expect(lines.map(({ action }) => sentences[action])).toEqual([
      'Changed who comes along',
      'Changed the names of who comes along',
      'Changed the answers',
      'Got a seat',
    ]);
  });

  it('are nobody else’s to see or to change', async () => {
    const event = await dinner();
    const { person, id } = await goingTo(event);
    const stranger = await desk.signedIn();
    const before = await desk.attendeesOf(event);
    const tries = [
      ['get', ''],
      ['post', '/cancel'],
      ['post', '/claim'],
      ['put', '/answers', { answers: { [diet.id]: 'Gravel' } }],
      ['put', '/guests', { guests: ['Mallory Stone'] }],
      ['put', '/profile', { crafts: ['spying'], known: ['Ana Real'] }],
    ] as const;
    for (const [method, act, body] of tries) {
      await call(method, stranger, `/${id}${act}`, body).expect(404);
      await api.http[method](`/api/v1/me/rsvps/${id}${act}`).send(body).expect(401);
    }
    expect((await call('get', stranger).expect(200)).body).toEqual({ rsvps: [] });
    expect(await desk.attendeesOf(event)).toEqual(before);
    // The control: its own person, the same way.
    for (const [method, act, body] of tries.toReversed()) {
      if (act !== '/claim') await call(method, person, `/${id}${act}`, body).expect(200);
    }
  });
});
