import { Database, type Tx, record } from '#libs/database';
import {
  type Actor,
  DomainError,
  Member,
  type Once,
  Organization,
  found,
  inOrganization,
  newId,
  refuseFaintAccent,
} from '#libs/domain';
import { spokenLanguage } from '#libs/words';
import { Injectable } from '@nestjs/common';
import type { Page } from '../paging.ts';
import { Settings } from '../settings.ts';
import { slugChoices, slugOf } from '../slugs.ts';
import type { OrganizationChange, OrganizationInput } from './organizations.dto.ts';
import { type ActivityRow, type OrganizationRow, readActivity } from './organizations.queries.ts';

@Injectable()
export class OrganizationsService {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  /** A new organization, whose founder is its first owner. */
  establish(founderId: string, input: OrganizationInput, once?: Once): Promise<OrganizationRow> {
    const id = newId();
    const founder: Actor = { kind: 'person', id: founderId };
    return this.db.write(inOrganization(id, founder, once), async (tx) => {
      await insertUnderFreeSlug(tx, id, input);
      await tx.query(
        `insert into members (id, organization_id, person_id, role, created_at) values ($1, $2, $3, 'owner', $4)`,
        [newId(), id, founderId, tx.now],
      );
      await record(tx, founder, 'organization.founded', id);
      return this.rowOf(found(await tx.one(Organization, { id })), 'owner');
    });
  }

  get(member: Member): Promise<OrganizationRow> {
    return this.db.read(member.scope, async (reader) =>
      this.rowOf(found(await reader.one(Organization, { id: member.organizationId })), member.role),
    );
  }

  change(member: Member, change: OrganizationChange): Promise<OrganizationRow> {
    return this.db.write(member.scope, async (tx) => {
      const organization = found(await tx.locked(Organization, { id: member.organizationId }));
      if (typeof change.accent === 'string') refuseFaintAccent(change.accent);
      Object.assign(organization, sentFields(change));
      await tx.save(organization);
      await record(tx, member.actor, 'organization.changed', organization.id);
      return this.rowOf(organization, member.role);
    });
  }

  activity(member: Member, after?: string): Promise<Page<ActivityRow>> {
    return this.db.read(member.scope, (reader) => readActivity(reader, member.organizationId, after));
  }

  private rowOf(organization: Organization, role: Member['role']): OrganizationRow {
    const { id, name, slug, timeZone, city, accent, language, replyTo, critiqueCredits } = organization;
    return {
      id,
      name,
      slug,
      timeZone,
      city,
      accent,
      language,
      replyTo,
      critiqueCredits,
      role,
      pageUrl: `${this.settings.config.publicUrl}/o/${slug}`,
    };
  }
}

/** The constraint decides who has an address; two who ask at once never both get it. */
async function insertUnderFreeSlug(tx: Tx, id: string, input: OrganizationInput): Promise<void> {
  for (const slug of slugChoices(slugOf(input.name, 80, 'organization'))) {
    const inserted = await tx.query(
      `insert into organizations (id, name, slug, time_zone, city, language, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (slug) do nothing returning id`,
      [id, input.name, slug, input.timeZone, input.city ?? '', spokenLanguage(), tx.now],
    );
    if (inserted.length > 0) return;
  }
  throw new DomainError('address-taken');
}

/** Names each field that may change, and leaves out those that were not sent. */
function sentFields(change: OrganizationChange): object {
  const { name, timeZone, city, accent, language, replyTo, critiqueCredits } = change;
  return Object.fromEntries(
    Object.entries({ name, timeZone, city, accent, language, replyTo, critiqueCredits }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}
