import {
  type CircleMeeting,
  type CirclePerson,
  Database,
  type Keys,
  type Reader,
  type Tx,
  circlePeople,
  datesOf,
  isPresent,
  keepVotes,
  lockCircle,
  meetingsOf,
  openHandle,
} from '#libs/database';
import {
  type Actor,
  Circle,
  CircleMember,
  DomainError,
  found,
  inOrganization,
  nextRelease,
} from '#libs/domain';
import { later } from '#libs/jobs';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';

/** Whose place in a circle: proved by the link of a mail, or by a session. */
export interface CircleKey {
  organizationId: string;
  personId: string;
  memberId: string;
  actor: Actor;
}

export interface MyCircleLine extends Pick<
  MyCircle,
  'name' | 'organizationName' | 'timeZone' | 'stage' | 'askEndsAt'
> {
  memberId: string;
  /** What is asked of a member who has not answered it: their dates, or whether it is of use. */
  waitsFor: 'dates' | 'useful' | null;
  meetsAt: Date | null;
}

/** A person's own view of a circle. Before they are in it, it holds nothing of anybody else. */
export interface MyCircle {
  name: string;
  place: string;
  organizationName: string;
  accent: string | null;
  eventTitle: string;
  timeZone: string;
  /** 'question': still to answer; 'yes': said yes and waits; 'no': said no, until day 7; 'in'; 'over': closed, ended or left. */
  stage: 'question' | 'yes' | 'no' | 'in' | 'over';
  contact: string | null;
  askEndsAt: Date | null;
  mates: CirclePerson[];
  /** While the poll runs. */
  dates: { id: string; startsAt: Date; isMine: boolean }[];
  polled: boolean;
  pollEndsAt: Date | null;
  meeting: CircleMeeting | null;
  /** While it is asked whether the circle is of use. */
  usefulEndsAt: Date | null;
  useful: 'yes' | 'no' | null;
}

/** What people do about the circles they are asked for, or are in. Repeating anything is harmless. */
@Injectable()
export class MyCirclesService {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /** @throws DomainError link-unusable */
  async keyOfLink(token: string): Promise<CircleKey> {
    const { id, organizationId, personId, subjectId } = await this.db.read(
      { kind: 'installation' },
      (reader) => openHandle(reader, this.keys, 'circle', token),
    );
    return { organizationId, personId, memberId: subjectId, actor: { kind: 'link', id } };
  }

  /** @throws DomainError not-found unless this person was asked */
  async keyOfPerson(personId: string, memberId: string): Promise<CircleKey> {
    const [row] = await this.db.read({ kind: 'person', personId }, (reader) =>
      reader.query<{ organizationId: string }>(
        `select organization_id as "organizationId" from circle_members
         where id = $1 and person_id = $2 and consent <> 'not_asked'`,
        [memberId, personId],
      ),
    );
    const { organizationId } = found(row);
    return { organizationId, personId, memberId, actor: { kind: 'person', id: personId } };
  }

  /** Those the person is asked for or is in, over all organizations. */
  async listOf(personId: string): Promise<MyCircleLine[]> {
    const members = await this.db.read({ kind: 'person', personId }, (reader) =>
      reader.query<{ id: string; organizationId: string }>(
        `select id, organization_id as "organizationId" from circle_members
         where person_id = $1 and consent in ('asked', 'yes') and left_at is null order by id desc limit 50`,
        [personId],
      ),
    );
    const lines = await Promise.all(
      members.map(({ id, organizationId }) =>
        this.db.read(inOrganization(organizationId, { kind: 'person', id: personId }), async (reader) => {
          return lineOf(id, await readMine(reader, { organizationId, personId, memberId: id }));
        }),
      ),
    );
    return lines.filter(({ stage }) => stage !== 'over');
  }

  look(key: CircleKey): Promise<MyCircle> {
    return this.db.read(scopeOf(key), (reader) => readMine(reader, key));
  }

  /** @throws DomainError ask-over after day 7, or once they are in it */
  answer(key: CircleKey, consent: 'yes' | 'no', contact: string | null): Promise<void> {
    return this.atMyPlace(key, (tx, circle, member, members) => {
      member.answer(consent, contact, circle, tx.now);
      circle.answered(members, tx.now);
      const isOpen = circle.state === 'polling' || circle.state === 'meeting';
      if (isOpen && member.joinsAt !== null) circle.wakeBy(member.joinsAt);
      return Promise.resolve();
    });
  }

  /** @throws DomainError circle-not-open unless the poll runs and they are in it */
  vote(key: CircleKey, dateIds: readonly string[]): Promise<void> {
    return this.atMyPlace(key, async (tx, circle, member, members) => {
      if (circle.state !== 'polling' || !member.isIn) throw new DomainError('circle-not-open');
      member.poll(tx.now);
      await keepVotes(tx, member, dateIds);
      if (isPollComplete(members)) circle.wakeBy(nextRelease(tx.now, circle.timeZone));
    });
  }

  /** @throws DomainError circle-not-open unless it is being asked and they are in it */
  sayUseful(key: CircleKey, useful: 'yes' | 'no'): Promise<void> {
    return this.atMyPlace(key, (tx, circle, member) => {
      const isAsked = circle.usefulEndsAt !== null && tx.now < circle.usefulEndsAt;
      if (circle.state !== 'meeting' || !isAsked || !member.isIn) throw new DomainError('circle-not-open');
      member.sayUseful(useful);
      return Promise.resolve();
    });
  }

  /** One tap; the others read the list without them and no reason. Too few for a circle are told at the next release. */
  leave(key: CircleKey): Promise<void> {
    return this.atMyPlace(key, (tx, circle, member, members) => {
      member.leave(tx.now);
      circle.answered(members, tx.now);
      const isPolled = circle.state === 'polling' && isPollComplete(members);
      if (isPolled || circle.isTooSmall(members)) circle.wakeBy(nextRelease(tx.now, circle.timeZone));
      return Promise.resolve();
    });
  }

  private atMyPlace(
    key: CircleKey,
    act: (tx: Tx, circle: Circle, member: CircleMember, members: CircleMember[]) => Promise<void>,
  ): Promise<void> {
    const { organizationId } = key;
    return this.db.write(scopeOf(key), async (tx) => {
      const { circleId } = found(await tx.one(CircleMember, placeOf(key)));
      // Two answers at once come one after the other, each seeing what the one before left: the fourth yes is one.
      const { circle, members } = await lockCircle(tx, organizationId, circleId);
      const member = found(members.find(({ id }) => id === key.memberId));
      await act(tx, circle, member, members);
      await tx.save(member);
      await tx.save(circle);
      if (circle.wakeAt === null) return;
      const job = { key: `circle:${circleId}`, runAt: circle.wakeAt };
      await later(tx, 'circles.step', { organizationId, circleId }, job);
    });
  }
}

const isPollComplete = (members: readonly CircleMember[]): boolean =>
  members.every(({ isIn, polledAt }) => !isIn || polledAt !== null);

const scopeOf = ({ organizationId, actor }: CircleKey) => inOrganization(organizationId, actor);
const placeOf = ({ memberId, organizationId, personId }: Omit<CircleKey, 'actor'>) => ({
  id: memberId,
  organizationId,
  personId,
});

async function readMine(reader: Reader, key: Omit<CircleKey, 'actor'>): Promise<MyCircle> {
  const member = found(await reader.one(CircleMember, placeOf(key)));
  const circle = found(await reader.one(Circle, { id: member.circleId, organizationId: key.organizationId }));
  const [about] = await reader.query<Pick<MyCircle, 'organizationName' | 'accent' | 'eventTitle'>>(
    `select o.name as "organizationName", o.accent, e.title as "eventTitle"
     from events e join organizations o on o.id = e.organization_id where e.id = $1 and e.organization_id = $2`,
    [circle.eventId, circle.organizationId],
  );
  const isIn = member.isIn && (await isPresent(reader, circle, member));
  const stage = stageOf(circle, member, isIn, reader.now);
  return {
    ...found(about),
    name: circle.name,
    place: circle.place,
    timeZone: circle.timeZone,
    stage,
    contact: member.contact,
    askEndsAt: circle.askEndsAt,
    ...(stage === 'in' ? await asSeenFromWithin(reader, circle, member) : nothingOfOthers),
  };
}

function lineOf(memberId: string, my: MyCircle): MyCircleLine {
  const { name, organizationName, timeZone, stage, askEndsAt } = my;
  const asksDates = my.pollEndsAt !== null && !my.polled;
  const asksUseful = my.usefulEndsAt !== null && my.useful === null;
  const waitsFor = asksDates ? 'dates' : asksUseful ? 'useful' : null;
  const meetsAt = my.meeting?.startsAt ?? null;
  return { memberId, name, organizationName, timeZone, stage, askEndsAt, waitsFor, meetsAt };
}

/** By the person's own answer and the days of the question alone, until they are in it. */
function stageOf(circle: Circle, member: CircleMember, isIn: boolean, now: Date): MyCircle['stage'] {
  if (isIn) return circle.state === 'ended' ? 'over' : 'in';
  if (member.joinedAt !== null) return 'over';
  const isOpen = circle.askEndsAt !== null && now < circle.askEndsAt;
  if (!isOpen || member.leftAt !== null) return 'over';
  return member.consent === 'yes' || member.consent === 'no' ? member.consent : 'question';
}

const nothingOfOthers = {
  mates: [],
  dates: [],
  polled: false,
  pollEndsAt: null,
  meeting: null,
  usefulEndsAt: null,
  useful: null,
};

async function asSeenFromWithin(
  reader: Reader,
  circle: Circle,
  member: CircleMember,
): Promise<Pick<MyCircle, keyof typeof nothingOfOthers>> {
  const isPolling = circle.state === 'polling';
  const mine = await reader.query<{ id: string }>(
    'select date_id as id from circle_votes where member_id = $1',
    [member.id],
  );
  const all = isPolling ? await datesOf(reader, circle) : [];
  const dates = all.filter(({ startsAt }) => startsAt > reader.now);
  const meetings = (await meetingsOf(reader, circle)).filter(({ cancelledAt }) => cancelledAt === null);
  const isAsked = circle.usefulEndsAt !== null && reader.now < circle.usefulEndsAt;
  return {
    mates: await circlePeople(reader, circle),
    dates: dates.map(({ id, startsAt }) => ({ id, startsAt, isMine: mine.some((one) => one.id === id) })),
    polled: member.polledAt !== null,
    pollEndsAt: isPolling ? circle.pollEndsAt : null,
    meeting: meetings.findLast(({ endsAt }) => endsAt > reader.now) ?? null,
    usefulEndsAt: isAsked ? circle.usefulEndsAt : null,
    useful: member.useful,
  };
}
