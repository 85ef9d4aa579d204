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
  'sign-in-too-old': 'forbidden',
  'not-allowed': 'forbidden',
  'form-expired': 'forbidden',
  'cross-site': 'forbidden',
  'signature-wrong': 'unauthenticated',
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
  'last-owner-leaving': 'conflict',
  'accent-too-faint': 'invalid',
  'role-not-limitable': 'invalid',
  'unknown-event': 'invalid',
  'unknown-time-zone': 'invalid',
  'end-before-start': 'invalid',
  'event-not-draft': 'conflict',
  'event-cancelled': 'conflict',
  'event-not-published': 'conflict',
  'event-over': 'conflict',
  'event-in-series': 'conflict',
  'series-day-unknown': 'conflict',
  'too-many-panels': 'conflict',
  'panel-room-taken': 'conflict',
  'panel-person-busy': 'conflict',
  'panel-moderator-taken': 'conflict',
  'panel-time-too-far': 'invalid',
  'panelist-asked-today': 'conflict',
  'panelist-answered': 'conflict',
  'panelist-removed': 'gone',
  'too-many-people-on-panel': 'conflict',
  'evening-seat-needed': 'conflict',
  'questions-closed': 'conflict',
  'too-many-questions': 'conflict',
  'question-own': 'conflict',
  'question-not-open': 'conflict',
  'question-merge-circle': 'conflict',
  'question-for-unknown': 'invalid',
  'panel-not-live': 'conflict',
  'panel-timer-missing': 'conflict',
  'too-many-critique-sessions': 'conflict',
  'critique-seat-needed': 'conflict',
  'critique-deadline-passed': 'conflict',
  'critique-called-off': 'conflict',
  'critique-works-closed': 'conflict',
  'critique-work-unfinished': 'invalid',
  'critique-work-planned': 'conflict',
  'critique-work-heard': 'conflict',
  'critique-credits-short': 'conflict',
  'critique-phases': 'invalid',
  'critique-tables': 'invalid',
  'critique-template': 'invalid',
  'critique-planned': 'conflict',
  'critique-started': 'conflict',
  'critique-words-begun': 'conflict',
  'critique-too-short': 'conflict',
  'critique-too-few-works': 'conflict',
  'critique-shortage': 'conflict',
  'critique-swap-apart': 'conflict',
  'critique-swap-late': 'conflict',
  'critique-enough-critics': 'conflict',
  'critique-session-in-use': 'conflict',
  'critique-not-planned': 'conflict',
  'critique-too-early': 'conflict',
  'critique-too-late': 'conflict',
  'critique-not-running': 'conflict',
  'critique-table-busy': 'conflict',
  'critique-slot-started': 'conflict',
  'critique-slot-not-running': 'conflict',
  'critique-slot-not-paused': 'conflict',
  'critique-slot-over': 'conflict',
  'critique-extra-minute-used': 'conflict',
  'critique-author-not-missing': 'conflict',
  'critique-author-awaited': 'conflict',
  'critique-critic-not-expected': 'conflict',
  'critique-critic-not-missing': 'conflict',
  'critique-standby-began': 'conflict',
  'critique-closed': 'gone',
  'critique-file-gone': 'gone',
  'critique-letters-private': 'forbidden',
  'file-too-large': 'too-large',
  'files-quota-reached': 'conflict',
  'file-type-refused': 'invalid',
  'upload-busy': 'conflict',
  'upload-elsewhere': 'conflict',
  'upload-cut-off': 'conflict',
  'upload-malformed': 'invalid',
  'opinion-not-wanted': 'invalid',
  'assignment-begun': 'conflict',
  'picks-closed': 'conflict',
  'pick-unknown': 'invalid',
  'assignment-over': 'conflict',
  'mixer-seated': 'conflict',
  'mixer-has-tables': 'conflict',
  'mixer-not-seated': 'conflict',
  'mixer-running': 'conflict',
  'mixer-not-running': 'conflict',
  'mixer-over': 'conflict',
  'mixer-too-few': 'conflict',
  'mixer-too-many': 'too-large',
  'mixer-round-over': 'conflict',
  'mixer-table-unknown': 'invalid',
  'mixer-table-full': 'conflict',
  'contact-swaps-closed': 'conflict',
  'contact-swaps-came-only': 'forbidden',
  'contact-swap-unknown': 'invalid',
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
  'introduction-not-dropped': 'conflict',
  'introduction-already-asked': 'conflict',
  'introduction-same-person': 'invalid',
  'introduction-not-opted-in': 'conflict',
  'introduction-known-pair': 'conflict',
  'introduction-kept-apart': 'conflict',
  'introduction-event-cap': 'conflict',
  'introduction-quarter-cap': 'conflict',
  'introduction-not-asked': 'conflict',
  'introduction-pair-exists': 'conflict',
  'introductions-too-many-people': 'too-large',
  'introductions-search-failed': 'unavailable',
  'introductions-over': 'conflict',
  'circle-not-open': 'conflict',
  'circle-size': 'invalid',
  'circle-date': 'invalid',
  'circle-not-opted-in': 'conflict',
  'circle-kept-apart': 'conflict',
  'circle-asked-already': 'conflict',
  'synonym-taken': 'conflict',
  'too-many-synonyms': 'conflict',
  'ask-over': 'gone',
  'door-link-over': 'gone',
  'door-code-wrong': 'forbidden',
  'too-many-door-links': 'conflict',
  'unknown-placeholder': 'invalid',
  'misplaced-placeholder': 'invalid',
  'message-empty': 'invalid',
  'message-left': 'conflict',
  'message-too-late': 'conflict',
  'message-not-waiting': 'conflict',
  'reminder-for-guests': 'invalid',
  'reminder-without-rule': 'invalid',
  'unknown-question': 'invalid',
  'nothing-to-tell': 'conflict',
  'too-many-messages': 'too-many',
  'too-many-messages-here': 'conflict',
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

/** A fault whose sentence is found when it is read, as that of the refusal that carries it. */
export const faultAt = (pointer: string, sentence: () => string): ShapeError => ({
  pointer,
  get detail() {
    return sentence();
  },
});

/** A refusal: the only error a rule throws. The api turns it into problem+json, the worker does not retry it. */
export class DomainError extends Error {
  readonly category: Category;

  constructor(
    readonly code: ErrorCode,
    readonly shapes: readonly ShapeError[] = [],
  ) {
    super(words.problems[code]);
    // Found when it is read: a refusal can come out of work that was begun for another reader (docs/decisions/0036).
    Object.defineProperty(this, 'message', { get: () => words.problems[code] });
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
