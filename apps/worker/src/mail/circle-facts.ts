import {
  type CircleReader,
  type Tx,
  circlePeople,
  circleReader,
  handleFor,
  meetingsOf,
} from '#libs/database';
import type { FactsOf } from '#libs/mail';
import type { Loader, Tools } from './loader.ts';
import type { ClaimedMail } from './mail-row.ts';

// `speaksOf` holds the circle first. Whoever left it, or may not be written to, gets none of these.

/** Links of a member work while the circle does, and a while longer: there they read how to reach the others. */
const linkDays = 400;

/** Subject: the member. */
export const circleAskLoader: Loader<FactsOf<'circle-ask'>> = async (tx, mail, tools) => {
  const about = await aboutOf(tx, mail);
  if (about === null) return null;
  const { circle, member, name, eventTitle } = about;
  const { askEndsAt, timeZone } = circle;
  if (askEndsAt === null || askEndsAt <= tx.now || member.consent !== 'asked') return null;
  const url = await urlOf(tx, about, tools);
  const links = { yesUrl: `${url}?answer=yes`, noUrl: `${url}?answer=no` };
  return {
    facts: { name, circle: circle.name, eventTitle, timeZone, endsAt: askEndsAt, ...links },
    timeZone,
  };
};

/** Subject: the member. */
export const circleOpenedLoader: Loader<FactsOf<'circle-opened'>> = async (tx, mail, tools) => {
  const about = await aboutOf(tx, mail);
  if (about?.member.isIn !== true) return null;
  const { circle, name } = about;
  const { state, timeZone } = circle;
  if (state === 'ended') return null;
  const meetings = await meetingsOf(tx, circle);
  const facts = {
    name,
    circle: circle.name,
    people: await circlePeople(tx, circle),
    timeZone,
    pollEndsAt: state === 'polling' ? circle.pollEndsAt : null,
    meetsAt: meetings.findLast(({ startsAt }) => startsAt > tx.now)?.startsAt ?? null,
    circleUrl: await urlOf(tx, about, tools),
  };
  return { facts, timeZone };
};

/** Subject: the meeting. */
export const circleMeetingLoader: Loader<FactsOf<'circle-meeting'>> = async (tx, mail, tools) => {
  const about = await aboutOf(tx, mail);
  if (about?.member.isIn !== true) return null;
  const { circle, name } = about;
  const { timeZone, place } = circle;
  const meeting = (await meetingsOf(tx, circle)).find(({ id }) => id === mail.subjectId);
  if (meeting?.cancelledAt !== null || meeting.startsAt <= tx.now) return null;
  const { number, startsAt } = meeting;
  const circleUrl = await urlOf(tx, about, tools);
  return { facts: { name, circle: circle.name, number, startsAt, timeZone, place, circleUrl }, timeZone };
};

/** Subject: the circle. */
export const circleUsefulLoader: Loader<FactsOf<'circle-useful'>> = async (tx, mail, tools) => {
  const about = await aboutOf(tx, mail);
  if (about?.member.isIn !== true) return null;
  const { circle, name } = about;
  const { usefulEndsAt, timeZone } = circle;
  if (usefulEndsAt === null || usefulEndsAt <= tx.now || circle.state === 'ended') return null;
  const url = await urlOf(tx, about, tools);
  const links = { yesUrl: `${url}?useful=yes`, noUrl: `${url}?useful=no` };
  return { facts: { name, circle: circle.name, timeZone, endsAt: usefulEndsAt, ...links }, timeZone };
};

/** Subject: the circle. */
export const circleEndedLoader: Loader<FactsOf<'circle-ended'>> = async (tx, mail) => {
  const about = await aboutOf(tx, mail);
  if (about?.member.isIn !== true) return null;
  const { circle, name } = about;
  return { facts: { name, circle: circle.name }, timeZone: circle.timeZone };
};

async function aboutOf(
  tx: Tx,
  { organizationId, personId, speaksOf }: ClaimedMail,
): Promise<CircleReader | null> {
  const [circleId] = speaksOf;
  if (organizationId === null || circleId === undefined) return null;
  return circleReader(tx, { organizationId, personId }, circleId);
}

async function urlOf(tx: Tx, { member }: CircleReader, { keys, publicUrl }: Tools): Promise<string> {
  const token = await handleFor(tx, keys, {
    purpose: 'circle',
    organizationId: member.organizationId,
    personId: member.personId,
    subjectId: member.id,
    expiresAt: new Date(tx.now.getTime() + linkDays * 86_400_000),
  });
  return `${publicUrl}/circle/${token}`;
}
