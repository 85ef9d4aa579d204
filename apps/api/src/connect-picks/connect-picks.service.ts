import {
  Database,
  type Picked,
  type Picker,
  type Reader,
  type Tx,
  holdSession,
  keepConsent,
  keepPicks,
  liveConsent,
  lockPeople,
  peopleOfRounds,
  readPicks,
  recordApart,
} from '#libs/database';
import { CritiqueSession, DomainError, Event, actorOf, found, picksAreOpen } from '#libs/domain';
import { later } from '#libs/jobs';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import { Budgets } from '../budgets.ts';
import type { CritiqueKey } from '../critique-sessions/critique-links.service.ts';
import type { PicksInput } from './connect-picks.dto.ts';
import type { OwnPicks } from './own-picks.ts';

/** Whoever tries out choices by their answers is stopped here; somebody who thinks again is not. */
const changesPerHour = 60;

/** How long after the last change it is settled: no answer waits for it. */
const settledAfterMs = 60_000;

/** "Whom would you like to keep talking to?" What anybody else chose changes nothing that is answered here. */
@Injectable()
export class ConnectPicksService {
  constructor(
    private readonly db: Database,
    private readonly budgets: Budgets,
  ) {}

  /** @throws DomainError not-found, also for a session of another event */
  look(key: CritiqueKey, critiqueSessionId: string): Promise<OwnPicks> {
    return this.db.read(key.scope, (reader) =>
      readOwn(reader, pickerOf(key, critiqueSessionId), key.eventId),
    );
  }

  /**
   * Puts a choice in place of the one before; the same again changes nothing. Whose choice is returned is looked at by a job a
   * minute later, so that this asks and waits for the same whoever chose whom.
   * @throws DomainError not-found, picks-closed, pick-unknown, too-many-requests
   */
  async save(key: CritiqueKey, critiqueSessionId: string, { picks, optIn }: PicksInput): Promise<OwnPicks> {
    const picker = pickerOf(key, critiqueSessionId);
    const { personId } = picker;
    if (!(await this.budgets.spend({ key: `picks:${personId}`, limit: changesPerHour })))
      throw new DomainError('too-many-requests');
    return this.db.write(key.scope, async (tx) => {
      const { organizationId, eventId } = key;
      const ids = { organizationId, eventId, id: critiqueSessionId };
      found(await tx.one(CritiqueSession, ids));
      await lockPeople(tx, [personId]);
      const session = await holdSession(tx, ids);
      if (!picksAreOpen(session, tx.now)) throw new DomainError('picks-closed');
      if (optIn === true) await optInOf(tx, picker);
      await keepPicks(tx, picker, eventId, await chosenOf(tx, picker, picks));
      await later(
        tx,
        'critique.settle-picks',
        { organizationId, critiqueSessionId, personId },
        {
          key: `settle-picks:${critiqueSessionId}:${personId}`,
          runAt: new Date(tx.now.getTime() + settledAfterMs),
        },
      );
      return readOwn(tx, picker, eventId);
    });
  }
}

const pickerOf = (key: CritiqueKey, critiqueSessionId: string): Picker => ({
  organizationId: key.organizationId,
  personId: key.personId,
  attendeeId: key.attendeeId,
  critiqueSessionId,
});

async function readOwn(reader: Reader, picker: Picker, eventId: string): Promise<OwnPicks> {
  const { organizationId, critiqueSessionId, personId } = picker;
  const session = found(
    await reader.one(CritiqueSession, { id: critiqueSessionId, organizationId, eventId }),
  );
  const { timeZone } = found(await reader.one(Event, { id: eventId, organizationId }));
  return {
    session,
    timeZone,
    optedIn: (await liveConsent(reader, organizationId, personId, 'introductions')) === 'given',
    people: await peopleOfRounds(reader, picker),
    picks: await readPicks(reader, picker),
    now: reader.now,
  };
}

async function chosenOf(reader: Reader, picker: Picker, attendeeIds: readonly string[]): Promise<Picked[]> {
  const people = await peopleOfRounds(reader, picker);
  return [...new Set(attendeeIds)].map((id) => {
    const mate = people.find(({ attendeeId }) => attendeeId === id);
    if (mate === undefined) throw new DomainError('pick-unknown');
    return mate;
  });
}

/** By the words of this page, which say what it is for. */
async function optInOf(tx: Tx, { organizationId, personId }: Picker): Promise<void> {
  if ((await liveConsent(tx, organizationId, personId, 'introductions')) === 'given') return;
  const answer = { purpose: 'introductions', answer: 'given', source: 'answer' } as const;
  await keepConsent(tx, { organizationId, personId, ...answer, wording: words.critiquePicks.wording });
  await recordApart(tx, actorOf(tx.scope), 'introductions.opted-in', personId);
}
