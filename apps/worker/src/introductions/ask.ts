import {
  type Database,
  type Obstacles,
  type Tx,
  askFirstOf,
  asksWaiting,
  findTold,
  keepTransition,
  lockPeople,
  obstaclesAmong,
  openAsksOf,
  record,
  sidesOf,
  wantsNoMore,
  wellKnownAmong,
} from '#libs/database';
import {
  type AskTimes,
  Attendee,
  Introduction,
  type IntroductionSide,
  OpenAsks,
  askedAt,
  blockedBy,
  endOfAppearance,
  endOfAsk,
  found,
  inOrganization,
  inPostHours,
  nextAsk,
  nextPostHour,
  nextRelease,
  reminderOf,
  system,
} from '#libs/domain';
import { type Jobs, later } from '#libs/jobs';
import { type MailRequest, post } from '#libs/mail';
import { freezeFeatures } from '#libs/suggestions';

interface DuePair {
  introduction: Introduction;
  /** Those whose turn it is: both, or one where the other is asked first and alone. */
  turn: IntroductionSide[];
  zone: string;
}

/**
 * Asks everybody of one organization whose ask is due, oldest approval first: the first job of a slot does the work of
 * all of them, so that a person's suggestions meet in one mail. A pair that may not be asked takes its place and its
 * days like any other, and no mail leaves.
 */
export async function ask(
  { organizationId }: Jobs['introductions.ask'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('introductions.ask:' || $1, 0))`, [
      organizationId,
    ]);
    const due = await duePairs(tx, organizationId);
    if (due.length === 0) return;
    const people = [
      ...new Set(due.flatMap(({ introduction }) => [introduction.personA, introduction.personB])),
    ];
    await lockPeople(tx, people);
    await findToldOf(tx, organizationId, due);
    const obstacles = await obstaclesAmong(tx, organizationId, people);
    const places = await placesOf(tx, people, due);
    const asked: IntroductionSide[] = [];
    for (const pair of due) asked.push(...(await askPair(tx, pair, places, obstacles)));
    await freezeFeatures(tx, organizationId, asked);
    await postAsks(tx, organizationId, asked, due);
  });
}

/** Whom people said they know may have come to the list after the approval. */
async function findToldOf(tx: Tx, organizationId: string, due: readonly DuePair[]): Promise<void> {
  for (const eventId of new Set(due.map(({ introduction }) => introduction.eventId)))
    await findTold(tx, organizationId, eventId);
}

/** What may leave now, while older approvals of other organizations wait for the same people. */
async function placesOf(tx: Tx, people: readonly string[], due: readonly DuePair[]): Promise<OpenAsks> {
  const ours = new Set(due.map(({ introduction }) => introduction.id));
  const waiting = await asksWaiting(tx, people);
  return new OpenAsks(
    await openAsksOf(tx, people),
    waiting.filter(({ introductionId }) => !ours.has(introductionId)),
  );
}

async function duePairs(tx: Tx, organizationId: string): Promise<DuePair[]> {
  const rows = await tx.query<{ id: string; zone: string }>(
    `select i.id, e.time_zone as zone from introductions i join events e on e.id = i.event_id
     where i.organization_id = $1 and i.ask_at <= $2 and i.state in ('approved', 'asking')
       -- Two who have chosen each other meanwhile are introduced and not asked; if not, they are asked after that.
       and (i.release_at is null or i.state = 'asking')
     order by i.approved_at, i.id for no key update of i`,
    [organizationId, tx.now],
  );
  const sides = await sidesOf(
    tx,
    rows.map(({ id }) => id),
  );
  const attendees = sides.map(({ attendeeId }) => attendeeId);
  const wellKnown = await wellKnownAmong(tx, organizationId, attendees);
  const pairs: DuePair[] = [];
  for (const { id, zone } of rows) {
    const introduction = found(await tx.one(Introduction, { id, organizationId }));
    introduction.orderAsks(askFirstOf(introduction, wellKnown));
    const unasked = sides.filter((side) => side.introductionId === id && side.askedAt === null);
    const first = unasked.filter(({ personId }) => personId === introduction.askFirst);
    pairs.push({ introduction, zone, turn: first.length > 0 ? first : unasked });
  }
  return pairs;
}

/** @returns the sides that get a mail */
async function askPair(
  tx: Tx,
  pair: DuePair,
  places: OpenAsks,
  obstacles: Obstacles,
): Promise<IntroductionSide[]> {
  const { introduction, turn, zone } = pair;
  const { personA, personB } = introduction;
  const times = askTimes(introduction.askAt ?? tx.now, tx.now, zone);
  if (isTooLate(introduction, times, zone)) {
    // As after a no of the first one: nothing of the second's shows, not even a place that is taken.
    await close(tx, introduction, 'too-late');
    return [];
  }
  if (!inPostHours(tx.now, zone)) {
    await wait(tx, pair, nextPostHour(tx.now, zone));
    return [];
  }
  const wasAsked = introduction.frozenAt !== null;
  // The second of two who are asked in turn has held their place since the first was asked (`open_asks`).
  if (!wasAsked && !places.take([personA, personB], introduction)) {
    // To a host a pair that waits is approved and leaves at the next 10:00, as on a day on which no mail could leave: that
    // the place it waits for is held by another organization shows nowhere, and `version` stays.
    await wait(tx, pair, nextAsk(tx.now, zone));
    return [];
  }
  const oneAfterTheOther = turn.length === 1 && !wasAsked;
  const hindrance = await whatForbids(tx, introduction, obstacles);
  introduction.ask(endOfAppearance(times.askedAt, zone, oneAfterTheOther), tx.now);
  for (const side of turn) {
    if (hindrance === null) side.ask(times);
    else side.seemAsked(times);
    await tx.save(side);
  }
  await keepTransition(tx, introduction, system, 'asked');
  // The same line for every pair, asked in truth or not; nothing about the second of two who are asked in turn.
  if (!wasAsked) await record(tx, system, 'introduction.asked', introduction.id);
  if (hindrance !== null) {
    await close(tx, introduction, hindrance);
    return [];
  }
  await wakeLater(tx, introduction, turn, times);
  return turn;
}

/** Everything again that may have changed since the approval; such a pair seems asked, and no mail leaves. */
async function whatForbids(tx: Tx, introduction: Introduction, obstacles: Obstacles): Promise<string | null> {
  if (await wantsNoMore(tx, introduction)) return 'event-cap';
  if (!(await haveBothCome(tx, introduction))) return 'did-not-come';
  const between = obstacles.between(introduction.personA, introduction.personB);
  // From its own first ask a pair cools down like any other that was asked, here or elsewhere.
  return blockedBy(introduction.frozenAt === null ? between : { ...between, coolingDown: false });
}

async function close(tx: Tx, introduction: Introduction, cause: string): Promise<void> {
  introduction.closeQuietly(cause, tx.now);
  await keepTransition(tx, introduction, system, 'closed quietly');
}

/** An RSVP may have been cancelled, or an arrival undone, after the approval. */
async function haveBothCome(
  tx: Tx,
  { organizationId, attendeeA, attendeeB }: Introduction,
): Promise<boolean> {
  for (const id of [attendeeA, attendeeB]) {
    const { checkedInAt, isLive } = found(await tx.one(Attendee, { id, organizationId }));
    if (checkedInAt === null || !isLive) return false;
  }
  return true;
}

function askTimes(slot: Date, now: Date, zone: string): AskTimes {
  const asked = askedAt(slot, now);
  return { askedAt: asked, remindAt: reminderOf(asked, zone), endsAt: endOfAsk(asked, zone) };
}

/** The second of two who are asked in turn must still be able to answer before the host reads "did not happen". */
function isTooLate({ appearsUntil }: Introduction, { endsAt }: AskTimes, zone: string): boolean {
  return appearsUntil !== null && nextRelease(endsAt, zone) > appearsUntil;
}

async function wait(tx: Tx, { introduction, turn }: DuePair, askAt: Date): Promise<void> {
  const { organizationId } = introduction;
  introduction.wait(askAt);
  await tx.save(introduction);
  for (const { personId } of turn) {
    const key = `ask:${organizationId}:${personId}:${askAt.toISOString()}`;
    await later(tx, 'introductions.ask', { organizationId, personId }, { key, runAt: askAt });
  }
}

async function wakeLater(
  tx: Tx,
  { id, organizationId }: Introduction,
  sides: readonly IntroductionSide[],
  { remindAt, endsAt }: AskTimes,
): Promise<void> {
  for (const { personId } of sides) {
    const key = `remind:${organizationId}:${personId}:${remindAt.toISOString()}`;
    await later(tx, 'introductions.remind', { organizationId, personId }, { key, runAt: remindAt });
  }
  const end = { key: `end-ask:${id}:${endsAt.toISOString()}`, runAt: endsAt };
  await later(tx, 'introductions.end-ask', { organizationId, introductionId: id }, end);
}

/** One mail to each person, whatever the number of their suggestions: the cap of open asks keeps it at two. */
async function postAsks(
  tx: Tx,
  organizationId: string,
  asked: readonly IntroductionSide[],
  due: readonly DuePair[],
): Promise<void> {
  const byPerson = Map.groupBy(asked, ({ personId }) => personId);
  const introductions = new Map(due.map(({ introduction }) => [introduction.id, introduction]));
  const mails = [...byPerson].flatMap(([personId, sides]): MailRequest[] => {
    const [first] = sides;
    if (first === undefined || first.askedAt === null) return [];
    const pairs = sides.flatMap(({ introductionId }) => introductions.get(introductionId) ?? []);
    const others = pairs.map(({ personA, personB }) => (personA === personId ? personB : personA));
    return [
      {
        organizationId,
        kind: 'introduction-ask',
        subjectId: first.id,
        personId,
        step: first.askedAt.toISOString(),
        dueAt: first.askedAt,
        speaksOf: [...pairs.map(({ id }) => id), ...others],
      },
    ];
  });
  await post(tx, mails);
}
