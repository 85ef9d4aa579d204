import { Database, type Tx, lockTables, record } from '#libs/database';
import {
  Attendee,
  DomainError,
  type Member,
  type Mixer,
  found,
  fullTable,
  mostOfTable,
  wishesOf,
} from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { freeChairs } from './free-chairs.ts';
import type { MixerView, SeatMoveInput } from './mixers.dto.ts';
import { type SeatRow, readGuests, readRoom, readTables } from './mixers.queries.ts';
import { type Place, keepSeats, viewOf } from './mixers.service.ts';
import { roundsOf } from './told.ts';

/** What happens to one person's seats once the tables are drawn; everybody else stays where they are. */
@Injectable()
export class MixerSeatsService {
  constructor(private readonly db: Database) {}

  /**
   * Somebody who came late, or comes back, gets a table in the round that is on and those to come: their own where it still
   * has room. Another table is opened only where all are full. Repeating it is harmless.
   * @throws DomainError not-found, mixer-not-seated, mixer-over
   */
  seat(member: Member, eventId: string, attendeeId: string): Promise<MixerView> {
    return this.act(member, eventId, async (tx, mixer) => {
      const { seats } = await readTables(tx, mixer);
      const own = seats.filter((seat) => seat.attendeeId === attendeeId && seat.round >= mixer.firstOpen);
      const sitting = new Set(own.filter(({ left }) => !left).map(({ round }) => round));
      const missing = roundsFrom(mixer).filter((round) => !sitting.has(round));
      if (missing.length === 0) return false;
      const { personId } = found(
        await tx.one(Attendee, {
          id: attendeeId,
          eventId,
          organizationId: member.organizationId,
          status: 'confirmed',
        }),
      );
      const places = await placesFor(tx, mixer, seats, { attendeeId, personId }, missing);
      const changed = places.filter((place) => !sameTable(own, place));
      await comeBack(
        tx,
        mixer,
        places.filter((place) => sameTable(own, place)),
      );
      await keepSeats(tx, mixer, 'late', changed);
      mixer.reseat(Math.max(mixer.tables ?? 0, ...places.map(({ table }) => table)));
      await record(tx, member.actor, own.length > 0 ? 'mixer.returned' : 'mixer.seated', attendeeId);
      return true;
    });
  }

  /**
   * Somebody has left: their chair stays empty in the round that is on and those to come. Repeating it is harmless.
   * @throws DomainError not-found, mixer-not-seated, mixer-over
   */
  leave(member: Member, eventId: string, attendeeId: string): Promise<MixerView> {
    return this.act(member, eventId, async (tx, mixer) => {
      const { seats } = await readTables(tx, mixer);
      found(seats.find((seat) => seat.attendeeId === attendeeId));
      const left = await tx.query(
        `update mixer_seats set left_at = $4 where mixer_id = $1 and organization_id = $2 and attendee_id = $3
           and left_at is null and round >= $5 returning id`,
        [mixer.id, member.organizationId, attendeeId, tx.now, mixer.firstOpen],
      );
      if (left.length === 0) return false;
      mixer.reseat();
      await record(tx, member.actor, 'mixer.left', attendeeId);
      return true;
    });
  }

  /**
   * A host puts somebody at another table in one round; the table after the last is a new one.
   * @throws DomainError not-found, mixer-not-seated, mixer-over, mixer-round-over, mixer-table-unknown, mixer-table-full
   */
  move(member: Member, eventId: string, { attendeeId, round, table }: SeatMoveInput): Promise<MixerView> {
    return this.act(member, eventId, async (tx, mixer) => {
      if (round < mixer.firstOpen) throw new DomainError('mixer-round-over');
      const tables = mixer.tables ?? 0;
      if (table > tables + 1) throw new DomainError('mixer-table-unknown');
      const { seats } = await readTables(tx, mixer);
      const there = seats.filter((seat) => seat.round === round && !seat.left);
      const own = found(there.find((seat) => seat.attendeeId === attendeeId));
      if (own.table === table) return false;
      if (there.filter((seat) => seat.table === table).length >= mostOfTable)
        throw new DomainError('mixer-table-full');
      await keepSeats(tx, mixer, 'host', [{ attendeeId, personId: own.personId, round, table }]);
      mixer.reseat(Math.max(tables, table));
      await record(tx, member.actor, 'mixer.moved', attendeeId, { round, table });
      return true;
    });
  }

  /** @param work says whether anything changed */
  private act(
    member: Member,
    eventId: string,
    work: (tx: Tx, mixer: Mixer) => Promise<boolean>,
  ): Promise<MixerView> {
    return this.db.write(member.scope, async (tx) => {
      const mixer = await lockTables(tx, member.organizationId, eventId);
      mixer.refuseUnlessSeated();
      if (await work(tx, mixer)) await tx.save(mixer);
      return viewOf(tx, member, eventId);
    });
  }
}

const roundsFrom = (mixer: Mixer): number[] =>
  Array.from({ length: mixer.rounds }, (_, at) => at + 1).filter((round) => round >= mixer.firstOpen);

const sameTable = (own: readonly SeatRow[], { round, table }: Place): boolean =>
  own.some((seat) => seat.round === round && seat.table === table);

async function comeBack(tx: Tx, { id, organizationId }: Mixer, places: readonly Place[]): Promise<void> {
  await tx.query(
    `update mixer_seats s set left_at = null from jsonb_to_recordset($1::jsonb) as place("attendeeId" uuid, round int)
     where s.mixer_id = $2 and s.organization_id = $3 and s.attendee_id = place."attendeeId" and s.round = place.round`,
    [JSON.stringify(places), id, organizationId],
  );
}

/** A table in each of these rounds for somebody who has none, moving nobody. */
async function placesFor(
  tx: Tx,
  mixer: Mixer,
  seats: readonly SeatRow[],
  who: Pick<Place, 'attendeeId' | 'personId'>,
  rounds: readonly number[],
): Promise<Place[]> {
  const seated = new Set(seats.map(({ attendeeId }) => attendeeId).concat(who.attendeeId));
  const guests = (await readGuests(tx, mixer)).filter(({ attendeeId }) => seated.has(attendeeId));
  const { guests: numbered, room, words } = await readRoom(tx, mixer, guests);
  // Whoever sat somewhere in a round that is over was met, also if they have left since.
  const standing = roundsOf(
    { mixer, seats: [...seats] },
    numbered,
    (seat) => !seat.left || seat.round < mixer.round,
  );
  const own = seats.filter(({ attendeeId }) => attendeeId === who.attendeeId);
  const chairs = freeChairs(standing, rounds, {
    person: numbered.findIndex(({ attendeeId }) => attendeeId === who.attendeeId),
    full: fullTable(mixer.seats),
    wishes: wishesOf(room, words),
    before: new Map(own.map(({ round, table }) => [round, table])),
  });
  return chairs.map((chair) => ({ ...who, ...chair }));
}
