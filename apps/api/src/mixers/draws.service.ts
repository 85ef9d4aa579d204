import { isDeepStrictEqual } from 'node:util';
import { Database, type Reader, type Tx, lockTables, record } from '#libs/database';
import {
  DomainError,
  type Member,
  Mixer,
  fewestAtTables,
  found,
  mostAtTables,
  smallTablesFor,
  topicOfTable,
  topicsOf,
  wishesOf,
} from '#libs/domain';
import type { SeatedRound, TablesProblem } from '#libs/matching';
import { Injectable } from '@nestjs/common';
import { Budgets } from '../budgets.ts';
import type { DrawInput, MixerView } from './mixers.dto.ts';
import { type RoomRead, readGuests, readRoom } from './mixers.queries.ts';
import { type Place, emptyTables, keepSeats, refuseUnlessSeen, viewOf } from './mixers.service.ts';
import { SeatingThreads } from './seating-threads.ts';

/** How often a draw is made anew because people came or went meanwhile. */
const tries = 3;
/** Of one evening, whoever draws: a host who tries out settings is not stopped, a program that looks for who is never together is. */
const mostPerHour = 30;

/** What a seating is made from. */
interface Asked {
  read: RoomRead;
  rounds: number;
  seats: number;
  seed: number;
}

interface Drawn {
  asked: Asked;
  tables: number;
  rounds: readonly SeatedRound[];
}

/** Draws who sits at which table in every round. */
@Injectable()
export class DrawsService {
  constructor(
    private readonly db: Database,
    private readonly threads: SeatingThreads,
    private readonly budgets: Budgets,
  ) {}

  /**
   * Nobody meets twice where that can be; who know each other or work at the same place sit apart where that can be, and
   * tables are mixed in stage and share a topic. The search holds no transaction: what it is made from is looked at again by
   * the write that keeps it, which keeps nothing if it changed.
   * @throws DomainError not-found, mixer-running, mixer-over, mixer-too-few, mixer-too-many, too-many-requests, too-busy,
   *   unavailable; changed-meanwhile with the state of now
   */
  async draw(member: Member, eventId: string, wish: DrawInput): Promise<MixerView> {
    const before = await this.db.answeredBefore(member.scope);
    if (before !== undefined) return before.result as MixerView;
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const asked = await this.db.read(member.scope, async (reader) => {
        const mixer = found(
          await reader.one(Mixer, { organizationId: member.organizationId, eventId, format: 'tables' }),
        );
        await refuseUnlessSeen(reader, member, mixer, wish.version);
        mixer.refuseOnceRunning();
        return readAsked(reader, mixer, wish);
      });
      // Only now: an evening that is not theirs is nobody's to use up.
      if (attempt === 1) await this.spend(eventId);
      const problem = problemOf(asked);
      const { rounds } = await this.threads.seat(problem);
      const kept = await this.keepUnlessChanged(member, eventId, wish, {
        asked,
        tables: problem.tables,
        rounds,
      });
      if (kept !== null) return kept;
    }
    throw new DomainError('changed-meanwhile');
  }

  private async spend(eventId: string): Promise<void> {
    if (!(await this.budgets.spend({ key: `draws:${eventId}`, limit: mostPerHour })))
      throw new DomainError('too-many-requests');
  }

  /** @returns null when those who are to be seated are not the same any more; then nothing was kept */
  private async keepUnlessChanged(
    member: Member,
    eventId: string,
    wish: DrawInput,
    drawn: Drawn,
  ): Promise<MixerView | null> {
    try {
      return await this.db.write(member.scope, async (tx) => {
        const mixer = await lockTables(tx, member.organizationId, eventId);
        await refuseUnlessSeen(tx, member, mixer, wish.version);
        mixer.refuseOnceRunning();
        if (!isSame(await readAsked(tx, mixer, wish), drawn.asked)) throw new OthersByNow();
        await this.keep(tx, mixer, drawn);
        const codes = { people: drawn.asked.read.guests.length, tables: drawn.tables };
        await record(tx, member.actor, 'mixer.drawn', mixer.id, codes);
        return viewOf(tx, member, eventId);
      });
    } catch (error) {
      if (error instanceof OthersByNow) return null;
      throw error;
    }
  }

  private async keep(tx: Tx, mixer: Mixer, { asked: { read, seed }, tables, rounds }: Drawn): Promise<void> {
    await emptyTables(tx, mixer);
    const places = rounds.flatMap((round, at) =>
      round.flatMap((table, index) =>
        table.flatMap((number): Place[] => {
          const guest = read.guests[number];
          return guest === undefined ? [] : [{ ...idsOf(guest), round: at + 1, table: index + 1 }];
        }),
      ),
    );
    await keepSeats(tx, mixer, 'drawn', places);
    await keepTopics(tx, mixer, read, rounds);
    mixer.seat(tables, seed, tx.now);
    await tx.save(mixer);
  }
}

/** Takes back a write that came too late. */
class OthersByNow extends Error {}

const idsOf = ({ attendeeId, personId }: Pick<Place, 'attendeeId' | 'personId'>) => ({
  attendeeId,
  personId,
});

/** @throws DomainError mixer-too-few, mixer-too-many */
async function readAsked(reader: Reader, mixer: Mixer, { who, anew, seed }: DrawInput): Promise<Asked> {
  const going = await readGuests(reader, mixer);
  const guests = who === 'here' ? going.filter(({ here }) => here) : going;
  if (guests.length < fewestAtTables) throw new DomainError('mixer-too-few');
  if (guests.length > mostAtTables) throw new DomainError('mixer-too-many');
  const { rounds, seats } = mixer;
  return {
    ...{ rounds, seats, read: await readRoom(reader, mixer, guests) },
    seed: seed ?? (anew === true ? mixer.seed + 1 : mixer.seed),
  };
}

/** The vocabulary is left out: a word that is added meanwhile changes no more than a topic. */
function isSame(one: Asked, other: Asked): boolean {
  const told = ({ read: { guests, room }, rounds, seats, seed }: Asked) => {
    const ids = guests.map(({ attendeeId }) => attendeeId);
    return { ids, room, rounds, seats, seed };
  };
  return isDeepStrictEqual(told(one), told(other));
}

function problemOf({ read, rounds, seats, seed }: Asked): TablesProblem {
  const people = read.guests.length;
  const tables = smallTablesFor(people, seats);
  const wishes = wishesOf(read.room, read.words);
  return { people, tables, seats: Math.ceil(people / tables), rounds, seed, ...wishes };
}

async function keepTopics(
  tx: Tx,
  { id, organizationId }: Mixer,
  { room, words }: RoomRead,
  rounds: readonly SeatedRound[],
): Promise<void> {
  const topics = room.people.map((person) => topicsOf(person, words));
  const rows = rounds.flatMap((round, at) =>
    round.flatMap((table, index) => {
      const topic = topicOfTable(table, topics);
      return topic === null ? [] : [{ round: at + 1, table: index + 1, topic }];
    }),
  );
  await tx.query(
    `insert into mixer_topics (mixer_id, organization_id, round, seat_table, topic)
     select $2, $3, round, "table", topic from jsonb_to_recordset($1::jsonb) as row(round int, "table" int, topic text)`,
    [JSON.stringify(rows), id, organizationId],
  );
}
