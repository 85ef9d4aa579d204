import type { Outcome, Scan } from '../contract.ts';
import { type Person, cameAt } from './people.ts';

// What a scan means by what this phone knows: the list as it was last heard of, and what waits to be sent. The api has the
// last word when it hears of it.

export type Tone = 'green' | 'amber' | 'red';

export type Meaning =
  | 'in'
  | 'let-in'
  | 'walked-in'
  | 'already'
  /** Signed by us, but not on the list that this phone has: they may have asked a minute ago. */
  | 'unknown'
  | 'not-confirmed'
  | 'cancelled'
  | 'wrong-event'
  | 'forged'
  /** Any other code: a bus ticket, a bottle. */
  | 'no-ticket'
  | 'undone';

export interface Verdict {
  tone: Tone;
  meaning: Meaning;
  /** As far as anything is known. */
  name: string | null;
  person: Person | null;
  /** For `already`: since when, and which door. */
  since: string | null;
  by: string | null;
}

/** What stood in front of the camera. */
export type Read =
  | { kind: 'ticket'; attendeeId: string }
  | { kind: 'forged' }
  /** No ticket at all. */
  | { kind: 'other' };

const tones: Record<Meaning, Tone> = {
  in: 'green',
  'let-in': 'green',
  'walked-in': 'green',
  already: 'amber',
  unknown: 'amber',
  'not-confirmed': 'red',
  cancelled: 'red',
  'wrong-event': 'red',
  forged: 'red',
  'no-ticket': 'red',
  undone: 'amber',
};

export const verdictOf = (meaning: Meaning, about: Partial<Verdict> = {}): Verdict => ({
  name: about.person?.name ?? null,
  person: null,
  since: null,
  by: null,
  ...about,
  tone: tones[meaning],
  meaning,
});

/**
 * What to show for a code, before anything is written down.
 * @param waiting scans that were not sent yet: nobody passes twice because the list lacks them
 */
export function decide(
  read: Read,
  people: ReadonlyMap<string, Person>,
  waiting: readonly Scan[] = [],
): Verdict {
  if (read.kind === 'other') return verdictOf('no-ticket');
  if (read.kind === 'forged') return verdictOf('forged');
  const person = people.get(read.attendeeId);
  if (person !== undefined) return decideOn(person);
  const since = cameAt(waiting.filter(({ attendeeId }) => attendeeId === read.attendeeId));
  return since === null ? verdictOf('unknown') : verdictOf('already', { since });
}

/** The same for somebody found by name or by short code. */
export function decideOn(person: Person): Verdict {
  const { status, checkedInAt, by } = person;
  if (checkedInAt !== null) return verdictOf('already', { person, since: checkedInAt, by });
  if (status === 'cancelled' || status === 'declined') return verdictOf('cancelled', { person });
  return verdictOf(status === 'going' ? 'in' : 'not-confirmed', { person });
}

/**
 * How somebody comes in whom the list does not let in by itself: who waits gets a seat, who had called it off is let in
 * beyond it.
 */
export const lettingIn = ({ status }: Person): Pick<Scan, 'kind' | 'force'> =>
  status === 'cancelled' || status === 'declined'
    ? { kind: 'in', force: true }
    : { kind: 'let-in', force: false };

const meanings: Record<Outcome, Meaning> = {
  ok: 'in',
  already: 'already',
  'not-confirmed': 'not-confirmed',
  'wrong-event': 'wrong-event',
  cancelled: 'cancelled',
  forged: 'forged',
  undone: 'undone',
};

/** What the api said, in the words of this phone. */
export const meaningOf = (outcome: Outcome): Meaning => meanings[outcome];

/** Whether the api saw it otherwise than somebody was told at the door, so that somebody should look at it. */
export function differs(said: Meaning, outcome: Outcome): boolean {
  if (outcome === 'ok') return tones[said] === 'red';
  if (said === 'unknown') return true;
  return meaningOf(outcome) !== said;
}
