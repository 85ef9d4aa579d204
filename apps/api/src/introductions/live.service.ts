import {
  type BoardOf,
  Database,
  type PresentHost,
  type Reader,
  bePresent,
  presentHosts,
} from '#libs/database';
import { Event, Introduction, type Member, found } from '#libs/domain';
import { Injectable } from '@nestjs/common';

/** Two hosts at one board: who is here and what they look at. */
@Injectable()
export class LiveService {
  constructor(private readonly db: Database) {}

  /** @throws DomainError not-found */
  hosts({ organizationId, scope }: Member, eventId: string): Promise<PresentHost[]> {
    return this.db.read(scope, (reader) => hostsAt(reader, { organizationId, eventId }));
  }

  /** @throws DomainError not-found, also for an introduction of another event */
  async bePresent(member: Member, eventId: string, lookingAt: string | null): Promise<void> {
    const { organizationId, personId } = member;
    await this.db.write(member.scope, async (tx) => {
      found(await tx.one(Event, { id: eventId, organizationId }));
      if (lookingAt !== null) found(await tx.one(Introduction, { id: lookingAt, eventId, organizationId }));
      await bePresent(tx, { organizationId, eventId }, personId, lookingAt);
    });
  }
}

/** @throws DomainError not-found */
export async function hostsAt(reader: Reader, board: BoardOf): Promise<PresentHost[]> {
  found(await reader.one(Event, { id: board.eventId, organizationId: board.organizationId }));
  return presentHosts(reader, board);
}
