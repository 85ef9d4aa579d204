import { Database, type Mode, runsInstallation } from '#libs/database';
import type { Role } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';
import type { Viewer } from './access.ts';

export interface Membership {
  organizationId: string;
  name: string;
  slug: string;
  role: Role;
  timeZone: string;
  /** Events a host or door is limited to; null: all. */
  eventIds: string[] | null;
}

export interface Standing {
  mode: Mode;
  memberships: Membership[];
  /** Whether they see how the installation is. */
  runsInstallation: boolean;
  now: Date;
}

/** What the app has to know before it can show anything: who looks, where they are staff, and the time here. */
@Injectable()
export class ViewerService {
  private readonly mode: Mode;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.mode = settings.config.mode;
  }

  standingOf(viewer: Viewer | undefined): Promise<Standing> {
    const { mode } = this;
    if (viewer === undefined) {
      return this.db.read({ kind: 'public' }, ({ now }) =>
        Promise.resolve({ mode, now, memberships: [], runsInstallation: false }),
      );
    }
    return this.db.read({ kind: 'person', personId: viewer.personId }, async (reader) => ({
      mode,
      now: reader.now,
      memberships: await reader.query<Membership>(
        `select o.id as "organizationId", o.name, o.slug, m.role, o.time_zone as "timeZone", m.event_ids as "eventIds"
         from members m join organizations o on o.id = m.organization_id
         where m.person_id = $1 order by o.name, o.id limit 200`,
        [viewer.personId],
      ),
      runsInstallation: await runsInstallation(reader, viewer.personId),
    }));
  }
}
