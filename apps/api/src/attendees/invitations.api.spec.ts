import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee, makeOrganization, makePerson } from '../../../../test/support/factories.ts';
import { Host } from '../../../../test/support/invitations.ts';
import { type Evening, RsvpDesk, submit } from '../../../../test/support/rsvp-desk.ts';

let api: Api;
let desk: RsvpDesk;
let host: Host;
let event: Evening;
let serial = 0;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
});

beforeEach(async () => {
  desk = await RsvpDesk.of(api);
  host = await Host.of(api, desk);
  event = await desk.evening();
});

afterAll(() => api.stop());

const sql = (text: string, values: unknown[] = []) => api.database.sql(text, values);
const rules = (text: string) => sql(`update events set ${text} where id = $1`, [event.id]);
const fresh = (): string => `guest${String((serial += 1))}@example.org`;
const several = (count: number): string[] => Array.from({ length: count }, fresh);

async function cancel(): Promise<void> {
  const { cookie } = await Host.of(api, desk, 'owner');
  const path = `/api/v1/organizations/${desk.organizationId}/events/${event.id}/cancel`;
  await api.http.post(path).set('cookie', cookie).send({ reason: 'No power.' }).expect(200);
}

/** Somebody with an RSVP of this status at the event. */
async function guest(
  status: 'confirmed' | 'waitlisted' | 'pending' | 'declined' | 'cancelled',
): Promise<string> {
  const person = await makePerson(api.database, { email: fresh() });
  await makeAttendee(api.database, event, { person, status, came: false });
  return person.email;
}

describe('an event that is cancelled', () => {
  it('is told to whoever is invited and did not answer, and to nobody twice', async () => {
    const [open, no, going] = several(3) as [string, string, string];
    await host.invite(event, [open, no]);
    const refused = await host.linkOf(no);
    await submit(api, refused, `${refused}/decline`);
    await host.invite(event, going);
    const accepted = await host.linkOf(going);
    await submit(api, accepted, accepted, { name: 'Ines Okafor' });
    await cancel();
    expect(await desk.mailsTo(open)).toEqual(['invitation', 'invited-event-cancelled']);
    expect(await desk.mailsTo(no)).toEqual(['invitation']);
    expect(await desk.mailsTo(going)).toEqual(['invitation', 'rsvp-confirmed', 'event-cancelled']);
  });

  it('goes into no address that has had its three mails of the hour without answering', async () => {
    const tired = fresh();
    const others = [await desk.evening(), await desk.evening()];
    for (const one of [event, ...others]) await host.invite(one, tired);
    await cancel();
    expect(await desk.mailsTo(tired)).toEqual(['invitation', 'invitation', 'invitation']);
  });
});

describe('inviting pasted addresses', () => {
  it('tells what became of each, in the order they stood in, each once', async () => {
    const [one, two, three] = several(3) as [string, string, string];
    const pasted = `Ines Okafor <${one}>, ${two.toUpperCase()}\nno address here\n"Bo" <${one}>; ${three}`;
    expect(await host.invite(event, pasted)).toEqual([
      { address: one, outcome: 'invited' },
      { address: two, outcome: 'invited' },
      { address: 'no address here', outcome: 'unusable' },
      { address: three, outcome: 'invited' },
    ]);
    for (const email of [one, two, three]) expect(await desk.mailsTo(email)).toEqual(['invitation']);
  });

  it('writes nobody a second time, who is going, waiting, asked or invited already', async () => {
    const known: [string, string][] = [
      [await guest('confirmed'), 'already-going'],
      [await guest('waitlisted'), 'already-waiting'],
      [await guest('pending'), 'already-asked'],
      [await guest('declined'), 'declined'],
    ];
    const before = fresh();
    await host.invite(event, before);
    known.push([before, 'already-invited']);
    const outcomes = await host.invite(
      event,
      known.map(([email]) => email),
    );
    expect(outcomes).toEqual(known.map(([address, outcome]) => ({ address, outcome })));
    expect(await desk.mailsTo(before)).toEqual(['invitation']);
    for (const [email] of known.slice(0, 4)) expect(await desk.mailsTo(email)).toEqual([]);
  });

  it('invites somebody who cancelled, but nobody who is barred', async () => {
    const [gone, barred] = [await guest('cancelled'), await makePerson(api.database, { email: fresh() })];
    await sql('insert into bars values ($1, $2, null, app_now())', [desk.organizationId, barred.id]);
    expect((await host.invite(event, [gone, barred.email])).map(({ outcome }) => outcome)).toEqual([
      'invited',
      'barred',
    ]);
  });

  it('makes one invitation of two hosts who invite the same people at the same moment', async () => {
    const other = await Host.of(api, desk);
    const emails = several(20);
    const answers = await Promise.all([
      host.invite(event, emails),
      other.invite(event, [...emails].reverse()),
    ]);
    const counted = answers.flat().filter(({ outcome }) => outcome === 'invited');
    expect(counted.map(({ address }) => address).sort()).toEqual([...emails].sort());
    for (const email of emails) expect(await desk.mailsTo(email)).toEqual(['invitation']);
  });

  it('would make two without the index that allows one live invitation (control)', async () => {
    const email = fresh();
    await host.invite(event, email);
    const again = () =>
      sql(
        `insert into invitations select gen_random_uuid(), organization_id, event_id, person_id, state, invited_by, 0, mailed_at, created_at
         from invitations where id = $1`,
        [id],
      );
    const id = await host.idOf(email);
    await expect(again()).rejects.toThrow('invitations_one_live');
    await sql('drop index invitations_one_live');
    await again();
    await sql('delete from invitations where event_id = $1', [event.id]);
    await sql(
      `create unique index invitations_one_live on invitations (event_id, person_id) where state in ('live', 'accepted')`,
    );
  });

  it('takes at most 500 at a time, and says so at the field', async () => {
    const { body } = await host.post(event, '', { emails: several(501).join('\n') }).expect(413);
    expect(body).toMatchObject({ code: 'body-too-large', errors: [{ pointer: '/emails' }] });
  });

  it.each([{}, { emails: '' }, { emails: 7 }, { emails: ['a', 7] }])('refuses %j', async (body) => {
    expect((await host.post(event, '', body).expect(422)).body).toMatchObject({
      code: 'wrong-shape',
      errors: [{ pointer: '/emails' }],
    });
  });

  it.each([
    [`state = 'draft', published_at = null`, 'event-not-published'],
    [`state = 'cancelled', cancelled_at = app_now()`, 'event-cancelled'],
    [`closes_local = '2026-09-30T09:00', closes_at = '2026-09-30T16:00Z'`, 'registration-closed'],
  ])('is refused when %s', async (change, code) => {
    await rules(change);
    expect((await host.post(event, '', { emails: fresh() }).expect(409)).body).toMatchObject({ code });
  });

  it('is possible before registration opens', async () => {
    await rules(`opens_local = '2026-10-10T09:00', opens_at = '2026-10-10T16:00Z'`);
    expect((await host.invite(event, fresh()))[0]?.outcome).toBe('invited');
  });
});

describe('the budgets of invitations', () => {
  it('let 500 an hour leave one organization, and tell the rest to come later', async () => {
    const outcomes = await host.invite(event, several(499));
    expect(outcomes.every(({ outcome }) => outcome === 'invited')).toBe(true);
    const last = await host.invite(event, several(3));
    expect(last.map(({ outcome }) => outcome)).toEqual(['invited', 'too-often', 'too-often']);
    const elsewhere = await RsvpDesk.of(api);
    const [there] = await (await Host.of(api, elsewhere)).invite(await elsewhere.evening(), fresh());
    expect(there?.outcome).toBe('invited');
  });

  it('let three an hour go to an address that has not answered, whoever asks, and more to one that has', async () => {
    const answered = await makePerson(api.database, { email: fresh() });
    const silent = fresh();
    const told: (string | undefined)[][] = [];
    for (let round = 0; round < 4; round += 1) {
      const outcomes = await host.invite(await desk.evening(), [silent, answered.email]);
      told.push(outcomes.map(({ outcome }) => outcome));
    }
    expect(told).toEqual([...Array<string[]>(3).fill(['invited', 'invited']), ['too-often', 'invited']]);
  });
});

describe('the list of invitations', () => {
  it('shows those who have not come, newest first, with counts of all', async () => {
    const [yes, no, open] = several(3) as [string, string, string];
    for (const email of [yes, no, open]) await host.invite(event, email);
    await sql(`update invitations set state = 'accepted' where id = $1`, [await host.idOf(yes)]);
    await sql(`update invitations set state = 'declined' where id = $1`, [await host.idOf(no)]);
    const list = await host.list(event);
    expect(list.invitations.map(({ email, state }) => [email, state])).toEqual([
      [open, 'invited'],
      [no, 'declined'],
    ]);
    expect(list.counts).toEqual({ open: 1, accepted: 1, declined: 1, remindable: 0 });
  });

  it('goes on from page to page without a gap', async () => {
    const emails = several(120);
    await host.invite(event, emails);
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const page = await host.list(event, after);
      seen.push(...page.invitations.map(({ email }) => email));
      if (page.next === null) break;
      after = `?after=${encodeURIComponent(page.next)}`;
    }
    expect([...seen].sort()).toEqual([...emails].sort());
    await api.http.get(host.path(event, '?after=nonsense')).set('cookie', host.cookie).expect(422);
  });

  it('leaves out somebody whom a host added by hand, and does not remind them', async () => {
    const person = await makePerson(api.database, { email: fresh() });
    await host.invite(event, person.email);
    await makeAttendee(api.database, event, { person, came: false });
    await sql(`update invitations set mailed_at = mailed_at - interval '4 days' where event_id = $1`, [
      event.id,
    ]);
    expect(await host.list(event)).toMatchObject({ invitations: [], counts: { open: 0, remindable: 0 } });
    expect((await host.post(event, '/remind').expect(200)).body).toEqual({ reminded: 0, later: 0 });
  });

  it('agrees with the tab of the guest list, whatever RSVP they have besides', async () => {
    const rsvps = ['held', 'held', 'pending', 'confirmed', 'waitlisted', 'declined', 'cancelled'] as const;
    for (const status of rsvps) {
      const person = await makePerson(api.database, { email: fresh() });
      await host.invite(event, person.email);
      await makeAttendee(api.database, event, { person, status, came: false });
    }
    const path = host.path(event).replace('/invitations', '/attendees');
    const { body } = await api.http.get(path).set('cookie', host.cookie).expect(200);
    const { invitations, counts } = await host.list(event);
    expect(invitations).toHaveLength(3);
    expect([counts.open, body.counts.invited]).toEqual([3, 3]);
  });

  it('knows no name of somebody who only had their address typed', async () => {
    const person = await makePerson(api.database, { email: fresh(), name: 'Secret Name' });
    await host.invite(event, person.email);
    expect(JSON.stringify(await host.list(event))).not.toContain('Secret');
  });
});

describe('taking an invitation back', () => {
  it('ends it, once, and lets the address be invited anew', async () => {
    const email = fresh();
    await host.invite(event, email);
    const id = await host.idOf(email);
    await host.post(event, `/${id}/revoke`).expect(204);
    await host.post(event, `/${id}/revoke`).expect(204);
    expect((await host.list(event)).invitations).toEqual([]);
    const lines = await sql(`select 1 from audit where action = 'invitation.revoked' and subject_id = $1`, [
      id,
    ]);
    expect(lines).toHaveLength(1);
    await sql(`update invitations set mailed_at = mailed_at - interval '3 days' where id = $1`, [id]);
    expect((await host.invite(event, email))[0]?.outcome).toBe('invited');
    expect(await desk.mailsTo(email)).toEqual(['invitation', 'invitation']);
  });

  it('and inviting again is no way around the three days between two mails about one event', async () => {
    const { email } = await makePerson(api.database, { email: fresh(), confirmed: true });
    for (let times = 0; times < 4; times += 1) {
      await host.invite(event, email);
      await host.post(event, `/${await host.idOf(email)}/revoke`).expect(204);
    }
    expect((await host.invite(event, email))[0]?.outcome).toBe('too-often');
    expect(await desk.mailsTo(email)).toEqual(['invitation']);
    expect((await host.invite(await desk.evening(), email))[0]?.outcome).toBe('invited');
  });

  it('and inviting again never asks somebody who said no', async () => {
    const email = fresh();
    await host.invite(event, email);
    const link = await host.linkOf(email);
    await submit(api, link, `${link}/decline`);
    expect(await host.stateOf(email)).toBe('declined');
    await host.post(event, `/${await host.idOf(email)}/revoke`).expect(204);
    await sql(`update invitations set mailed_at = mailed_at - interval '30 days' where event_id = $1`, [
      event.id,
    ]);
    expect((await host.invite(event, email))[0]?.outcome).toBe('said-no');
    expect(await desk.mailsTo(email)).toEqual(['invitation']);
  });

  it('is refused once they have come', async () => {
    const email = fresh();
    await host.invite(event, email);
    const id = await host.idOf(email);
    await sql(`update invitations set state = 'accepted' where id = $1`, [id]);
    expect((await host.post(event, `/${id}/revoke`).expect(409)).body).toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  it('finds nothing of another event or another organization', async () => {
    const email = fresh();
    await host.invite(event, email);
    const id = await host.idOf(email);
    await host.post(await desk.evening(), `/${id}/revoke`).expect(404);
    const stranger = await Host.of(api, await RsvpDesk.of(api), 'owner');
    const path = host.path(event, `/${id}/revoke`);
    await api.http.post(path).set('cookie', stranger.cookie).send({}).expect(404);
    await api.http.get(host.path(event)).set('cookie', stranger.cookie).expect(404);
    expect(await host.stateOf(email)).toBe('live');
  });

  it('is not for door staff, who do not see who is invited either', async () => {
    const door = await Host.of(api, desk, 'door');
    await door.post(event, '', { emails: fresh() }).expect(403);
    await api.http.get(door.path(event)).set('cookie', door.cookie).expect(403);
  });

  it('shows nothing of an event of another organization under one’s own', async () => {
    const other = await makeOrganization(api.database);
    const path = host.path(event).replace(desk.organizationId, other.id);
    await api.http.get(path).set('cookie', host.cookie).expect(404);
  });
});

describe('reminders', () => {
  const past = (days: number) =>
    sql(`update invitations set mailed_at = mailed_at - make_interval(days => $2) where event_id = $1`, [
      event.id,
      days,
    ]);
  const remind = async () => (await host.post(event, '/remind').expect(200)).body as object;

  it('go to those who did not answer, after three days, at most twice', async () => {
    const [open, no] = several(2) as [string, string];
    await host.invite(event, [open, no]);
    await sql(`update invitations set state = 'declined' where id = $1`, [await host.idOf(no)]);
    await past(2);
    expect(await remind()).toEqual({ reminded: 0, later: 0 });
    await past(1);
    expect((await host.list(event)).counts.remindable).toBe(1);
    expect(await remind()).toEqual({ reminded: 1, later: 0 });
    const { invitations } = await host.list(event);
    expect(invitations.find(({ email }) => email === open)?.state).toBe('reminded');
    expect(await remind()).toEqual({ reminded: 0, later: 0 });
    await past(3);
    expect(await remind()).toEqual({ reminded: 1, later: 0 });
    await past(30);
    expect(await remind()).toEqual({ reminded: 0, later: 0 });
    expect(await desk.mailsTo(open)).toEqual(['invitation', 'invitation-reminder', 'invitation-reminder']);
    expect(await desk.mailsTo(no)).toEqual(['invitation']);
  });

  it('go once when two hosts press at the same moment', async () => {
    const emails = several(10);
    await host.invite(event, emails);
    await past(3);
    const answers = (await Promise.all([remind(), remind(), remind()])) as { reminded: number }[];
    expect(answers.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(10);
    for (const email of emails)
      expect(await desk.mailsTo(email)).toEqual(['invitation', 'invitation-reminder']);
  });

  it('wait for the next hour when the budget is used up, and say how many', async () => {
    await host.invite(event, several(300));
    await past(3);
    expect(await remind()).toEqual({ reminded: 200, later: 100 });
  });
});
