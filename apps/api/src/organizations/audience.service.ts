import { Database, peopleByEmail, record } from '#libs/database';
import { type Member, found, readPasted } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { Page } from '../paging.ts';
import type { AudienceAddedView } from './audience.dto.ts';
import { type AudienceRow, countAudience, readAudience } from './audience.queries.ts';

const mostLinesBack = 100;

/** The people an organization counts as its own: events with registration `audience` are for them. */
@Injectable()
export class AudienceService {
  constructor(private readonly db: Database) {}

  list(
    { scope, organizationId }: Member,
    query: { search?: string | undefined; after?: string | undefined },
  ): Promise<Page<AudienceRow> & { count: number }> {
    return this.db.read(scope, async (reader) => ({
      ...(await readAudience(reader, organizationId, query)),
      count: await countAudience(reader, organizationId),
    }));
  }

  /** Nobody is mailed, and an address that was typed shows and changes nothing of a person (product.md, People). */
  add(
    { scope, organizationId, actor }: Member,
    pasted: string | readonly string[],
  ): Promise<AudienceAddedView> {
    const { emails, unusable } = readPasted(pasted);
    return this.db.write(scope, async (tx) => {
      const people = await peopleByEmail(tx, emails);
      const added = await tx.query(
        `insert into audience (organization_id, person_id, created_at) select $1, person_id, $3 from unnest($2::uuid[]) as p(person_id)
         order by person_id on conflict do nothing returning person_id`,
        [organizationId, [...people.values()], tx.now],
      );
      if (added.length > 0)
        await record(tx, actor, 'audience.added', organizationId, { added: added.length });
      return {
        added: added.length,
        known: people.size - added.length,
        unusable: unusable.length,
        unusableLines: unusable.slice(0, mostLinesBack),
      };
    });
  }

  /** Their RSVPs stay as they are. @throws DomainError not-found */
  remove({ scope, organizationId, actor }: Member, personId: string): Promise<void> {
    return this.db.write(scope, async (tx) => {
      const [removed] = await tx.query(
        'delete from audience where organization_id = $1 and person_id = $2 returning person_id',
        [organizationId, personId],
      );
      found(removed);
      await record(tx, actor, 'audience.removed', personId);
    });
  }
}
