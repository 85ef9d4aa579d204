import { type Profile, type Stage, type Step, mostTold, stages, steps, toProfile } from '#libs/domain';
import {
  FilledLines,
  Lines,
  OneOf,
  Optional,
  OptionalLine,
  OrNull,
  WholeNumber,
  YesNo,
} from '../problems/shapes.ts';

/** What people say of themselves for introductions, and whom they know. Nothing of it is needed. */
export class MyProfileInput {
  /** What I do. */
  @Optional() @Lines(3, 40) crafts?: string[];
  @OptionalLine(140) workingOn?: string;
  @Optional() @Lines(3, 40) lookingFor?: string[];
  @Optional() @Lines(3, 40) canHelpWith?: string[];
  @Optional() @OrNull() @OneOf(stages) stage?: Stage | null;
  @Optional() @OrNull() @OptionalLine(60) city?: string | null;
  /** An ask to somebody else may name me. */
  @Optional() @YesNo() namedInAsks?: boolean;
  /** How many introductions after one evening, at most. */
  @Optional() @WholeNumber(0, 3) maxIntroductions?: number;
  /** The smallest next step I like; of two people's, the smaller one is proposed. */
  @Optional() @OneOf(steps) preferredStep?: Step;
  /** Names or addresses of people I know already: we never introduce me to them. Nobody sees this, and the answer does not tell who was found. */
  @Optional() @FilledLines(mostTold.known, 200) known?: string[];
}

/** As kept, within its bounds, and only what was said: an organization's panelists stay without introductions unless they say a number. */
export function profileOf(input: MyProfileInput): Partial<Profile> {
  const profile = toProfile(input);
  return without(profile, (_, field) => input[field] === undefined);
}

export function without(
  profile: Partial<Profile>,
  goes: (value: unknown, field: keyof Profile) => boolean,
): Partial<Profile> {
  const kept = Object.entries(profile).filter(([field, value]) => !goes(value, field as keyof Profile));
  return Object.fromEntries(kept);
}

/** What somebody said of themself; empty where they said nothing. */
export class MyProfileView {
  crafts!: string[];
  workingOn!: string;
  lookingFor!: string[];
  canHelpWith!: string[];
  stage!: Stage | null;
  city!: string | null;
  namedInAsks!: boolean;
  /** Null where they said no number: two, and none for panelists. */
  maxIntroductions!: number | null;
  preferredStep!: Step;

  static of(stored: Partial<Profile>): MyProfileView {
    const { maxIntroductions, ...said } = toProfile(stored);
    return { ...said, maxIntroductions: stored.maxIntroductions === undefined ? null : maxIntroductions };
  }
}
