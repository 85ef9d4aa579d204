import { IntroductionView, RefusedApproval } from './introductions.dto.ts';

/** Other suggestions that a decision brought or took: few, nothing that a host touched and nothing drawn by chance. */
export class DecisionChanges {
  added!: IntroductionView[];
  /** Ids. */
  gone!: string[];
}

/** The pair that was decided about, and what else changed on the board by it. */
export class DecisionView {
  introduction!: IntroductionView;
  changes!: DecisionChanges;
}

export class RefusedDrop extends RefusedApproval {
  /** The pair as it stands, where that is why. */
  current!: IntroductionView | null;
}

/** Those that could be dropped are, each of the others says why not, and the rest of the board was planned again once. */
export class DropsView {
  dropped!: IntroductionView[];
  refused!: RefusedDrop[];
  changes!: DecisionChanges;
}
