import { Mixer, found } from '#libs/domain';
import { employed } from './critique-pairs.ts';
import type { Reader, Tx } from './tx.ts';

/**
 * The small tables of an event, locked: one act on them after the other.
 * @throws DomainError not-found, also where the mixer is an open room
 */
export async function lockTables(tx: Tx, organizationId: string, eventId: string): Promise<Mixer> {
  return found(await tx.locked(Mixer, { organizationId, eventId, format: 'tables' }));
}

/** Two people of an evening. */
export interface PairAtTables {
  a: string;
  b: string;
  /**
   * `apart`: not to share a table, whatever the reason: a block, told anywhere that they know each other, introduced, contacts
   * swapped, or kept apart by a host (docs/decisions/0028). `tellable`: those of them that a host of this organization made
   * or may read of.
   */
  why: 'apart' | 'tellable' | 'employer';
}

/** What stands between these people where they sit together; a pair is listed once with each of these words. */
export function pairsAtTables(
  reader: Reader,
  { organizationId, eventId, employersApart }: Pick<Mixer, 'organizationId' | 'eventId' | 'employersApart'>,
  people: readonly string[],
): Promise<PairAtTables[]> {
  return reader.query(
    `with readable as (select person_a, person_b from known_pairs
       where organization_id = $2 and source in ('told', 'kept-apart')
         and person_a = any ($1::uuid[]) and person_b = any ($1::uuid[]))
     select person_a as a, person_b as b, 'apart' as why
       from pairs_apart($1::uuid[], $3) where why in ('blocked', 'known', 'introduced')
     union
     select person_a, person_b, 'apart' from readable
     union
     select person_a, person_b, 'tellable' from readable
     union
     select one.person_id, other.person_id, 'employer' from ${employed('$4', '$2', '$1')} one
       join ${employed('$4', '$2', '$1')} other on other.employer = one.employer and other.person_id > one.person_id
       where $5
     order by 1, 2, 3`,
    [people, organizationId, reader.now, eventId, employersApart],
  );
}
