import {
  type Database,
  type Tx,
  cancelMeetings,
  datesOf,
  fitsAmong,
  fittingOf,
  letLeave,
  lockCircle,
  meetingsOf,
  planMeeting,
  record,
} from '#libs/database';
import {
  type Circle,
  type CircleMember,
  askedAt,
  chosenDate,
  inOrganization,
  inPostHours,
  meetingAt,
  meetingsBeforeUseful,
  monthAfter,
  nextPostHour,
  smallestCircle,
  system,
} from '#libs/domain';
import { type Jobs, later } from '#libs/jobs';
import { type MailKind, post } from '#libs/mail';

interface Stepping {
  tx: Tx;
  circle: Circle;
  members: CircleMember[];
}

/** The next thing that is due in the life of a circle; each step says when the one after it is. */
export async function stepCircle(
  { organizationId, circleId }: Jobs['circles.step'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), async (tx) => {
    const { circle, members } = await lockCircle(tx, organizationId, circleId);
    if (!circle.isDue(tx.now)) return;
    if (!inPostHours(tx.now, circle.timeZone)) circle.wakeAt = nextPostHour(tx.now, circle.timeZone);
    else await steps[circle.state]?.({ tx, circle, members });
    await tx.save(circle);
    if (circle.wakeAt === null) return;
    const key = `circle:${circleId}`;
    await later(tx, 'circles.step', { organizationId, circleId }, { key, runAt: circle.wakeAt });
  });
}

const steps: Partial<Record<Circle['state'], (at: Stepping) => Promise<void>>> = {
  planned: askAll,
  asking: openOrClose,
  polling: settleDate,
  meeting: goOn,
};

/** Everybody is asked by themselves, once. Whoever may not be asked now looks like somebody who keeps silent. */
async function askAll({ tx, circle, members }: Stepping): Promise<void> {
  circle.ask(askedAt(circle.wakeAt ?? tx.now, tx.now));
  const willing = await fittingAlone(tx, circle, members);
  for (const member of willing) {
    member.ask();
    await tx.save(member);
  }
  await record(tx, system, 'circle.asked', circle.id);
  await write(tx, circle, 'circle-ask', willing, (member) => member.id);
}

/** Blocks among them play no part yet: a question names nobody. */
async function fittingAlone(
  tx: Tx,
  { organizationId }: Circle,
  members: readonly CircleMember[],
): Promise<CircleMember[]> {
  const willing: CircleMember[] = [];
  for (const member of members) willing.push(...(await fittingOf(tx, organizationId, [member])));
  return willing;
}

async function openOrClose(at: Stepping): Promise<void> {
  const { tx, circle, members } = at;
  if (circle.opensAt !== null && circle.opensAt <= tx.now) {
    const fitting = await fittingOf(tx, circle.organizationId, dueToJoin(at));
    if (fitting.length >= smallestCircle) return open(at, fitting);
    circle.opensAt = null;
    circle.answered(members, tx.now);
  }
  await endAsks(at);
  if (circle.opensAt !== null) circle.wakeAt = circle.opensAt;
  else if (circle.askEndsAt !== null && circle.askEndsAt > tx.now) circle.wakeAt = circle.askEndsAt;
  else circle.closeQuietly(tx.now);
}

/** Their yes stands for two hours or more. */
const dueToJoin = ({ tx, members }: Stepping): CircleMember[] =>
  members.filter(({ joinsAt, leftAt }) => joinsAt !== null && leftAt === null && joinsAt <= tx.now);

/** A question runs its seven days, whether the circle is open by then or has its date already. */
async function endAsks({ tx, circle, members }: Stepping): Promise<void> {
  if (circle.askEndsAt === null || circle.askEndsAt > tx.now) return;
  for (const member of members) if (member.endAsk()) await tx.save(member);
}

async function open(at: Stepping, fitting: readonly CircleMember[]): Promise<void> {
  const { tx, circle } = at;
  circle.open(tx.now);
  await joinAll(at, fitting);
  circle.wakeAt = soonest([circle.pollEndsAt, ...at.members.map(({ joinsAt }) => joinsAt)]);
  await record(tx, system, 'circle.opened', circle.id);
}

/** Whoever is due and may not be among them stays out, and to everybody is like one who kept silent. */
async function joinAll(at: Stepping, joining: readonly CircleMember[]): Promise<void> {
  for (const member of dueToJoin(at)) {
    if (joining.includes(member)) member.join(at.tx.now);
    else member.joinsAt = null;
    await at.tx.save(member);
  }
  await write(at.tx, at.circle, 'circle-opened', joining, (member) => member.id);
}

/** Late yeses join at their own release; the poll ends with its week or with the last answer. */
async function settleDate(at: Stepping): Promise<void> {
  const { tx, circle, members } = at;
  await letLeave(tx, circle.organizationId, members);
  await letLateOnesJoin(at);
  if (circle.isTooSmall(members)) return finish(at);
  const present = members.filter(({ isIn }) => isIn);
  const isOver = circle.pollEndsAt === null || circle.pollEndsAt <= tx.now;
  if (!isOver && present.some(({ polledAt }) => polledAt === null)) {
    circle.wakeAt = soonest([circle.pollEndsAt, ...members.map(({ joinsAt }) => joinsAt)]);
    return;
  }
  await endAsks(at);
  const dates = (await datesOf(tx, circle)).filter(({ startsAt }) => startsAt > tx.now);
  const date = chosenDate(dates);
  if (date === null) return finish(at);
  await meet(at, meetingAt(date.startsLocal, circle.timeZone));
}

/** Among those who are in it already, whatever the order of choosing: nobody has to go for one who comes later. */
async function letLateOnesJoin(at: Stepping): Promise<void> {
  const { tx, members } = at;
  const due = dueToJoin(at);
  if (due.length === 0) return;
  const present = members.filter(({ isIn }) => isIn);
  const joining: CircleMember[] = [];
  for (const member of due) {
    if (await fitsAmong(tx, member, [...present, ...joining])) joining.push(member);
  }
  await joinAll(at, joining);
}

/** A meeting is over: the next one stands a month later, unless it is time to ask whether it is of use. */
async function goOn(at: Stepping): Promise<void> {
  const { tx, circle, members } = at;
  await letLeave(tx, circle.organizationId, members);
  await letLateOnesJoin(at);
  if (circle.isTooSmall(members)) return finish(at);
  const present = members.filter(({ isIn }) => isIn);
  const meetings = await meetingsOf(tx, circle);
  const ahead = [meetings.at(-1)?.endsAt, circle.usefulEndsAt].find((end) => end != null && end > tx.now);
  if (ahead != null) {
    circle.wakeAt = soonest([ahead, ...members.map(({ joinsAt }) => joinsAt)]);
    return;
  }
  if (meetings.length >= meetingsBeforeUseful && circle.usefulAskedAt === null) {
    circle.askUseful(tx.now);
    await write(tx, circle, 'circle-useful', present, () => circle.id);
    return;
  }
  const stillUseful = present.filter(({ useful }) => useful === 'yes').length;
  const wasAsked = meetings.length === meetingsBeforeUseful && circle.usefulAskedAt !== null;
  if (wasAsked && stillUseful < fewestWhoFindItUseful) return finish(at);
  const last = meetings.at(-1);
  if (last === undefined) return finish(at);
  let next = monthAfter(last.startsLocal, circle.timeZone);
  while (next.startsAt <= tx.now) next = monthAfter(next.startsLocal, circle.timeZone);
  await meet(at, next);
}

const fewestWhoFindItUseful = 3;

async function meet({ tx, circle, members }: Stepping, time: ReturnType<typeof meetingAt>): Promise<void> {
  const meetingId = await planMeeting(tx, circle, time);
  circle.meet(time.endsAt);
  const present = members.filter(({ isIn }) => isIn);
  await write(tx, circle, 'circle-meeting', present, () => meetingId);
}

async function finish({ tx, circle, members }: Stepping): Promise<void> {
  circle.finish(tx.now);
  await cancelMeetings(tx, circle);
  await record(tx, system, 'circle.ended', circle.id);
  const present = members.filter(({ isIn }) => isIn);
  await write(tx, circle, 'circle-ended', present, () => circle.id);
}

/** One mail to each; what it says is looked at again when it leaves. */
async function write(
  tx: Tx,
  { id, organizationId }: Circle,
  kind: MailKind,
  members: readonly CircleMember[],
  subjectOf: (member: CircleMember) => string,
): Promise<void> {
  await post(
    tx,
    members.map((member) => ({
      organizationId,
      kind,
      subjectId: subjectOf(member),
      personId: member.personId,
      speaksOf: [id],
    })),
  );
}

function soonest(moments: readonly (Date | null)[]): Date | null {
  const times = moments.flatMap((moment) => (moment === null ? [] : [moment.getTime()]));
  return times.length === 0 ? null : new Date(Math.min(...times));
}
