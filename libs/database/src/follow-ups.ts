import type { IntroductionSide } from '#libs/domain';
import { wakeAt } from './jobs.ts';
import type { Reader, Tx } from './tx.ts';

/** When a person last got a follow-up mail, or is about to, whichever organization sends it; null: never. */
export async function lastFollowUpOf(
  reader: Reader,
  personId: string,
  apartFrom: string | null = null,
): Promise<{ last: Date | null; lastLeft: Date | null }> {
  const [row] = await reader.query<{ last: Date | null; lastLeft: Date | null }>(
    `select last, last_left as "lastLeft" from last_follow_ups(array[$1::uuid], $2)`,
    [personId, apartFrom],
  );
  return row ?? { last: null, lastLeft: null };
}

/** Whether a person wants no mail about how it goes: from this organization, or at all. */
export async function hasStoppedFollowUps(
  reader: Reader,
  organizationId: string,
  personId: string,
): Promise<boolean> {
  const stops = await reader.query(
    `select 1 from mail_stops where person_id = $1 and (organization_id is null or organization_id = $2)
       and topic in ('all', 'introductions', 'follow-ups')`,
    [personId, organizationId],
  );
  return stops.length > 0;
}

/** Wakes the worker for the next follow-up of this side, if it has one. */
export async function wakeForFollowUp(tx: Tx, side: IntroductionSide): Promise<void> {
  const { organizationId, personId, followUpAt } = side;
  if (followUpAt === null) return;
  const key = followUpKey(organizationId, personId, followUpAt);
  await wakeAt(tx, 'introductions.follow-up', { organizationId, personId }, { key, runAt: followUpAt });
}

/** One job wakes for all pairs of a person that are due at one moment. */
export const followUpKey = (organizationId: string, personId: string, at: Date): string =>
  `follow-up:${organizationId}:${personId}:${at.toISOString()}`;

/** No follow-up is due any more about a pair that has ended; or, of one side alone, none to that person. */
export async function endFollowUps(
  tx: Tx,
  introductionId: string,
  personId: string | null = null,
): Promise<void> {
  await tx.query(
    `update introduction_sides set follow_up_at = null where introduction_id = $1 and follow_up_at is not null
       and person_id = coalesce($2, person_id)`,
    [introductionId, personId],
  );
}

/**
 * Among these people, whom this person has blocked and who has blocked them. A block ends the follow-ups of whoever made it
 * alone: to the other one everything runs on, or a missing name would tell of it.
 */
export async function blocksOf(
  reader: Reader,
  personId: string,
  others: readonly string[],
): Promise<{ made: ReadonlySet<string>; suffered: ReadonlySet<string> }> {
  const rows = await reader.query<{ by: string; of: string }>(
    `select person_id as by, blocked_id as of from blocks where (person_id = $1 and blocked_id = any ($2::uuid[]))
       or (blocked_id = $1 and person_id = any ($2::uuid[]))`,
    [personId, others],
  );
  const made = rows.filter(({ by }) => by === personId).map((row) => row.of);
  return { made: new Set(made), suffered: new Set(rows.map(({ by }) => by).filter((by) => by !== personId)) };
}

/**
 * Of these introductions, those whose M3 has reached this reader, as far as anybody can know: no mail that comes after may
 * be the first that names the other one.
 */
export async function introducedTo(
  reader: Reader,
  organizationId: string,
  personId: string,
  introductionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader.query<{ id: string }>(
    `select subject_id as id from mails where kind = 'introduction' and organization_id = $1 and person_id = $2
       and subject_id = any ($3::uuid[]) and state in ('handed', 'sent', 'unsure')`,
    [organizationId, personId, introductionIds],
  );
  return new Set(rows.map(({ id }) => id));
}
