import type { Answer } from '../events/questions.ts';
import type { Profile } from '../introductions/profile.ts';
import type { ConsentPurpose } from './consent.ts';

/** What somebody typed into the RSVP form: nothing of it counts before the address is proven. */
export interface TypedRsvp {
  name: string;
  /** Only what was said, so that a short form never blanks a longer one. */
  profile: Partial<Profile>;
  /** Purposes that were asked in words, and the answer; a question left alone is not in here. */
  consents: Partial<Record<ConsentPurpose, 'given' | 'refused'>>;
  /** The version of the sentences that were shown, e.g. "2026-10". */
  wording: string;
  /** To the event's own questions; missing in what was typed before there were any. */
  answers?: Answer[];
  /** The names of those who come along. */
  guests?: string[];
  /** Names or addresses of people they know already: looked up silently, never shown to anybody else. */
  known?: string[];
}

/** The person and everybody they bring. */
export const partyOf = ({ guests = [] }: Pick<TypedRsvp, 'guests'>): number => 1 + guests.length;
