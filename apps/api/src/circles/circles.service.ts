import {
  Database,
  type Tx,
  cancelMeetings,
  keepDates,
  letLeave,
  lockCircle,
  obstaclesAmong,
  record,
} from '#libs/database';
import {
  Circle,
  CircleMember,
  DomainError,
  type Event,
  type Member,
  found,
  isLocalTime,
  largestCircle,
  mayPropose,
  meetingAt,
  newId,
  nextAsk,
  smallestCircle,
} from '#libs/domain';
import { later } from '#libs/jobs';
import { post } from '#libs/mail';
import { type CameRow, lockEvening, readWhoCame, refuseUnlessTakesMore } from '#libs/suggestions';
import { Injectable } from '@nestjs/common';
import { type CircleInput, CircleView, CirclesView } from './circles.dto.ts';
import { isAnyBeingAsked, readCircles, readWishes } from './circles.queries.ts';

const [fewestDates, mostDates] = [3, 5];

/** What a host does about circles. Everybody is asked by themselves; nothing here tells who answered what. */
@Injectable()
export class CirclesService {
  constructor(private readonly db: Database) {}

  list({ scope, organizationId }: Member, eventId: string): Promise<CirclesView> {
    return this.db.read(scope, async (reader) => {
      const [event] = await reader.query<{ timeZone: string }>(
        'select time_zone as "timeZone" from events where id = $1 and organization_id = $2',
        [eventId, organizationId],
      );
      const { timeZone } = found(event);
      const circles = await readCircles(reader, organizationId, eventId);
      const wishes = await readWishes(reader, organizationId, eventId);
      return CirclesView.of({ circles, wishes, timeZone, now: reader.now });
    });
  }

  /**
   * Its people are asked at the next slot; until then it can be taken back.
   * @throws DomainError circle-size, circle-date, circle-not-opted-in, circle-kept-apart, circle-asked-already, not-found,
   *   event-cancelled, introductions-over
   */
  start(member: Member, eventId: string, input: CircleInput): Promise<CircleView> {
    return this.db.write(member.scope, async (tx) => {
      const event = await lockEvening(tx, member.organizationId, eventId);
      refuseUnlessTakesMore(event, tx.now);
      refuseDates(input.dates, event.timeZone, tx.now);
      const people = await chosen(tx, event, input.attendeeIds);
      const askAt = nextAsk(tx.now, event.timeZone);
      const circle = circleOf(member, event, input, askAt, tx.now);
      await tx.save(circle);
      for (const [at, person] of people.entries()) {
        await tx.save(CircleMember.of(newId(), circle, person, at + 1));
      }
      await keepDates(
        tx,
        circle,
        input.dates.map((date) => meetingAt(date, event.timeZone)),
      );
      await record(tx, member.actor, 'circle.planned', circle.id, { people: people.length });
      const job = { organizationId: member.organizationId, circleId: circle.id };
      await later(tx, 'circles.step', job, { key: `circle:${circle.id}`, runAt: askAt });
      return view(tx, circle);
    });
  }

  /** Until its people are asked. @throws DomainError introduction-already-asked, changed-meanwhile, not-found */
  withdraw(member: Member, eventId: string, id: string, version: number): Promise<CircleView> {
    return this.decide(member, eventId, id, version, async (tx, circle) => {
      circle.withdraw(tx.now);
      await record(tx, member.actor, 'circle.withdrawn', id);
    });
  }

  /** An open circle meets no more by our hand. @throws DomainError circle-not-open, changed-meanwhile, not-found */
  end(member: Member, eventId: string, id: string, version: number): Promise<CircleView> {
    return this.decide(member, eventId, id, version, async (tx, circle, members) => {
      await letLeave(tx, member.organizationId, members);
      circle.finish(tx.now);
      await cancelMeetings(tx, circle);
      await record(tx, member.actor, 'circle.ended', id);
      await post(
        tx,
        members
          .filter(({ isIn }) => isIn)
          .map(({ personId }) => ({
            organizationId: member.organizationId,
            kind: 'circle-ended' as const,
            subjectId: id,
            personId,
            speaksOf: [id],
          })),
      );
    });
  }

  private decide(
    member: Member,
    eventId: string,
    id: string,
    version: number,
    act: (tx: Tx, circle: Circle, members: CircleMember[]) => Promise<void>,
  ): Promise<CircleView> {
    return this.db.write(member.scope, async (tx) => {
      await lockEvening(tx, member.organizationId, eventId);
      const { circle, members } = await lockCircle(tx, member.organizationId, id);
      if (circle.eventId !== eventId) throw new DomainError('not-found');
      const seen = circle.version;
      await act(tx, circle, members);
      if (seen !== version) throw new DomainError('changed-meanwhile');
      await tx.save(circle);
      return view(tx, circle);
    });
  }
}

function circleOf(member: Member, event: Event, input: CircleInput, askAt: Date, now: Date): Circle {
  const ids = {
    id: newId(),
    organizationId: member.organizationId,
    eventId: event.id,
    startedBy: member.personId,
  };
  return Circle.plan(
    ids,
    { name: input.name, place: input.place ?? '', timeZone: event.timeZone },
    askAt,
    now,
  );
}

async function view(tx: Tx, { id, organizationId, eventId }: Circle): Promise<CircleView> {
  const rows = await readCircles(tx, organizationId, eventId);
  return CircleView.of(found(rows.find((row) => row.id === id)), tx.now);
}

function refuseDates(dates: readonly string[], zone: string, now: Date): void {
  const fits = (date: string): boolean => isLocalTime(date) && mayPropose(date, zone, now);
  const enough = dates.length >= fewestDates && dates.length <= mostDates;
  if (!enough || new Set(dates).size < dates.length) throw refusedAt('circle-date', '/dates');
  const at = dates.findIndex((date) => !fits(date));
  if (at !== -1) throw refusedAt('circle-date', `/dates/${String(at)}`);
}

function refusedAt(code: 'circle-date' | 'circle-size', pointer: string): DomainError {
  return new DomainError(code, [{ pointer, detail: new DomainError(code).message }]);
}

/** Refuses for what this organization itself recorded and for nothing else: a block shows nowhere. */
async function chosen(tx: Tx, event: Event, attendeeIds: readonly string[]): Promise<CameRow[]> {
  const unique = new Set(attendeeIds);
  if (unique.size < smallestCircle || unique.size > largestCircle)
    throw refusedAt('circle-size', '/attendeeIds');
  const came = new Map(
    (await readWhoCame(tx, event.organizationId, event.id)).map((row) => [row.attendeeId, row]),
  );
  const people = [...unique].map((id) => found(came.get(id)));
  if (people.some(({ answer }) => answer !== 'given')) throw new DomainError('circle-not-opted-in');
  const ids = people.map(({ personId }) => personId);
  const obstacles = await obstaclesAmong(tx, event.organizationId, ids);
  const isApart = ids.some((one) => ids.some((other) => obstacles.between(one, other).keptApart === true));
  if (isApart) throw new DomainError('circle-kept-apart');
  if (await isAnyBeingAsked(tx, event.organizationId, ids)) throw new DomainError('circle-asked-already');
  return people;
}
