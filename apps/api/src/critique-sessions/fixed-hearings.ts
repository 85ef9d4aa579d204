import { type QueuedRow, type Reader, hasBegun } from '#libs/database';
import type { CritiqueSession } from '#libs/domain';
import type { Hearing } from '#libs/matching';

/** A hearing that another plan keeps if it can: a host chose it, or its critic has begun to write. */
export interface StandingRow {
  id: string;
  submissionId: string;
  attendeeId: string;
  personId: string;
  /** Whether its critic brought a work of their own. */
  hasWork: boolean;
  begun: boolean;
  /** Its critic is coming and was neither missed nor said no. */
  expected: boolean;
}

/** Those that were begun come first: words are lost only where nothing else can be. */
export function readStanding(
  reader: Reader,
  { id, organizationId }: CritiqueSession,
): Promise<StandingRow[]> {
  return reader.query<StandingRow>(
    `select * from (
       select g.id, g.submission_id as "submissionId", g.attendee_id as "attendeeId", g.person_id as "personId",
         exists (select from submissions w where w.critique_session_id = g.critique_session_id and w.person_id = g.person_id
           and w.state not in ('draft', 'withdrawn')) as "hasWork",
         ${hasBegun} as begun, a.status = 'confirmed' and g.state = 'assigned' as expected, g.fixed
       from assignments g join attendees a on a.id = g.attendee_id
       where g.critique_session_id = $1 and g.organization_id = $2) standing
     where begun or (fixed and expected) order by begun desc, id`,
    [id, organizationId],
  );
}

/** A standing hearing, as numbers of the drawing. */
export type StandingHearing = Hearing & { row: StandingRow };

/**
 * Those among them that fit this plan: the work has a slot, its critic has one too or none at all, nothing keeps them apart
 * by now, and neither has more than k. Whom they heard last time was looked at when it was chosen or begun.
 */
export function fixedThatFit(
  rows: readonly StandingRow[],
  accepted: readonly QueuedRow[],
  place: ReadonlyMap<string, number>,
  forbidden: readonly (Hearing & { soft?: boolean })[],
  critics: number,
): StandingHearing[] {
  const kept: StandingHearing[] = [];
  for (const row of rows) {
    const work = accepted.findIndex(({ id }) => id === row.submissionId);
    const critic = place.get(row.personId);
    if (!row.expected || work === -1 || critic === undefined || critic === work) continue;
    if (forbidden.some((one) => one.soft !== true && one.work === work && one.critic === critic)) continue;
    const isFull =
      kept.filter((one) => one.work === work).length >= critics ||
      kept.filter((one) => one.critic === critic).length >= critics;
    if (!isFull) kept.push({ work, critic, row });
  }
  return kept;
}
