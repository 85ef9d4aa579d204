import type { Reader } from '#libs/database';
import { CritiqueSession, Submission, found } from '#libs/domain';
import { type Letter, type LetterCritique, namesCritics, standingOf } from './letter.ts';

export interface SessionIds {
  organizationId: string;
  eventId: string;
  critiqueSessionId: string;
}

/** @throws DomainError not-found, also for a session of another event or organization */
export async function readSession(
  reader: Reader,
  { organizationId, eventId, critiqueSessionId: id }: SessionIds,
): Promise<CritiqueSession> {
  return found(await reader.one(CritiqueSession, { id, eventId, organizationId }));
}

/** A work with the session that hears it, in this organization. */
export async function readWork(
  reader: Reader,
  organizationId: string,
  submissionId: string,
): Promise<{ work: Submission; session: CritiqueSession }> {
  const work = found(await reader.one(Submission, { id: submissionId, organizationId }));
  const session = found(await reader.one(CritiqueSession, { id: work.critiqueSessionId, organizationId }));
  return { work, session };
}

/** The letter, or null when there is none (yet). Who may read it is the caller's to know. */
export async function readLetter(
  reader: Reader,
  { work, session }: { work: Submission; session: CritiqueSession },
): Promise<Letter | null> {
  if (standingOf(session, work) !== 'here' || work.heardAt === null) return null;
  const [place] = await reader.query<{
    event: string;
    timeZone: string;
    lengthMs: number | null;
    ready: boolean | null;
  }>(
    `select e.title as event, e.time_zone as "timeZone", f.length_ms as "lengthMs", f.state = 'ready' as ready
     from events e left join files f on f.id = $3 and f.organization_id = e.organization_id
     where e.id = $1 and e.organization_id = $2`,
    [work.eventId, work.organizationId, work.fileId],
  );
  const { event, timeZone, lengthMs, ready } = found(place);
  return {
    submissionId: work.id,
    title: work.title,
    question: work.question,
    medium: work.medium,
    link: work.link,
    hasFile: ready === true,
    lengthMs: lengthMs ?? (work.lengthSeconds === null ? null : work.lengthSeconds * 1000),
    heardAt: work.heardAt,
    event,
    timeZone,
    facilitatorReads: session.feedbackTo === 'facilitator',
    critiques: await critiquesOf(reader, work, session),
  };
}

/**
 * In the order in which their critics were drawn, so that it says nothing about them. Of a critic who declined, or wrote
 * nothing, there is nothing to read.
 */
async function critiquesOf(
  reader: Reader,
  work: Submission,
  session: CritiqueSession,
): Promise<LetterCritique[]> {
  const rows = await reader.query<LetterCritique>(
    `select c.id, case when p.erased_at is null then a.name end as critic, p.erased_at is not null as left, c.meaning, c.answer,
       c.neutral_question as "neutralQuestion", case when $3::boolean then c.opinion else '' end as opinion, c.marks,
       c.thanked_at as "thankedAt"
     from critiques c join assignments s on s.id = c.assignment_id join attendees a on a.id = s.attendee_id
     join people p on p.id = c.person_id
     where c.submission_id = $1 and c.organization_id = $2 and s.state <> 'declined'
       and (c.words > 0 or c.meaning <> '' or c.answer <> '' or c.neutral_question <> '' or c.marks <> '[]')
     order by s.created_at, s.id`,
    [work.id, work.organizationId, work.opinions],
  );
  const written = rows.filter((row) => row.left || hasWords(row));
  return namesCritics(session) ? written : written.map((row) => ({ ...row, critic: null }));
}

/** An opinion that the author did not ask for is not read, so it alone makes no critique. */
const hasWords = ({ meaning, answer, neutralQuestion, opinion, marks }: LetterCritique): boolean =>
  [meaning, answer, neutralQuestion, opinion].some((part) => part.trim() !== '') || marks.length > 0;
