import { Database, type Reader } from '#libs/database';
import { Injectable } from '@nestjs/common';

/** What somebody put into their evenings, and whom they met there by their own count. */
export interface MyReturn {
  /** Evenings they came to. */
  evenings: number;
  /** Spent there by the programme, to the whole hour. */
  hours: number;
  /** What they told of the mornings after; 0 when they told nothing. */
  talkedTo: number;
  newPeople: number;
}

/** A person's own numbers, over all organizations; shown to nobody else. */
@Injectable()
export class MyReturnService {
  constructor(private readonly db: Database) {}

  async of(personId: string): Promise<MyReturn> {
    const { eventIds, ...told } = await this.db.read({ kind: 'person', personId }, (reader) =>
      readOwn(reader, personId),
    );
    return { ...told, ...(await this.db.read({ kind: 'public' }, (reader) => readHours(reader, eventIds))) };
  }
}

async function readOwn(
  reader: Reader,
  personId: string,
): Promise<Pick<MyReturn, 'talkedTo' | 'newPeople'> & { eventIds: string[] }> {
  const came = await reader.query<{ eventId: string }>(
    `select event_id as "eventId" from attendees
     where person_id = $1 and checked_in_at is not null and status not in ('cancelled', 'declined')`,
    [personId],
  );
  const [told] = await reader.query<{ talkedTo: number; newPeople: number }>(
    `select coalesce(sum(talked_to), 0)::int as "talkedTo", coalesce(sum(new_people), 0)::int as "newPeople"
     from morning_answers where person_id = $1`,
    [personId],
  );
  return {
    eventIds: came.map(({ eventId }) => eventId),
    talkedTo: told?.talkedTo ?? 0,
    newPeople: told?.newPeople ?? 0,
  };
}

async function readHours(
  reader: Reader,
  eventIds: readonly string[],
): Promise<Pick<MyReturn, 'evenings' | 'hours'>> {
  const [row] = await reader.query<Pick<MyReturn, 'evenings' | 'hours'>>(
    `select count(*)::int as evenings, coalesce(round(extract(epoch from sum(ends_at - starts_at)) / 3600), 0)::int as hours
     from published_events where id = any ($1::uuid[]) and state = 'published' and ends_at <= $2`,
    [eventIds, reader.now],
  );
  return row ?? { evenings: 0, hours: 0 };
}
