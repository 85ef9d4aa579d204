import { Database, type Reader, record, spend } from '#libs/database';
import {
  DomainError,
  Event,
  EventMessage,
  type KnownBefore,
  type Member,
  type SegmentStatus,
  found,
  newId,
} from '#libs/domain';
import { post } from '#libs/mail';
import { Injectable } from '@nestjs/common';
import { type Concerned, whoMayBeTold } from '../told-guests.ts';
import type { TellView } from './tell.dto.ts';

/** Within any hour, of one event: who changes it more often than that tells the last of it. */
const mostTells = 5;

/** What guests know, where it is not what is so. */
interface Untold {
  before: KnownBefore;
  /** Whom it concerns: a place that only people with a seat were told is news to nobody else. */
  status: SegmentStatus[];
}

/** Tells guests of a change of time or place. */
@Injectable()
export class TellService {
  constructor(private readonly db: Database) {}

  /** @throws DomainError not-found */
  look(member: Member, eventId: string): Promise<TellView> {
    return this.db.read(member.scope, async (reader) => {
      const event = found(await reader.one(Event, { id: eventId, organizationId: member.organizationId }));
      const untold = await untoldOf(reader, event);
      if (untold === null) return { revision: event.version, changed: [], count: 0, onlyListed: 0 };
      const concerned = await concernedBy(reader, event, untold);
      const count = concerned.filter(({ mayWrite }) => mayWrite).length;
      const onlyListed = concerned.length - count;
      return { revision: event.version, changed: untold.before.changed, count, onlyListed };
    });
  }

  /**
   * @returns to how many a mail is on its way
   * @throws DomainError changed-meanwhile when `revision` is not the one of now; nothing-to-tell, also when somebody else just did;
   *   too-many-requests
   */
  tell(member: Member, eventId: string, revision: number, note: string): Promise<number> {
    const { organizationId } = member;
    return this.db.write(member.scope, async (tx) => {
      const event = found(await tx.locked(Event, { id: eventId, organizationId }));
      if (event.version !== revision) throw new DomainError('changed-meanwhile');
      const untold = await untoldOf(tx, event);
      if (untold === null) throw new DomainError('nothing-to-tell');
      const concerned = await concernedBy(tx, event, untold);
      if (!(await spend(tx, `tells:${eventId}`, mostTells))) throw new DomainError('too-many-requests');
      const people = await whoMayBeTold(
        tx,
        organizationId,
        concerned.filter(({ mayWrite }) => mayWrite),
      );
      const ids = { id: newId(), organizationId, eventId };
      const change = { note, ...untold, recipients: people.length };
      await tx.insert(EventMessage, EventMessage.ofChange(ids, change, tx.now));
      await post(
        tx,
        people.map(({ personId }) => {
          return { organizationId, kind: 'event-changed', subjectId: ids.id, personId };
        }),
      );
      await tx.query('delete from untold_changes where event_id = $1', [eventId]);
      await record(tx, member.actor, 'event.told', eventId, { told: people.length, version: revision });
      return people.length;
    });
  }
}

/** Null when guests know everything, or there is nobody to tell any more. */
async function untoldOf(reader: Reader, event: Event): Promise<Untold | null> {
  if (event.state !== 'published' || reader.now >= event.endsAt) return null;
  const [known] = await reader.query<Whereabouts>(
    `select starts_at as "startsAt", ends_at as "endsAt", time_zone as "timeZone", place, city,
       private_place as "privatePlace" from untold_changes where event_id = $1 and organization_id = $2`,
    [event.id, event.organizationId],
  );
  if (known === undefined) return null;
  const isPublic = known.place !== event.place || known.city !== event.city;
  const moved = timesOf(known) !== timesOf(event);
  const changed: KnownBefore['changed'] = [];
  if (moved) changed.push('time');
  if (isPublic || known.privatePlace !== event.privatePlace) changed.push('place');
  if (changed.length === 0) return null;
  const { startsAt, endsAt, timeZone, place, city } = known;
  return {
    before: {
      ...{ timeZone, place, city, changed },
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    },
    status: moved || isPublic ? ['confirmed', 'offered', 'waitlisted', 'pending'] : ['confirmed'],
  };
}

type Whereabouts = Pick<Event, 'startsAt' | 'endsAt' | 'timeZone' | 'place' | 'city' | 'privatePlace'>;

const timesOf = ({ startsAt, endsAt, timeZone }: Whereabouts): string =>
  `${startsAt.toISOString()} ${endsAt.toISOString()} ${timeZone}`;

/**
 * Whoever speaks on a panel is told by the mail of their panel, at once. Whom a list alone named never asked for mail, and is told nothing. Who stopped
 * mail is in the number, because one beside the guest list would tell who.
 */
function concernedBy(
  reader: Reader,
  { id, organizationId }: Event,
  { status }: Untold,
): Promise<(Concerned & { mayWrite: boolean })[]> {
  return reader.query(
    `select a.person_id as "personId", a.own_word as asked, p.confirmed_at is not null as confirmed,
       a.may_write as "mayWrite"
     from attendees a join people p on p.id = a.person_id
     where a.event_id = $1 and a.organization_id = $2 and a.status = any ($3)
       and not exists (select from panel_people s where s.attendee_id = a.id and s.state = 'confirmed')
     order by a.person_id`,
    [id, organizationId, status],
  );
}
