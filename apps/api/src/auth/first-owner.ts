import { Database, mintGrant, newGrant, openGrant, personByEmail, record, redeemGrant } from '#libs/database';
import { DomainError, everyOrganization } from '#libs/domain';
import { words } from '#libs/words';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Settings } from '../settings.ts';
import type { Viewer } from './access.ts';
import { type NewSession, Sessions } from './sessions.ts';

const hours = 24;

/** Whether anybody is staff anywhere is a question over all organizations. */

/**
 * How the first person gets in before any mail works: a link, printed where only the sysadmin looks. It is of no use
 * once somebody is a member.
 */
@Injectable()
export class FirstOwner implements OnApplicationBootstrap {
  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.config.mode !== 'live') return;
    const link = await this.newLink();
    if (link !== null) process.stdout.write(words.auth.firstOwnerPrinted(link));
  }

  /** A fresh link, or null when somebody is a member already. */
  newLink(): Promise<string | null> {
    return this.db.write(everyOrganization, async (tx) => {
      if (await hasMembers(tx)) return null;
      const grantId = await newGrant(tx, { purpose: 'first-owner', minutes: hours * 60, personId: null });
      return `${this.settings.config.publicUrl}/sign-in/first-owner/${await mintGrant(tx, grantId)}`;
    });
  }

  /** Whether the link would still work; looking does not use it. */
  isUsable(token: string): Promise<boolean> {
    return this.db.read(everyOrganization, async (reader) => {
      return !(await hasMembers(reader)) && (await openGrant(reader, 'first-owner', token)) !== null;
    });
  }

  /** @throws DomainError sign-in-link-used, or address-unusable at `/email`, which leaves the link usable */
  use(token: string, email: string, before: Viewer | undefined): Promise<NewSession> {
    return this.db.write(everyOrganization, async (tx) => {
      const grant = await redeemGrant(tx, 'first-owner', token);
      if (grant === null || (await hasMembers(tx))) throw new DomainError('sign-in-link-used');
      const { id } = await personByEmail(tx, email);
      await record(tx, { kind: 'link', id: grant.id }, 'person.signed-in', id);
      return this.sessions.begin(tx, id, before);
    });
  }
}

async function hasMembers(reader: { query<Row>(sql: string): Promise<Row[]> }): Promise<boolean> {
  return (await reader.query('select 1 from members limit 1')).length > 0;
}
