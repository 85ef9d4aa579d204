import { newId } from '#libs/domain';
import { makeAttendee, makeEvent } from './factories.ts';
import type { TestDatabase } from './postgres.ts';

// Evenings that are long over, with what came of them, written by the owner as the product would have made it.

const evening = Date.parse('2026-10-20T04:00:00Z');

/** Days after the end of the evening. */
export const daysAfter = (days: number): string => new Date(evening + days * 86_400_000).toISOString();

type Guests = Awaited<ReturnType<typeof makeAttendee>>[];

export interface PastRoom {
  event: Awaited<ReturnType<typeof makeEvent>>;
  came: Guests;
}

export async function makePastRoom(
  database: TestDatabase,
  organizationId: string,
  { guests, title = 'An evening' }: { guests: number; title?: string },
): Promise<PastRoom> {
  const event = await makeEvent(database, organizationId, { title });
  const came: Guests = [];
  for (let at = 0; at < guests; at += 1) came.push(await makeAttendee(database, event));
  return { event, came };
}

export interface PastPair {
  introduced: boolean;
  /** What each said, where they were not introduced; silence unless said. */
  said?: readonly ['yes' | 'no' | 'no_answer', 'yes' | 'no' | 'no_answer'];
  /** On which day after the evening. */
  talked?: number;
  met?: number;
  working?: number;
  source?: 'suggested' | 'wildcard' | 'host';
}

/** The first guest with the last, the second with the last but one; asked on day 2, introduced on day 5, over on day 10. */
export async function pairUp(
  database: TestDatabase,
  { event, came }: PastRoom,
  made: (at: number) => PastPair,
): Promise<void> {
  for (let at = 0; at < Math.floor(came.length / 2); at += 1) {
    const two = [came[at]!, came[came.length - 1 - at]!].sort((x, y) => (x.personId < y.personId ? -1 : 1));
    await makePair(database, event, two, made(at));
  }
}

async function makePair(
  database: TestDatabase,
  { id: eventId, organizationId }: PastRoom['event'],
  [a, b]: Guests,
  { introduced, said = ['no_answer', 'no_answer'], talked, met, working, source = 'suggested' }: PastPair,
): Promise<void> {
  const id = newId();
  const moment = (days: number | undefined): string | null => (days === undefined ? null : daysAfter(days));
  await database.sql(
    `insert into introductions (id, organization_id, event_id, person_a, person_b, attendee_a, attendee_b, source, state, band,
       reason_a, reason_b, seed, frozen_at, appears_until, introduced_at, talked_at, met_at, working_at, version, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'fair', '{}', '{}', 1, $10, $11, $12, $13, $14, $15, 1, $10)`,
    [
      ...[id, organizationId, eventId, a!.personId, b!.personId, a!.id, b!.id, source],
      ...[introduced ? 'introduced' : 'closed quietly', daysAfter(2), daysAfter(10)],
      ...[introduced ? daysAfter(5) : null, moment(talked), moment(met), moment(working)],
    ],
  );
  for (const [at, { personId, id: attendeeId }] of [a!, b!].entries()) {
    await database.sql(
      `insert into introduction_sides (id, organization_id, introduction_id, person_id, attendee_id, consent, version)
       values ($1, $2, $3, $4, $5, $6, 1)`,
      [newId(), organizationId, id, personId, attendeeId, introduced ? 'yes' : said[at]],
    );
  }
}
