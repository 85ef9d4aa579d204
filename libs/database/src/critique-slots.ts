import { type CritiqueSession, CritiqueSlot, DomainError, found } from '#libs/domain';
import { endOverdue } from './critique-release.ts';
import { refusedBy } from './database.ts';
import type { Reader, Tx } from './tx.ts';

// The run of a session: whoever changes a slot holds the session (`lockSession`) and says which version they saw.

/** @throws DomainError not-found, also for a slot of another session */
export async function slotOf(
  reader: Reader,
  { id: critiqueSessionId, organizationId }: CritiqueSession,
  id: string,
): Promise<CritiqueSlot> {
  return found(await reader.one(CritiqueSlot, { id, critiqueSessionId, organizationId }));
}

/**
 * Writes a slot that was read as this version, and counts it up. Two facilitators who press at once have one effect.
 * @throws DomainError changed-meanwhile, critique-table-busy while another work of its table is on
 */
export async function keepSlot(tx: Tx, slot: CritiqueSlot): Promise<void> {
  const kept = await tx
    .query<{ version: number }>(
      `update critique_slots set submission_id = $4, state = $5, phase = $6, phase_started_at = $7, paused_at = $8, paused_ms = $9,
         extra_phase = $10, started_at = $11, ended_at = $12, author_missing_at = $13, version = version + 1
       where id = $1 and organization_id = $2 and version = $3 returning version`,
      [
        slot.id,
        slot.organizationId,
        slot.version,
        slot.submissionId,
        slot.state,
        slot.phase,
        slot.phaseStartedAt,
        slot.pausedAt,
        slot.pausedMs,
        slot.extraPhase,
        slot.startedAt,
        slot.endedAt,
        slot.authorMissingAt,
      ],
    )
    .catch(tableBusy);
  if (kept[0] === undefined) throw new DomainError('changed-meanwhile');
  slot.version = kept[0].version;
}

function tableBusy(error: unknown): never {
  if (refusedBy(error) === 'critique_slots_one_at_a_time') throw new DomainError('critique-table-busy');
  throw error;
}

/** The work of a slot that is done was heard, so that its author comes later next time (critique.md, rule 3). */
export async function markHeard(tx: Tx, { submissionId, organizationId }: CritiqueSlot): Promise<void> {
  await tx.query(
    `update submissions set state = 'heard', heard_at = $3, version = version + 1
     where id = $1 and organization_id = $2 and state = 'accepted'`,
    [submissionId, organizationId, tx.now],
  );
}

/** The next work of a table; one that was given to another author comes before those after it. Undefined after its last. */
export async function nextAtTable(
  reader: Reader,
  { critiqueSessionId, organizationId, seatTable }: CritiqueSlot,
): Promise<CritiqueSlot | undefined> {
  const [next] = await reader.find(CritiqueSlot, {
    where: { critiqueSessionId, organizationId, seatTable, state: 'planned' },
    order: { round: 'ASC' },
    take: 1,
  });
  return next;
}

/** From now on nobody hears anything any more; the letters leave at once. The session is written by the caller. */
export async function endRun(tx: Tx, session: CritiqueSession): Promise<void> {
  await endOverdue(tx, session);
  session.endedAt = tx.now;
  session.releaseAt = tx.now;
}
