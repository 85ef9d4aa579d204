import { type Critique, CritiqueSession, found, newId } from '#libs/domain';
import type { CritiqueSessionIds } from './critique-sessions.ts';
import type { Tx } from './tx.ts';

/**
 * The session, held against its plan, its end and its release until the end of the transaction, but not against others
 * who hold it so too: twenty critics who type at once do not wait for each other.
 * @throws DomainError not-found, also for a session of another event or organization
 */
export async function holdSession(
  tx: Tx,
  { organizationId, eventId, id }: CritiqueSessionIds,
): Promise<CritiqueSession> {
  const [held] = await tx.query<{ id: string }>(
    'select id from critique_sessions where id = $1 and event_id = $2 and organization_id = $3 for share',
    [id, eventId, organizationId],
  );
  return found(held === undefined ? null : await tx.one(CritiqueSession, { id, eventId, organizationId }));
}

/** @returns false when another tab has written the first words meanwhile */
export async function beginCritique(tx: Tx, critique: Omit<Critique, 'id' | 'write'>): Promise<boolean> {
  const begun = await tx.query(
    `insert into critiques (id, organization_id, assignment_id, submission_id, person_id, meaning, answer, neutral_question,
       opinion, marks, words, saved_at, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (assignment_id) do nothing returning id`,
    [
      newId(),
      critique.organizationId,
      critique.assignmentId,
      critique.submissionId,
      critique.personId,
      critique.meaning,
      critique.answer,
      critique.neutralQuestion,
      critique.opinion,
      JSON.stringify(critique.marks),
      critique.words,
      critique.savedAt,
      critique.version,
    ],
  );
  return begun.length > 0;
}
