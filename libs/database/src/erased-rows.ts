import { newId } from '#libs/domain';
import { stored } from '#libs/words';
import type { Leaving } from './leaving.ts';
import type { Tx } from './tx.ts';

/** Staff no more, in nobody's audience, invited nowhere, marked by nobody, and nobody's answers go to their address. */
export async function leaveOrganizations(tx: Tx, { personId, email }: Leaving): Promise<void> {
  await tx.query('update organizations set reply_to = null where reply_to = $1', [email]);
  const members = await tx.query<{ id: string; organizationId: string }>(
    'delete from members where person_id = $1 returning id, organization_id as "organizationId"',
    [personId],
  );
  for (const { id, organizationId } of members) {
    await tx.query(
      `insert into audit (id, organization_id, actor_kind, actor_id, action, subject_id, at)
       values ($1, $2, 'person', $3, 'member.removed', $4, $5)`,
      [newId(), organizationId, personId, id, tx.now],
    );
  }
  await tx.query(`update invitations set state = 'revoked' where person_id = $1 and state = 'live'`, [
    personId,
  ]);
  await tx.query('update consents set withdrawn_at = $2 where person_id = $1 and withdrawn_at is null', [
    personId,
    tx.now,
  ]);
  for (const table of [
    'audience',
    'well_known',
    'board_presence',
    'mail_stops',
    'handles',
    'calendar_feeds',
    'grants',
  ]) {
    await tx.query(`delete from ${table} where person_id = $1`, [personId]);
  }
  await tx.query('delete from sessions where person_id = $1', [personId]);
}

/** The rows stay with their ids, so that counts do. */
export async function emptyOwnRows(tx: Tx, { personId }: Leaving): Promise<void> {
  await tx.query(
    `update attendees set name = $2, guests = '[]', answers = '[]', profile = '{}', typed = null, imported = null, note = null,
       door_note = null, may_write = false
     where person_id = $1`,
    [personId, stored.somebodyWhoLeft],
  );
  await tx.query(
    `update people set email = $2, name = null, language = null, confirmed_at = null, introductions_paused_until = null,
       profile = '{}', session_epoch = session_epoch + 1, erased_at = coalesce(erased_at, $3)
     where id = $1`,
    [personId, placeholder(personId), tx.now],
  );
}

/** An address of nobody, which no mail server can have (RFC 2606). */
const placeholder = (personId: string): string => `somebody-who-left-${personId}@left.invalid`;
