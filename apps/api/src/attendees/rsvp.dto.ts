import type { AttendeeStatus, Consent, TypedRsvp } from '#libs/domain';
import { words } from '#libs/words';
import { Answers, Email, FilledLines, Line, Optional, YesNo } from '../problems/shapes.ts';
import { MyProfileInput, profileOf, without } from './profile.dto.ts';

/** What somebody who RSVPs gives: two fields, and more for introductions if they like. */
export class RsvpInput extends MyProfileInput {
  @Line(200) name!: string;
  @Email() email!: string;
  /** The answer to the question whether the host may suggest introductions; left out: not answered. */
  @Optional() @YesNo() introductions?: boolean;
  /** Others who came may see my name. */
  @Optional() @YesNo() nameVisible?: boolean;
  /** Others who came may see what I do. */
  @Optional() @YesNo() profileVisible?: boolean;
  /** By the id of the question: a text, the chosen ones, or "yes" to an agreement. */
  @Optional() @Answers() answers?: Record<string, string | string[]>;
  /** The names of those who come along, as many as the event allows. */
  @Optional() @FilledLines(10, 200) guests?: string[];
}

/**
 * What waits for the address to be proven; the answers join it at the desk, which knows the questions. From an address that
 * is not proven only what was filled in: a short form never blanks a longer one. A proven person blanks what they say is
 * blank.
 */
export function typedOf(input: RsvpInput, proven: boolean): TypedRsvp {
  const { name, guests = [], known = [] } = input;
  const profile = profileOf(input);
  return {
    name,
    wording: words.pages.rsvp.wording,
    guests,
    profile: proven ? profile : without(profile, isBlank),
    ...(known.length > 0 && { known }),
    consents: {
      ...answered('introductions', input.introductions),
      ...answered('name-visible', input.nameVisible),
      ...answered('profile-visible', input.profileVisible),
    },
  };
}

const isBlank = (value: unknown): boolean =>
  value === '' || value === null || (Array.isArray(value) && value.length === 0);

const answered = (purpose: Consent['purpose'], yes: boolean | undefined): TypedRsvp['consents'] =>
  yes === undefined ? {} : { [purpose]: yes ? 'given' : 'refused' };

/** Of a signed-in person; without a session the answer is empty and always the same. */
export class RsvpView {
  /** Where the RSVP can be seen and cancelled; missing without a session. */
  manageUrl?: string;
  /** Missing without a session. */
  status?: AttendeeStatus;
}
