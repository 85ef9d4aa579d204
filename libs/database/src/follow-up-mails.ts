import { type Outcome, type Step, followUpAllowedFrom, smallerStep, toProfile } from '#libs/domain';
import { blocksOf, introducedTo, lastFollowUpOf } from './follow-ups.ts';
import type { IntroductionMail } from './introduction-mails.ts';
import { obstaclesAmong } from './introductions.ts';
import type { Reader } from './tx.ts';

// What the mails of the months after an introduction say, read at the moment they are rendered. Each goes only to somebody
// who may still be written to, whom the introduction itself has reached, and only about a pair that still stands: neither
// has blocked the other, been deleted or taken back what they shared (never 2 and 11). That the other one paused or opted
// out stops nothing: it would tell. For the same reason their block does not end the reader's follow-ups, of which the
// reader would miss a name beside the others; any other mail may be missing for a hundred reasons, and does not leave.

export interface NudgeFacts {
  readerName: string;
  otherName: string;
  organizationName: string;
  eventTitle: string;
  timeZone: string;
  introducedAt: Date;
  step: Step;
  /** What the other chose with their yes. */
  contact: string;
}

export interface PairFacts {
  otherName: string;
  eventTitle: string;
  timeZone: string;
}

export interface FollowUpFacts {
  readerName: string;
  organizationName: string;
  timeZone: string;
  /** Oldest introduction first. */
  pairs: { introductionId: string; otherName: string; eventTitle: string }[];
  /** Of the newest introduction the reader has here, from which the end of their link counts. */
  newestAt: Date;
}

/** M4: to the first mover, while neither has marked anything. @returns null when it must not leave */
export async function nudgeFacts(reader: Reader, mail: IntroductionMail): Promise<NudgeFacts | null> {
  const pair = await standingPair(reader, mail);
  if (pair?.firstMover !== mail.personId || pair.stoppedAt !== null) return null;
  const marks = [pair.outcome, pair.theirOutcome, pair.gladAt, pair.theirGladAt];
  if (pair.state !== 'introduced' || marks.some((mark) => mark !== null)) return null;
  const { readerName, otherName, organizationName, eventTitle, timeZone, introducedAt, contact } = pair;
  const step = smallerStep(stepOf(pair.step, pair.profile), stepOf(pair.theirStep, pair.theirProfile));
  return { readerName, otherName, organizationName, eventTitle, timeZone, introducedAt, contact, step };
}

/** M5: the pairs of this mail about which the reader has not said anything since. @returns null when none is left */
export async function followUpFacts(
  reader: Reader,
  mail: IntroductionMail & { id: string },
): Promise<FollowUpFacts | null> {
  const pairs = (await standingPairs(reader, mail, mail.speaksOf)).filter(asksOn);
  const open = pairs.filter(({ stoppedAt, unanswered }) => stoppedAt === null && unanswered > 0);
  const [first] = open;
  if (first === undefined) return null;
  // Never 6: where the post was late with another organization's, this one does not leave.
  const { lastLeft } = await lastFollowUpOf(reader, mail.personId, mail.id);
  if (lastLeft !== null && followUpAllowedFrom(lastLeft, first.timeZone) > reader.now) return null;
  const { readerName, organizationName, timeZone } = first;
  return { readerName, organizationName, timeZone, pairs: open, newestAt: await newestOf(reader, mail) };
}

/** M6: only while both are glad. @returns null when it must not leave */
export async function gladFacts(reader: Reader, mail: IntroductionMail): Promise<PairFacts | null> {
  const pair = await standingPair(reader, mail);
  if (pair === null) return null;
  return [pair.gladAt, pair.theirGladAt].includes(null) ? null : pair;
}

/** M7: only while both say that they work together. @returns null when it must not leave */
export async function togetherFacts(reader: Reader, mail: IntroductionMail): Promise<PairFacts | null> {
  const pair = await standingPair(reader, mail);
  if (pair === null) return null;
  return [pair.outcome, pair.theirOutcome].every((mark) => mark === 'working together') ? pair : null;
}

interface StandingPair extends PairFacts {
  introductionId: string;
  state: string;
  closeCause: string | null;
  /** By the reader, and by the other one. */
  blocked: boolean;
  blocksMe: boolean;
  firstMover: string | null;
  introducedAt: Date;
  readerName: string;
  organizationName: string;
  otherId: string;
  contact: string;
  step: Step | null;
  theirStep: Step | null;
  profile: object;
  theirProfile: object;
  outcome: Outcome | null;
  theirOutcome: Outcome | null;
  gladAt: Date | null;
  theirGladAt: Date | null;
  stoppedAt: Date | null;
  unanswered: number;
}

async function standingPair(reader: Reader, mail: IntroductionMail): Promise<StandingPair | null> {
  const [pair] = await standingPairs(reader, mail, [mail.subjectId]);
  return pair === undefined || pair.state === 'ended for safety' || pair.blocked || pair.blocksMe
    ? null
    : pair;
}

/** Whether the reader is asked about it on: for them it stands unless they ended it themselves. */
const asksOn = ({ state, closeCause, blocked }: StandingPair): boolean =>
  !blocked && (state !== 'ended for safety' || closeCause === 'blocked');

/** Those of these introductions that may be spoken of to the reader now, but for blocks and what ended for safety. */
async function standingPairs(
  reader: Reader,
  { organizationId, personId }: IntroductionMail,
  introductionIds: readonly string[],
): Promise<StandingPair[]> {
  const pairs = await reader.query<Omit<StandingPair, 'blocked' | 'blocksMe'>>(
    `select i.id as "introductionId", i.state, i.close_cause as "closeCause", i.first_mover as "firstMover", i.introduced_at as "introducedAt",
       a.name as "readerName", b.name as "otherName", o.name as "organizationName", e.title as "eventTitle",
       e.time_zone as "timeZone", theirs.person_id as "otherId", coalesce(theirs.contact, p.email) as contact,
       own.step, theirs.step as "theirStep", a.profile, b.profile as "theirProfile", own.outcome,
       theirs.outcome as "theirOutcome", own.glad_at as "gladAt", theirs.glad_at as "theirGladAt",
       own.stopped_at as "stoppedAt", own.unanswered
     from introductions i join introduction_sides own on own.introduction_id = i.id and own.person_id = $2
     join introduction_sides theirs on theirs.introduction_id = i.id and theirs.person_id <> $2
     join attendees a on a.id = own.attendee_id join attendees b on b.id = theirs.attendee_id
     join events e on e.id = i.event_id join organizations o on o.id = i.organization_id
     join people p on p.id = theirs.person_id
     where i.organization_id = $1 and i.id = any ($3::uuid[]) and i.introduced_at is not null
       and p.erased_at is null
       and own.withdrawn_at is null and theirs.withdrawn_at is null
     order by i.introduced_at, i.id`,
    [organizationId, personId, introductionIds],
  );
  const obstacles = await obstaclesAmong(reader, organizationId, [personId]);
  if (obstacles.isClosed(personId)) return [];
  const reached = await introducedTo(reader, organizationId, personId, introductionIds);
  const others = pairs.map(({ otherId }) => otherId);
  const { made, suffered } = await blocksOf(reader, personId, others);
  return pairs
    .filter(({ introductionId }) => reached.has(introductionId))
    .map((pair) => ({ ...pair, blocked: made.has(pair.otherId), blocksMe: suffered.has(pair.otherId) }));
}

const stepOf = (chosen: Step | null, profile: object): Step => chosen ?? toProfile(profile).preferredStep;

async function newestOf(reader: Reader, { organizationId, personId }: IntroductionMail): Promise<Date> {
  const [row] = await reader.query<{ newest: Date }>(
    `select max(i.introduced_at) as newest from introductions i join introduction_sides s on s.introduction_id = i.id
     where i.organization_id = $1 and s.person_id = $2`,
    [organizationId, personId],
  );
  return row?.newest ?? reader.now;
}
