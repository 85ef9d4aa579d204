import { mostPicks, picksAreOpen, picksOpenUntil } from '#libs/domain';
import { Ids, Optional, YesNo } from '../problems/shapes.ts';
import type { OwnPicks } from './own-picks.ts';

export class PicksInput {
  /** Attendees of one's own rounds; whoever is left out is chosen no longer. */
  @Ids(mostPicks) picks!: string[];
  /** Says yes to introductions here, where that was not said yet; false changes nothing. */
  @Optional() @YesNo() optIn?: boolean;
}

/** A name and nothing else: what somebody says of themselves is for those to whom they showed it. */
export class RoundMateView {
  attendeeId!: string;
  name!: string;
}

/** Whom I would like to keep talking to. Nothing in it depends on what anybody else chose. */
export class PicksView {
  open!: boolean;
  /** Until when the choice may change; null before the letters are handed over. */
  until!: Date | null;
  timeZone!: string;
  /** Whether I said yes to introductions here; without it a choice leads to nothing. */
  optedIn!: boolean;
  /** The people of my rounds; empty before the choice opens. */
  people!: RoundMateView[];
  /** Attendees, in my order. */
  picks!: string[];

  static of({ session, timeZone, optedIn, people, picks, now }: OwnPicks): PicksView {
    const isListed = session.state === 'ended' || picksAreOpen(session, now);
    return {
      open: picksAreOpen(session, now),
      until: session.releasedAt === null ? null : picksOpenUntil(session.releasedAt),
      timeZone,
      optedIn,
      people: isListed ? people.map(({ attendeeId, name }) => ({ attendeeId, name })) : [],
      picks: picks.map(({ attendeeId }) => attendeeId),
    };
  }
}
