import { Database, record } from '#libs/database';
import { found, inOrganization, Member, notFound, system } from '#libs/domain';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';
import type { Viewer } from './access.ts';
import { type NewSession, Sessions } from './sessions.ts';

/** The one-click sign-in as the demo's organizer. Elsewhere than in a demonstration it does not exist. */
@Injectable()
export class DemoSignIn {
  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    private readonly settings: Settings,
  ) {}

  get offered(): boolean {
    return this.settings.config.mode === 'demo';
  }

  /** @throws DomainError not-found outside demo mode, or when the demo data is missing */
  async asOwner(before: Viewer | undefined): Promise<NewSession> {
    if (!this.offered) throw notFound();
    const organizationId = await this.organizationId();
    const scope = inOrganization(organizationId, system);
    return this.db.write(scope, async (tx) => {
      const { personId } = found(await tx.one(Member, { organizationId, role: 'owner' }));
      await record(tx, { kind: 'person', id: personId }, 'person.signed-in', personId);
      return this.sessions.begin(tx, personId, before);
    });
  }

  private async organizationId(): Promise<string> {
    const [row] = await this.db.read({ kind: 'public' }, (reader) =>
      reader.query<{ id: string }>('select id from organizations where slug = $1', [
        words.demo.organizationSlug,
      ]),
    );
    return found(row).id;
  }
}
