import type { Picked, RoundMate } from '#libs/database';
import type { CritiqueSession } from '#libs/domain';

/** One person's own choice, and whom they may choose. */
export interface OwnPicks {
  session: CritiqueSession;
  timeZone: string;
  optedIn: boolean;
  people: readonly RoundMate[];
  picks: readonly Picked[];
  now: Date;
}
