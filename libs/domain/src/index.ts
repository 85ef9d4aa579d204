export * from './actors.ts';
export * from './attendees/attendance-facts.ts';
export * from './attendees/attendee.ts';
export * from './attendees/consent.ts';
export { moveReasons } from './attendees/desk-steps.ts';
export type { DeskStep, MoveReason, StepMail } from './attendees/desk-steps.ts';
export * from './attendees/event-desk.ts';
export * from './attendees/gates.ts';
export * from './attendees/guest-list-columns.ts';
export { columnMeanings } from './attendees/guest-list-headers.ts';
export type { ColumnMeaning } from './attendees/guest-list-headers.ts';
export * from './attendees/guest-list-import.ts';
export * from './attendees/guest-list-plan.ts';
export * from './attendees/guest-list-rows.ts';
export * from './attendees/guest-list-statuses.ts';
export * from './attendees/imported-attendee.ts';
export type { Imported } from './attendees/imported.ts';
export * from './attendees/invitation.ts';
export * from './attendees/my-status.ts';
export * from './attendees/offer.ts';
export * from './attendees/typed-rsvp.ts';
export * from './errors.ts';
export * from './events/calendar-file.ts';
export * from './events/event.ts';
export * from './events/event-seats.ts';
export * from './events/formats.ts';
export * from './events/handle-end.ts';
export * from './events/question-drafts.ts';
export * from './events/questions.ts';
export * from './events/time.ts';
export * from './ids.ts';
export * from './introductions/caps.ts';
export * from './introductions/first-mover.ts';
export * from './introductions/hard-filters.ts';
export * from './introductions/history.ts';
export * from './introductions/profile.ts';
export * from './introductions/reasons.ts';
export { CandidateIndex, type CandidateOptions } from './introductions/room/candidates.ts';
export { Room, type RoomOptions, type SharedHistory } from './introductions/room/room.ts';
export { type IsAllowed, scoreAllPairs, type ScoredPairs } from './introductions/room/scored-pairs.ts';
export * from './introductions/scores.ts';
export {
  builtInSynonyms,
  builtInVocabulary,
  foldTerm,
  type Vocabulary,
  vocabularyOf,
} from './introductions/terms.ts';
export * from './introductions/wildcards.ts';
export * from './introductions/weights.ts';
export * from './introductions/introduction.ts';
export * from './introductions/introduction-side.ts';
export * from './introductions/standing.ts';
export * from './introductions/times.ts';
export * from './organizations/accent.ts';
export * from './organizations/member.ts';
export * from './organizations/organization.ts';
export * from './organizations/synonyms.ts';
export * from './people/email.ts';
export * from './people/pasted-addresses.ts';
export * from './people/person.ts';
export * from './permissions.ts';
