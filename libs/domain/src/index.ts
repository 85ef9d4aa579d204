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
export * from './check-in/door-link.ts';
export * from './check-in/presence.ts';
export * from './circles/circle.ts';
export * from './circles/circle-member.ts';
export * from './circles/rhythm.ts';
export * from './critique-sessions/assignment.ts';
export * from './critique-sessions/clock.ts';
export * from './critique-sessions/connect-pick.ts';
export * from './critique-sessions/credit-entry.ts';
export * from './critique-sessions/credits.ts';
export * from './critique-sessions/critique.ts';
export * from './critique-sessions/critique-session.ts';
export * from './critique-sessions/critique-slot.ts';
export * from './critique-sessions/order.ts';
export * from './critique-sessions/plan.ts';
export * from './critique-sessions/stored-file.ts';
export * from './critique-sessions/submission.ts';
export * from './critique-sessions/templates.ts';
export * from './critique-sessions/web-link.ts';
export * from './critique-sessions/works-open.ts';
export * from './errors.ts';
export * from './events/calendar-entries.ts';
export * from './events/calendar-file.ts';
export * from './events/calendar-links.ts';
export * from './events/event.ts';
export * from './events/event-seats.ts';
export * from './events/event-series.ts';
export * from './events/handle-end.ts';
export * from './events/question-drafts.ts';
export * from './events/questions.ts';
export { dayAfter, daysOf } from './events/series-days.ts';
export * from './events/series-notes.ts';
export * from './events/series-rule.ts';
export * from './events/series-template.ts';
export * from './events/time.ts';
export * from './ids.ts';
export type { AgainstChance, ChanceVerdict } from './insights/chance.ts';
export {
  type MorningNumbers,
  type PastEvening,
  type Ratio,
  lastMidnight,
  midnightFrom,
  ratios,
} from './insights/evening.ts';
export { type Insights, type ToldRatio, tellEvening, tellSums } from './insights/insights.ts';
export type { Nothing } from './insights/nothing.ts';
export type { PairSoFar } from './insights/pairs.ts';
export * from './introductions/caps.ts';
export * from './introductions/caution.ts';
export type { Features } from './introductions/features.ts';
export * from './introductions/first-mover.ts';
export * from './introductions/follow-up-times.ts';
export * from './introductions/hard-filters.ts';
export * from './introductions/history.ts';
export {
  type HeldOut,
  type Learned,
  type TrainingRow,
  fewestAnswersToLearn,
  isWorthLearning,
  learn,
} from './introductions/learning.ts';
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
export * from './introductions/well-known.ts';
export * from './introductions/weights.ts';
export * from './introductions/introduction.ts';
export * from './introductions/introduction-side.ts';
export * from './introductions/standing.ts';
export * from './introductions/times.ts';
export * from './introductions/told.ts';
export * from './messages/daytime.ts';
export * from './messages/event-message.ts';
export * from './messages/limits.ts';
export * from './messages/placeholders.ts';
export * from './messages/segment.ts';
export * from './mixers/mixer.ts';
export * from './mixers/mixer-seat.ts';
export * from './mixers/seating.ts';
export * from './mixers/topics.ts';
export * from './organizations/accent.ts';
export * from './organizations/member.ts';
export * from './organizations/organization.ts';
export * from './organizations/synonyms.ts';
export * from './panels/panel.ts';
export * from './panels/agenda.ts';
export * from './panels/panel-person.ts';
export * from './panels/panel-question.ts';
export * from './panels/questions-shown.ts';
export * from './people/email.ts';
export { foldLetters } from './people/folded-letters.ts';
export * from './people/pasted-addresses.ts';
export * from './people/person.ts';
export * from './permissions.ts';
