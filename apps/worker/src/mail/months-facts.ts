import {
  type IntroductionMail,
  followUpFacts,
  gladFacts,
  handleFor,
  nudgeFacts,
  togetherFacts,
} from '#libs/database';
import { normaliseEmail } from '#libs/domain';
import type { FactsOf } from '#libs/mail';
import type { Loader } from './loader.ts';
import type { ClaimedMail } from './mail-row.ts';

// What may be said is decided in libs/database/src/follow-up-mails.ts; here it gets its links.

/** How long a follow-up's link works after the newest introduction: month 12 and the time to answer it. */
const linkMonths = 13;

/** Subject: the introduction. Reply-To is the other's chosen contact if it is an e-mail address, else none. */
export const nudgeLoader: Loader<FactsOf<'introduction-nudge'>> = async (tx, mail) => {
  const about = mailOf(mail);
  const facts = about === null ? null : await nudgeFacts(tx, about);
  if (facts === null) return null;
  const { otherName, eventTitle, step, contact, timeZone } = facts;
  const replyTo = normaliseEmail(contact);
  return {
    facts: { otherName, eventTitle, step, contact },
    timeZone,
    ...(replyTo === null ? {} : { replyTo }),
  };
};

/** Subject: the organization. */
export const followUpLoader: Loader<FactsOf<'introduction-follow-up'>> = async (
  tx,
  mail,
  { keys, publicUrl },
) => {
  const about = mailOf(mail);
  const facts = about === null ? null : await followUpFacts(tx, about);
  if (about === null || facts === null) return null;
  const { organizationId, personId } = about;
  const expiresAt = new Date(facts.newestAt);
  expiresAt.setUTCMonth(expiresAt.getUTCMonth() + linkMonths);
  const token = await handleFor(tx, keys, {
    purpose: 'follow-up',
    organizationId,
    personId,
    subjectId: organizationId,
    expiresAt,
  });
  const pairs = facts.pairs.map(({ introductionId, otherName: name, eventTitle }) => {
    const markUrl = (mark: string) =>
      `${publicUrl}/follow-up/${token}?introduction=${introductionId}&mark=${mark}`;
    return {
      name,
      eventTitle,
      talkedUrl: markUrl('talked'),
      metUrl: markUrl('met'),
      togetherUrl: markUrl('working-together'),
      laterUrl: markUrl('later'),
      stopUrl: markUrl('stop'),
    };
  });
  return { facts: { pairs }, timeZone: facts.timeZone };
};

/** Subject: the introduction. */
export const gladLoader: Loader<FactsOf<'introduction-glad'>> = async (tx, mail) => {
  const about = mailOf(mail);
  const facts = about === null ? null : await gladFacts(tx, about);
  if (facts === null) return null;
  const { otherName, eventTitle, timeZone } = facts;
  return { facts: { otherName, eventTitle }, timeZone };
};

/** Subject: the introduction. */
export const togetherLoader: Loader<FactsOf<'introduction-together'>> = async (tx, mail) => {
  const about = mailOf(mail);
  const facts = about === null ? null : await togetherFacts(tx, about);
  if (facts === null) return null;
  const { otherName, eventTitle, timeZone } = facts;
  return { facts: { otherName, eventTitle }, timeZone };
};

function mailOf(mail: ClaimedMail): (IntroductionMail & { id: string }) | null {
  const { id, organizationId, personId, subjectId, speaksOf, mayHaveArrived } = mail;
  return organizationId === null
    ? null
    : { id, organizationId, personId, subjectId, speaksOf, mayHaveArrived };
}
