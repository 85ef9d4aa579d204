import type { Profile, Role } from '#libs/domain';
import { handleFor } from '#libs/database';
import { instantOf } from '#libs/domain';
import supertest from 'supertest';
import { SuggestionThreads } from '#libs/suggestions';
import { giveSlotToNext } from '../../apps/worker/src/critique/author-missing.ts';
import { callOffMissed } from '../../apps/worker/src/critique/call-off.ts';
import { release as releaseCritique } from '../../apps/worker/src/critique/release.ts';
import { remind as remindCritics } from '../../apps/worker/src/critique/remind.ts';
import { settlePicks } from '../../apps/worker/src/critique/settle-picks.ts';
import { digest } from '../../apps/worker/src/introductions/digest.ts';
import { stepCircle } from '../../apps/worker/src/circles/step.ts';
import { endAsk } from '../../apps/worker/src/introductions/end-ask.ts';
import { ask } from '../../apps/worker/src/introductions/ask.ts';
import { settleQuestions } from '../../apps/worker/src/panels/settle-questions.ts';
import { expireSuggestion } from '../../apps/worker/src/introductions/expire-suggestion.ts';
import { morning } from '../../apps/worker/src/introductions/morning.ts';
import { learn } from '../../apps/worker/src/introductions/learn.ts';
import { followUp } from '../../apps/worker/src/introductions/follow-up.ts';
import { lapse } from '../../apps/worker/src/introductions/lapse.ts';
import { release } from '../../apps/worker/src/introductions/release.ts';
import { remind } from '../../apps/worker/src/introductions/remind.ts';
import { newLog } from '../../apps/worker/src/log.ts';
import { deliver, deliveryOf } from '../../apps/worker/src/mail/delivery.ts';
import { claim } from '../../apps/worker/src/mail/queue.ts';
import { Mailbox } from '../../apps/worker/src/mail/transport.ts';
import { type Api, startApi } from './api.ts';
import {
  type GivenAttendee,
  makeAttendee,
  makeEvent,
  makeMember,
  makeOrganization,
  makePerson,
} from './factories.ts';

// An evening with people who came, and the days after it. The handlers and the post are the worker's own; only the
// waking is done here, in the order of due moments, so that weeks pass in a second and nothing sleeps.

export interface SentMail {
  kind: string;
  to: string;
  subject: string;
  text: string;
  replyTo: string | null;
  state: string;
  at: Date;
}

export interface Guest {
  id: string;
  personId: string;
  name: string;
  email: string;
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what it expects to read
type Call = <Body = Record<string, never>>(
  method: 'get' | 'post' | 'patch',
  path?: string,
  body?: object,
) => Promise<{ status: number; body: Body }>;

export interface Evening {
  api: Api;
  organizationId: string;
  eventId: string;
  /** A Cookie header. */
  host: string;
  guest(given?: GivenAttendee & { name?: string }): Promise<Guest>;
  /** A request of the host to the event's introductions. */
  call: Call;
  board(): Promise<Board>;
  /** A pair of the host's own, approved: its id. */
  approved(a: Guest, b: Guest): Promise<string>;
  /** Lets time pass to a local minute in the event's zone, waking everything that is due on the way. */
  pass(local: string): Promise<void>;
  /** What left, oldest first. */
  sent(kind?: string): Promise<SentMail[]>;
  /** The kinds of all mails of this organization, sent or not. */
  queued(): Promise<string[]>;
  /** The path of the question to this person about that introduction. */
  askPath(guest: Guest, introductionId: string): Promise<string>;
  /** Opens the question and presses a button, as a browser would. */
  answer(guest: Guest, introductionId: string, answer: 'yes' | 'no', contact?: string): Promise<Page>;
  look(guest: Guest, introductionId: string): Promise<Page>;
  stop(): Promise<void>;
}

export interface Page {
  status: number;
  text: string;
}

export interface Board {
  counts: { came: number; optedIn: number; notAsked: number | null; refused: number | null };
  introductions: BoardIntroduction[];
  people: { attendeeId: string; name: string; used: number; cap: number }[];
}

export interface BoardIntroduction {
  id: string;
  version: number;
  source: string;
  a: { attendeeId: string; name: string };
  b: { attendeeId: string; name: string };
  reasonForA: string;
  reasonForB: string;
  links: string[];
  band: string | null;
  standing: string;
  leavesAt: string | null;
}

export const zone = 'America/Los_Angeles';
export const at = (local: string): Date => instantOf(local, zone);

/** The morning after the evening of 19 October 2026, a Tuesday, 08:00. */
export async function startEvening(
  given: { role?: Role; time?: string; webFolder?: string } = {},
): Promise<Evening> {
  const { webFolder } = given;
  const time = at(given.time ?? '2026-10-20T08:00').toISOString();
  const api = await startApi({ time, ...(webFolder !== undefined && { webFolder }) });
  return eveningIn(api, given.role);
}

/** The morning after again, with people of its own: starting the api once a file is quicker. */
export async function nextEvening({ api }: Evening, role?: Role): Promise<Evening> {
  await api.setTime(at('2026-10-20T08:00').toISOString());
  return eveningIn(api, role);
}

/** One more organization with an evening of its own, in the same installation. */
export async function eveningIn(api: Api, role: Role = 'host'): Promise<Evening> {
  const organization = await makeOrganization(api.database);
  const member = await makeMember(api.database, organization.id, role);
  const event = await makeEvent(api.database, organization.id);
  const host = await api.cookieOf(member.personId);
  const path = `/api/v1/organizations/${organization.id}/events/${event.id}/introductions`;
  const evening: Evening = {
    api,
    organizationId: organization.id,
    eventId: event.id,
    host,
    guest: async ({ name, ...attendee } = {}) => {
      const given = attendee.person as { id: string; name: string; email: string } | undefined;
      const person = given ?? (await makePerson(api.database, name === undefined ? {} : { name }));
      const made = await makeAttendee(api.database, event, { profile: plain, ...attendee, person });
      return { ...made, email: person.email };
    },
    call: async (method, below = '', body) => {
      const request = api.http[method](`${path}${below}`).set('cookie', host);
      const { status, body: answer } = await (body === undefined ? request : request.send(body));
      return { status, body: answer as never };
    },
    board: async () => (await evening.call<Board>('get')).body,
    approved: async (a, b) => {
      const pair = { attendeeA: a.id, attendeeB: b.id };
      const pinned = await evening.call<{ introduction: BoardIntroduction }>('post', '', pair);
      if (pinned.status !== 201) throw new Error(JSON.stringify(pinned.body));
      const { id, version } = pinned.body.introduction;
      const approval = await evening.call('post', `/${id}/approve`, { version });
      if (approval.status !== 200) throw new Error(JSON.stringify(approval.body));
      return id;
    },
    pass: (local) => passTime(api, at(local)),
    sent: (kind) => sentMails(api, organization.id, kind),
    queued: async () => {
      const rows = await api.database.sql<{ kind: string }>(
        'select kind from mails where organization_id = $1',
        [organization.id],
      );
      return rows.map(({ kind }) => kind);
    },
    askPath: async (guest, introductionId) => `/ask/${await askToken(api, guest, introductionId)}`,
    answer: async (guest, introductionId, answer, contact) => {
      const browser = supertest.agent(api.url);
      const askPath = `/ask/${await askToken(api, guest, introductionId)}`;
      const { text: page, status } = await browser.get(askPath);
      if (status !== 200) return { status, text: page };
      const token = /name="formToken" value="([^"]+)"/.exec(page)?.[1];
      const form = { formToken: token, answer, ...(contact === undefined ? {} : { contact }) };
      const posted = await browser.post(askPath).type('form').send(form);
      return { status: posted.status, text: posted.text };
    },
    look: async (guest, introductionId) => {
      const { status, text } = await api.http.get(`/ask/${await askToken(api, guest, introductionId)}`);
      return { status, text };
    },
    stop: () => api.stop(),
  };
  return evening;
}

const plain: Partial<Profile> = { crafts: ['mixing'], namedInAsks: true };

/** As the mail mints it: the same row, so the same link. */
async function askToken(api: Api, guest: Guest, introductionId: string): Promise<string> {
  const [side] = await api.database.sql<{ id: string; organizationId: string; endsAt: Date }>(
    `select id, organization_id as "organizationId", ask_ends_at as "endsAt" from introduction_sides
     where introduction_id = $1 and person_id = $2`,
    [introductionId, guest.personId],
  );
  if (side === undefined) throw new Error('no such side');
  const { id: subjectId, organizationId, endsAt: expiresAt } = side;
  return api.db.write({ kind: 'system' }, (tx) =>
    handleFor(tx, api.config.keys, {
      purpose: 'ask',
      organizationId,
      personId: guest.personId,
      subjectId,
      expiresAt,
    }),
  );
}

/** Does what waits a minute after choices of people, now and all at once. */
export async function settleChoices({ database, db }: Api): Promise<void> {
  const jobs = await database.sql<{ id: string; key: string }>(
    `select id::text, key from graphile_worker.jobs where task_identifier = 'critique.settle-picks' order by id`,
  );
  if (jobs.length === 0) return;
  await Promise.all(
    jobs.map(async ({ key }) => {
      const [, critiqueSessionId = '', personId = ''] = key.split(':');
      const [session] = await database.sql<{ organizationId: string }>(
        `select organization_id as "organizationId" from critique_sessions where id = $1`,
        [critiqueSessionId],
      );
      if (session !== undefined) await settlePicks({ ...session, critiqueSessionId, personId }, { db });
    }),
  );
  await database.sql('select graphile_worker.complete_jobs($1::bigint[])', [jobs.map(({ id }) => id)]);
}

interface Due {
  task: string;
  organizationId: string;
  subjectId: string;
  dueAt: Date;
}

/** Lets time pass, waking everything of every organization that is due on the way. */
export async function passTime(api: Api, until: Date): Promise<void> {
  for (;;) {
    await settleChoices(api);
    const due = await api.database.sql<Due>(
      `select distinct task, organization_id as "organizationId", subject_id as "subjectId", due_at as "dueAt" from due_work
       where due_at <= $1 and task <> 'mail.deliver' and due_at = (select min(due_at) from due_work)`,
      [until],
    );
    const [first] = due;
    const [mail] = await api.database.sql<{ dueAt: Date }>(
      `select due_at as "dueAt" from mails where state = 'queued' and due_at <= $1 order by due_at limit 1`,
      [until],
    );
    const next = [first?.dueAt, mail?.dueAt]
      .filter((moment) => moment !== undefined)
      .sort((x, y) => Number(x) - Number(y))[0];
    if (next === undefined) break;
    const [now] = await api.database.sql<{ now: Date }>('select app_now() as now');
    if (now !== undefined && now.now < next) await api.setTime(next.toISOString());
    if (first?.dueAt.getTime() === next.getTime()) for (const row of due) await wake(api, row);
    await deliverDue(api);
  }
  const [now] = await api.database.sql<{ now: Date }>('select app_now() as now');
  if (now !== undefined && now.now < until) await api.setTime(until.toISOString());
}

async function wake({ db, config }: Api, { task, organizationId, subjectId }: Due): Promise<void> {
  const person = { organizationId, personId: subjectId };
  const pair = { organizationId, introductionId: subjectId };
  const threads = new SuggestionThreads();
  const stopping = new AbortController().signal;
  if (task === 'introductions.digest')
    await digest({ organizationId, eventId: subjectId }, { db, threads, stopping, log: newLog('test') });
  else if (task === 'introductions.morning') await morning({ organizationId, eventId: subjectId }, { db });
  else if (task === 'introductions.ask') await ask(person, { db });
  else if (task === 'introductions.remind') await remind(person, { db });
  else if (task === 'introductions.end-ask') await endAsk(pair, { db });
  else if (task === 'introductions.release') await release(pair, { db });
  else if (task === 'introductions.follow-up') await followUp(person, { db });
  else if (task === 'introductions.lapse') await lapse(pair, { db });
  else if (task === 'circles.step') await stepCircle({ organizationId, circleId: subjectId }, { db });
  else if (task === 'critique.remind')
    await remindCritics({ organizationId, critiqueSessionId: subjectId }, { db });
  else if (task === 'critique.release')
    await releaseCritique({ organizationId, critiqueSessionId: subjectId }, { db });
  else if (task === 'critique.call-off')
    await callOffMissed({ organizationId, critiqueSessionId: subjectId }, { db });
  else if (task === 'critique.author-missing')
    await giveSlotToNext({ organizationId, slotId: subjectId }, { db });
  else if (task === 'panels.settle-questions')
    await settleQuestions({ organizationId, panelId: subjectId }, { db });
  else if (task === 'introductions.expire-suggestion') await expireSuggestion(pair, { db });
  else if (task === 'introductions.learn') await learn({}, { db, keys: config.keys, log: newLog('test') });
  else if (task === 'files.delete') await forgetFile(db, subjectId);
  else throw new Error(`Nobody wakes ${task} here`);
}

/** Files of these evenings are rows alone, without a storage that holds their bytes. */
const forgetFile = (db: Api['db'], fileId: string): Promise<unknown> =>
  db.write({ kind: 'system' }, (tx) =>
    tx.query(`update files set state = 'gone', delete_at = null where id = $1`, [fileId]),
  );

/** Sends what is due now by the worker's own delivery, into the mailbox. */
export async function deliverDue(api: Api): Promise<void> {
  const { keys, publicUrl } = api.config;
  const delivery = deliveryOf({
    db: api.db,
    sender: { keys, publicUrl, mailFrom: 'hello@acquaint.test', bounceAddress: null },
    log: newLog('test'),
    leaseSeconds: 60,
    stopping: new AbortController().signal,
  });
  for (;;) {
    const mail = await api.db.write({ kind: 'system' }, (tx) => claim(tx, 60));
    if (mail === undefined) return;
    await deliver(delivery, mail, new Mailbox());
  }
}

/** What left, oldest first. */
export function sentMails(api: Api, organizationId: string, kind?: string): Promise<SentMail[]> {
  return api.database.sql<SentMail & Record<string, unknown>>(
    `select kind, to_address as "to", subject, text_part as text, headers->>'replyTo' as "replyTo", state, final_at as at
     from mails where organization_id = $1 and state = 'sent' and ($2::text is null or kind = $2) order by final_at, id`,
    [organizationId, kind ?? null],
  );
}
