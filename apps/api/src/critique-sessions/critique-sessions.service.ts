import { Database, type Tx, record } from '#libs/database';
import { CritiqueSession, DomainError, Event, type Member, found, newId } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { CritiqueSessionInput } from './critique-sessions.dto.ts';

const mostSessions = 5;
const usualCritics = 3;

@Injectable()
export class CritiqueSessionsService {
  constructor(private readonly db: Database) {}

  list(member: Member, eventId: string): Promise<CritiqueSession[]> {
    const { organizationId } = member;
    return this.db.read(member.scope, async (reader) => {
      found(await reader.one(Event, { id: eventId, organizationId }));
      return reader.find(CritiqueSession, {
        where: { eventId, organizationId },
        order: { createdAt: 'ASC', id: 'ASC' },
      });
    });
  }

  add(member: Member, eventId: string, input: CritiqueSessionInput): Promise<CritiqueSession> {
    const { organizationId } = member;
    return this.db.write(member.scope, async (tx) => {
      await revisedEvent(tx, member, eventId);
      const sessions = await tx.find(CritiqueSession, { where: { eventId, organizationId } });
      if (sessions.length >= mostSessions) throw new DomainError('too-many-critique-sessions');
      const session = Object.assign(new CritiqueSession(), {
        id: newId(),
        organizationId,
        eventId,
        format: input.format,
        criticsPerWork: input.criticsPerWork ?? usualCritics,
        createdAt: tx.now,
      });
      await tx.insert(CritiqueSession, session);
      await record(tx, member.actor, 'critique-session.added', session.id);
      return session;
    });
  }

  remove(member: Member, eventId: string, critiqueSessionId: string): Promise<void> {
    return this.db.write(member.scope, async (tx) => {
      await revisedEvent(tx, member, eventId);
      const [removed] = await tx.query<{ id: string }>(
        'delete from critique_sessions where id = $1 and event_id = $2 and organization_id = $3 returning id',
        [critiqueSessionId, eventId, member.organizationId],
      );
      found(removed);
      await record(tx, member.actor, 'critique-session.removed', critiqueSessionId);
    });
  }
}

/** Formats are part of what guests see, so a change of one is a new version of the event. */
async function revisedEvent(tx: Tx, { organizationId }: Member, eventId: string): Promise<void> {
  const event = found(await tx.locked(Event, { id: eventId, organizationId }));
  event.revise();
  await tx.save(event);
}
