import {
  type CritiqueReader,
  type Tx,
  critiqueFeedbackFacts,
  critiquePlaceFacts,
  critiqueToHearFacts,
  critiqueToWriteFacts,
  handleFor,
} from '#libs/database';
import { critiqueLinkEnd, fewestWords } from '#libs/domain';
import type { FactsOf } from '#libs/mail';
import type { Loader, Tools } from './loader.ts';

/** Subject: the submission. */
export const critiquePlaceLoader: Loader<FactsOf<'critique-place'>> = async (tx, mail, tools) => {
  const about = await critiquePlaceFacts(tx, mail);
  if (about === null) return null;
  const { name, eventTitle, workTitle, timeZone, slot, waiting, hears } = about;
  const critiqueUrl = await urlOf(tx, about, tools);
  return { facts: { name, eventTitle, workTitle, timeZone, slot, waiting, hears, critiqueUrl }, timeZone };
};

/** Subject: the session. */
export const critiqueAssignedLoader: Loader<FactsOf<'critique-assigned'>> = async (tx, mail, tools) => {
  const about = (await critiqueToWriteFacts(tx, mail, null)) ?? (await critiqueToHearFacts(tx, mail));
  if (about === null) return null;
  const { name, eventTitle, works, dueAt, startsAt, timeZone } = about;
  const critiqueUrl = await urlOf(tx, about, tools);
  return { facts: { name, eventTitle, works, dueAt, startsAt, timeZone, critiqueUrl }, timeZone };
};

/** Subject: the session. Whoever has written enough meanwhile is left in peace. */
export const critiqueReminderLoader: Loader<FactsOf<'critique-reminder'>> = async (tx, mail, tools) => {
  const about = await critiqueToWriteFacts(tx, mail, fewestWords('written'));
  if (about === null) return null;
  const { name, eventTitle, works, dueAt, timeZone } = about;
  const critiqueUrl = await urlOf(tx, about, tools);
  return { facts: { name, eventTitle, works, dueAt, timeZone, critiqueUrl }, timeZone };
};

/** Subject: the session. */
export const critiqueFeedbackLoader: Loader<FactsOf<'critique-feedback'>> = async (tx, mail, tools) => {
  const about = await critiqueFeedbackFacts(tx, mail);
  if (about === null) return null;
  const { name, eventTitle, timeZone, work, written, picksUntil } = about;
  const critiqueUrl = await urlOf(tx, about, tools);
  return { facts: { name, eventTitle, timeZone, work, written, picksUntil, critiqueUrl }, timeZone };
};

async function urlOf(
  tx: Tx,
  { organizationId, personId, attendeeId: subjectId }: CritiqueReader,
  { keys, publicUrl }: Tools,
): Promise<string> {
  const expiresAt = critiqueLinkEnd(tx.now);
  const handle = { purpose: 'critique', organizationId, personId, subjectId, expiresAt } as const;
  return `${publicUrl}/critique/${await handleFor(tx, keys, handle)}`;
}
