import type { words } from '#libs/words';
import type { MyRsvp } from '../attendees/my-rsvps.service.ts';
import type { FieldFault } from './layout.tsx';
import type { Frame } from './page-frame.ts';
import type { ProfileTexts } from './profile-fields.ts';
import type { TypedByQuestion } from './question-fields.tsx';

/** What can be saved on the page, with a sentence that says so. */
export type Saved = keyof typeof words.pages.mine.saved;

/** What was sent and could not be taken, for the form that comes back with it. */
export interface Refused {
  form: Saved | 'claim' | 'cancel';
  /** A refusal that belongs to no field. */
  sentence: string | undefined;
  faults: readonly FieldFault[];
  answers: TypedByQuestion;
  guests: readonly string[];
  profile: ProfileTexts;
}

export interface MyRsvpPageProps {
  frame: Frame;
  rsvp: MyRsvp;
  /** Where this page is: its forms post below it. */
  path: string;
  /** PUBLIC_URL, for what leaves the site. */
  site: string;
  /** What the QR code says; null for anybody without a seat. */
  ticket: string | null;
  /** What was saved just now. */
  saved?: Saved | undefined;
  refused?: Refused | undefined;
}
