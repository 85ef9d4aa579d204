import {
  Circle,
  CircleMember,
  type MeetingTime,
  type PairHindrances,
  found,
  newId,
  whoFits,
} from '#libs/domain';
import { obstaclesAmong } from './introductions.ts';
import type { Reader, Tx } from './tx.ts';

export interface CircleMeeting extends Omit<MeetingTime, 'startsLocal'> {
  id: string;
  number: number;
  startsLocal: string;
  revision: number;
  cancelledAt: Date | null;
}

export interface CircleDate {
  id: string;
  startsLocal: string;
  startsAt: Date;
  /** How many members who are in ticked it. */
  votes: number;
}

/** One act or step of a circle at a time; its members are read after the lock. @throws DomainError not-found */
export async function lockCircle(
  tx: Tx,
  organizationId: string,
  id: string,
): Promise<{ circle: Circle; members: CircleMember[] }> {
  const circle = found(await tx.locked(Circle, { id, organizationId }));
  return { circle, members: await membersOf(tx, circle) };
}

/** In the order in which they were chosen. */
export function membersOf(
  reader: Reader,
  { id, organizationId }: { id: string; organizationId: string },
): Promise<CircleMember[]> {
  return reader.find(CircleMember, { where: { circleId: id, organizationId }, order: { place: 'ASC' } });
}

/** Those of these members who may be in a circle with each other now: consent, and whom something keeps apart. */
export async function fittingOf(
  reader: Reader,
  organizationId: string,
  members: readonly CircleMember[],
): Promise<CircleMember[]> {
  const people = members.map(({ personId }) => personId);
  const obstacles = await obstaclesAmong(reader, organizationId, people);
  const willing = members.filter(({ personId }) => !obstacles.isClosed(personId));
  return whoFits(willing, (one, other) => !mayMeet(obstacles.between(one, other)));
}

/** Whether somebody who said yes late may join those who are in it, whoever was chosen first. */
export async function fitsAmong(
  reader: Reader,
  { organizationId, personId }: CircleMember,
  present: readonly CircleMember[],
): Promise<boolean> {
  const people = [personId, ...present.map((member) => member.personId)];
  const obstacles = await obstaclesAmong(reader, organizationId, people);
  if (obstacles.isClosed(personId)) return false;
  return present.every((member) => mayMeet(obstacles.between(personId, member.personId)));
}

const mayMeet = ({ blocked, keptApart }: PairHindrances): boolean => blocked !== true && keptApart !== true;

/**
 * Who is in it and stays: not who withdrew their consent or their account, whom the organization bars, and not who blocked somebody of the circle (never
 * the one who is blocked: that would tell them). Who pauses stays, and shows to the others as before.
 */
export async function presentOf(
  reader: Reader,
  organizationId: string,
  members: readonly CircleMember[],
): Promise<CircleMember[]> {
  const present = members.filter(({ isIn }) => isIn);
  const rows = await reader.query<{ id: string }>(
    `select p.id from people p where p.id = any ($1::uuid[]) and (p.erased_at is not null
       or exists (select from blocks b where b.person_id = p.id and b.blocked_id = any ($1::uuid[]))
       or exists (select from bars b where b.person_id = p.id and b.organization_id = $2)
       or not exists (select from consents c where c.person_id = p.id and c.organization_id = $2
         and c.purpose = 'introductions' and c.answer = 'given' and c.withdrawn_at is null))`,
    [present.map(({ personId }) => personId), organizationId],
  );
  return present.filter(({ personId }) => !rows.some(({ id }) => id === personId));
}

/** Whoever may not stay leaves; to the others it is a leaving like any. */
export async function letLeave(
  tx: Tx,
  organizationId: string,
  members: readonly CircleMember[],
): Promise<void> {
  const present = await presentOf(tx, organizationId, members);
  for (const member of members.filter(({ isIn }) => isIn)) {
    if (present.includes(member)) continue;
    member.leave(tx.now);
    await tx.save(member);
  }
}

/** In the order the host gave them. */
export function datesOf(
  reader: Reader,
  { id, organizationId }: { id: string; organizationId: string },
): Promise<CircleDate[]> {
  return reader.query<CircleDate>(
    `select d.id, d.starts_local as "startsLocal", d.starts_at as "startsAt",
       (select count(*)::int from circle_votes v join circle_members m on m.id = v.member_id
        where v.date_id = d.id and m.joined_at is not null and m.left_at is null) as votes
     from circle_dates d where d.circle_id = $1 and d.organization_id = $2 order by d.place`,
    [id, organizationId],
  );
}

export async function keepDates(
  tx: Tx,
  { id, organizationId }: { id: string; organizationId: string },
  dates: readonly MeetingTime[],
): Promise<void> {
  for (const [at, { startsLocal, startsAt }] of dates.entries()) {
    await tx.query(
      `insert into circle_dates (id, organization_id, circle_id, place, starts_local, starts_at) values ($1, $2, $3, $4, $5, $6)`,
      [newId(), organizationId, id, at + 1, startsLocal, startsAt],
    );
  }
}

/** What a member ticks replaces what they ticked before; ids of another circle tick nothing. */
export async function keepVotes(tx: Tx, member: CircleMember, dateIds: readonly string[]): Promise<void> {
  await tx.query('delete from circle_votes where member_id = $1', [member.id]);
  await tx.query(
    `insert into circle_votes (organization_id, date_id, member_id)
     select organization_id, id, $2 from circle_dates where circle_id = $1 and organization_id = $3 and id = any ($4::uuid[])`,
    [member.circleId, member.id, member.organizationId, dateIds],
  );
}

/** First to last. */
export function meetingsOf(
  reader: Reader,
  { id, organizationId }: { id: string; organizationId: string },
): Promise<CircleMeeting[]> {
  return reader.query<CircleMeeting>(
    `select id, number, starts_local as "startsLocal", starts_at as "startsAt", ends_at as "endsAt", revision,
       cancelled_at as "cancelledAt"
     from circle_meetings where circle_id = $1 and organization_id = $2 order by number`,
    [id, organizationId],
  );
}

/** Its number is one more than the last. @returns its id */
export async function planMeeting(
  tx: Tx,
  { id, organizationId }: { id: string; organizationId: string },
  time: MeetingTime,
): Promise<string> {
  const meetingId = newId();
  await tx.query(
    `insert into circle_meetings (id, organization_id, circle_id, number, starts_local, starts_at, ends_at, created_at)
     select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7 from circle_meetings where circle_id = $3`,
    [meetingId, organizationId, id, time.startsLocal, time.startsAt, time.endsAt, tx.now],
  );
  return meetingId;
}

/** What is still ahead of a circle that is over: calendars learn it from the newer revision. */
export async function cancelMeetings(tx: Tx, { id }: { id: string }): Promise<void> {
  await tx.query(
    `update circle_meetings set cancelled_at = $2, revision = revision + 1
     where circle_id = $1 and cancelled_at is null and ends_at > $2`,
    [id, tx.now],
  );
}
