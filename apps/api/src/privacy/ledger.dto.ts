import type { ConsentPurpose } from '#libs/domain';
import type {
  ConsentLine,
  Ledger,
  SharedCircleLine,
  SharedCritiqueLine,
  SharedLine,
} from './ledger.queries.ts';

/** One answer to one question of one organization. */
export class ConsentView {
  id!: string;
  organizationName!: string;
  purpose!: ConsentPurpose;
  answer!: 'given' | 'refused';
  /** The version of the words that were shown. */
  wording!: string;
  /** A page of ours, an organizer's list, or the answer to a mail. */
  source!: 'page' | 'import' | 'answer';
  answeredAt!: string;
  /** Null while it counts. */
  withdrawnAt!: string | null;

  static of({ answeredAt, withdrawnAt, ...consent }: ConsentLine): ConsentView {
    const { id, organizationName, purpose, answer, wording, source } = consent;
    return {
      id,
      organizationName,
      purpose,
      answer,
      wording,
      source,
      answeredAt: answeredAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    };
  }
}

/** What somebody learned about this person when the two were introduced. */
export class SharedView {
  introductionId!: string;
  organizationName!: string;
  eventTitle!: string;
  sharedAt!: string;
  /** Null: somebody who has left. */
  withName!: string | null;
  /** This person's own name, as it was told. */
  name!: string;
  /** The sentence the other read about this person. */
  reason!: string;
  canHelpWith!: string[];
  contact!: string | null;
  /** Since when the other no longer sees the contact; null while they do. */
  takenBackAt!: string | null;

  static of({ sharedAt, takenBackAt, ...shared }: SharedLine): SharedView {
    const { introductionId, organizationName, eventTitle, withName, name, reason, canHelpWith, contact } =
      shared;
    return {
      introductionId,
      organizationName,
      eventTitle,
      sharedAt: sharedAt.toISOString(),
      withName,
      name,
      reason,
      canHelpWith,
      contact,
      takenBackAt: takenBackAt?.toISOString() ?? null,
    };
  }
}

/** What the people of a circle see of this person: the name, the crafts and this contact. */
export class SharedCircleView {
  circleName!: string;
  organizationName!: string;
  joinedAt!: string;
  leftAt!: string | null;
  contact!: string | null;

  static of({ circleName, organizationName, joinedAt, leftAt, contact }: SharedCircleLine): SharedCircleView {
    return {
      circleName,
      organizationName,
      joinedAt: joinedAt.toISOString(),
      leftAt: leftAt?.toISOString() ?? null,
      contact,
    };
  }
}

/** What others heard and read of this person at a critique session, from its release on. */
export class SharedCritiqueView {
  organizationName!: string;
  eventTitle!: string;
  releasedAt!: string;
  /** The title of the work that was heard; null: they brought none. */
  work!: string | null;
  /** How many critics heard it. */
  critics!: number;
  /** How many critiques of theirs an author reads. */
  wrote!: number;

  static of({ releasedAt, ...told }: SharedCritiqueLine): SharedCritiqueView {
    const { organizationName, eventTitle, work, critics, wrote } = told;
    return { organizationName, eventTitle, releasedAt: releasedAt.toISOString(), work, critics, wrote };
  }
}

export class LedgerView {
  /** Those that count first, the newest first. */
  consents!: ConsentView[];
  shared!: SharedView[];
  circles!: SharedCircleView[];
  critiques!: SharedCritiqueView[];

  static of({ consents, shared, circles, critiques }: Ledger): LedgerView {
    return {
      consents: consents.map((consent) => ConsentView.of(consent)),
      shared: shared.map((one) => SharedView.of(one)),
      circles: circles.map((circle) => SharedCircleView.of(circle)),
      critiques: critiques.map((critique) => SharedCritiqueView.of(critique)),
    };
  }
}
