import { Database, type Keys, erasePerson } from '#libs/database';
import { DomainError, everyOrganization, normaliseEmail } from '#libs/domain';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../auth/access.ts';
import { Settings } from '../settings.ts';

/** A session in a browser that was left open is not enough to erase somebody. */
const freshMinutes = 10;

/** What stands between a person and leaving. */
export interface Leave {
  /** Whether they signed in within the last ten minutes. */
  isFresh: boolean;
  /** Organizations of which they are the only owner. */
  ownerless: { id: string; name: string }[];
}

@Injectable()
export class ErasureService {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /** Looks and changes nothing. */
  look({ personId, sessionId }: Viewer): Promise<Leave> {
    return this.db.read(everyOrganization, async (reader) => {
      const fresh = await reader.query(
        `select 1 from sessions where id = $1 and created_at > clock_timestamp() - make_interval(mins => $2)`,
        [sessionId, freshMinutes],
      );
      const ownerless = await reader.query<{ id: string; name: string }>(
        `select o.id, o.name from members m join organizations o on o.id = m.organization_id
         where m.person_id = $1 and m.role = 'owner' and not exists (select from members other
           where other.organization_id = m.organization_id and other.role = 'owner' and other.person_id <> $1)
         order by o.name, o.id`,
        [personId],
      );
      return { isFresh: fresh.length > 0, ownerless };
    });
  }

  /**
   * Erases the person for good. No mail says so: nothing is kept that one could be sent to.
   * @param typed their own address, so that no slip of a finger does it
   * @throws DomainError sign-in-too-old, wrong-shape at `/email`, last-owner-leaving
   */
  async erase(viewer: Viewer, typed: string): Promise<void> {
    if (!(await this.look(viewer)).isFresh) throw new DomainError('sign-in-too-old');
    if (normaliseEmail(typed) !== viewer.email) {
      throw new DomainError('wrong-shape', [{ pointer: '/email', detail: words.privacy.erase.wrongAddress }]);
    }
    await this.db.write(everyOrganization, (tx) => erasePerson(tx, this.keys, viewer.personId));
  }
}
