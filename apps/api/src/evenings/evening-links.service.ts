import { Database, type Keys, isSealOf, readHandleToken } from '#libs/database';
import { DomainError, type Scope, everyOrganization, inOrganization, system } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { Batcher } from '../batcher.ts';
import { Settings } from '../settings.ts';

/** Who is at an evening, from the link they came by; never from what was sent. */
export interface EveningKey {
  handleId: string;
  organizationId: string;
  eventId: string;
  attendeeId: string;
  personId: string;
  /** Their place on the panel of the link, or on the first of the evening; null: in the audience alone. */
  panelPersonId: string | null;
  scope: Scope;
}

/** A handle that may open an evening, and the seat of whose it is; null: they have none. */
interface OpenedRow {
  id: string;
  purpose: 'rsvp' | 'panelist';
  keyId: string;
  organizationId: string;
  personId: string;
  eventId: string | null;
  attendeeId: string | null;
  panelPersonId: string | null;
}

/**
 * Opens an evening to those who have a seat at it, by the link of their RSVP, and to those who are on its panels. A room of
 * 500 shows its links in the same second: whoever comes while others are looked for is looked for with the next.
 */
@Injectable()
export class EveningLinks {
  private readonly keys: Keys;
  private readonly looks: Batcher<string, OpenedRow | null>;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
    this.looks = new Batcher((ids) => this.look(ids), { most: 256, inFlight: 2, queue: 5_000 });
  }

  /**
   * Changes nothing, so a GET may call it.
   * @throws DomainError link-unusable, evening-seat-needed for whoever has no seat and is on no panel, too-busy
   */
  async keyOf(token: string): Promise<EveningKey> {
    const { id: handleId, seal } = readHandleToken(token);
    const opened = await this.looks.ask(handleId);
    if (opened === null || !isSealOf(this.keys, opened, seal)) throw new DomainError('link-unusable');
    const { organizationId, personId, eventId, attendeeId, panelPersonId } = opened;
    if (eventId === null || attendeeId === null) throw new DomainError('evening-seat-needed');
    const scope = inOrganization(organizationId, { kind: 'person', id: personId });
    return { handleId, organizationId, personId, scope, eventId, attendeeId, panelPersonId };
  }

  /** Which of these handles, opened before by `keyOf`, would still open their evenings; in one statement. */
  async stillOpen(organizationId: string, handleIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.read(inOrganization(organizationId, system), (reader) =>
      reader.query<{ id: string }>(
        `select h.id from handles h
         where h.organization_id = $1 and h.id = any ($2::uuid[]) and h.revoked_at is null
           and (h.expires_at is null or h.expires_at > $3) and (
             (h.purpose = 'rsvp' and exists (select from attendees a where a.id = h.subject_id
               and a.organization_id = h.organization_id and a.person_id = h.person_id and a.status = 'confirmed'))
             or (h.purpose = 'panelist' and exists (select from panel_people pp
               join attendees a on a.id = pp.attendee_id and a.organization_id = pp.organization_id
               where pp.id = h.subject_id and pp.organization_id = h.organization_id
                 and pp.person_id = h.person_id and pp.state = 'confirmed' and a.status = 'confirmed')))`,
        [organizationId, handleIds, reader.now],
      ),
    );
    return new Set(rows.map(({ id }) => id));
  }

  private async look(ids: string[]): Promise<(OpenedRow | null)[]> {
    const rows = await this.db.read(everyOrganization, (reader) =>
      reader.prepared<OpenedRow>('evening-links', opening, [[...new Set(ids)], reader.now]),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}

/** For all organizations at once, so each join says again that handle, seat and place on a panel are of one, and of one person. */
const opening = `
select h.id, h.purpose, h.key_id as "keyId", h.organization_id as "organizationId", h.person_id as "personId", place.*
from handles h left join lateral (
  select a.event_id as "eventId", a.id as "attendeeId",
    (select pp.id from panel_people pp join panels p on p.id = pp.panel_id where pp.attendee_id = a.id
      and pp.organization_id = a.organization_id and pp.person_id = a.person_id and pp.state = 'confirmed'
      order by p.position limit 1) as "panelPersonId"
  from attendees a where h.purpose = 'rsvp' and a.id = h.subject_id and a.organization_id = h.organization_id
    and a.person_id = h.person_id and a.status = 'confirmed'
  union all
  select pp.event_id, pp.attendee_id, pp.id
  from panel_people pp join attendees a on a.id = pp.attendee_id and a.organization_id = pp.organization_id
  where h.purpose = 'panelist' and pp.id = h.subject_id and pp.organization_id = h.organization_id
    and pp.person_id = h.person_id and pp.state = 'confirmed' and a.status = 'confirmed'
) place on true
where h.id = any ($1::uuid[]) and h.purpose in ('rsvp', 'panelist') and h.revoked_at is null
  and (h.expires_at is null or h.expires_at > $2)`;
