import { type Reader, type StandbyRow, forbiddenPairs, placesAsTheyStand, standbyOf } from '#libs/database';
import { type CritiqueSession, capacityOf } from '#libs/domain';
import {
  type HearingRow,
  type SessionRow,
  type SlotRow,
  type WorkRow,
  readHearings,
  readSession,
  readSlots,
  readWorks,
} from './critique-sessions.queries.ts';

/** Everything a host sees of a session's plan, or of the works that wait for one. */
export interface PlanState extends SessionRow {
  session: CritiqueSession;
  list: WorkRow[];
  slots: SlotRow[];
  hearings: HearingRow[];
  standby: StandbyRow[];
  /** Lots drew somebody for an author whom they heard last time. */
  again: boolean;
  /** Works that the plan took and the evening has no time for any more. */
  tooMany: number;
  /** Works that wait while a plan has time left. */
  couldBeHeard: number;
}

/** Works without a plan have the place they would take. @throws DomainError not-found */
export async function readPlan(
  reader: Reader,
  key: { organizationId: string; eventId: string; id: string },
): Promise<PlanState> {
  const row = await readSession(reader, key);
  const { session } = row;
  const list = await readWorks(reader, session);
  const hearings = await readHearings(reader, session);
  return {
    ...row,
    list: session.state === 'open' ? await inTheirOrder(reader, session, list) : list,
    slots: await readSlots(reader, session),
    hearings,
    standby: await standbyOf(reader, session),
    again: await hearsAgain(reader, session, list, hearings),
    ...timeFor(row, list),
  };
}

/**
 * A plan stays as it is until somebody plans again, though its evening became shorter meanwhile, or time is left for works
 * that came after it.
 */
function timeFor(
  { session, evening }: SessionRow,
  list: readonly WorkRow[],
): Pick<PlanState, 'tooMany' | 'couldBeHeard'> {
  const capacity = session.state === 'planned' ? capacityOf(session, evening) : null;
  if (capacity === null) return { tooMany: 0, couldBeHeard: 0 };
  const count = (wanted: WorkRow['state']): number => list.filter(({ state }) => state === wanted).length;
  const left = capacity - count('accepted');
  return { tooMany: Math.max(0, -left), couldBeHeard: Math.max(0, Math.min(left, count('waitlisted'))) };
}

/** Told of the plan that stands, not only to whoever made it. */
async function hearsAgain(
  reader: Reader,
  session: CritiqueSession,
  list: readonly WorkRow[],
  hearings: readonly HearingRow[],
): Promise<boolean> {
  if (session.state === 'open' || session.state === 'ended') return false;
  const drawn = hearings.filter(({ source, fixed }) => source === 'plan' && !fixed);
  const authorOf = new Map(list.map(({ id, personId }) => [id, personId]));
  const people = new Set([...authorOf.values(), ...drawn.map(({ personId }) => personId)]);
  const pairs = await forbiddenPairs(reader, session, [...people]);
  const again = new Set(
    pairs.flatMap(({ authorId, criticId, why }) => (why === 'again' ? [`${criticId} ${authorId}`] : [])),
  );
  return drawn.some(({ personId, submissionId }) =>
    again.has(`${personId} ${authorOf.get(submissionId) ?? ''}`),
  );
}

async function inTheirOrder(reader: Reader, session: CritiqueSession, list: WorkRow[]): Promise<WorkRow[]> {
  const places = await placesAsTheyStand(reader, session);
  return list
    .map((work) => ({ ...work, place: places.get(work.id) ?? null }))
    .sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity));
}
