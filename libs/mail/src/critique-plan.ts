import { type Tx, peopleOfPlan } from '#libs/database';
import type { CritiqueSession } from '#libs/domain';
import { type MailRequest, post } from './post.ts';

/**
 * Tells of a plan: in an evening's session each author their place and whom they hear, and whoever hears without a work of
 * their own what; in a written one each critic what to write about. Call it once a plan; the session's version tells two plans apart.
 *
 * @param changed the people whom the new plan treats otherwise than the one before it; null: everybody
 */
export async function postPlan(
  tx: Tx,
  session: CritiqueSession,
  changed: ReadonlySet<string> | null,
): Promise<void> {
  const { id, organizationId, format } = session;
  const step = String(session.version);
  const mails = (await peopleOfPlan(tx, session)).flatMap(
    ({ personId, submissionId, authors }): MailRequest[] => {
      if (changed !== null && !changed.has(personId)) return [];
      const mail = { organizationId, personId, step, speaksOf: authors };
      if (format !== 'written' && submissionId !== null)
        return [{ ...mail, kind: 'critique-place', subjectId: submissionId }];
      return authors.length === 0 ? [] : [{ ...mail, kind: 'critique-assigned', subjectId: id }];
    },
  );
  await post(tx, mails);
}

/**
 * Tells those whom a change of a plan concerns. While an evening runs nobody reads mail at a table: a mail would come too late,
 * and their phones and the screen of whoever runs it show it at once.
 */
export async function postChanges(
  tx: Tx,
  session: CritiqueSession,
  changed: ReadonlySet<string>,
): Promise<void> {
  if (changed.size === 0 || (session.format !== 'written' && session.state !== 'planned')) return;
  await postPlan(tx, session, changed);
}
