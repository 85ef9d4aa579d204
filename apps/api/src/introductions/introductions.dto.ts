import {
  type Caution,
  type ErrorCode,
  Introduction,
  type Stage,
  type Standing,
  cautionOf,
  eventCap,
  holdsPlace,
  standing,
  takesPlace,
  toProfile,
} from '#libs/domain';
import type { CameRow } from '#libs/suggestions';
import { words } from '#libs/words';
import { Id, Line, ListOf, Optional, Text, WholeNumber, YesNo } from '../problems/shapes.ts';

const largestVersion = 2_147_483_647;
const reasonLength = 140;
const noteLength = 500;

/** The newest version the host saw; an older one is a conflict. */
export class Decision {
  @WholeNumber(1, largestVersion) version!: number;
}

export class DecisionOn extends Decision {
  @Id() id!: string;
}

export class Approvals {
  @ListOf(() => DecisionOn, 200) ids!: DecisionOn[];
}

export class PairInput {
  @Id() attendeeA!: string;
  @Id() attendeeB!: string;
  /** Brings two together whom a host kept apart, at whichever evening; without it they are refused. */
  @Optional() @YesNo() again?: boolean;
}

export class Rewording extends Decision {
  @Line(reasonLength) reasonForA!: string;
  @Line(reasonLength) reasonForB!: string;
}

export class NoteInput extends Decision {
  /** Empty takes the note away. */
  @Text(noteLength) note!: string;
}

type Named = Pick<CameRow, 'attendeeId' | 'name' | 'profile'>;

export class PersonView {
  attendeeId!: string;
  name!: string;
  crafts!: string[];
  workingOn!: string;
  lookingFor!: string[];
  canHelpWith!: string[];
  stage!: Stage | null;
  city!: string | null;

  static of({ attendeeId, name, profile }: Named): PersonView {
    const { crafts, workingOn, lookingFor, canHelpWith, stage, city } = toProfile(profile);
    return { attendeeId, name, crafts, workingOn, lookingFor, canHelpWith, stage, city };
  }
}

/** What a host may know: `standing` and `version` never move by an answer. */
export class IntroductionView {
  id!: string;
  version!: number;
  source!: Introduction['source'];
  a!: PersonView;
  b!: PersonView;
  /** The sentence that a reads about b. */
  reasonForA!: string;
  reasonForB!: string;
  /** What the reasons speak of, as the two wrote it: needs, and what answers them. */
  links!: string[];
  /** Null for a pair drawn by chance, until it is approved, and for two who chose each other. */
  band!: 'strong' | 'fair' | null;
  standing!: Standing;
  /** Takes a place for good: a suggestion that no host touched makes way for a pair of a host's own. */
  holdsPlace!: boolean;
  /** Perhaps rivals: one trade in one city, by what both profiles show. */
  caution!: Caution | null;
  /** Of the hosts, to each other: neither of the two reads it. */
  note!: string | null;
  /** When the questions leave; null before approval and after. */
  leavesAt!: string | null;

  static of(introduction: Introduction, people: ReadonlyMap<string, Named>, now: Date): IntroductionView {
    const { id, version, source, attendeeA, attendeeB, lineForA, lineForB, askAt } = introduction;
    const word = standing(introduction, now);
    const [a, b] = [people.get(attendeeA) ?? nobody(attendeeA), people.get(attendeeB) ?? nobody(attendeeB)];
    return {
      id,
      version,
      source,
      a: PersonView.of(a),
      b: PersonView.of(b),
      reasonForA: lineForA,
      reasonForB: lineForB,
      links: linksOf(introduction),
      band: bandShown(introduction, word),
      standing: word,
      holdsPlace: holdsPlace(introduction, now),
      caution: cautionOf(toProfile(a.profile), toProfile(b.profile)),
      note: introduction.note,
      leavesAt: word === 'approved' ? (askAt?.toISOString() ?? null) : null,
    };
  }
}

function linksOf({ reasonA, reasonB }: Introduction): string[] {
  const spoken = [reasonA, reasonB].flatMap(({ values: { need, offer, theirNeed, yourOffer } }) => [
    need,
    offer,
    theirNeed,
    yourOffer,
  ]);
  return [...new Set(spoken.filter((words) => words !== undefined))];
}

const nobody = (attendeeId: string): Named => ({ attendeeId, name: '', profile: {} });

function bandShown({ source, band }: Introduction, word: Standing): 'strong' | 'fair' | null {
  const isHidden = source === 'wildcard' && (word === 'suggested' || word === 'dismissed');
  // Nobody weighed two who chose each other.
  return isHidden || band === 'wildcard' || source === 'critique' ? null : band;
}

export class BoardCounts {
  came!: number;
  optedIn!: number;
  /** Null, like `refused`, while one of the two groups has fewer than 5 people: then nobody's reason is given. */
  notAsked!: number | null;
  refused!: number | null;

  static of(came: readonly CameRow[]): BoardCounts {
    const count = (answer: CameRow['answer']) => came.filter((row) => row.answer === answer).length;
    const [notAsked, refused] = [count(null), count('refused')];
    const isTold = [notAsked, refused].every((group) => group === 0 || group >= smallestGroup);
    return {
      came: came.length,
      optedIn: count('given'),
      notAsked: isTold ? notAsked : null,
      refused: isTold ? refused : null,
    };
  }
}

/** introductions.md, Who knows what. */
export const smallestGroup = 5;

export class BoardPerson {
  attendeeId!: string;
  name!: string;
  crafts!: string[];
  /** Introductions from this event that show as standing, suggested ones included. */
  used!: number;
  /** How many they want. */
  cap!: number;
  /** Asked first and alone, and at most 6 times a quarter. For hosts only. */
  wellKnown!: boolean;
  /** Well-known at this event without a mark. */
  isPanelist!: boolean;

  static of(row: CameRow, used: number, wellKnown: ReadonlySet<string>): BoardPerson {
    const { attendeeId, name, part, profile } = row;
    return {
      attendeeId,
      name,
      crafts: toProfile(profile).crafts,
      used,
      cap: eventCap(part, profile),
      wellKnown: wellKnown.has(attendeeId),
      isPanelist: part === 'panelist',
    };
  }
}

export class BoardEvent {
  title!: string;
  timeZone!: string;
}

/** Two people on the board, by attendee ids. */
export class ApartView {
  a!: string;
  b!: string;
  /** `known` here, or `kept-apart` by a host. */
  why!: 'known' | 'kept-apart';
}

export class BoardView {
  event!: BoardEvent;
  counts!: BoardCounts;
  introductions!: IntroductionView[];
  /** Who came, said yes and wants at least one. */
  people!: BoardPerson[];
  /** Pairs of them that are refused for what this organization itself was told; of any other cause nothing shows. */
  apart!: ApartView[];
  /** When suggestions were last made; null before. */
  suggestedAt!: string | null;

  static of(board: BoardRows): BoardView {
    const { event, came, apart, wellKnown, introductions, named, suggestedAt, now } = board;
    const people = new Map(named.map((row) => [row.attendeeId, row]));
    const used = usedBy(introductions, now);
    return {
      event: { title: event.title, timeZone: event.timeZone },
      counts: BoardCounts.of(came),
      introductions: introductions.map((introduction) => IntroductionView.of(introduction, people, now)),
      people: came
        .filter(isOnBoard)
        .map((row) => BoardPerson.of(row, used.get(row.attendeeId) ?? 0, wellKnown)),
      apart: [...apart],
      suggestedAt: suggestedAt?.toISOString() ?? null,
    };
  }
}

/** Came, said yes and wants at least one. */
export const isOnBoard = ({ answer, part, profile }: CameRow): boolean =>
  answer === 'given' && eventCap(part, profile) > 0;

export interface BoardRows {
  event: { title: string; timeZone: string };
  came: readonly CameRow[];
  apart: readonly ApartView[];
  /** The attendees who are. */
  wellKnown: ReadonlySet<string>;
  introductions: readonly Introduction[];
  named: readonly Named[];
  suggestedAt: Date | null;
  now: Date;
}

function usedBy(introductions: readonly Introduction[], now: Date): Map<string, number> {
  const used = new Map<string, number>();
  for (const introduction of introductions) {
    if (!takesPlace(introduction, now)) continue;
    for (const id of [introduction.attendeeA, introduction.attendeeB]) used.set(id, (used.get(id) ?? 0) + 1);
  }
  return used;
}

export interface ApprovedRows {
  approved: string[];
  refused: { id: string; code: ErrorCode }[];
}

export class RefusedApproval {
  id!: string;
  code!: string;
  detail!: string;
}

/** Those that could be approved are; each of the others says why not. */
export class ApprovalsView {
  approved!: string[];
  refused!: RefusedApproval[];

  static of({ approved, refused }: ApprovedRows): ApprovalsView {
    return {
      approved,
      refused: refused.map(({ id, code }) => ({ id, code, detail: words.problems[code] })),
    };
  }
}
