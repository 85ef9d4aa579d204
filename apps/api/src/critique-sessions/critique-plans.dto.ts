import type { AssignmentReason, Medium } from '#libs/domain';
import { Id, Optional, WholeNumber } from '../problems/shapes.ts';
import { CritiqueSessionView } from './critique-sessions.dto.ts';
import type { WorkRow } from './critique-sessions.queries.ts';
import type { Short } from './draw-critics.ts';
import type { PlanState } from './plan-state.ts';
import type { Choices, Conflict } from './conflicts.ts';

export class PlanInput {
  /** Draws the lots: the same gives the same plan. The session's own when left out. */
  @Optional() @WholeNumber(0, 2_147_483_647) seed?: number;
}

/** Two hearings exchange their critics. */
export class SwapInput {
  @Id() a!: string;
  @Id() b!: string;
  /** The newest version of the session the host saw; an older one is a conflict. */
  @WholeNumber(1, 2_147_483_647) version!: number;
}

export class ReplaceInput {
  /** Somebody of the evening without a work of their own. */
  @Id() attendeeId!: string;
  @WholeNumber(1, 2_147_483_647) version!: number;
}

export class AssignInput extends ReplaceInput {
  @Id() submissionId!: string;
}

export class PlannedWorkView {
  id!: string;
  attendeeId!: string;
  author!: string;
  title!: string;
  question!: string;
  medium!: Medium;
  topics!: string[];
  state!: 'submitted' | 'accepted' | 'waitlisted' | 'heard';
  /** In the order of the plan, or as the plan would have it now; null: its author is not coming. */
  place!: number | null;
  coming!: boolean;
  table!: number | null;
  round!: number | null;
  /** Nobody has begun with it. */
  open!: boolean;

  static of(work: WorkRow, { slots, session }: PlanState): PlannedWorkView {
    const slot = slots.find(({ submissionId }) => submissionId === work.id);
    return {
      id: work.id,
      attendeeId: work.attendeeId,
      author: work.author,
      title: work.title,
      question: work.question,
      medium: work.medium,
      topics: work.topics,
      state: work.state as PlannedWorkView['state'],
      place: work.place,
      coming: work.coming,
      table: session.format === 'tables' ? (slot?.table ?? null) : null,
      round: slot?.round ?? null,
      open: slot === undefined ? work.state !== 'heard' : slot.state === 'planned',
    };
  }
}

/** Why a critic hears a work. */
export class HearingReason {
  code!: 'drawn' | 'topics' | 'chosen' | 'standby' | 'swapped';
  topics!: string[];

  static of(reason: AssignmentReason): HearingReason {
    return { code: reason.code, topics: reason.code === 'topics' ? reason.topics : [] };
  }
}

export class PlannedHearingView {
  id!: string;
  submissionId!: string;
  attendeeId!: string;
  critic!: string;
  state!: 'assigned' | 'declined' | 'done' | 'missed';
  source!: 'plan' | 'host' | 'standby';
  /** A host's own choice: it stays when the rest is planned again. */
  fixed!: boolean;
  why!: HearingReason[];
  /** It can still go to somebody else. */
  open!: boolean;
}

/** Somebody of the evening without a work in it. */
export class StandbyView {
  attendeeId!: string;
  name!: string;
  hears!: number;
}

export class PlanView {
  session!: CritiqueSessionView;
  /** In their order. */
  works!: PlannedWorkView[];
  hearings!: PlannedHearingView[];
  /** Who is called first comes first. */
  standby!: StandbyView[];
  /** The lots let some hear somebody again whom they heard last time, because there was no other way. */
  again!: boolean;
  /** Works of the plan for which the evening has no time any more, because it became shorter. */
  tooMany!: number;
  /** Works that wait although there would be time for them: they came after the plan, or somebody left it. */
  couldBeHeard!: number;

  static of(state: PlanState): PlanView {
    const works = state.list.map((work) => PlannedWorkView.of(work, state));
    const isOpen = new Map(works.map(({ id, open }) => [id, open]));
    return {
      session: CritiqueSessionView.of(state),
      works,
      hearings: state.hearings.map((one) => ({
        id: one.id,
        submissionId: one.submissionId,
        attendeeId: one.attendeeId,
        critic: one.name,
        state: one.state,
        source: one.source,
        fixed: one.fixed,
        why: one.why.map((reason) => HearingReason.of(reason)),
        open: one.state === 'assigned' && one.open && isOpen.get(one.submissionId) === true,
      })),
      standby: state.standby.map(({ attendeeId, name, hears }) => ({ attendeeId, name, hears })),
      again: state.again,
      tooMany: state.tooMany,
      couldBeHeard: state.couldBeHeard,
    };
  }
}

export class ShortWork {
  id!: string;
  title!: string;
  author!: string;
}

export class ShortCritic {
  attendeeId!: string;
  name!: string;
}

/** Why no plan can be: these works and these critics have not enough of each other. */
export class ShortageView {
  /** Who lacks: works without enough critics, or critics without enough works. */
  side!: 'works' | 'critics';
  works!: ShortWork[];
  critics!: ShortCritic[];
  needed!: number;
  available!: number;
  /** No way to seat them could be; false: none was found at several tables, and another count of tables may have one. */
  proved!: boolean;

  static of(
    short: Short,
    accepted: readonly { id: string; title: string }[],
    people: readonly { attendeeId: string }[],
    names: ReadonlyMap<string, string>,
  ): ShortageView {
    const nameOf = (at: number): string => names.get(people[at]?.attendeeId ?? '') ?? '';
    return {
      side: short.side,
      works: short.works.map((at) => ({
        id: accepted[at]?.id ?? '',
        title: accepted[at]?.title ?? '',
        author: nameOf(at),
      })),
      critics: short.critics.map((at) => ({ attendeeId: people[at]?.attendeeId ?? '', name: nameOf(at) })),
      needed: short.needed,
      available: short.available,
      proved: short.proved,
    };
  }
}

/** What would be lost if the plan was taken back. */
export class BegunView {
  /** How many critics have begun to write. */
  critics!: number;

  static of(critics: number): BegunView {
    return { critics };
  }
}

/** What stands against a change that was refused. */
export class ConflictsView {
  conflicts!: Conflict[];

  static of(conflicts: readonly Conflict[]): ConflictsView {
    return { conflicts: [...conflicts] };
  }
}

export class SwapChoice {
  /** The other hearing. */
  id!: string;
  /** What stands against it; none: it can be. */
  conflicts!: Conflict[];
}

export class StandbyChoice {
  attendeeId!: string;
  conflicts!: Conflict[];
}

/** What could be done about one hearing, and what stands against it. */
export class ChoicesView {
  swaps!: SwapChoice[];
  standby!: StandbyChoice[];

  static of({ swaps, standby }: Choices): ChoicesView {
    return {
      swaps: swaps.map(({ id, conflicts }) => ({ id, conflicts })),
      standby: standby.map(({ attendeeId, conflicts }) => ({ attendeeId, conflicts })),
    };
  }
}
