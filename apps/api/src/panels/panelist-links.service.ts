import { Database, type Keys, openHandle } from '#libs/database';
import { DomainError, PanelPerson, type Scope, inOrganization } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';

/** Somebody on a panel, from the link they came by; never from what was sent. */
export interface PanelistKey {
  handleId: string;
  organizationId: string;
  eventId: string;
  panelId: string;
  panelPersonId: string;
  personId: string;
  /** Null until they said yes. */
  attendeeId: string | null;
  part: PanelPerson['part'];
  state: PanelPerson['state'];
  scope: Scope;
}

/** Opens the pages of whoever was asked to a panel, until a week after the evening; they need no account. */
@Injectable()
export class PanelistLinks {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /**
   * Changes nothing, so a GET may call it. Somebody who declined may still change their mind.
   * @throws DomainError link-unusable; panelist-removed for somebody who was taken off the panel
   */
  async keyOf(token: string): Promise<PanelistKey> {
    const {
      id: handleId,
      organizationId,
      personId,
      subjectId: panelPersonId,
    } = await this.db.read({ kind: 'installation' }, (reader) =>
      openHandle(reader, this.keys, 'panelist', token),
    );
    const scope = inOrganization(organizationId, { kind: 'person', id: personId });
    const person = await this.db.read(scope, (reader) =>
      reader.one(PanelPerson, { id: panelPersonId, organizationId, personId }),
    );
    // A panel that was removed took their row along.
    if (person === null || person.state === 'removed') throw new DomainError('panelist-removed');
    const { eventId, panelId, attendeeId, part, state } = person;
    return {
      handleId,
      organizationId,
      eventId,
      panelId,
      panelPersonId,
      personId,
      attendeeId,
      part,
      state,
      scope,
    };
  }
}
