import { foldWord, readYesNo } from './guest-list-words.ts';

/** What a list can say about a person and an evening, the strongest first (product.md, RSVP rule 12). */
export const factsByStrength = [
  'came',
  'confirmed',
  'pending',
  'waitlisted',
  'declined',
  'cancelled',
] as const;
export type Fact = (typeof factsByStrength)[number];

/** Status words folded to letters, of Luma, Eventbrite and others. */
const statusWords: Record<Fact, readonly string[]> = {
  came: ['checkedin', 'attended', 'came', 'arrived', 'present', 'scanned', 'showedup'],
  // A no-show had a seat and did not come: confirmed without a check-in.
  confirmed: [
    ...[
      'approved',
      'attending',
      'confirmed',
      'going',
      'accepted',
      'registered',
      'rsvpd',
      'active',
      'paid',
      'valid',
      'complete',
    ],
    ...['completed', 'noshow', 'didnotattend', 'absent', 'notcheckedin'],
  ],
  pending: [
    'pendingapproval',
    'pending',
    'awaitingapproval',
    'approvalpending',
    'requested',
    'underreview',
    'applied',
  ],
  waitlisted: [
    'waitlist',
    'waitlisted',
    'waitinglist',
    'waiting',
    'onwaitlist',
    'onthewaitlist',
    'onthewaitinglist',
    // An offer is a place in the queue until it is taken; our own word.
    'offeredaseat',
  ],
  declined: ['declined', 'rejected', 'refused', 'denied', 'notapproved'],
  // The guest's own no. Eventbrite calls a cancelled or refunded order "Not Attending".
  cancelled: [
    ...[
      'notattending',
      'cancelled',
      'canceled',
      'notgoing',
      'refunded',
      'withdrawn',
      'deleted',
      'transferred',
      'regrets',
    ],
    ...['cantgo', 'cannotattend', 'unabletoattend'],
  ],
};

const noAnswerYet = [
  'invited',
  'maybe',
  'interested',
  'tentative',
  'undecided',
  'noresponse',
  'noreply',
  'notresponded',
  'unanswered',
  // Our own words: an address that was only typed says nothing about its person.
  ...['addressnotconfirmed', 'neverconfirmed'],
];

/**
 * The fact a status cell states: null for a blank one, `no-answer-yet` for an invitation nobody answered (that is no
 * attendance of any kind), `unknown` for words nobody taught us.
 */
export function readStatus(cell: string): Fact | null | 'no-answer-yet' | 'unknown' {
  const word = foldWord(cell);
  if (word === '') return null;
  for (const [fact, words] of Object.entries(statusWords) as [Fact, readonly string[]][]) {
    if (words.includes(word)) return fact;
  }
  if (noAnswerYet.includes(word)) return 'no-answer-yet';
  const answer = readYesNo(cell);
  if (answer === null) return 'unknown';
  return answer === 'yes' ? 'confirmed' : 'cancelled';
}
