import { Database, type Handle, type Keys, openHandle } from '#libs/database';
import { Attendee, DomainError, type Scope, found, inOrganization, system } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';

/** Who takes part in an evening, from the link they came by; never from what was sent. */
export interface CritiqueKey {
  handleId: string;
  organizationId: string;
  eventId: string;
  attendeeId: string;
  personId: string;
  scope: Scope;
}

/** Opens the evening of critique to those who have a seat at it: by the link of their RSVP or that of a mail. */
@Injectable()
export class CritiqueLinks {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /**
   * Changes nothing, so a GET may call it.
   * @throws DomainError link-unusable, critique-seat-needed for whoever has no seat
   */
  async keyOf(token: string): Promise<CritiqueKey> {
    const { id: handleId, organizationId, personId, subjectId: attendeeId } = await this.handleOf(token);
    const scope = inOrganization(organizationId, { kind: 'person', id: personId });
    const { eventId, status } = found(
      await this.db.read(scope, (reader) =>
        reader.one(Attendee, { id: attendeeId, organizationId, personId }),
      ),
    );
    if (status !== 'confirmed') throw new DomainError('critique-seat-needed');
    return { handleId, organizationId, eventId, attendeeId, personId, scope };
  }

  /** Which of these handles, opened before by `keyOf`, would still open their evenings; in one statement. */
  async stillOpen(organizationId: string, handleIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.read(inOrganization(organizationId, system), (reader) =>
      reader.query<{ id: string }>(
        `select h.id from handles h join attendees a on a.id = h.subject_id and a.person_id = h.person_id
           and a.organization_id = h.organization_id
         where h.organization_id = $1 and h.id = any ($2::uuid[]) and h.revoked_at is null
           and (h.expires_at is null or h.expires_at > $3) and a.status = 'confirmed'`,
        [organizationId, handleIds, reader.now],
      ),
    );
    return new Set(rows.map(({ id }) => id));
  }

  private handleOf(token: string): Promise<Handle> {
    return this.db.read({ kind: 'installation' }, async (reader) => {
      try {
        return await openHandle(reader, this.keys, 'critique', token);
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'link-unusable') throw error;
        return openHandle(reader, this.keys, 'rsvp', token);
      }
    });
  }
}
