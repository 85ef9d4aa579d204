import { Database, type Reader } from '#libs/database';
import { inOrganization } from '#libs/domain';
import { Injectable } from '@nestjs/common';

/** Somebody the person was introduced to. */
export interface MyIntroduction {
  id: string;
  /** The other one, as they were called that evening. */
  name: string;
  eventTitle: string;
  timeZone: string;
  introducedAt: Date;
}

/** What a person sees of their own introductions: those that were made, and nothing of any that were not. */
@Injectable()
export class MyIntroductionsService {
  constructor(private readonly db: Database) {}

  /** Over all organizations, newest first. */
  async listOf(personId: string): Promise<MyIntroduction[]> {
    const organizations = await this.db.read({ kind: 'person', personId }, (reader) =>
      reader.query<{ id: string }>(
        `select distinct organization_id as id from introduction_sides where person_id = $1 and consent = 'yes'`,
        [personId],
      ),
    );
    const lists = await Promise.all(
      organizations.map(({ id }) =>
        this.db.read(inOrganization(id, { kind: 'person', id: personId }), (reader) =>
          readMade(reader, id, personId),
        ),
      ),
    );
    return lists.flat().sort((one, other) => other.introducedAt.getTime() - one.introducedAt.getTime());
  }
}

function readMade(reader: Reader, organizationId: string, personId: string): Promise<MyIntroduction[]> {
  return reader.query<MyIntroduction>(
    `select i.id, a.name, e.title as "eventTitle", e.time_zone as "timeZone", i.introduced_at as "introducedAt"
     from introductions i
     join attendees a on a.id = case when i.person_a = $1 then i.attendee_b else i.attendee_a end
     join events e on e.id = i.event_id
     where i.organization_id = $2 and $1 in (i.person_a, i.person_b)
       and i.state in ('introduced', 'talked', 'met', 'working together', 'lapsed') and i.introduced_at is not null
     order by i.introduced_at desc limit 200`,
    [personId, organizationId],
  );
}
