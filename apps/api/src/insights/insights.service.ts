import { Database, record } from '#libs/database';
import type { Member } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { type InsightsFile, insightsFile, organizationFile } from './insights-file.ts';
import {
  type EveningInsights,
  type OrganizationInsights,
  readEvent,
  readOrganization,
} from './insights-reading.ts';

/** What came of evenings: counts and ratios as of the last midnight, small groups hidden (product.md, return on time). */
@Injectable()
export class InsightsService {
  constructor(private readonly db: Database) {}

  /** @throws DomainError not-found */
  ofEvent(member: Member, eventId: string): Promise<EveningInsights> {
    return this.db.read(member.scope, (reader) => readEvent(reader, member, eventId));
  }

  /** Of all evenings that the member may see. */
  ofOrganization(member: Member): Promise<OrganizationInsights> {
    return this.db.read(member.scope, (reader) => readOrganization(reader, member));
  }

  /** The same as a file; that somebody took it is written down (docs/decisions/0009). @throws DomainError not-found */
  eventFile(member: Member, eventId: string): Promise<InsightsFile> {
    return this.db.write(member.scope, async (tx) => {
      const insights = await readEvent(tx, member, eventId);
      await record(tx, member.actor, 'insights.exported', eventId);
      return insightsFile(insights);
    });
  }

  organizationFile(member: Member): Promise<InsightsFile> {
    return this.db.write(member.scope, async (tx) => {
      const insights = await readOrganization(tx, member);
      await record(tx, member.actor, 'insights.exported', member.organizationId);
      return organizationFile(insights);
    });
  }
}
