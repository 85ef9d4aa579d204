import {
  type ErrorCode,
  Introduction,
  type Stage,
  type Standing,
  eventCap,
  standing,
  takesPlace,
  toProfile,
} from '#libs/domain';
import { words } from '#libs/words';
import { Id, Line, ListOf, WholeNumber } from '../problems/shapes.ts';
import type { CameRow } from './introductions.queries.ts';

const largestVersion = 2_147_483_647;
const reasonLength = 140;

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
}

export class Rewording extends Decision {
  @Line(reasonLength) reasonForA!: string;
  @Line(reasonLength) reasonForB!: string;
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
  /** Null for a pair drawn by chance, until it is approved. */
  band!: 'strong' | 'fair' | null;
  standing!: Standing;
  /** When the questions leave; null before approval and after. */
  leavesAt!: string | null;

  static of(introduction: Introduction, people: ReadonlyMap<string, Named>, now: Date): IntroductionView {
    const { id, version, source, attendeeA, attendeeB, lineForA, lineForB, askAt } = introduction;
    const word = standing(introduction, now);
    return {
      id,
      version,
      source,
      a: PersonView.of(people.get(attendeeA) ?? nobody(attendeeA)),
      b: PersonView.of(people.get(attendeeB) ?? nobody(attendeeB)),
      reasonForA: lineForA,
      reasonForB: lineForB,
      links: linksOf(introduction),
      band: bandShown(introduction, word),
      standing: word,
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
  return isHidden || band === 'wildcard' ? null : band;
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

  static of({ attendeeId, name, part, profile }: CameRow, used: number): BoardPerson {
    return { attendeeId, name, crafts: toProfile(profile).crafts, used, cap: eventCap(part, profile) };
  }
}

export class BoardEvent {
  title!: string;
  timeZone!: string;
}

export class BoardView {
  event!: BoardEvent;
  counts!: BoardCounts;
  introductions!: IntroductionView[];
  /** Who came, said yes and wants at least one. */
  people!: BoardPerson[];
  /** When suggestions were last made; null before. */
  suggestedAt!: string | null;

  static of(board: BoardRows): BoardView {
    const { event, came, introductions, named, suggestedAt, now } = board;
    const people = new Map(named.map((row) => [row.attendeeId, row]));
    const used = usedBy(introductions, now);
    return {
      event: { title: event.title, timeZone: event.timeZone },
      counts: BoardCounts.of(came),
      introductions: introductions.map((introduction) => IntroductionView.of(introduction, people, now)),
      people: came
        .filter(({ answer, part, profile }) => answer === 'given' && eventCap(part, profile) > 0)
        .map((row) => BoardPerson.of(row, used.get(row.attendeeId) ?? 0)),
      suggestedAt: suggestedAt?.toISOString() ?? null,
    };
  }
}

export interface BoardRows {
  event: { title: string; timeZone: string };
  came: readonly CameRow[];
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

/** A mail as its reader will see it, before anything is sent; its buttons lead nowhere yet. */
export class MailPreview {
  /** The reader's name. */
  to!: string;
  subject!: string;
  text!: string;

  static of({ to, subject, text }: MailPreview): MailPreview {
    return { to, subject, text };
  }
}

export class MailPreviews {
  mails!: MailPreview[];

  static of(mails: readonly MailPreview[]): MailPreviews {
    return { mails: mails.map((mail) => MailPreview.of(mail)) };
  }
}
