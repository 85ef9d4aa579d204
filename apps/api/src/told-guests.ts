import { type Tx, lockSender, sentLately, spendMany, unansweredMails } from '#libs/database';
import { roomLeft } from '#libs/domain';

/** Somebody on the list of an evening, to whom nobody has to be told anything but for the evening itself. */
export interface Concerned {
  personId: string;
  /** They are on it by their own word. */
  asked: boolean;
  /** Whether a link that was sent to their address ever came back. */
  confirmed: boolean;
}

/**
 * Whom a mail of a change or of a cancelled evening may go to now. Whoever asked to come is told always. The others are on the
 * list by somebody else's word alone: 3 an hour to each, whatever the evening, and no more in a day than the organization may
 * write to. Who stopped such mail is among them, so that no number tells it; their mail ends when it would leave.
 */
export async function whoMayBeTold<Row extends Concerned>(
  tx: Tx,
  organizationId: string,
  rows: readonly Row[],
): Promise<Row[]> {
  const listed = rows.filter(({ asked }) => !asked);
  if (listed.length === 0) return [...rows];
  const since = await lockSender(tx, organizationId);
  const lately = await sentLately(tx, organizationId, tx.now, null);
  const affordable = listed.slice(0, roomLeft(lately, since, tx.now));
  const could = await spendMany(tx, affordable.map(budgetOf), unansweredMails.limit);
  const told = new Set(affordable.filter((_, index) => could[index] === true));
  return rows.filter((row) => row.asked || told.has(row));
}

/** Of somebody who answered once, a budget of its own: their way to sign in is not used up by what others write. */
const budgetOf = ({ personId, confirmed }: Concerned): string =>
  confirmed ? `told:${personId}` : unansweredMails.key(personId);
