import { everybodyGoing, newId } from '#libs/domain';
import { type MailKind, mailKinds } from '#libs/mail';
import { mailLog as words } from '#libs/words';
import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  makeAttendee,
  makeEvent,
  makeMember,
  makeOrganization,
  makePerson,
} from '../../../../test/support/factories.ts';
import { makeMail } from '../../../../test/support/sent-mails.ts';
import { loggedKinds } from '../mail-fates.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-10T12:00:00Z' });
});
afterAll(() => api.stop());

type Guild = Awaited<ReturnType<typeof makeGuild>>;

async function makeGuild() {
  const organization = await makeOrganization(api.database);
  const { personId } = await makeMember(api.database, organization.id, 'owner');
  const event = await makeEvent(api.database, organization.id);
  return {
    organization,
    event,
    cookie: await api.cookieOf(personId),
    url: `/api/v1/organizations/${organization.id}/mails`,
  };
}

async function makeGuest({ event }: Pick<Guild, 'event'>, name?: string) {
  const person = await makePerson(api.database, name === undefined ? {} : { name });
  return { ...person, attendeeId: (await makeAttendee(api.database, event, { person })).id };
}

type Guest = Awaited<ReturnType<typeof makeGuest>>;

const mailTo = ({ organization }: Guild, guest: Guest, given: Partial<Parameters<typeof makeMail>[1]> = {}) =>
  makeMail(api.database, {
    organizationId: organization.id,
    person: guest,
    subjectId: guest.attendeeId,
    ...given,
  });

interface Line {
  id: string;
  to: string;
  kind: string;
  fate: string;
  reason: string | null;
  personId: string;
  event: { id: string; title: string } | null;
}

const page = async (
  { url, cookie }: Guild,
  query: Record<string, string> = {},
): Promise<{ mails: Line[]; next: string | null }> =>
  (await api.http.get(url).query(query).set('cookie', cookie).expect(200)).body;

const lines = async (guild: Guild, query: Record<string, string> = {}) => (await page(guild, query)).mails;

const bounce = (id: string, kind: string) =>
  api.database.sql('update mails set bounce_kind = $2, bounced_at = app_now() where id = $1', [id, kind]);

describe('the mail log', () => {
  it('tells what was sent to whom about which evening, the newest first, and not what it says', async () => {
    const guild = await makeGuild();
    const [ana, ben] = [await makeGuest(guild, 'Ana Lima'), await makeGuest(guild, 'Ben Ode')];
    const first = await mailTo(guild, ana);
    const second = await mailTo(guild, ben, { kind: 'rsvp-promoted', state: 'queued' });
    const event = { id: guild.event.id, title: guild.event.title };
    expect(await page(guild)).toEqual({
      mails: [
        {
          id: second,
          at: expect.any(String),
          kind: 'rsvp-promoted',
          personId: ben.id,
          to: 'Ben Ode',
          fate: 'waiting',
          reason: null,
          event,
        },
        {
          id: first,
          at: expect.any(String),
          kind: 'rsvp-confirmed',
          personId: ana.id,
          to: 'Ana Lima',
          fate: 'sent',
          reason: null,
          event,
        },
      ],
      next: null,
    });
  });

  it('calls somebody who gave no name here by their address', async () => {
    const guild = await makeGuild();
    const person = await makePerson(api.database, { name: 'Known elsewhere' });
    await makeMail(api.database, { organizationId: guild.organization.id, person, kind: 'invitation' });
    expect(await lines(guild)).toMatchObject([{ to: person.email, event: null }]);
  });

  it('says of a mail that came back why', async () => {
    const guild = await makeGuild();
    const guest = await makeGuest(guild);
    const seen: [string, string | null][] = [];
    for (const kind of ['hard', 'soft', 'policy']) await bounce(await mailTo(guild, guest), kind);
    for (const { fate, reason } of await lines(guild)) seen.push([fate, reason]);
    expect(seen).toEqual([
      ['returned', 'policy'],
      ['returned', 'soft'],
      ['returned', 'hard'],
    ]);
  });

  it('says what came of the others', async () => {
    const guild = await makeGuild();
    const guest = await makeGuest(guild);
    await mailTo(guild, guest, { state: 'failed', outcome: 'refused-554' });
    await mailTo(guild, guest, { state: 'unsure', outcome: 'in-doubt' });
    await mailTo(guild, guest, { state: 'suppressed', outcome: 'suppressed-address' });
    await mailTo(guild, guest, { state: 'suppressed', outcome: 'no-longer-true' });
    expect((await lines(guild)).map(({ fate }) => fate)).toEqual(['dropped', 'failed', 'unsure', 'failed']);
  });

  it('is read page by page, without a gap and without a double', async () => {
    const guild = await makeGuild();
    const guest = await makeGuest(guild);
    const made: string[] = [];
    for (let nth = 0; nth < 120; nth += 1) made.push(await mailTo(guild, guest));
    const read: string[] = [];
    let after: string | null = null;
    do {
      const { mails, next }: Awaited<ReturnType<typeof page>> = await page(
        guild,
        after === null ? {} : { after },
      );
      read.push(...mails.map(({ id }) => id));
      after = next;
    } while (after !== null);
    expect(read).toEqual(made.reverse());
    await api.http.get(guild.url).query({ after: 'elsewhere' }).set('cookie', guild.cookie).expect(422);
  });

  it('is filtered by kind, by what came of it, by evening and by person, all at once', async () => {
    const guild = await makeGuild();
    const other = { event: await makeEvent(api.database, guild.organization.id) };
    const [ana, ben] = [await makeGuest(guild), await makeGuest(other)];
    const wanted = await mailTo(guild, ana, { kind: 'rsvp-offered', state: 'unsure' });
    await mailTo(guild, ana, { kind: 'rsvp-offered' });
    await mailTo(guild, ana, { state: 'unsure' });
    await mailTo(guild, ben, { kind: 'rsvp-offered', state: 'unsure' });
    const ids = async (query: Record<string, string>) => (await lines(guild, query)).map(({ id }) => id);
    expect(await ids({ kind: 'rsvp-offered' })).toHaveLength(3);
    expect(await ids({ fate: 'unsure' })).toHaveLength(3);
    expect(await ids({ eventId: guild.event.id })).toHaveLength(3);
    expect(await ids({ personId: ana.id })).toHaveLength(3);
    const all = { kind: 'rsvp-offered', fate: 'unsure', eventId: guild.event.id, personId: ana.id };
    expect(await ids(all)).toEqual([wanted]);
    await api.http.get(guild.url).query({ kind: 'introduction' }).set('cookie', guild.cookie).expect(422);
    await api.http.get(guild.url).query({ fate: 'stopped' }).set('cookie', guild.cookie).expect(422);
  });

  it('shows nothing of another organization', async () => {
    const [guild, other] = [await makeGuild(), await makeGuild()];
    const guest = await makeGuest(other);
    await mailTo(other, guest);
    expect(await lines(guild)).toEqual([]);
    expect(await lines(guild, { eventId: other.event.id })).toEqual([]);
    expect(await lines(guild, { personId: guest.id })).toEqual([]);
    await api.http.get(other.url).set('cookie', guild.cookie).expect(404);
  });

  it.each(['host', 'door'] as const)('is not for a %s', async (role) => {
    const guild = await makeGuild();
    const { personId } = await makeMember(api.database, guild.organization.id, role);
    await api.http
      .get(guild.url)
      .set('cookie', await api.cookieOf(personId))
      .expect(403);
  });
});

describe('what the mail log keeps to itself', () => {
  it('is that somebody stopped a mail, or called one spam: both look like every other mail', async () => {
    const guild = await makeGuild();
    const guests = [];
    for (let nth = 0; nth < 4; nth += 1) guests.push(await makeGuest(guild, `Guest ${nth}`));
    const [reads, stopped, complained, silenced] = guests as [Guest, Guest, Guest, Guest];
    await mailTo(guild, reads, { kind: 'critique-place' });
    await mailTo(guild, stopped, { kind: 'critique-place', state: 'suppressed', outcome: 'stopped' });
    await bounce(await mailTo(guild, complained, { kind: 'critique-place' }), 'complaint');
    // Who complained before gets nothing more, and the worker writes it down like a stop.
    await mailTo(guild, silenced, { kind: 'critique-place', state: 'suppressed', outcome: 'stopped' });
    const seen = (await lines(guild, { fate: 'sent' })).map(({ fate, reason, event }) => ({
      fate,
      reason,
      event: event?.id,
    }));
    expect(seen).toEqual(guests.map(() => ({ fate: 'sent', reason: null, event: guild.event.id })));
  });

  /** An announcement to four guests, the last of whom stopped such mail; the others at the given ends. */
  async function announced(end: { state: 'queued' | 'sent' | 'failed'; outcome: string; bounce?: string }) {
    const guild = await makeGuild();
    const id = newId();
    await api.database.sql(
      `insert into event_messages (id, organization_id, event_id, kind, state, name, subject, text, segment, sent_at, due_at, recipients, version, created_at)
       values ($1, $2, $3, 'announcement', 'sent', '', 'a', 'b', $4, app_now(), app_now(), 4, 1, app_now())`,
      [id, guild.organization.id, guild.event.id, JSON.stringify(everybodyGoing)],
    );
    const given = { kind: 'event-announcement', subjectId: id } as const;
    for (let nth = 0; nth < 3; nth += 1) {
      const mail = await mailTo(guild, await makeGuest(guild), { ...given, ...end });
      if (end.bounce !== undefined) await bounce(mail, end.bounce);
    }
    const stopped = await makeGuest(guild);
    await mailTo(guild, stopped, { ...given, state: 'suppressed', outcome: 'stopped' });
    // As the one statement that queues a message writes them.
    await api.database.sql(
      'update mails set created_at = (select min(created_at) from mails where subject_id = $1) where subject_id = $1',
      [id],
    );
    const fates = async () =>
      new Set((await lines(guild)).map(({ fate, reason }) => `${fate} ${reason ?? ''}`.trim()));
    const messages = `/api/v1/organizations/${guild.organization.id}/events/${guild.event.id}/messages`;
    const counts = async () => {
      const { body } = await api.http.get(messages).set('cookie', guild.cookie).expect(200);
      const [{ state, sent, failed }] = body.messages;
      return { state, sent, failed };
    };
    const cancel = () => api.http.post(`${messages}/${id}/cancel`).set('cookie', guild.cookie).expect(200);
    return { guild, fates, counts, cancel };
  }

  it('is who stopped a message that the mail server refuses for what it says', async () => {
    const { guild, fates, counts } = await announced({ state: 'failed', outcome: 'refused-554-message' });
    expect(await fates()).toEqual(new Set(['failed']));
    expect(await counts()).toEqual({ state: 'sent', sent: 0, failed: 4 });
    expect(await lines(guild, { fate: 'failed' })).toHaveLength(4);
    expect(await lines(guild, { fate: 'sent' })).toEqual([]);
  });

  it('is who stopped it while the server says "not now" to what it says, nor who had when it is called off', async () => {
    const { fates, counts, cancel } = await announced({ state: 'queued', outcome: 'refused-451-message' });
    expect(await fates()).toEqual(new Set(['waiting']));
    expect(await counts()).toEqual({ state: 'sending', sent: 0, failed: 0 });
    await cancel();
    expect(await fates()).toEqual(new Set(['dropped']));
    expect(await counts()).toEqual({ state: 'cancelled', sent: 0, failed: 0 });
  });

  it('is who stopped it when the servers of its readers give all of it back', async () => {
    const { fates } = await announced({ state: 'sent', outcome: 'accepted', bounce: 'policy' });
    expect(await fates()).toEqual(new Set(['returned policy']));
  });

  it('(control) is not what an address does: a server that knows none of the others says nothing of this one', async () => {
    const gone = await announced({ state: 'failed', outcome: 'refused-550' });
    expect(await gone.fates()).toEqual(new Set(['failed', 'sent']));
    const back = await announced({ state: 'sent', outcome: 'accepted', bounce: 'hard' });
    expect(await back.fates()).toEqual(new Set(['returned hard', 'sent']));
  });

  it('is whatever belongs to introductions, circles and mornings', async () => {
    const guild = await makeGuild();
    const guest = await makeGuest(guild);
    for (const kind of mailKinds) {
      if (/^(introduction|circle|morning|sign-in)/.test(kind))
        await mailTo(guild, guest, { kind, subjectId: newId() });
    }
    expect(await lines(guild)).toEqual([]);
  });

  it('is somebody who was erased', async () => {
    const guild = await makeGuild();
    const guest = await makeGuest(guild);
    await mailTo(guild, guest);
    await api.database.sql('update people set erased_at = app_now() where id = $1', [guest.id]);
    expect(await lines(guild)).toEqual([]);
  });

  it('is decided for every kind of mail', () => {
    const inside = (kind: MailKind) => loggedKinds.includes(kind);
    expect(mailKinds.filter((kind) => /^(introduction|circle|morning|sign-in)/.test(kind)).some(inside)).toBe(
      false,
    );
    // A kind that is shown has its words; one that is new shows up here.
    expect(loggedKinds.filter((kind) => !(kind in words.kinds))).toEqual([]);
  });
});
