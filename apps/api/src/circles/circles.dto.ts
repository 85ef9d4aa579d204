import { type Circle, type CircleStanding, circleStanding, proposedDates } from '#libs/domain';
import { Id, Ids, Line, Lines, OptionalLine, WholeNumber } from '../problems/shapes.ts';

export class CircleInput {
  /** What it is about: its people read it in their question. */
  @Line(80) name!: string;
  /** Where they might meet; may be empty. */
  @OptionalLine(200) place?: string;
  /** 4 to 8 people who came and want introductions, in the order in which they matter most. */
  @Ids(8) attendeeIds!: string[];
  /** 3 to 5 local times of the event's zone, "2026-11-10T18:30", from 21 to 90 days ahead. */
  @Lines(5, 16) dates!: string[];
}

/** The newest version the host saw; an older one is a conflict. */
export class CircleDecision {
  @WholeNumber(1, 2_147_483_647) version!: number;
}

export interface CircleRow extends Pick<
  Circle,
  'id' | 'name' | 'place' | 'state' | 'openedAt' | 'appearsUntil' | 'wakeAt' | 'version'
> {
  /** Whom the host chose, as they were called that evening. */
  chosen: string[];
  /** Who is in it now. */
  members: number;
  meetsAt: Date | null;
}

/** What a host may know: whom they chose, and once it is open how many are in it; never who answered what. */
export class CircleView {
  id!: string;
  version!: number;
  name!: string;
  place!: string;
  standing!: CircleStanding;
  chosen!: string[];
  /** How many are in it; null before it is open. */
  members!: number | null;
  /** When the questions leave; null once they did. Until then it can be taken back. */
  leavesAt!: string | null;
  /** The next date; null while there is none. */
  meetsAt!: string | null;

  static of(row: CircleRow, now: Date): CircleView {
    const standing = circleStanding(row, now);
    const isOpen = row.openedAt !== null;
    return {
      id: row.id,
      version: row.version,
      name: row.name,
      place: row.place,
      standing,
      chosen: row.chosen,
      members: isOpen ? row.members : null,
      leavesAt: standing === 'planned' ? (row.wakeAt?.toISOString() ?? null) : null,
      meetsAt: standing === 'open' ? (row.meetsAt?.toISOString() ?? null) : null,
    };
  }
}

export class WishingPerson {
  @Id() attendeeId!: string;
  name!: string;
}

/** Two people who were introduced and who both would like a small group; told only once both said so. */
export class CircleWish {
  a!: WishingPerson;
  b!: WishingPerson;
}

export class CirclesView {
  circles!: CircleView[];
  wishes!: CircleWish[];
  timeZone!: string;
  /** Four evenings to begin with, as local times of the zone. */
  proposedDates!: string[];

  static of(rows: {
    circles: readonly CircleRow[];
    wishes: CircleWish[];
    timeZone: string;
    now: Date;
  }): CirclesView {
    return {
      circles: rows.circles.map((row) => CircleView.of(row, rows.now)),
      wishes: rows.wishes.map(({ a, b }) => ({
        a: { attendeeId: a.attendeeId, name: a.name },
        b: { attendeeId: b.attendeeId, name: b.name },
      })),
      timeZone: rows.timeZone,
      proposedDates: proposedDates(rows.timeZone, rows.now),
    };
  }
}
