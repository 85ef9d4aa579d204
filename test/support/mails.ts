import { newId } from '#libs/domain';
import { makeAttendee, makeEvent, makeOrganization, makePerson } from './factories.ts';
import type { TestDatabase } from './postgres.ts';

/** An evening whose mails can be queued: `a` and `b` are introduced to each other, both with a live yes. */
export async function makeIntroducedPair(
  database: TestDatabase,
  event: { id: string; organizationId: string },
) {
  const people = [await makePerson(database), await makePerson(database)].sort((one, other) =>
    one.id < other.id ? -1 : 1,
  );
  const attendees = [];
  for (const person of people) attendees.push(await makeAttendee(database, event, { person, came: true }));
  const [a, b] = attendees;
  const [personA, personB] = people;
  if (a === undefined || b === undefined || personA === undefined || personB === undefined)
    throw new Error('no pair');
  const id = newId();
  await database.sql(
    `insert into introductions (id, organization_id, event_id, person_a, person_b, attendee_a, attendee_b, source, state, band,
       reason_a, reason_b, reason_text_a, reason_text_b, frozen_at, first_mover, seed, introduced_at, version, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'host', 'introduced', 'strong', '{"code":"same-evening","values":{}}',
       '{"code":"same-evening","values":{}}', 'You look for foley, they offer that.', 'They look for foley, you offer that.',
       app_now(), $4, 1, app_now(), 1, app_now())`,
    [id, event.organizationId, event.id, personA.id, personB.id, a.id, b.id],
  );
  for (const attendee of attendees) {
    await database.sql(
      `insert into introduction_sides (id, organization_id, introduction_id, person_id, attendee_id, consent, asked_at, ask_ends_at,
         answered_at, version) values ($1, $2, $3, $4, $5, 'yes', app_now(), app_now() + interval '7 days', app_now(), 1)`,
      [newId(), event.organizationId, id, attendee.personId, attendee.id],
    );
  }
  return { id, a: { ...personA, attendeeId: a.id }, b: { ...personB, attendeeId: b.id } };
}

/** A published event to come, of an organization of its own. */
export async function makeComingEvent(database: TestDatabase, organizationName = 'Los Angeles Sound Guild') {
  const organization = await makeOrganization(database, { name: organizationName });
  return makeEvent(database, organization.id, {
    startsLocal: '2027-10-19T18:00',
    endsLocal: '2027-10-19T21:00',
  });
}

export interface MailRow {
  id: string;
  kind: string;
  state: string;
  outcome: string | null;
  messageId: string | null;
  to: string | null;
  dueAt: Date;
  attempts: number;
  subject: string | null;
}

export function mailRows(database: TestDatabase, where = 'true', values: unknown[] = []): Promise<MailRow[]> {
  return database.sql<MailRow>(
    `select id, kind, state, outcome, message_id as "messageId", to_address as "to", due_at as "dueAt", attempts, subject
     from mails where ${where} order by id`,
    values,
  );
}
