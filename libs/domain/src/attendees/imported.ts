import type { Profile } from '../introductions/profile.ts';
import type { AttendanceFacts } from './attendance-facts.ts';

/** What an import wrote into the row. A value that differs from it was entered here, before or since. */
export interface Written {
  name?: string;
  /** One of the statuses of an attendee. */
  status?: string;
  checkedInAt?: string | null;
  profile: Partial<Profile>;
  answers: Record<string, string>;
}

/** Kept with the attendee, so that the next list is merged with what all lists before it said. */
export interface Imported {
  /** Of lists only, never of Acquaint. */
  facts: AttendanceFacts;
  wrote: Written;
}
