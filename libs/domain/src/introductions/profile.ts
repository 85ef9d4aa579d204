import { foldTerm } from './terms.ts';

export const stages = ['starting out', 'working', 'established'] as const;
export type Stage = (typeof stages)[number];

/** Smallest first: of two sides' steps, the smaller one is proposed. */
export const steps = ['mail', 'call', 'hello', 'coffee'] as const;
export type Step = (typeof steps)[number];

/** What is proposed to two people who would each take a step of their own. */
export const smallerStep = (one: Step, other: Step): Step =>
  steps.find((step) => step === one || step === other) ?? 'mail';

/** What matching reads of an attendee: the copy kept with the RSVP, already trimmed and bounded by `toProfile`. */
export interface Profile {
  /** At most 3 of at most 40 characters, like the other two lists. */
  crafts: string[];
  /** At most 140 characters; empty if nothing was said. */
  workingOn: string;
  lookingFor: string[];
  canHelpWith: string[];
  stage: Stage | null;
  city: string | null;
  /** Whether an ask may name this person. */
  namedInAsks: boolean;
  /** 0 to 3. */
  maxIntroductions: number;
  preferredStep: Step;
}

/** A profile as stored or typed: any part may be missing, too long, doubled or unknown. */
export type ProfileInput = {
  readonly [Field in keyof Profile]?: Profile[Field] extends string[] ? readonly string[] : unknown;
};

const MOST_TAGS = 3;
/** Two tags of 40 characters still fit the 140 of a reason. */
const TAG_LENGTH = 40;
const WORK_LENGTH = 140;
const CITY_LENGTH = 60;
const DEFAULT_INTRODUCTIONS = 2;

/**
 * A profile within its bounds: white space and control characters become single spaces, long texts are cut, tags that
 * fold to the same term count once, unknown stages and steps fall back to none and mail. Never refuses. Idempotent.
 */
export function toProfile(input: ProfileInput): Profile {
  const most = Number(input.maxIntroductions ?? DEFAULT_INTRODUCTIONS);
  return {
    crafts: toTags(input.crafts),
    workingOn: toLine(input.workingOn, WORK_LENGTH),
    lookingFor: toTags(input.lookingFor),
    canHelpWith: toTags(input.canHelpWith),
    stage: stages.find((stage) => stage === toLine(input.stage, TAG_LENGTH).toLowerCase()) ?? null,
    city: toLine(input.city, CITY_LENGTH) || null,
    namedInAsks: input.namedInAsks === true,
    maxIntroductions: Number.isFinite(most)
      ? Math.min(3, Math.max(0, Math.floor(most)))
      : DEFAULT_INTRODUCTIONS,
    preferredStep: steps.find((step) => step === input.preferredStep) ?? 'mail',
  };
}

/** Whatever is stored: one row that is not a list must not end a search over everybody. */
function toTags(tags: unknown): string[] {
  const byTerm = new Map<string, string>();
  for (const tag of Array.isArray(tags) ? tags : []) {
    const line = toLine(tag, TAG_LENGTH);
    const term = foldTerm(line);
    if (term !== '' && !byTerm.has(term)) byTerm.set(term, line);
  }
  return [...byTerm.values()].slice(0, MOST_TAGS);
}

/** White space, controls, lone surrogates, and invisible marks that hide or turn text; not the joiners that scripts need. */
const unprintable = /[\s\p{Cc}\p{Cs}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu;

function toLine(text: unknown, length: number): string {
  if (typeof text !== 'string') return '';
  const line = text.replace(unprintable, ' ').trim();
  // Counted in UTF-16 units like the columns, but never cut inside a character.
  let cut = '';
  for (const character of line) {
    if (cut.length + character.length > length) break;
    cut += character;
  }
  return cut.trimEnd();
}
