import { inOrganization, newId, system } from '#libs/domain';
import { type MailKind, post } from '#libs/mail';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeEvent, makeMember, makeOrganization } from '../../../../test/support/factories.ts';
import { type MailRow, mailRows, makeIntroducedPair } from '../../../../test/support/mails.ts';
import { type SmtpSink, startSink } from '../../../../test/support/smtp-sink.ts';
import { startTestWorker, until } from '../../../../test/support/worker.ts';
import type { RunningWorker } from '../../../worker/src/worker.ts';

/** A Tuesday, 10:00 in Los Angeles: an hour at which introductions leave. */
const tuesday = '2026-10-20T17:00:00Z';

let api: Api;
let sink: SmtpSink;
let worker: RunningWorker;
beforeAll(async () => {
  api = await startApi();
  sink = await startSink();
  worker = await startTestWorker({ database: api.database, smtpUrl: sink.url, publicUrl: api.url });
});
beforeEach(() => api.setTime(tuesday));
afterEach(() => {
  sink.behave();
});
afterAll(async () => {
  await worker.stop();
  await sink.stop();
  await api.stop();
});

type Evening = Awaited<ReturnType<typeof makeEvening>>;
type Pair = Awaited<ReturnType<typeof makeIntroducedPair>>;

async function makeEvening() {
  const organization = await makeOrganization(api.database);
  const event = await makeEvent(api.database, organization.id);
  const { personId } = await makeMember(api.database, organization.id, 'host');
  const url = `/api/v1/organizations/${organization.id}/events/${event.id}/unsure-mails`;
  return { event, url, host: await api.cookieOf(personId), personId };
}

const introduced = ({ event }: Evening) => makeIntroducedPair(api.database, event);

/** Both are asked and nobody has answered. */
async function asked(evening: Evening): Promise<Pair> {
  const pair = await introduced(evening);
  await api.database.sql(
    `update introductions set state = 'asking', introduced_at = null, first_mover = null where id = $1`,
    [pair.id],
  );
  await api.database.sql(
    `update introduction_sides set consent = 'asked', answered_at = null where introduction_id = $1`,
    [pair.id],
  );
  return pair;
}

/** A mail to the first of the pair, as the worker left it. */
async function makeMail(
  { event }: Evening,
  pair: Pair,
  kind: MailKind,
  state: 'unsure' | 'failed' | 'suppressed' | 'sent' = 'unsure',
) {
  const id = newId();
  await api.database.sql(
    `insert into mails (id, organization_id, kind, subject_id, person_id, speaks_of, state, due_at, attempts, fence, message_id,
       to_address, subject, text_part, html_part, headers, outcome, final_at, created_at)
     select $1::uuid, $2::uuid, $3::text, case when $3::text = 'introduction' then $4::uuid else s.id end, $5::uuid, array[$4::uuid, $6::uuid], $7, app_now(), 1, 1,
       '<' || $1::uuid || '@example.org>', $8, 'Subject', 'Text', '<p>Text</p>', '{}', 'in-doubt', app_now(), app_now()
     from introduction_sides s where s.introduction_id = $4 and s.person_id = $5`,
    [id, event.organizationId, kind, pair.id, pair.a.id, pair.b.id, state, pair.a.email],
  );
  return id;
}

interface Unsure {
  id: string;
  to: string;
  kind: string;
  at: string;
}

async function listed({ url, host }: Evening): Promise<Unsure[]> {
  return (await api.http.get(url).set('cookie', host).expect(200)).body.mails;
}

const sendAgain = ({ url, host }: Evening, id: string) =>
  api.http.post(`${url}/${id}/send-again`).set('cookie', host);

async function rowOf(id: string): Promise<MailRow> {
  const [row] = await mailRows(api.database, 'id = $1', [id]);
  if (row === undefined) throw new Error('no such mail');
  return row;
}

async function settled(id: string): Promise<string> {
  await until(
    async () => !['queued', 'sending', 'handed'].includes((await rowOf(id)).state),
    'The mail came to no end',
  );
  return (await rowOf(id)).state;
}

const copiesFor = (email: string) => sink.messages.filter(({ to }) => to.includes(email));

const block = (pair: Pair) =>
  api.database.sql('insert into blocks values ($1, $2, app_now())', [pair.b.id, pair.a.id]);
const optOut = (personId: string) =>
  api.database.sql('update consents set withdrawn_at = app_now() where person_id = $1', [personId]);

describe('mails nobody knows the end of', () => {
  it('are shown with whom they are for, what they are and when', async () => {
    const evening = await makeEvening();
    const [pair, question] = [await introduced(evening), await asked(evening)];
    const first = await makeMail(evening, pair, 'introduction');
    const second = await makeMail(evening, question, 'introduction-ask');
    expect(await listed(evening)).toEqual([
      { id: first, to: pair.a.name, kind: 'introduction', at: expect.stringMatching(/^2026-10-20T17:00:0/) },
      { id: second, to: question.a.name, kind: 'introduction-ask', at: expect.any(String) },
    ]);
  });

  it.each(['failed', 'suppressed', 'sent'] as const)('are not those that were %s', async (state) => {
    const evening = await makeEvening();
    await makeMail(evening, await asked(evening), 'introduction-ask', state);
    await makeMail(evening, await introduced(evening), 'introduction', state);
    expect(await listed(evening)).toEqual([]);
  });

  it('are never reminders: one tells that somebody was silent', async () => {
    const evening = await makeEvening();
    const id = await makeMail(evening, await asked(evening), 'introduction-reminder');
    expect(await listed(evening)).toEqual([]);
    await sendAgain(evening, id).expect(404);
    expect(await rowOf(id)).toMatchObject({ state: 'unsure' });
  });

  it('are not the question to the second of two who are asked in turn: it tells the yes of the first', async () => {
    const evening = await makeEvening();
    const pair = await asked(evening);
    const id = await makeMail(evening, pair, 'introduction-ask');
    const inTurn = (first: string) =>
      api.database.sql('update introductions set ask_first = $2 where id = $1', [pair.id, first]);
    await inTurn(pair.a.id);
    expect(await listed(evening)).toHaveLength(1);
    await inTurn(pair.b.id);
    expect(await listed(evening)).toEqual([]);
    await sendAgain(evening, id).expect(404);
  });

  const answer = (pair: Pair, person: string, consent: string) =>
    api.database.sql(
      'update introduction_sides set consent = $3, answered_at = app_now() where introduction_id = $1 and person_id = $2',
      [pair.id, person, consent],
    );
  it.each<[string, (pair: Pair) => Promise<unknown>]>([
    ['nobody answers', () => Promise.resolve()],
    ['its reader says no', (pair) => answer(pair, pair.a.id, 'no')],
    ['its reader says yes', (pair) => answer(pair, pair.a.id, 'yes')],
    ['the other one says no', (pair) => answer(pair, pair.b.id, 'no')],
    ['its reader opts out', (pair) => optOut(pair.a.id)],
    ['the other one blocks its reader', block],
    [
      'the pair ended',
      (pair) =>
        api.database.sql(
          `update introductions set state = 'closed quietly', closed_at = app_now() where id = $1`,
          [pair.id],
        ),
    ],
  ])('stay, as a question, until its day 7, when %s', async (_, happens) => {
    const evening = await makeEvening();
    const pair = await asked(evening);
    const id = await makeMail(evening, pair, 'introduction-ask');
    await happens(pair);
    expect(await listed(evening)).toMatchObject([{ id, to: pair.a.name }]);
    await api.setTime('2026-10-27T16:59:00Z');
    expect(await listed(evening)).toHaveLength(1);
    await api.setTime('2026-10-27T17:02:00Z');
    expect(await listed(evening)).toEqual([]);
  });
});

describe('sending again', () => {
  /** An introduction whose 250 never came, though the server took it. */
  async function inDoubt(evening: Evening) {
    const pair = await introduced(evening);
    const { organizationId } = evening.event;
    sink.behave((moment) => (moment.at === 'data' ? { kind: 'drop', keep: true } : { kind: 'accept' }));
    await api.db.write(inOrganization(organizationId, system), (tx) =>
      post(tx, [
        {
          organizationId,
          kind: 'introduction',
          subjectId: pair.id,
          personId: pair.a.id,
          speaksOf: [pair.id, pair.b.id],
        },
      ]),
    );
    await until(async () => (await listed(evening)).length === 1, 'The mail did not come into doubt');
    sink.behave();
    const [mail] = await listed(evening);
    if (mail === undefined) throw new Error('no mail');
    return { pair, id: mail.id };
  }

  it('at once by two brings one more copy, under the same Message-ID, and one line of activity', async () => {
    const evening = await makeEvening();
    const { pair, id } = await inDoubt(evening);
    const presses = await Promise.all([1, 2, 3].map(() => sendAgain(evening, id)));
    expect(presses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await settled(id)).toBe('sent');
    await sendAgain(evening, id).expect(200, { mails: [] });
    expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
    const copies = copiesFor(pair.a.email);
    expect(copies).toHaveLength(2);
    expect(new Set(copies.map(({ messageId }) => messageId)).size).toBe(1);
    expect(
      await api.database.sql('select actor_id as by from audit where subject_id = $1 and action = $2', [
        id,
        'mail.sent-again',
      ]),
    ).toEqual([{ by: evening.personId }]);
  });

  it('(control) would bring a copy a press if the state were not asked for', async () => {
    const evening = await makeEvening();
    const { pair, id } = await inDoubt(evening);
    for (const press of [1, 2]) {
      await api.database.sql(
        `with again as (update mails set state = 'queued', final_at = null where id = $1) select pg_notify('mail', '')`,
        [id],
      );
      await until(
        () => Promise.resolve(copiesFor(pair.a.email).length === press + 1),
        'It was not sent again',
      );
      await settled(id);
    }
    expect(copiesFor(pair.a.email)).toHaveLength(3);
  });

  it('is asked for once a mail: what came of it looks the same whether it left, was held back or is in doubt again', async () => {
    const evening = await makeEvening();
    const answers: unknown[] = [];
    const fates: [string, (pair: Pair) => Promise<unknown>][] = [
      ['sent', () => Promise.resolve()],
      ['suppressed', block],
      ['suppressed', ({ b }) => optOut(b.id)],
      [
        'unsure',
        () => {
          sink.behave(({ at }) => (at === 'data' ? { kind: 'drop' } : { kind: 'accept' }));
          return Promise.resolve();
        },
      ],
    ];
    for (const [end, fate] of fates) {
      const { pair, id } = await inDoubt(evening);
      await fate(pair);
      const before = await sendAgain(evening, id).expect(200);
      expect(await settled(id)).toBe(end);
      const after = await sendAgain(evening, id).expect(200);
      answers.push([before.body, after.body, await listed(evening)]);
      expect(await settled(id)).toBe(end);
    }
    expect(answers).toEqual(fates.map(() => [{ mails: [] }, { mails: [] }, []]));
  });

  it('does not end a question that its reader may have in hand, when the other one blocked them', async () => {
    const evening = await makeEvening();
    const pair = await asked(evening);
    const id = await makeMail(evening, pair, 'introduction-ask');
    await block(pair);
    await sendAgain(evening, id).expect(200);
    expect(await settled(id)).not.toBe('unsure');
    expect(copiesFor(pair.a.email)).toEqual([]);
    expect(await consentOf(pair)).toBe('asked');
  });

  it('(control) of a question that surely never arrived would end it', async () => {
    const evening = await makeEvening();
    const pair = await asked(evening);
    const id = await makeMail(evening, pair, 'introduction-ask');
    await api.database.sql(`update mails set outcome = null where id = $1`, [id]);
    await block(pair);
    await sendAgain(evening, id).expect(200);
    expect(await settled(id)).toBe('suppressed');
    expect(await consentOf(pair)).toBe('not_asked');
  });

  it('asks again only what is still open', async () => {
    const evening = await makeEvening();
    const pair = await asked(evening);
    const id = await makeMail(evening, pair, 'introduction-ask');
    await sendAgain(evening, id).expect(200, { mails: [] });
    const copy = await sink.waitFor(({ to }) => to.includes(pair.a.email));
    expect(copy.text).toContain('?answer=yes');
    expect(await settled(id)).toBe('sent');
  });

  it('waits for an hour at which introductions leave', async () => {
    const evening = await makeEvening();
    const { id } = await inDoubt(evening);
    await api.setTime('2026-10-24T20:00:00Z');
    await sendAgain(evening, id).expect(200);
    await until(async () => (await rowOf(id)).dueAt > new Date('2026-10-24T20:00:00Z'), 'It was not put off');
    expect(await rowOf(id)).toMatchObject({
      state: 'queued',
      attempts: 0,
      dueAt: new Date('2026-10-26T17:00:00Z'),
    });
  });

  const consentOf = async (pair: Pair) =>
    (
      await api.database.sql<{ consent: string }>(
        'select consent from introduction_sides where introduction_id = $1 and person_id = $2',
        [pair.id, pair.a.id],
      )
    )[0]?.consent;
});

describe('who may', () => {
  it('is not the door', async () => {
    const evening = await makeEvening();
    const id = await makeMail(evening, await introduced(evening), 'introduction');
    const { personId } = await makeMember(api.database, evening.event.organizationId, 'door');
    const door = { ...evening, host: await api.cookieOf(personId) };
    await api.http.get(door.url).set('cookie', door.host).expect(403);
    await sendAgain(door, id).expect(403);
    expect(await rowOf(id)).toMatchObject({ state: 'unsure' });
  });

  it('is nobody of another organization, by their own address or by this one', async () => {
    const evening = await makeEvening();
    const id = await makeMail(evening, await introduced(evening), 'introduction');
    const other = await makeEvening();
    expect(await listed(other)).toEqual([]);
    await sendAgain(other, id).expect(404);
    await sendAgain({ ...evening, host: other.host }, id).expect(404);
    expect(await rowOf(id)).toMatchObject({ state: 'unsure' });
  });

  it('is not found under another evening of the same organization', async () => {
    const evening = await makeEvening();
    const id = await makeMail(evening, await introduced(evening), 'introduction');
    const event = await makeEvent(api.database, evening.event.organizationId);
    const url = evening.url.replace(evening.event.id, event.id);
    expect(await listed({ ...evening, url })).toEqual([]);
    await sendAgain({ ...evening, url }, id).expect(404);
    await sendAgain(evening, newId()).expect(404);
  });
});
