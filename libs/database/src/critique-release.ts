import { type CritiqueSession, fewestWords } from '#libs/domain';
import { hasContent } from './critique-standby.ts';
import { retention } from './retention.ts';
import type { Reader, Tx } from './tx.ts';

// The end of a critique session, and what its release makes of what was written. The session is locked; each statement
// done again changes nothing.

/** Two hours after its evening a session that nobody ended is over: what runs was heard, what was planned was not. */
export async function endOverdue(tx: Tx, session: CritiqueSession): Promise<void> {
  // Whoever was waited for when their time came lost their turn.
  await tx.query(
    `update submissions w set submitted_at = null from critique_slots t
     where t.critique_session_id = $1 and t.organization_id = $2 and t.submission_id = w.id and t.author_missing_at is not null
       and t.state in ('running', 'paused')`,
    [session.id, session.organizationId],
  );
  await tx.query(
    `update critique_slots set state = case when state = 'planned' or author_missing_at is not null then 'skipped' else 'done' end,
       ended_at = $3, paused_at = null, author_missing_at = null, version = version + 1
     where critique_session_id = $1 and organization_id = $2 and state in ('planned', 'running', 'paused')`,
    [session.id, session.organizationId, tx.now],
  );
  Object.assign(session, { state: 'ended', endedAt: session.endedAt ?? tx.now, remindAt: null });
}

/**
 * Which works were heard: those whose slot is done, and at home those that somebody wrote about. The others wait on, so that
 * they come early next time (critique.md, rule 3).
 */
export async function settleWorks(tx: Tx, { id, organizationId, format }: CritiqueSession): Promise<void> {
  const wasHeard =
    format === 'written'
      ? `exists (select from critiques c where c.submission_id = w.id and ${hasContent})`
      : `exists (select from critique_slots slot where slot.submission_id = w.id and slot.state = 'done')`;
  await tx.query(
    `update submissions w set state = case when ${wasHeard} then 'heard' else 'waitlisted' end,
       heard_at = case when ${wasHeard} then coalesce(w.heard_at, $3) end, version = w.version + 1
     where w.critique_session_id = $1 and w.organization_id = $2 and w.state = 'accepted'`,
    [id, organizationId, tx.now],
  );
}

/**
 * Which critiques count, by their words (rule 5). Whoever was to hear a work that was not heard, or that
 * was taken back, has missed nothing. Comes after `settleWorks`.
 */
export async function settleAssignments(
  tx: Tx,
  { id, organizationId, format }: CritiqueSession,
): Promise<void> {
  await tx.query(
    `update assignments g set state = case when coalesce(c.words, 0) >= $3 then 'done' else 'missed' end
     from submissions w, assignments same left join critiques c on c.assignment_id = same.id
     where g.critique_session_id = $1 and g.organization_id = $2 and g.state = 'assigned' and same.id = g.id
       and w.id = g.submission_id and (w.state = 'heard' or ($4 and (w.state <> 'withdrawn' or coalesce(c.words, 0) >= $3)))`,
    [id, organizationId, fewestWords(format), format === 'written'],
  );
}

/**
 * Files go 30 days after the session (rule 8), unless their authors keep them or they go sooner.
 * @param since its end, or that of the evening without it
 */
export async function scheduleSessionFiles(
  tx: Tx,
  { id, organizationId }: CritiqueSession,
  since: Date,
): Promise<void> {
  await tx.query(
    `update files f set delete_at = $3::timestamptz + $4::interval
     from submissions w where w.file_id = f.id and w.critique_session_id = $1 and f.organization_id = $2
       and f.state <> 'gone' and f.delete_at is null and not w.keeps_file`,
    [id, organizationId, since, retention.workFiles],
  );
}

/** The critics of a written session who still lack words for some work. */
export async function criticsToRemind(
  reader: Reader,
  { id, organizationId }: CritiqueSession,
): Promise<{ personId: string; authors: string[] }[]> {
  return reader.query(
    `select g.person_id as "personId", array_agg(w.person_id order by w.person_id) as authors
     from assignments g join submissions w on w.id = g.submission_id left join critiques c on c.assignment_id = g.id
     where g.critique_session_id = $1 and g.organization_id = $2 and g.state = 'assigned' and w.state = 'accepted'
       and coalesce(c.words, 0) < $3
     group by g.person_id order by 1`,
    [id, organizationId, fewestWords('written')],
  );
}
