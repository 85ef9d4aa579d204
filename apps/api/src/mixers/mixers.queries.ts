import { type Reader, pairsAtTables, synonymsOf } from '#libs/database';
import {
  type Mixer,
  Mixer as MixerRow,
  type PairOfRoom,
  type Profile,
  type RoomToSeat,
  type Vocabulary,
  found,
  toProfile,
  vocabularyOf,
} from '#libs/domain';

export interface GuestRow {
  attendeeId: string;
  personId: string;
  name: string;
  profile: Profile;
  /** Came, as the door says. */
  here: boolean;
  /** Lets others at the evening see their name. */
  visible: boolean;
}

export interface SeatRow {
  attendeeId: string;
  personId: string;
  name: string;
  round: number;
  table: number;
  source: 'drawn' | 'late' | 'host';
  left: boolean;
  visible: boolean;
  here: boolean;
}

export interface TopicRow {
  round: number;
  table: number;
  topic: string;
}

/** The tables of an evening as every screen takes them, its own part of them. */
export interface TablesNow {
  now: Date;
  mixer: Mixer;
  seats: SeatRow[];
  topics: TopicRow[];
}

export interface EventKey {
  organizationId: string;
  eventId: string;
}

const isVisible = `exists (select from consents c where c.organization_id = a.organization_id and c.person_id = a.person_id
  and c.purpose = 'name-visible' and c.answer = 'given' and c.withdrawn_at is null)`;

/** @throws DomainError not-found */
export async function readTables(reader: Reader, { organizationId, eventId }: EventKey): Promise<TablesNow> {
  const mixer = found(await reader.one(MixerRow, { organizationId, eventId }));
  const seats = await reader.query<SeatRow>(
    `select s.attendee_id as "attendeeId", s.person_id as "personId", a.name, s.round, s.seat_table as "table", s.source,
       s.left_at is not null or a.status <> 'confirmed' as left, ${isVisible} as visible, a.checked_in_at is not null as here
     from mixer_seats s join attendees a on a.id = s.attendee_id
     where s.mixer_id = $1 and s.organization_id = $2 order by s.round, s.seat_table, lower(a.name), a.id`,
    [mixer.id, organizationId],
  );
  const topics = await reader.query<TopicRow>(
    `select round, seat_table as "table", topic from mixer_topics where mixer_id = $1 and organization_id = $2
     order by 1, 2`,
    [mixer.id, organizationId],
  );
  return { now: reader.now, mixer, seats, topics };
}

/** Everybody who is going, in the order of names. */
export async function readGuests(reader: Reader, { organizationId, eventId }: EventKey): Promise<GuestRow[]> {
  const rows = await reader.query<GuestRow>(
    `select a.id as "attendeeId", a.person_id as "personId", a.name, a.profile, a.checked_in_at is not null as here,
       ${isVisible} as visible
     from attendees a where a.organization_id = $1 and a.event_id = $2 and a.status = 'confirmed'
     order by lower(a.name), a.id`,
    [organizationId, eventId],
  );
  return rows.map((row) => ({ ...row, profile: toProfile(row.profile) }));
}

/** A room of people by number, in the order of their attendee ids; and the words of the organization. */
export interface RoomRead {
  guests: GuestRow[];
  room: RoomToSeat;
  /** Pairs that a host of this organization may read of: kept apart by a host, or told here that they know each other. */
  tellable: PairOfRoom[];
  words: Vocabulary;
}

/** What stands between these people, and what they can talk about. */
export async function readRoom(reader: Reader, mixer: Mixer, guests: readonly GuestRow[]): Promise<RoomRead> {
  const sorted = guests.toSorted((a, b) => (a.attendeeId < b.attendeeId ? -1 : 1));
  const numbers = new Map(sorted.map(({ personId }, number) => [personId, number]));
  const pairs = await pairsAtTables(reader, mixer, [...numbers.keys()]);
  const between = (wanted: (typeof pairs)[number]['why']): PairOfRoom[] =>
    pairs
      .filter(({ why }) => why === wanted)
      .map(({ a, b }) => [numbers.get(a) ?? 0, numbers.get(b) ?? 0] as const);
  return {
    guests: sorted,
    room: {
      people: sorted.map(({ profile }) => profile),
      apart: between('apart'),
      colleagues: between('employer'),
    },
    tellable: between('tellable'),
    words: vocabularyOf(await synonymsOf(reader, mixer.organizationId)),
  };
}
