import { type AttendeeStatus, type TypedRsvp, toProfile } from '#libs/domain';
import { words } from '#libs/words';
import {
  Answers,
  Email,
  FilledLines,
  Line,
  Lines,
  Optional,
  OptionalLine,
  YesNo,
} from '../problems/shapes.ts';

/** What somebody who RSVPs gives: two fields, and more for introductions if they like. */
export class RsvpInput {
  @Line(200) name!: string;
  @Email() email!: string;
  /** The answer to the question whether the host may suggest introductions; left out: not answered. */
  @Optional() @YesNo() introductions?: boolean;
  /** Others who came may see my name. */
  @Optional() @YesNo() nameVisible?: boolean;
  /** An ask to somebody else may name me. */
  @Optional() @YesNo() namedInAsks?: boolean;
  @Optional() @Lines(3, 40) crafts?: string[];
  @OptionalLine(140) workingOn?: string;
  @Optional() @Lines(3, 40) lookingFor?: string[];
  @Optional() @Lines(3, 40) canHelpWith?: string[];
  /** By the id of the question: a text, the chosen ones, or "yes" to an agreement. */
  @Optional() @Answers() answers?: Record<string, string | string[]>;
  /** The names of those who come along, as many as the event allows. */
  @Optional() @FilledLines(10, 200) guests?: string[];
}

/** What waits for the address to be proven; the answers join it at the desk, which knows the questions. Only what was filled in: a short form never blanks a longer one. */
export function typedOf(input: RsvpInput): TypedRsvp {
  const { name, introductions, nameVisible, namedInAsks, workingOn } = input;
  const { crafts = [], lookingFor = [], canHelpWith = [], guests = [] } = input;
  const profile = toProfile({ crafts, workingOn, lookingFor, canHelpWith });
  return {
    name,
    wording: words.pages.rsvp.wording,
    guests,
    profile: {
      ...(profile.crafts.length > 0 && { crafts: profile.crafts }),
      ...(profile.workingOn !== '' && { workingOn: profile.workingOn }),
      ...(profile.lookingFor.length > 0 && { lookingFor: profile.lookingFor }),
      ...(profile.canHelpWith.length > 0 && { canHelpWith: profile.canHelpWith }),
      ...(namedInAsks !== undefined && { namedInAsks }),
    },
    consents: {
      ...(introductions !== undefined && { introductions: introductions ? 'given' : 'refused' }),
      ...(nameVisible !== undefined && { 'name-visible': nameVisible ? 'given' : 'refused' }),
    },
  };
}

/** Of a signed-in person; without a session the answer is empty and always the same. */
export class RsvpView {
  /** Where the RSVP can be seen and cancelled; missing without a session. */
  manageUrl?: string;
  /** Missing without a session. */
  status?: AttendeeStatus;
}
