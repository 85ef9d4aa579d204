import type { Introduction } from '#libs/domain';
import type { Leaving } from './leaving.ts';
import type { Tx } from './tx.ts';

const noParts = `message_id = null, to_address = null, subject = null, text_part = null, html_part = null, headers = null`;

/**
 * Mails to them end, also one that a worker is about to hand over: it has lost its claim when it asks. Mails that speak of
 * them lose their words; those that have not left are said again, by who may still be named. Every row that may yet
 * change is touched, so that one which is being rendered at this moment is waited for.
 */
export async function emptyMailsAbout(
  tx: Tx,
  leaving: Leaving,
  pairs: readonly Introduction[],
): Promise<void> {
  const { personId, email } = leaving;
  await tx.query(
    `update mails set state = 'suppressed', outcome = 'erased', final_at = $2, lease_until = null
     where person_id = $1 and state in ('queued', 'sending')`,
    [personId, tx.now],
  );
  await tx.query(`update mails set ${noParts} where person_id = $1`, [personId]);
  const spokenOf = [personId, ...pairs.map(({ id }) => id), ...(await circlesOf(tx, personId))];
  await tx.query(
    `update mails set ${noParts}, state = case when state = 'sending' then 'queued' else state end,
       lease_until = case when state = 'sending' then null else lease_until end
     where person_id <> $1 and (message_id is not null or state in ('queued', 'sending'))
       and (speaks_of && $2::uuid[] or strpos(lower(concat(text_part, headers::text)), $3) > 0
         or subject_id in (select id from invitations where invited_by = $1))`,
    [personId, spokenOf, email],
  );
}

async function circlesOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'select circle_id as id from circle_members where person_id = $1',
    [personId],
  );
  return rows.map(({ id }) => id);
}
