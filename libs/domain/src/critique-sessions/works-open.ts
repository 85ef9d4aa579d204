import { DomainError } from '../errors.ts';
import type { CritiqueSession } from './critique-session.ts';

/** The evening of a session, as far as its works go by it. */
export interface WorksEvening {
  startsAt: Date;
  state: 'draft' | 'published' | 'cancelled';
}

/** Until when works are brought, changed and replaced: the session's own deadline, or the start of its evening. */
export const worksUntil = (session: Pick<CritiqueSession, 'deadlineAt'>, evening: WorksEvening): Date =>
  session.deadlineAt ?? evening.startsAt;

/** Why works are no longer taken. */
export type WorksClosed =
  'event-cancelled' | 'critique-called-off' | 'critique-works-closed' | 'critique-deadline-passed';

/** Why a work can no longer be brought or changed; null while it can. */
export function worksClosedBy(
  session: Pick<CritiqueSession, 'state' | 'deadlineAt' | 'calledOffAt'>,
  evening: WorksEvening,
  now: Date,
): WorksClosed | null {
  if (evening.state === 'cancelled') return 'event-cancelled';
  if (session.calledOffAt !== null) return 'critique-called-off';
  if (session.state === 'running' || session.state === 'ended') return 'critique-works-closed';
  return now >= worksUntil(session, evening) ? 'critique-deadline-passed' : null;
}

/** @throws DomainError event-cancelled, critique-called-off, critique-works-closed, critique-deadline-passed */
export function refuseUnlessWorksOpen(
  session: Pick<CritiqueSession, 'state' | 'deadlineAt' | 'calledOffAt'>,
  evening: WorksEvening,
  now: Date,
): void {
  const closed = worksClosedBy(session, evening, now);
  if (closed !== null) throw new DomainError(closed);
}
