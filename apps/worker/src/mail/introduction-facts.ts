import {
  type IntroductionMail,
  type Tx,
  askFacts,
  handleFor,
  introductionFacts,
  reminderFacts,
} from '#libs/database';
import { normaliseEmail } from '#libs/domain';
import type { FactsOf } from '#libs/mail';
import type { Loader, Tools } from './loader.ts';
import type { ClaimedMail } from './mail-row.ts';

// What may be said is decided in libs/database/src/introduction-mails.ts; here it gets its links.

/** Subject: the asked side that comes first. */
export const askLoader: Loader<FactsOf<'introduction-ask'>> = async (tx, mail, tools) => {
  const about = introductionMail(mail);
  const facts = about === null ? null : await askFacts(tx, about);
  if (about === null || facts === null) return null;
  const suggestions = [];
  for (const suggestion of facts.suggestions) {
    suggestions.push({ ...suggestion, ...(await answerUrls(tx, about, suggestion, tools)) });
  }
  const endsAt = new Date(Math.min(...facts.suggestions.map(({ askEndsAt }) => askEndsAt.getTime())));
  const { readerName: name, eventTitle, timeZone } = facts;
  return { facts: { name, eventTitle, timeZone, endsAt, suggestions }, timeZone };
};

/** Subject: the asked side that comes first. */
export const reminderLoader: Loader<FactsOf<'introduction-reminder'>> = async (tx, mail, tools) => {
  const about = introductionMail(mail);
  const facts = about === null ? null : await reminderFacts(tx, about);
  if (about === null || facts === null) return null;
  const asks = [];
  for (const ask of facts.asks)
    asks.push({ reason: ask.reason, ...(await answerUrls(tx, about, ask, tools)) });
  return { facts: { eventTitle: facts.eventTitle, asks }, timeZone: facts.timeZone };
};

/** Subject: the introduction. Reply-To is the other's chosen contact if it is an e-mail address, else none. */
export const introductionLoader: Loader<FactsOf<'introduction'>> = async (tx, mail) => {
  const about = introductionMail(mail);
  const facts = about === null ? null : await introductionFacts(tx, about);
  if (facts === null) return null;
  const { people, first, step, reader, timeZone } = facts;
  const replyTo = normaliseEmail(people[reader === 0 ? 1 : 0].contact);
  return { facts: { people, first, step }, timeZone, ...(replyTo === null ? {} : { replyTo }) };
};

function introductionMail({
  organizationId,
  personId,
  subjectId,
  speaksOf,
  mayHaveArrived,
}: ClaimedMail): IntroductionMail | null {
  return organizationId === null ? null : { organizationId, personId, subjectId, speaksOf, mayHaveArrived };
}

/** Both links open the reader's own page of that question, which shows the buttons: opening one answers nothing. */
async function answerUrls(
  tx: Tx,
  { organizationId, personId }: IntroductionMail,
  { sideId, askEndsAt }: { sideId: string; askEndsAt: Date },
  { keys, publicUrl }: Tools,
): Promise<{ yesUrl: string; noUrl: string }> {
  const handle = {
    purpose: 'ask',
    organizationId,
    personId,
    subjectId: sideId,
    expiresAt: askEndsAt,
  } as const;
  const url = `${publicUrl}/ask/${await handleFor(tx, keys, handle)}`;
  return { yesUrl: `${url}?answer=yes`, noUrl: `${url}?answer=no` };
}
