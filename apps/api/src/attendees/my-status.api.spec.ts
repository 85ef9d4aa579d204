import { cancelAttendee } from '#libs/database';
import { type AttendeeStatus, attendeeStatuses } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee, makePerson } from '../../../../test/support/factories.ts';
import { type Evening, RsvpDesk } from '../../../../test/support/rsvp-desk.ts';

let api: Api;
let desk: RsvpDesk;

beforeAll(async () => {
  api = await startApi();
  desk = await RsvpDesk.of(api);
});

beforeEach(() => api.setTime('2026-10-01T12:00:00Z'));

afterAll(() => api.stop());

const setRules = (event: Evening, rules: string) =>
  api.database.sql(`update events set ${rules} where id = $1`, [event.id]);

async function statusOf(event: Evening, { cookie }: { cookie: string }): Promise<Record<string, unknown>> {
  const { body } = await api.http
    .get(`/api/v1/events/${event.slug}/my-status`)
    .set('cookie', cookie)
    .expect(200);
  return body as Record<string, unknown>;
}

describe('where somebody stands', () => {
  it('is told before there is an RSVP: what it would meet, and what to do', async () => {
    const event = await desk.evening(1);
    const person = await desk.signedIn();
    expect(await statusOf(event, person)).toEqual({
      status: null,
      reason: null,
      next: 'rsvp',
      attendeeId: null,
      placeInQueue: null,
      offerExpiresAt: null,
      party: null,
      answersOpen: false,
      opensAt: null,
      closesAt: null,
    });
    await desk.rsvpAs(event, await desk.signedIn());
    expect(await statusOf(event, person)).toMatchObject({ reason: 'full', next: 'rsvp' });
    await setRules(event, 'waitlist_open = false');
    expect(await statusOf(event, person)).toMatchObject({ reason: 'waitlist-closed' });
    await setRules(event, `registration = 'audience'`);
    expect(await statusOf(event, person)).toMatchObject({ reason: 'audience-only', next: 'ask-host' });
    await setRules(event, `registration = 'invitation'`);
    expect(await statusOf(event, person)).toMatchObject({ reason: 'invitation-needed', next: 'ask-host' });
    await api.database.sql(
      'insert into bars (organization_id, person_id, created_at) values ($1, $2, app_now())',
      [desk.organizationId, person.id],
    );
    expect(await statusOf(event, person)).toMatchObject({ reason: 'not-admitted', next: 'write-to-host' });
    await setRules(event, `opens_local = '2026-10-05T09:00', opens_at = '2026-10-05T16:00:00Z'`);
    expect(await statusOf(event, person)).toMatchObject({
      reason: 'registration-not-open',
      next: 'come-back-later',
      opensAt: '2026-10-05T16:00:00.000Z',
    });
  });

  it('is told of one’s own RSVP, with the place in the queue and the party', async () => {
    const event = await desk.evening(1);
    await setRules(event, 'plus_ones = 2');
    const [one, two, three] = [await desk.signedIn(), await desk.signedIn(), await desk.signedIn()];
    await desk.rsvpAs(event, one);
    await desk.rsvpAs(event, two, { guests: ['Mia Chen'] });
    await desk.rsvpAs(event, three);
    expect(await statusOf(event, one)).toMatchObject({
      status: 'confirmed',
      reason: null,
      next: 'come',
      party: 1,
    });
    expect(await statusOf(event, two)).toMatchObject({
      status: 'waitlisted',
      reason: 'full',
      next: 'wait',
      placeInQueue: 1,
      party: 2,
      answersOpen: true,
    });
    expect(await statusOf(event, three)).toMatchObject({ placeInQueue: 2 });
  });

  it('says that answers can be changed of an RSVP on the list alone', async () => {
    const event = await desk.evening();
    const open = async (status: AttendeeStatus) => {
      const person = await desk.signedIn();
      await makeAttendee(api.database, event, { person, status, came: false });
      return (await statusOf(event, person))['answersOpen'];
    };
    const statuses = await Promise.all(attendeeStatuses.map(async (status) => [status, await open(status)]));
    expect(Object.fromEntries(statuses)).toEqual({
      held: false,
      pending: true,
      confirmed: true,
      waitlisted: true,
      offered: true,
      declined: false,
      cancelled: false,
    });
  });

  it('follows the clock: an offer that ran out is over before anything was woken', async () => {
    const event = await desk.evening(1);
    await setRules(event, `waitlist = 'offer', offer_hours = 1`);
    const [one, two] = [await desk.signedIn(), await desk.signedIn()];
    await desk.rsvpAs(event, one);
    await desk.rsvpAs(event, two);
    const { attendeeId } = await statusOf(event, one);
    await desk.inTx((tx) => {
      const ids = { organizationId: desk.organizationId, eventId: event.id, attendeeId: String(attendeeId) };
      return cancelAttendee(tx, ids, 'by-person');
    });
    expect(await statusOf(event, two)).toMatchObject({
      status: 'offered',
      next: 'claim',
      offerExpiresAt: expect.stringContaining('2026-10-01T13:00') as string,
    });
    await api.setTime('2026-10-01T13:01:00Z');
    expect(await statusOf(event, two)).toMatchObject({ status: 'cancelled', offerExpiresAt: null });
  });

  it('is nobody else’s to know: no session, no answer; a draft is not there', async () => {
    const event = await desk.evening();
    await api.http.get(`/api/v1/events/${event.slug}/my-status`).expect(401);
    const draft = await desk.evening(1, { state: 'draft' });
    const cookie = await api.cookieOf((await makePerson(api.database)).id);
    await api.http.get(`/api/v1/events/${draft.slug}/my-status`).set('cookie', cookie).expect(404);
  });
});
