import { words } from '#libs/words';

export type Category =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'too-large'
  | 'too-many'
  | 'unavailable';

/** Every refusal the product knows: a stable code and the category that decides its HTTP status. */
export const errorCodes = {
  'not-well-formed': 'invalid',
  'wrong-shape': 'invalid',
  'sign-in-needed': 'unauthenticated',
  'sign-in-link-used': 'gone',
  'sign-in-link-elsewhere': 'forbidden',
  'sign-in-code-wrong': 'invalid',
  'not-allowed': 'forbidden',
  'form-expired': 'forbidden',
  'cross-site': 'forbidden',
  'not-found': 'not-found',
  'changed-meanwhile': 'conflict',
  'idempotency-key-malformed': 'invalid',
  'idempotency-key-reused': 'invalid',
  'request-running': 'conflict',
  'link-unusable': 'gone',
  'body-too-large': 'too-large',
  'too-many-requests': 'too-many',
  'address-taken': 'conflict',
  'already-a-member': 'conflict',
  'last-owner': 'conflict',
  'accent-too-faint': 'invalid',
  'role-not-limitable': 'invalid',
  'unknown-event': 'invalid',
  'unknown-time-zone': 'invalid',
  'end-before-start': 'invalid',
  'event-not-draft': 'conflict',
  'event-cancelled': 'conflict',
  'event-not-published': 'conflict',
  'event-over': 'conflict',
  'too-many-panels': 'conflict',
  'too-many-critique-sessions': 'conflict',
  'closes-before-opening': 'invalid',
  'registration-not-open': 'conflict',
  'registration-closed': 'conflict',
  'not-admitted': 'forbidden',
  'invitation-needed': 'forbidden',
  'audience-only': 'forbidden',
  'questions-unanswered': 'invalid',
  'waitlist-closed': 'conflict',
  'party-too-large': 'invalid',
  'party-does-not-fit': 'conflict',
  'answers-closed': 'conflict',
  'offer-over': 'gone',
  'rsvp-not-pending': 'conflict',
  'rsvp-not-waitlisted': 'conflict',
  'rsvp-not-seatable': 'conflict',
  'rsvp-not-live': 'conflict',
  'invitation-over': 'gone',
  'rsvp-not-confirmable': 'conflict',
  'address-unusable': 'invalid',
  'list-not-csv': 'invalid',
  'list-not-utf8': 'invalid',
  'list-empty': 'invalid',
  'list-too-large': 'too-large',
  'list-no-usable-column': 'invalid',
  'list-not-ready': 'conflict',
  'list-cut-off': 'invalid',
  'introduction-not-suggested': 'conflict',
  'introduction-not-approved': 'conflict',
  'introduction-already-asked': 'conflict',
  'introduction-same-person': 'invalid',
  'introduction-not-opted-in': 'conflict',
  'introduction-known-pair': 'conflict',
  'introduction-kept-apart': 'conflict',
  'introduction-event-cap': 'conflict',
  'introduction-pair-exists': 'conflict',
  'introductions-too-many-people': 'too-large',
  'introductions-search-failed': 'unavailable',
  'introductions-over': 'conflict',
  'synonym-taken': 'conflict',
  'too-many-synonyms': 'conflict',
  'ask-over': 'gone',
  'clock-only-forward': 'invalid',
  'too-busy': 'unavailable',
  unavailable: 'unavailable',
} as const satisfies Record<string, Category>;

export type ErrorCode = keyof typeof errorCodes;

/** Where in the body a value is wrong: a JSON pointer and a plain sentence. */
export interface ShapeError {
  pointer: string;
  detail: string;
}

/** A refusal: the only error a rule throws. The api turns it into problem+json, the worker does not retry it. */
export class DomainError extends Error {
  readonly category: Category;

  constructor(
    readonly code: ErrorCode,
    readonly shapes: readonly ShapeError[] = [],
  ) {
    super(words.problems[code]);
    this.name = 'DomainError';
    this.category = errorCodes[code];
  }
}

export const notFound = (): DomainError => new DomainError('not-found');

/** The row or a clear 404: another tenant's row and a missing one look the same. */
export function found<Row>(row: Row | null | undefined): Row {
  if (row === null || row === undefined) throw notFound();
  return row;
}
