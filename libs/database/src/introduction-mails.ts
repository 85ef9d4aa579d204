import {
  Introduction,
  type IntroductionSide,
  type Step,
  blockedBy,
  found,
  smallerStep,
  system,
  toProfile,
} from '#libs/domain';
import { betweenTwoOfTheirOwn, choseEachOther } from './agreed-pairs.ts';
import { keepTransition, obstaclesAmong, sidesOf } from './introductions.ts';
import type { Reader, Tx } from './tx.ts';

// What the mails about introductions say, read at the moment they are rendered, in the scope of their organization. Each
// looks again at everything that may forbid it; null means that the mail must not leave (never 2, 4 and 5).

/** The row of `mails` that is about to be rendered. */
export interface IntroductionMail {
  organizationId: string;
  /** Its reader. */
  personId: string;
  subjectId: string;
  speaksOf: readonly string[];
  /** Whether an earlier copy may be in the reader's hands. */
  mayHaveArrived: boolean;
}

export interface AskSuggestion {
  introductionId: string;
  /** Subject of the handle (purpose 'ask') behind the Yes / Not this time link. */
  sideId: string;
  /** The handle's end. */
  askEndsAt: Date;
  /** Null where the other did not say that asks may name them: then their crafts and work stand for them. */
  who: string | null;
  crafts: string[];
  /** "" when nothing was said. */
  workingOn: string;
  /** One sentence to the reader, "You look for …", at most 140 characters. */
  reason: string;
  /** The sentence the other one reads about the reader, at most 140 characters. */
  theirReason: string;
  /** The smaller of the two steps. */
  step: Step;
}

export interface AskFacts {
  /** As given at that event. */
  readerName: string;
  organizationName: string;
  eventTitle: string;
  timeZone: string;
  /** One or two. */
  suggestions: AskSuggestion[];
}

export interface ReminderFacts {
  readerName: string;
  organizationName: string;
  eventTitle: string;
  timeZone: string;
  /**
   * The questions still open, told apart by the sentence the reader got. Nobody is named: who was asked about may have
   * opted out or left since, and that must look like nothing.
   */
  asks: { sideId: string; askEndsAt: Date; reason: string }[];
}

/**
 * Whether a pair may show to the two on pages, as a condition of SQL: an introduction that one of them ended between its
 * release and the post has reached nobody, and names nobody to anybody (never 5). The release writes both mails with it.
 * @param introduction the alias of `introductions`
 */
export const introductionLeft = (introduction: string): string =>
  `(${introduction}.introduced_at is not null and coalesce((select bool_or(m.state in ('handed', 'sent', 'unsure'))
     from mails m where m.kind = 'introduction' and m.subject_id = ${introduction}.id), true))`;

export interface IntroducedPerson {
  personId: string;
  name: string;
  /** The sentence this one read. */
  reason: string;
  canHelpWith: string[];
  /** What they chose with their yes, else their address. */
  contact: string;
}

export interface IntroductionFacts {
  organizationName: string;
  eventTitle: string;
  timeZone: string;
  /** In one order for both, so that both messages have the same words. */
  people: [IntroducedPerson, IntroducedPerson];
  /** Which of them reads this message, and which writes first. */
  reader: 0 | 1;
  first: 0 | 1;
  step: Step;
}

interface PairRow {
  readerId: string;
  otherId: string;
  readerName: string;
  otherName: string;
  readerProfile: object;
  otherProfile: object;
  organizationName: string;
  eventTitle: string;
  timeZone: string;
}

/**
 * M1. Leaves out who may not be asked or named any more; their question then counts as never asked, and nobody is told.
 * Where an earlier copy may have arrived, its question stays open to the reader as every asked question does.
 * @returns null when nothing is left to ask
 */
export async function askFacts(tx: Tx, mail: IntroductionMail): Promise<AskFacts | null> {
  const open = await openSidesOf(tx, mail);
  const suggestions: AskSuggestion[] = [];
  let about: PairRow | null = null;
  for (const side of open) {
    const introduction = found(
      await tx.locked(Introduction, { id: side.introductionId, organizationId: mail.organizationId }),
    );
    if (await isForbidden(tx, introduction, mail.personId)) {
      if (!mail.mayHaveArrived) await leaveOut(tx, introduction, mail.personId);
      continue;
    }
    about = await pairRow(tx, introduction, mail.personId);
    const isA = introduction.personA === mail.personId;
    const other = toProfile(about.otherProfile);
    suggestions.push({
      introductionId: introduction.id,
      sideId: side.id,
      askEndsAt: side.askEndsAt,
      who: other.namedInAsks ? about.otherName : null,
      crafts: other.crafts,
      workingOn: other.workingOn,
      reason: isA ? introduction.lineForA : introduction.lineForB,
      theirReason: isA ? introduction.lineForB : introduction.lineForA,
      step: stepBetween(about, []),
    });
  }
  return about === null ? null : { ...headOf(about), suggestions };
}

/** M2. Speaks of the reader's own open questions alone, so it is the same whatever became of the pair. */
export async function reminderFacts(reader: Reader, mail: IntroductionMail): Promise<ReminderFacts | null> {
  const obstacles = await obstaclesAmong(reader, mail.organizationId, [mail.personId]);
  const { optedOut, paused } = obstacles.between(mail.personId, mail.personId);
  if (optedOut === true || paused === true) return null;
  const open = await openSidesOf(reader, mail);
  let about: PairRow | null = null;
  const asks: ReminderFacts['asks'] = [];
  for (const { id, introductionId, askEndsAt } of open) {
    const introduction = found(
      await reader.one(Introduction, { id: introductionId, organizationId: mail.organizationId }),
    );
    about = await pairRow(reader, introduction, mail.personId);
    const reason = introduction.personA === mail.personId ? introduction.lineForA : introduction.lineForB;
    asks.push({ sideId: id, askEndsAt, reason });
  }
  return about === null ? null : { ...headOf(about), asks };
}

/** M3: only for two live yeses, looked at again for each of the two mails. */
export async function introductionFacts(
  reader: Reader,
  mail: IntroductionMail,
): Promise<IntroductionFacts | null> {
  const introduction = await reader.one(Introduction, {
    id: mail.subjectId,
    organizationId: mail.organizationId,
  });
  if (introduction === null) return null;
  if (introduction.introducedAt === null || introduction.state === 'ended for safety') return null;
  const sides = await sidesOf(reader, [introduction.id]);
  if (
    sides.length !== 2 ||
    sides.some(({ consent, withdrawnAt }) => consent !== 'yes' || withdrawnAt !== null)
  )
    return null;
  if (await isForbidden(reader, introduction, mail.personId)) return null;
  const about = await pairRow(reader, introduction, introduction.personA);
  return {
    organizationName: about.organizationName,
    eventTitle: about.eventTitle,
    timeZone: about.timeZone,
    people: await introducedPeople(reader, introduction, about),
    reader: introduction.personA === mail.personId ? 0 : 1,
    first: introduction.firstMover === introduction.personB ? 1 : 0,
    step: stepBetween(about, sides),
  };
}

async function introducedPeople(
  reader: Reader,
  introduction: Introduction,
  about: PairRow,
): Promise<IntroductionFacts['people']> {
  const contacts = await reader.query<{ personId: string; contact: string }>(
    `select s.person_id as "personId", coalesce(s.contact, p.email) as contact
     from introduction_sides s join people p on p.id = s.person_id where s.introduction_id = $1`,
    [introduction.id],
  );
  const contactOf = (personId: string) => contacts.find((one) => one.personId === personId)?.contact ?? '';
  const { personA, personB, lineForA, lineForB } = introduction;
  const [a, b] = [toProfile(about.readerProfile), toProfile(about.otherProfile)];
  return [
    {
      personId: personA,
      name: about.readerName,
      reason: lineForA,
      canHelpWith: a.canHelpWith,
      contact: contactOf(personA),
    },
    {
      personId: personB,
      name: about.otherName,
      reason: lineForB,
      canHelpWith: b.canHelpWith,
      contact: contactOf(personB),
    },
  ];
}

interface OpenSide {
  id: string;
  introductionId: string;
  askEndsAt: Date;
}

/** The reader's questions of this mail that are neither answered nor over, in the order they were made. */
function openSidesOf(reader: Reader, mail: IntroductionMail): Promise<OpenSide[]> {
  return reader.query<OpenSide>(
    `select id, introduction_id as "introductionId", ask_ends_at as "askEndsAt" from introduction_sides
     where organization_id = $1 and person_id = $2 and introduction_id = any ($3::uuid[])
       and consent = 'asked' and ask_ends_at > $4 order by id`,
    [mail.organizationId, mail.personId, mail.speaksOf, reader.now],
  );
}

/**
 * A no of the other one does not stop this ask: its mail leaves as if nothing had happened, or the answer would show.
 * What forbids to ask or to name them does.
 */
async function isForbidden(reader: Reader, introduction: Introduction, personId: string): Promise<boolean> {
  const other = introduction.personA === personId ? introduction.personB : introduction.personA;
  const { organizationId, source } = introduction;
  const ofTheirOwn = source === 'critique' || (await choseEachOther(reader, organizationId, personId, other));
  const standing = ofTheirOwn
    ? await betweenTwoOfTheirOwn(reader, organizationId, personId, other)
    : (await obstaclesAmong(reader, organizationId, [personId, other])).between(personId, other);
  // The pair itself may be the one that was introduced, or that closed a moment ago.
  return blockedBy({ ...standing, introduced: false, coolingDown: false }) !== null;
}

async function leaveOut(tx: Tx, introduction: Introduction, personId: string): Promise<void> {
  const side = (await sidesOf(tx, [introduction.id])).find((one) => one.personId === personId);
  if (side === undefined) return;
  side.unask();
  await tx.save(side);
  introduction.closeQuietly('not-asked', tx.now);
  await keepTransition(tx, introduction, system, 'closed quietly');
}

async function pairRow(reader: Reader, introduction: Introduction, readerId: string): Promise<PairRow> {
  const isA = introduction.personA === readerId;
  const [own, other] = isA
    ? [introduction.attendeeA, introduction.attendeeB]
    : [introduction.attendeeB, introduction.attendeeA];
  const [row] = await reader.query<PairRow>(
    `select mine.person_id as "readerId", theirs.person_id as "otherId", mine.name as "readerName",
       theirs.name as "otherName", mine.profile as "readerProfile",
       theirs.profile as "otherProfile", o.name as "organizationName", e.title as "eventTitle", e.time_zone as "timeZone"
     from attendees mine join attendees theirs on theirs.id = $3 and theirs.organization_id = $1
     join events e on e.id = mine.event_id join organizations o on o.id = e.organization_id
     where mine.id = $2 and mine.organization_id = $1`,
    [introduction.organizationId, own, other],
  );
  return found(row);
}

function headOf({ readerName, organizationName, eventTitle, timeZone }: PairRow) {
  return { readerName, organizationName, eventTitle, timeZone };
}

/** The smaller of what each chose with their yes, or else told in their profile. */
function stepBetween(about: PairRow, sides: readonly IntroductionSide[]): Step {
  const { readerId, otherId, readerProfile, otherProfile } = about;
  const chosenBy = (personId: string) => sides.find((side) => side.personId === personId)?.step;
  return smallerStep(
    chosenBy(readerId) ?? toProfile(readerProfile).preferredStep,
    chosenBy(otherId) ?? toProfile(otherProfile).preferredStep,
  );
}
