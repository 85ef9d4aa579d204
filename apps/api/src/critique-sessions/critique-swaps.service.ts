import {
  Database,
  type Keys,
  type Reader,
  type Tx,
  giveHearing,
  lockSession,
  record,
  tellScreens,
} from '#libs/database';
import { Assignment, type CritiqueSession, DomainError, type Member, found, newId } from '#libs/domain';
import { postChanges } from '#libs/mail';
import { Injectable } from '@nestjs/common';
import { RefusedWith } from '../problems/refused-with.ts';
import { Settings } from '../settings.ts';
import { type Conflict, Conflicts, refuses } from './conflicts.ts';
import {
  type AssignInput,
  ChoicesView,
  ConflictsView,
  PlanView,
  type ReplaceInput,
  type SwapInput,
} from './critique-plans.dto.ts';
import type { HearingRow } from './critique-sessions.queries.ts';
import { type PlanState, readPlan } from './plan-state.ts';

interface Key {
  organizationId: string;
  eventId: string;
  id: string;
}

/** What a host changes about who hears whom, by hand: it stays when the rest is planned again. */
@Injectable()
export class CritiqueSwapsService {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /** With whom a hearing could change, and what stands against it. @throws DomainError not-found, critique-swap-late */
  choices(
    { scope, organizationId }: Member,
    eventId: string,
    id: string,
    hearingId: string,
  ): Promise<ChoicesView> {
    return this.db.read(scope, async (reader) => {
      const state = await readPlan(reader, { organizationId, eventId, id });
      const hearing = openHearing(state, hearingId);
      const conflicts = await Conflicts.read(reader, this.keys, state);
      return ChoicesView.of(conflicts.choicesFor(hearing, (other) => isOpen(state, other)));
    });
  }

  /**
   * Two hearings exchange their critics, so that every work keeps as many and everybody hears as many.
   * @throws DomainError not-found, changed-meanwhile, critique-swap-late; critique-swap-apart with what stands against it
   */
  swap(member: Member, eventId: string, id: string, { a, b, version }: SwapInput): Promise<PlanView> {
    return this.change(
      member,
      { organizationId: member.organizationId, eventId, id },
      version,
      async (tx, state) => {
        const [one, other] = [openHearing(state, a), openHearing(state, b)];
        refuseIf((await Conflicts.read(tx, this.keys, state)).ofSwap(one, other));
        await exchange(tx, state.session, one, other);
        return [one.personId, other.personId];
      },
    );
  }

  /**
   * Somebody without a work hears in the place of a critic.
   * @throws DomainError not-found, changed-meanwhile, critique-swap-late; critique-swap-apart with what stands against it
   */
  replace(
    member: Member,
    eventId: string,
    id: string,
    hearingId: string,
    { attendeeId, version }: ReplaceInput,
  ): Promise<PlanView> {
    return this.change(
      member,
      { organizationId: member.organizationId, eventId, id },
      version,
      async (tx, state) => {
        const hearing = openHearing(state, hearingId);
        const taker = found(state.standby.find((one) => one.attendeeId === attendeeId));
        const conflicts = await Conflicts.read(tx, this.keys, state);
        refuseIf(conflicts.between(hearing.submissionId, taker.personId, [hearing.id]));
        await giveHearing(tx, state.session, hearing.id, taker, 'chosen');
        return [hearing.personId, taker.personId];
      },
    );
  }

  /**
   * A work that lacks a critic gets one: somebody without a work.
   * @throws DomainError not-found, changed-meanwhile, critique-enough-critics, critique-swap-late; critique-swap-apart
   */
  assign(
    member: Member,
    eventId: string,
    id: string,
    { submissionId, attendeeId, version }: AssignInput,
  ): Promise<PlanView> {
    return this.change(
      member,
      { organizationId: member.organizationId, eventId, id },
      version,
      async (tx, state) => {
        const { session } = state;
        const work = found(state.list.find((one) => one.id === submissionId));
        const taker = found(state.standby.find((one) => one.attendeeId === attendeeId));
        if (work.state !== 'accepted' || hasBegunSlot(state, submissionId))
          throw new DomainError('critique-swap-late');
        const has = state.hearings.filter((one) => one.submissionId === submissionId && isLive(one)).length;
        if (has >= (session.criticsUsed ?? 0)) throw new DomainError('critique-enough-critics');
        refuseIf((await Conflicts.read(tx, this.keys, state)).between(submissionId, taker.personId, []));
        const { organizationId, eventId: event, id: critiqueSessionId } = session;
        const { personId } = taker;
        await tx.insert(
          Assignment,
          Object.assign(
            new Assignment(),
            { id: newId(), organizationId, eventId: event, critiqueSessionId },
            {
              submissionId,
              attendeeId,
              personId,
              state: 'assigned',
              source: 'host',
              fixed: true,
              why: [{ code: 'chosen' }],
              createdAt: tx.now,
            },
          ),
        );
        return [personId];
      },
    );
  }

  private change(
    member: Member,
    key: Key,
    version: number,
    act: (tx: Tx, state: PlanState) => Promise<string[]>,
  ): Promise<PlanView> {
    return this.db.write(member.scope, async (tx) => {
      const session = await lockSession(tx, key);
      if (session.state !== 'planned' && session.state !== 'running')
        throw new DomainError('critique-not-planned');
      if (session.version !== version) throw new DomainError('changed-meanwhile');
      const changed = await act(tx, { ...(await readPlan(tx, key)), session });
      await tellScreens(tx, session);
      await record(tx, member.actor, 'critique-session.critics-changed', session.id);
      await postChanges(tx, session, new Set(changed));
      return view(tx, key);
    });
  }
}

const view = async (reader: Reader, key: Key): Promise<PlanView> => PlanView.of(await readPlan(reader, key));

const isLive = ({ state }: HearingRow): boolean => state === 'assigned' || state === 'done';

const hasBegunSlot = ({ slots }: PlanState, submissionId: string): boolean =>
  slots.some((slot) => slot.submissionId === submissionId && slot.state !== 'planned');

const isOpen = (state: PlanState, hearing: HearingRow): boolean =>
  hearing.state === 'assigned' && hearing.open && !hasBegunSlot(state, hearing.submissionId);

function openHearing(state: PlanState, id: string): HearingRow {
  const hearing = found(state.hearings.find((one) => one.id === id));
  if (!isOpen(state, hearing)) throw new DomainError('critique-swap-late');
  return hearing;
}

function refuseIf(conflicts: readonly Conflict[]): void {
  if (!refuses(conflicts)) return;
  throw new RefusedWith(new DomainError('critique-swap-apart'), ConflictsView.of(conflicts));
}

/** Neither row meets the other's critic on the way: who hears both works was refused before. */
async function exchange(tx: Tx, session: CritiqueSession, a: HearingRow, b: HearingRow): Promise<void> {
  await giveHearing(tx, session, a.id, b, 'swapped');
  await giveHearing(tx, session, b.id, a, 'swapped');
}
