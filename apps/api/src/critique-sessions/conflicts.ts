import { type ForbiddenPair, type Keys, type Reader, forbiddenPairs } from '#libs/database';
import type { HearingRow, WorkRow } from './critique-sessions.queries.ts';
import { readsApartByLot } from './not-together.ts';
import type { PlanState } from './plan-state.ts';

/**
 * What stands against somebody hearing a work. `apart` reads "not together" and says nothing of who wanted it, nor whether
 * anybody did; `again` (they heard this author last time) is a warning and refuses nothing.
 */
export const conflictCodes = [
  'own-work',
  'co-author',
  'apart',
  'employer',
  'hears-it',
  'other-table',
  'again',
] as const;
export type Conflict = (typeof conflictCodes)[number];

export interface Choices {
  swaps: { id: string; conflicts: Conflict[] }[];
  standby: { attendeeId: string; conflicts: Conflict[] }[];
}

/** Looks at who may hear what in a plan that stands. */
export class Conflicts {
  private constructor(
    private readonly state: PlanState,
    private readonly pairs: readonly ForbiddenPair[],
    private readonly keys: Keys,
  ) {}

  static async read(reader: Reader, keys: Keys, state: PlanState): Promise<Conflicts> {
    const people = [...state.list, ...state.hearings, ...state.standby].map(({ personId }) => personId);
    return new Conflicts(state, await forbiddenPairs(reader, state.session, [...new Set(people)]), keys);
  }

  /** @param without hearings that will not stand any more */
  between(submissionId: string, personId: string, without: readonly string[]): Conflict[] {
    const work = this.state.list.find(({ id }) => id === submissionId);
    if (work === undefined) return [];
    const others = this.state.hearings.filter(({ id }) => !without.includes(id));
    const hears = others.some((one) => one.personId === personId && one.submissionId === submissionId);
    const isOwn = work.personId === personId;
    const found: Conflict[] = [
      ...(isOwn ? (['own-work'] as const) : []),
      ...(hears ? (['hears-it'] as const) : []),
      ...(this.sitsElsewhere(work, personId, others) ? (['other-table'] as const) : []),
      ...(isOwn ? [] : this.keeping(work.personId, personId)),
    ];
    return conflictCodes.filter((code) => found.includes(code));
  }

  /** Both ways of an exchange. */
  ofSwap(a: HearingRow, b: HearingRow): Conflict[] {
    if (a.submissionId === b.submissionId) return ['hears-it'];
    const without = [a.id, b.id];
    const found = [
      ...this.between(a.submissionId, b.personId, without),
      ...this.between(b.submissionId, a.personId, without),
    ];
    return conflictCodes.filter((code) => found.includes(code));
  }

  /** What could become of one hearing. */
  choicesFor(hearing: HearingRow, isOpen: (other: HearingRow) => boolean): Choices {
    return {
      swaps: this.state.hearings
        .filter((other) => other.submissionId !== hearing.submissionId && other.personId !== hearing.personId)
        .filter(isOpen)
        .map((other) => ({ id: other.id, conflicts: this.ofSwap(hearing, other) })),
      standby: this.state.standby.map(({ attendeeId, personId }) => ({
        attendeeId,
        conflicts: this.between(hearing.submissionId, personId, [hearing.id]),
      })),
    };
  }

  private keeping(author: string, critic: string): Conflict[] {
    const why = this.pairs
      .filter(({ authorId, criticId }) => authorId === author && criticId === critic)
      .map((pair) => pair.why);
    const { organizationId } = this.state.session;
    const isApart =
      why.includes('apart') ||
      why.includes('blocked') ||
      readsApartByLot(this.keys, organizationId, [author, critic]);
    return [
      ...(isApart ? (['apart'] as const) : []),
      ...why.filter((one) => one !== 'apart' && one !== 'blocked'),
    ];
  }

  /** An author hears at the table of their own work; anybody else can be at one table in one round. */
  private sitsElsewhere(work: WorkRow, personId: string, others: readonly HearingRow[]): boolean {
    const slotOf = (submissionId: string) =>
      this.state.slots.find((slot) => slot.submissionId === submissionId && slot.state !== 'skipped');
    const slot = slotOf(work.id);
    if (slot === undefined) return false;
    const own = this.state.list.find((one) => one.personId === personId);
    const ownSlot = own === undefined ? undefined : slotOf(own.id);
    if (ownSlot !== undefined) return ownSlot.table !== slot.table;
    return others
      .filter((one) => one.personId === personId && one.state === 'assigned')
      .map(({ submissionId }) => slotOf(submissionId))
      .some((other) => other?.round === slot.round && other.table !== slot.table);
  }
}

/** Whether these refuse; a warning alone does not. */
export const refuses = (conflicts: readonly Conflict[]): boolean =>
  conflicts.some((conflict) => conflict !== 'again');
