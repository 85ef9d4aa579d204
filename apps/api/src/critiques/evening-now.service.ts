import { Database, declineHearing, lockSession, record, tellScreens } from '#libs/database';
import { Assignment, DomainError, actorOf, found, takesCritiques } from '#libs/domain';
import { postChanges } from '#libs/mail';
import { Injectable } from '@nestjs/common';
import type { CritiqueKey } from '../critique-sessions/critique-links.service.ts';
import { readSessionNow } from './evening-now.queries.ts';
import { type EveningOfCritique, readEvening } from './evening.queries.ts';
import { NowView } from './now.dto.ts';
import type { OwnWork } from './own-critique.ts';

/** One's own evening: what it holds, and what is to do at this moment. */
@Injectable()
export class EveningNowService {
  constructor(private readonly db: Database) {}

  look(key: CritiqueKey): Promise<EveningOfCritique> {
    return this.db.read(key.scope, (reader) => readEvening(reader, key));
  }

  /** @throws DomainError not-found, also for a session of another event */
  now(key: CritiqueKey, critiqueSessionId: string): Promise<NowView> {
    return this.db.read(key.scope, async (reader) =>
      NowView.of(await readSessionNow(reader, { ...key, id: critiqueSessionId }), key.personId),
    );
  }

  /**
   * Somebody without a work hears it in their place; where nobody can, it lacks a critic. Repeating it is harmless.
   * @throws DomainError not-found, assignment-begun, assignment-over
   */
  decline(key: CritiqueKey, { critiqueSessionId, assignmentId }: OwnWork): Promise<NowView> {
    const { organizationId, eventId, personId } = key;
    const ids = { organizationId, eventId, id: critiqueSessionId };
    return this.db.write(key.scope, async (tx) => {
      const session = await lockSession(tx, ids);
      const assignment = found(
        await tx.one(Assignment, { id: assignmentId, critiqueSessionId, organizationId, personId }),
      );
      if (assignment.state !== 'declined') {
        if (session.state === 'ended' || !takesCritiques(session, tx.now))
          throw new DomainError('assignment-over');
        const called = await declineHearing(tx, session, assignment);
        await record(tx, actorOf(tx.scope), 'assignment.declined', assignmentId);
        await tellScreens(tx, session);
        await postChanges(tx, session, new Set(called === null ? [] : [called]));
      }
      return NowView.of(await readSessionNow(tx, ids), personId);
    });
  }
}
