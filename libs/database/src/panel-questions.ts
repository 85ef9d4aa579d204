import type { PanelQuestion } from '#libs/domain';
import type { Tx } from './tx.ts';

/** Takes a question away with its votes; those that it stood for are open again, so that nobody else's goes with it. */
export async function withdrawQuestion(
  tx: Tx,
  { id, organizationId }: Pick<PanelQuestion, 'id' | 'organizationId'>,
): Promise<void> {
  await tx.query(
    `update panel_questions set state = 'open', merged_into = null
     where merged_into = $1 and organization_id = $2 and state = 'merged'`,
    [id, organizationId],
  );
  await tx.query('delete from panel_questions where id = $1 and organization_id = $2', [id, organizationId]);
}
