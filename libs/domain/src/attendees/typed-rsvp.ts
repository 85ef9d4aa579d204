import type { ConsentPurpose } from './consent.ts';
import type { Profile } from '../introductions/profile.ts';

/** What somebody typed into the RSVP form: nothing of it counts before the address is proven. */
export interface TypedRsvp {
  name: string;
  /** Only what was filled in, so that a short form never blanks a longer one. */
  profile: Partial<Profile>;
  /** Purposes that were asked in words, and the answer; a question left alone is not in here. */
  consents: Partial<Record<ConsentPurpose, 'given' | 'refused'>>;
  /** The version of the sentences that were shown, e.g. "2026-10". */
  wording: string;
}
