import { type GrantPurpose, type Tx, isGrantOver } from '#libs/database';
import type { MailKind } from '#libs/mail';
import { type ClaimedMail, type Letter } from './mail-row.ts';
import { frozenLetter, markFinal } from './queue.ts';

/** Kinds whose words minted a code or a link for the reader; the subject of such a mail is the grant. */
const minting: Partial<Record<MailKind, GrantPurpose>> = {
  'sign-in': 'sign-in',
  'rsvp-confirm': 'confirm-rsvp',
};

export const isMinted = (kind: MailKind): boolean => kind in minting;

/** What was frozen, unless it would arrive with a code or a link that opens nothing any more; the row then says so. */
export async function frozenInTime(tx: Tx, mail: ClaimedMail): Promise<Letter | null> {
  return (await endIfOver(tx, mail)) ? null : frozenLetter(tx, mail);
}

/** Ends a mail whose code or link has come to its end while it waited. @returns whether it had */
export async function endIfOver(tx: Tx, mail: ClaimedMail): Promise<boolean> {
  const purpose = minting[mail.kind];
  if (purpose === undefined || !(await isGrantOver(tx, purpose, mail.subjectId))) return false;
  await markFinal(tx, mail, 'failed', 'expired');
  return true;
}
