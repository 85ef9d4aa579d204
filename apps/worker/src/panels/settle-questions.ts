import type { Database } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import type { Jobs } from '#libs/jobs';
import { suggestAsked } from '#libs/suggestions';

/** After an evening: what was not asked of a panelist is suggested to the hosts, once for each panel. */
export async function settleQuestions(
  { organizationId, panelId }: Jobs['panels.settle-questions'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), (tx) =>
    suggestAsked(tx, { organizationId, actor: system }, panelId),
  );
}
