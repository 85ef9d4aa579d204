import { previewedPair, questionTo } from '#libs/database';
import { Introduction, IntroductionSide, Member, found, may } from '#libs/domain';
import type { FactsOf } from '#libs/mail';
import type { Loader } from './loader.ts';

/** Subject: the side whose question it shows. Nothing leaves to who is no host any more, or about somebody who has left. */
export const askTestLoader: Loader<FactsOf<'introduction-test'>> = async (tx, mail, { publicUrl }) => {
  const { organizationId, personId, subjectId } = mail;
  if (organizationId === null) return null;
  const side = await tx.one(IntroductionSide, { id: subjectId, organizationId });
  const member = await tx.one(Member, { organizationId, personId });
  if (side === null || member === null || !may(member.role, 'introductions.decide')) return null;
  const introduction = found(await tx.one(Introduction, { id: side.introductionId, organizationId }));
  if (member.eventIds !== null && !member.eventIds.includes(introduction.eventId)) return null;
  const { personA, personB } = introduction;
  const gone = await tx.query('select 1 from people where id = any ($1::uuid[]) and erased_at is not null', [
    [personA, personB],
  ]);
  if (gone.length > 0) return null;
  const pair = await previewedPair(tx, introduction);
  // No token: the page of such a link says that it cannot be used.
  const link = `${publicUrl}/ask/test`;
  const ask = questionTo(pair, side.personId === personA ? 0 : 1, link);
  return { facts: { ask, link }, timeZone: null };
};
