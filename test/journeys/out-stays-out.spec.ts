import { inOrganization, system } from '#libs/domain';
import { type MailKind, mailTypes } from '#libs/mail';
import type { RunningWorker } from '../../apps/worker/src/worker.ts';
import { type Api, startApi } from '../support/api.ts';
import { makeEvent, makeMember, makeOrganization, makePerson } from '../support/factories.ts';
import { submit } from '../support/rsvp-desk.ts';
import { startTestWorker, until } from '../support/worker.ts';

// Once somebody has stopped mail of an organization, nothing that its staff can do brings that mail back.

let api: Api;
let worker: RunningWorker;
let organization: { id: string };
let cookie: string;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
  worker = await startTestWorker({
    database: api.database,
    publicUrl: api.url,
    filesFolder: api.config.files.folder,
  });
  organization = await makeOrganization(api.database);
  cookie = await api.cookieOf((await makeMember(api.database, organization.id, 'owner')).personId);
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
});

type Person = Awaited<ReturnType<typeof makePerson>>;
interface Sent {
  id?: string;
  addresses?: unknown;
}

const call = async (
  method: 'post' | 'put' | 'get' | 'delete',
  path: string,
  body?: object,
): Promise<Sent> => {
  const answer = await api.http[method](`/api/v1/organizations/${organization.id}${path}`)
    .set('cookie', cookie)
    .send(body);
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${String(answer.status)} ${answer.text}`);
  return answer.body as Sent;
};

const attendeeOf = async (eventId: string, { id }: Person): Promise<string> => {
  const [row] = await api.database.sql<{ id: string }>(
    'select id from attendees where event_id = $1 and person_id = $2',
    [eventId, id],
  );
  return row?.id ?? '';
};

/** Everything that staff can do to have somebody on their lists, twice over where that can be. */
const acts: Readonly<Record<string, (person: Person) => Promise<void>>> = {
  'puts them in the audience, out and in again': async ({ id, email }) => {
    for (const again of [true, false]) {
      await call('post', '/audience', { emails: email });
      if (again) await call('delete', `/audience/${id}`);
    }
  },
  'invites them, takes it back, and invites them again': async (person) => {
    const { id } = await makeEvent(api.database, organization.id);
    await call('post', `/events/${id}/invitations`, { emails: person.email });
    const [invitation] = await api.database.sql<{ id: string }>(
      'select id from invitations where event_id = $1 and person_id = $2',
      [id, person.id],
    );
    await call('post', `/events/${id}/invitations/${invitation?.id ?? ''}/revoke`);
    await call('post', `/events/${id}/invitations`, { emails: person.email });
  },
  'adds them to a guest list by hand, cancels, and adds them again': async (person) => {
    const { id } = await makeEvent(api.database, organization.id);
    await call('post', `/events/${id}/attendees`, { name: person.name, email: person.email });
    await call('post', `/events/${id}/attendees/${await attendeeOf(id, person)}/cancel`, {});
    await call('post', `/events/${id}/attendees`, { name: person.name, email: person.email });
  },
  'bars them and lets them in again': async (person) => {
    const { id } = await makeEvent(api.database, organization.id);
    await call('post', `/events/${id}/attendees`, { name: person.name, email: person.email });
    const attendeeId = await attendeeOf(id, person);
    for (const barred of [true, false])
      await call('put', `/events/${id}/attendees/${attendeeId}/bar`, { barred });
  },
  'imports a list that names them, twice': async ({ id: personId, email, name }) => {
    for (const version of [1, 2]) {
      const { id } = await makeEvent(api.database, organization.id);
      const path = `/api/v1/organizations/${organization.id}/events/${id}/imports`;
      const { body } = await api.http
        .post(path)
        .set('cookie', cookie)
        .attach('file', Buffer.from(`name,email\n${name} ${String(version)},${email}\n`), 'list.csv')
        .expect(201);
      await api.http
        .post(`${path}/${(body as { id: string }).id}/start`)
        .set('cookie', cookie)
        .expect(200);
      await until(
        async () => (await attendeeOf(id, { id: personId, email, name })) !== '',
        'The list was not imported',
      );
    }
  },
  'makes them staff and lets them go': async ({ email }) => {
    const { id } = await call('post', '/members', { email, role: 'host' });
    await call('delete', `/members/${id ?? ''}`);
  },
};

const stopsOf = ({ id }: Person) =>
  api.database.sql(
    'select id, organization_id, topic, created_at from mail_stops where person_id = $1 order by id',
    [id],
  );

/** What became of the mails to somebody that can be stopped, once none waits. */
async function stoppableMails({ id }: Person): Promise<string[]> {
  const mails = () =>
    api.database.sql<{ kind: MailKind; state: string; outcome: string }>(
      'select kind, state, outcome from mails where person_id = $1 order by id',
      [id],
    );
  await until(
    async () => (await mails()).every(({ state }) => ['sent', 'suppressed'].includes(state)),
    'Some mails did not end',
  );
  return (await mails())
    .filter(({ kind }) => mailTypes[kind].topic !== null)
    .map(({ kind, state, outcome }) => `${kind} ${state} ${outcome}`);
}

describe('somebody who has stopped the mail of an organization', () => {
  it.each(Object.entries(acts))('stays out whatever its staff does: %s', async (_, act) => {
    const [out, other] = [await makePerson(api.database), await makePerson(api.database)];
    const theirs = await api.cookieOf(out.id);
    await submit(api, '/me/mail', '/me/mail/stop', { organization: organization.id, topic: 'all' }, theirs);
    await submit(
      api,
      '/me/mail',
      '/me/mail/stop',
      { organization: organization.id, topic: 'events' },
      theirs,
    );
    const before = await stopsOf(out);
    expect(before).toHaveLength(2);
    await act(out);
    await act(other);
    expect(await stopsOf(out)).toEqual(before);
    // One that stopped being true before its turn ends as anybody's would.
    for (const mail of await stoppableMails(out))
      expect(mail).toMatch(/ suppressed (?:stopped|taken-back|no-longer-true)$/);
    // The control: the same to somebody who has stopped nothing.
    for (const mail of await stoppableMails(other))
      expect(mail).toMatch(/ sent accepted$| suppressed (?:taken-back|no-longer-true)$/);
    expect(await stopsOf(other)).toEqual([]);
  });

  it('is written to again only by their own word: an invitation, before and after', async () => {
    const person = await makePerson(api.database);
    const theirs = await api.cookieOf(person.id);
    const press = (act: string) =>
      submit(api, '/me/mail', `/me/mail/${act}`, { organization: organization.id, topic: 'events' }, theirs);
    const invite = async () => {
      const { id } = await makeEvent(api.database, organization.id);
      await call('post', `/events/${id}/invitations`, { emails: person.email });
      return (await stoppableMails(person)).at(-1);
    };
    expect(await invite()).toBe('invitation sent accepted');
    await press('stop');
    expect(await invite()).toBe('invitation suppressed stopped');
    await press('resume');
    expect(await invite()).toBe('invitation sent accepted');
  });

  it('gets nothing of what was queued before the stop and leaves after it', async () => {
    const person = await makePerson(api.database);
    const theirs = await api.cookieOf(person.id);
    await worker.stop();
    const { id } = await makeEvent(api.database, organization.id);
    await call('post', `/events/${id}/invitations`, { emails: person.email });
    await submit(api, '/me/mail', '/me/mail/stop', { organization: '', topic: 'all' }, theirs);
    worker = await startTestWorker({
      database: api.database,
      publicUrl: api.url,
      filesFolder: api.config.files.folder,
    });
    expect(await stoppableMails(person)).toEqual(['invitation suppressed stopped']);
  });

  it('stays out by the database, whatever code runs for an organization', async () => {
    const person = await makePerson(api.database);
    const theirs = await api.cookieOf(person.id);
    await submit(
      api,
      '/me/mail',
      '/me/mail/stop',
      { organization: organization.id, topic: 'events' },
      theirs,
    );
    const undo = () =>
      api.db.write(inOrganization(organization.id, system), (tx) =>
        tx.query('delete from mail_stops where person_id = $1', [person.id]),
      );
    await expect(undo()).rejects.toThrow('by their own word alone');
    expect(await stopsOf(person)).toHaveLength(1);
    // The control: without the trigger the same code puts them back.
    await api.database.sql('alter table mail_stops disable trigger mail_stops_kept');
    await undo();
    await api.database.sql('alter table mail_stops enable trigger mail_stops_kept');
    expect(await stopsOf(person)).toEqual([]);
  });
});
