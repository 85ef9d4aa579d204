import { handleFor } from '#libs/database';
import { inOrganization, newId, system } from '#libs/domain';
import type { Api } from './api.ts';
import { makeAttendee, makeEvent, makeOrganization, makePerson } from './factories.ts';

// An evening of critique as its plan would have left it, written by the owner: a few authors at a few tables, each
// heard by the next ones at the table, and one guest without a work.

export interface GivenSession {
  format?: 'live' | 'tables' | 'written';
  state?: 'open' | 'planned' | 'running' | 'ended';
  blind?: 'none' | 'round';
  tables?: number;
  authors?: number;
  critics?: number;
  title?: string;
  released?: boolean;
  /** Names of the authors; others are called "Author 1". */
  names?: readonly string[];
}

export interface PersonThere {
  attendeeId: string;
  personId: string;
  name: string;
  /** Of their RSVP, the way to their page. */
  token: string;
}

export interface WorkThere {
  id: string;
  author: PersonThere;
  title: string;
  /** null: at home. */
  slotId: string | null;
  table: number;
  round: number;
  /** By whom it is heard. */
  critics: { assignmentId: string; critic: PersonThere }[];
}

export type CritiqueEvening = Awaited<ReturnType<typeof makeCritiqueEvening>>;

export async function makeCritiqueEvening(api: Api, given: GivenSession = {}, eventGiven: object = {}) {
  const { format = 'tables', state = 'planned', tables = 1, authors = 4, critics = 2 } = given;
  const organization = await makeOrganization(api.database);
  const event = await makeEvent(api.database, organization.id, eventGiven);
  const critiqueSessionId = newId();
  const written = format === 'written';
  await api.database.sql(
    `insert into critique_sessions (id, organization_id, event_id, format, template, title, critics_per_work, critics_used, tables,
       blind, state, planned_at, started_at, ended_at, due_at, released_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10::text, case when $10 <> 'open' then app_now() end,
       case when $10 in ('running', 'ended') then app_now() end, case when $10 = 'ended' then app_now() end,
       case when $11 then app_now() + interval '72 hours' end, case when $12 then app_now() end, app_now())`,
    [
      critiqueSessionId,
      organization.id,
      event.id,
      format,
      written ? 'written' : 'songwriting',
      given.title ?? 'Songwriting circle',
      critics,
      tables,
      given.blind ?? 'none',
      state,
      written,
      given.released ?? false,
    ],
  );
  const people: PersonThere[] = [];
  for (let at = 0; at < authors; at += 1) {
    people.push(await makeThere(api, event, given.names?.[at] ?? `Author ${at + 1}`));
  }
  const guest = await makeThere(api, event, 'Sam Guest');
  const works: WorkThere[] = [];
  for (const [at, author] of people.entries()) {
    const [table, round] = [(at % tables) + 1, Math.floor(at / tables) + 1];
    works.push(
      await makeWork(api, { organization, event, critiqueSessionId }, author, { table, round, written }),
    );
  }
  for (const [at, work] of works.entries()) {
    for (let step = 1; step <= critics; step += 1) {
      const critic = people[(at + step * tables) % people.length];
      if (critic === undefined || critic === work.author) continue;
      work.critics.push(await makeHearing(api, { organization, event, critiqueSessionId }, work.id, critic));
    }
  }
  return { organization, event, critiqueSessionId, works, people, guest };
}

interface Where {
  organization: { id: string };
  event: { id: string };
  critiqueSessionId: string;
}

/** Somebody with a seat at the evening, and the link of their RSVP. */
export async function makeThere(
  api: Api,
  event: { id: string; organizationId: string },
  name: string,
  given?: { id: string },
): Promise<PersonThere> {
  const person = given === undefined ? await makePerson(api.database, { name }) : { ...given, name };
  const { id: attendeeId } = await makeAttendee(api.database, event, { person });
  const { organizationId } = event;
  const token = await api.db.write(inOrganization(organizationId, system), (tx) =>
    handleFor(tx, api.config.keys, {
      purpose: 'rsvp',
      organizationId,
      personId: person.id,
      subjectId: attendeeId,
      expiresAt: null,
    }),
  );
  return { attendeeId, personId: person.id, name, token };
}

async function makeWork(
  api: Api,
  { organization, event, critiqueSessionId }: Where,
  author: PersonThere,
  { table, round, written }: { table: number; round: number; written: boolean },
): Promise<WorkThere> {
  const id = newId();
  const title = `Work ${table}.${round}`;
  await api.database.sql(
    `insert into submissions (id, organization_id, event_id, critique_session_id, attendee_id, person_id, state, title, medium, link,
       length_seconds, question, wants, avoid, opinions, submitted_at, place, created_at)
     values ($1, $2, $3, $4, $5, $6, 'accepted', $7, 'link', 'https://music.example/work', 180, $8, 'The chorus', 'The mix',
       $9, app_now(), $10, app_now())`,
    [
      id,
      organization.id,
      event.id,
      critiqueSessionId,
      author.attendeeId,
      author.personId,
      title,
      `Where do you stop listening to ${title}?`,
      round % 2 === 1,
      round,
    ],
  );
  const slotId = written ? null : newId();
  if (slotId !== null) {
    await api.database.sql(
      `insert into critique_slots (id, organization_id, event_id, critique_session_id, submission_id, seat_table, round, state)
       values ($1, $2, $3, $4, $5, $6, $7, 'planned')`,
      [slotId, organization.id, event.id, critiqueSessionId, id, table, round],
    );
  }
  return { id, author, title, slotId, table, round, critics: [] };
}

/** One critic hears one work. */
export async function makeHearing(
  api: Api,
  { organization, event, critiqueSessionId }: Where,
  submissionId: string,
  critic: PersonThere,
  source: 'plan' | 'host' | 'standby' = 'plan',
): Promise<{ assignmentId: string; critic: PersonThere }> {
  const assignmentId = newId();
  await api.database.sql(
    `insert into assignments (id, organization_id, event_id, critique_session_id, submission_id, attendee_id, person_id, state, source, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'assigned', $8, app_now())`,
    [
      assignmentId,
      organization.id,
      event.id,
      critiqueSessionId,
      submissionId,
      critic.attendeeId,
      critic.personId,
      source,
    ],
  );
  return { assignmentId, critic };
}

/** A slot that began so many seconds ago, in product time. */
export async function startSlot(api: Api, slotId: string, secondsAgo = 0): Promise<void> {
  await api.database.sql(
    `update critique_slots set state = 'running', phase = 0, phase_started_at = app_now() - $2 * interval '1 second',
       started_at = app_now() - $2 * interval '1 second', version = version + 1 where id = $1`,
    [slotId, secondsAgo],
  );
}

/** As a facilitator's act would have left it, so that screens are told. */
export async function changeSession(api: Api, critiqueSessionId: string, assignments: string): Promise<void> {
  await api.database.sql(`update critique_sessions set ${assignments}, version = version + 1 where id = $1`, [
    critiqueSessionId,
  ]);
}
