import { Database, type Tx, callOff, lockSession, record, returnSpent, tellScreens } from '#libs/database';
import {
  CritiqueSession,
  type CritiqueSettings,
  DomainError,
  Event,
  type Member,
  Submission,
  found,
  newId,
} from '#libs/domain';
import { Injectable } from '@nestjs/common';
import {
  type CritiqueSessionInput,
  CritiqueSessionView,
  CritiqueSessionsView,
  type CritiqueSettingsChange,
  type CritiqueSettingsInput,
} from './critique-sessions.dto.ts';
import { eveningOf, nowThere, readSession, readSessions } from './critique-sessions.queries.ts';

const mostSessions = 5;

/** The critique sessions of an event and how each is set up. */
@Injectable()
export class CritiqueSessionsService {
  constructor(private readonly db: Database) {}

  list({ scope, organizationId }: Member, eventId: string): Promise<CritiqueSessionsView> {
    return this.db.read(scope, async (reader) => {
      const { sessions, evening } = await readSessions(reader, organizationId, eventId);
      return CritiqueSessionsView.of(sessions, evening, nowThere(reader, evening));
    });
  }

  /**
   * As its template has it, apart from what is given.
   * @throws DomainError too-many-critique-sessions, critique-template, critique-phases, critique-tables, not-found
   */
  add(member: Member, eventId: string, input: CritiqueSessionInput): Promise<CritiqueSessionView> {
    const { organizationId } = member;
    const { format, template = format === 'written' ? 'written' : 'songwriting', ...given } = input;
    return this.db.write(member.scope, async (tx) => {
      const event = await revisedEvent(tx, member, eventId);
      const sessions = await tx.find(CritiqueSession, { where: { eventId, organizationId } });
      if (sessions.length >= mostSessions) throw new DomainError('too-many-critique-sessions');
      const ids = { id: newId(), organizationId, eventId };
      const session = CritiqueSession.of(ids, { format, template }, settingsOf(given), event, tx.now);
      await tx.insert(CritiqueSession, session);
      await record(tx, member.actor, 'critique-session.added', session.id);
      return CritiqueSessionView.of(await readSession(tx, ids));
    });
  }

  /**
   * @throws DomainError not-found, changed-meanwhile, critique-phases, critique-tables; critique-planned with pointers, where
   * the plan was made from what would change
   */
  change(
    member: Member,
    eventId: string,
    id: string,
    { settingsVersion, ...change }: CritiqueSettingsChange,
  ): Promise<CritiqueSessionView> {
    const { organizationId } = member;
    return this.db.write(member.scope, async (tx) => {
      const session = await lockSession(tx, { organizationId, eventId, id });
      session.change(settingsOf(change), settingsVersion, await eveningOf(tx, organizationId, eventId));
      await tx.save(session);
      await tellScreens(tx, session);
      await record(tx, member.actor, 'critique-session.changed', id);
      return CritiqueSessionView.of(await readSession(tx, { organizationId, eventId, id }));
    });
  }

  /** It is not held, and stays in the list as such. @throws DomainError not-found, critique-started */
  callOff(member: Member, eventId: string, id: string): Promise<CritiqueSessionView> {
    const key = { organizationId: member.organizationId, eventId, id };
    return this.db.write(member.scope, async (tx) => {
      const session = await lockSession(tx, key);
      if (session.calledOffAt === null) {
        await callOff(tx, session);
        await record(tx, member.actor, 'critique-session.called-off', id);
      }
      return CritiqueSessionView.of(await readSession(tx, key));
    });
  }

  /** @throws DomainError not-found, critique-session-in-use once somebody has brought a work */
  remove(member: Member, eventId: string, id: string): Promise<void> {
    const { organizationId } = member;
    return this.db.write(member.scope, async (tx) => {
      await revisedEvent(tx, member, eventId);
      await lockSession(tx, { organizationId, eventId, id });
      const { works } = await readSession(tx, { organizationId, eventId, id });
      if (works > 0) throw new DomainError('critique-session-in-use');
      // Those that were taken back after a plan hold credits still, and go with it.
      const taken = await tx.find(Submission, { where: { critiqueSessionId: id, organizationId } });
      await returnSpent(
        tx,
        organizationId,
        taken.map((work) => work.id),
      );
      await tx.query(
        'delete from critique_sessions where id = $1 and event_id = $2 and organization_id = $3',
        [id, eventId, organizationId],
      );
      await record(tx, member.actor, 'critique-session.removed', id);
    });
  }
}

/** What was sent and nothing else: what is left out stays. */
function settingsOf(
  input: CritiqueSettingsInput & Partial<Pick<CritiqueSettings, 'format'>>,
): Partial<CritiqueSettings> {
  const phases = input.phases?.map(({ key, label, seconds, speaks }) => ({ key, label, seconds, speaks }));
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(given) as Partial<CritiqueSettings>), ...(phases && { phases }) };
}

/** Formats are part of what guests see, so a change of one is a new version of the event. */
async function revisedEvent(tx: Tx, { organizationId }: Member, eventId: string): Promise<Event> {
  const event = found(await tx.locked(Event, { id: eventId, organizationId }));
  event.revise();
  await tx.save(event);
  return event;
}
