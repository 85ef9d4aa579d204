import {
  type Database,
  type Obstacles,
  type Tx,
  keepTransition,
  lockPeople,
  obstaclesAmong,
  openAsksOf,
  record,
  sidesOf,
} from '#libs/database';
import {
  type AskTimes,
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
    const obstacles = await obstaclesAmong(tx, organizationId, people);
    const places = new OpenAsks(await openAsksOf(tx, people));
    const asked: IntroductionSide[] = [];
    for (const pair of due) asked.push(...(await askPair(tx, pair, places, obstacles)));
    await postAsks(tx, organizationId, asked, due);
  });
}

async function duePairs(tx: Tx, organizationId: string): Promise<DuePair[]> {
  const rows = await tx.query<{ id: string; zone: string }>(
    `select i.id, e.time_zone as zone from introductions i join events e on e.id = i.event_id
     where i.organization_id = $1 and i.ask_at <= $2 and i.state in ('approved', 'asking')
     order by i.approved_at, i.id for no key update of i`,
    [organizationId, tx.now],
  );
  const sides = await sidesOf(
    tx,
    rows.map(({ id }) => id),
  );
  const pairs: DuePair[] = [];
  for (const { id, zone } of rows) {
    const introduction = found(await tx.one(Introduction, { id, organizationId }));
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
  if (!inPostHours(tx.now, zone)) {
    await wait(tx, pair, nextPostHour(tx.now, zone));
    return [];
  }
  if (!places.take(turn.map(({ personId }) => personId))) {
    await wait(tx, pair, nextAsk(tx.now, zone));
    return [];
  }
  const times = askTimes(introduction.askAt ?? tx.now, tx.now, zone);
  const oneAfterTheOther = turn.length === 1 && introduction.state === 'approved';
  const wasAsked = introduction.frozenAt !== null;
  introduction.ask(endOfAppearance(times.askedAt, zone, oneAfterTheOther), tx.now);
  const hindrance = isTooLate(introduction, times, zone)
    ? 'too-late'
    : blockedBy(obstacles.between(introduction.personA, introduction.personB));
  for (const side of turn) {
    if (hindrance === null) side.ask(times);
    else side.seemAsked(times);
    await tx.save(side);
  }
  await keepTransition(tx, introduction, system, 'asked');
  // The same line for every pair, asked in truth or not; nothing about the second of two who are asked in turn.
  if (!wasAsked) await record(tx, system, 'introduction.asked', introduction.id);
  if (hindrance !== null) {
    introduction.closeQuietly(hindrance, tx.now);
    await keepTransition(tx, introduction, system, 'closed quietly');
    return [];
  }
  await wakeLater(tx, introduction, turn, times);
  return turn;
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
