import { type Actor, newId } from '#libs/domain';
import type { ActivityAction } from '#libs/words';
import type { Tx } from './tx.ts';

/**
 * One line of the append-only audit log in the transaction of the act (rule 20): ids and codes, never names, addresses
 * or free text. The organization is the scope's own; acts of the installation have none. What an organization's activity
 * shows has its sentence there, or does not compile.
 */
export async function record(
  tx: Tx,
  actor: Actor,
  action: ActivityAction,
  subjectId: string,
  codes: Record<string, string | number | boolean> = {},
): Promise<void> {
  await insert(
    tx,
    tx.scope.kind === 'organization' ? tx.scope.organizationId : null,
    actor,
    action,
    subjectId,
    codes,
  );
}

/**
 * The same, for the installation: what an organization's staff must not read in its activity or in somebody's history
 * (docs/decisions/0006).
 */
export async function recordApart(
  tx: Tx,
  actor: Actor,
  action: string,
  subjectId: string,
  codes: Record<string, string | number | boolean> = {},
): Promise<void> {
  await insert(tx, null, actor, action, subjectId, codes);
}

async function insert(
  tx: Tx,
  organizationId: string | null,
  actor: Actor,
  action: string,
  subjectId: string,
  codes: Record<string, string | number | boolean>,
): Promise<void> {
  const actorId = actor.kind === 'system' ? null : actor.id;
  await tx.query(
    `insert into audit (id, organization_id, actor_kind, actor_id, action, subject_id, codes, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), organizationId, actor.kind, actorId, action, subjectId, JSON.stringify(codes), tx.now],
  );
}
