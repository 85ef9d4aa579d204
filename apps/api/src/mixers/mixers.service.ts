import { Database, type Reader, type Tx, lockTables, record } from '#libs/database';
import { DomainError, Event, type Member, type Mixer, type MixerSettings, found, newId } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { RefusedWith } from '../problems/refused-with.ts';
import { MixerView } from './mixers.dto.ts';
import { readGuests, readRoom, readTables } from './mixers.queries.ts';
import { toldOf } from './told.ts';

/** The small tables of an evening: what an organizer sets, and the rounds as they are held. */
@Injectable()
export class MixersService {
  constructor(private readonly db: Database) {}

  /** @throws DomainError not-found */
  look(member: Member, eventId: string): Promise<MixerView> {
    return this.db.read(member.scope, (reader) => viewOf(reader, member, eventId));
  }

  /** @throws DomainError not-found, mixer-seated, mixer-over; changed-meanwhile with the state of now */
  change(member: Member, eventId: string, settings: MixerSettings & Seen): Promise<MixerView> {
    return this.act(member, eventId, settings, async (tx, mixer) => {
      mixer.change(settings);
      await record(tx, member.actor, 'mixer.changed', mixer.id);
    });
  }

  /** @throws DomainError not-found, mixer-running, mixer-over; changed-meanwhile with the state of now */
  clear(member: Member, eventId: string, seen: Seen): Promise<MixerView> {
    return this.act(member, eventId, seen, async (tx, mixer) => {
      mixer.clear();
      await emptyTables(tx, mixer);
      await record(tx, member.actor, 'mixer.cleared', mixer.id);
    });
  }

  /**
   * The next round begins, or after the last the mixer ends. Of two who press at once one is refused, so that no round is
   * passed over.
   * @throws DomainError not-found, mixer-not-seated, mixer-over; changed-meanwhile with the state of now
   */
  next(member: Member, eventId: string, seen: Seen): Promise<MixerView> {
    return this.act(member, eventId, seen, async (tx, mixer) => {
      mixer.next(tx.now);
      const action = mixer.state === 'ended' ? 'mixer.ended' : 'mixer.round-started';
      await record(tx, member.actor, action, mixer.id, { round: mixer.round });
    });
  }

  /** @throws DomainError not-found, mixer-not-running; changed-meanwhile with the state of now */
  back(member: Member, eventId: string, seen: Seen): Promise<MixerView> {
    return this.act(member, eventId, seen, async (tx, mixer) => {
      mixer.back();
      await record(tx, member.actor, 'mixer.round-taken-back', mixer.id, { round: mixer.round });
    });
  }

  private act(
    member: Member,
    eventId: string,
    { version }: Seen,
    work: (tx: Tx, mixer: Mixer) => Promise<void>,
  ): Promise<MixerView> {
    return this.db.write(member.scope, async (tx) => {
      const mixer = await lockTables(tx, member.organizationId, eventId);
      await refuseUnlessSeen(tx, member, mixer, version);
      await work(tx, mixer);
      await tx.save(mixer);
      return viewOf(tx, member, eventId);
    });
  }
}

interface Seen {
  version: number;
}

/** Whoever saw another state is shown the one of now. */
export async function refuseUnlessSeen(
  reader: Reader,
  member: Member,
  mixer: Mixer,
  version: number,
): Promise<void> {
  try {
    mixer.refuseUnlessSeen(version);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new RefusedWith(error, await viewOf(reader, member, mixer.eventId));
  }
}

export async function viewOf(
  reader: Reader,
  { organizationId }: Pick<Member, 'organizationId'>,
  eventId: string,
): Promise<MixerView> {
  const key = { organizationId, eventId };
  found(await reader.one(Event, { id: eventId, organizationId }));
  const [tables, guests] = [await readTables(reader, key), await readGuests(reader, key)];
  if (tables.mixer.state === 'open') return MixerView.of(tables, guests, null);
  return MixerView.of(tables, guests, toldOf(tables, await readRoom(reader, tables.mixer, guests)));
}

export async function emptyTables(tx: Tx, { id, organizationId }: Mixer): Promise<void> {
  await tx.query('delete from mixer_seats where mixer_id = $1 and organization_id = $2', [
    id,
    organizationId,
  ]);
  await tx.query('delete from mixer_topics where mixer_id = $1 and organization_id = $2', [
    id,
    organizationId,
  ]);
}

/** Somebody's place in one round, from 1. */
export interface Place {
  attendeeId: string;
  personId: string;
  round: number;
  table: number;
}

export async function keepSeats(
  tx: Tx,
  { id, organizationId, eventId }: Mixer,
  source: 'drawn' | 'late' | 'host',
  places: readonly Place[],
): Promise<void> {
  const rows = places.map((place) => ({ id: newId(), ...place }));
  await tx.query(
    `insert into mixer_seats (id, organization_id, event_id, mixer_id, attendee_id, person_id, round, seat_table, source, created_at)
     select id, $2, $3, $4, "attendeeId", "personId", round, "table", $5, $6
     from jsonb_to_recordset($1::jsonb) as place(id uuid, "attendeeId" uuid, "personId" uuid, round int, "table" int)
     on conflict on constraint mixer_seats_once do update
       set seat_table = excluded.seat_table, source = excluded.source, left_at = null`,
    [JSON.stringify(rows), organizationId, eventId, id, source, tx.now],
  );
}
