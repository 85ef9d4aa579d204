import { type Question, type QuestionKind, mostOptions, mostQuestions, questionKinds } from '#libs/domain';
import {
  FilledLines,
  Id,
  Line,
  ListOf,
  LocalTime,
  OneOf,
  Optional,
  OrNull,
  WholeNumber,
  YesNo,
} from '../problems/shapes.ts';
import type { EventRow } from './events.queries.ts';

export class QuestionInput {
  /** A question that stands already; left out for a new one. */
  @Optional() @Id() id?: string;
  @OneOf(questionKinds) kind!: QuestionKind;
  @Line(200) label!: string;
  @Optional() @YesNo() required?: boolean;
  /** 2 to 20 for `choice` and `several`, none for the others. */
  @Optional() @FilledLines(mostOptions, 100) options?: string[];
}

/** Who may RSVP, when, and what happens when every seat is taken; local times are in the event's zone. */
export class RulesInput {
  @Optional() @OneOf(['open', 'audience', 'invitation']) registration?: 'open' | 'audience' | 'invitation';
  /** A host decides each RSVP of somebody who was not invited. */
  @Optional() @YesNo() approval?: boolean;
  /** Null: from the moment it is published. */
  @Optional() @OrNull() @LocalTime() opensLocal?: string | null;
  /** Null: until the end. */
  @Optional() @OrNull() @LocalTime() closesLocal?: string | null;
  /** Until when people may change their answers and guests; null: until the start. */
  @Optional() @OrNull() @LocalTime() answersUntilLocal?: string | null;
  /** A freed seat goes to the head of the queue at once, or as an offer with a deadline. */
  @Optional() @OneOf(['automatic', 'offer']) waitlist?: 'automatic' | 'offer';
  @Optional() @YesNo() waitlistOpen?: boolean;
  @Optional() @WholeNumber(1, 336) offerHours?: number;
  /** How many named guests somebody may bring. */
  @Optional() @WholeNumber(0, 10) plusOnes?: number;
  /** In the order of the form; a question that is missing here is asked no more. */
  @Optional() @ListOf(() => QuestionInput, mostQuestions) questions?: QuestionInput[];
}

export class QuestionView {
  id!: string;
  kind!: 'short' | 'long' | 'choice' | 'several' | 'agreement';
  label!: string;
  required!: boolean;
  options!: string[];
}

export const questionViewOf = ({ id, kind, label, required, options }: Question): QuestionView => ({
  id,
  kind,
  label,
  required,
  options: [...options],
});

export class RulesView {
  registration!: 'open' | 'audience' | 'invitation';
  approval!: boolean;
  opensLocal!: string | null;
  closesLocal!: string | null;
  answersUntilLocal!: string | null;
  opensAt!: string | null;
  closesAt!: string | null;
  answersUntil!: string | null;
  waitlist!: 'automatic' | 'offer';
  waitlistOpen!: boolean;
  offerHours!: number;
  plusOnes!: number;
  questions!: QuestionView[];
}

export const rulesViewOf = (row: EventRow) =>
  ({
    registration: row.registration,
    approval: row.approval,
    opensLocal: row.opensLocal,
    closesLocal: row.closesLocal,
    answersUntilLocal: row.answersUntilLocal,
    opensAt: row.opensAt?.toISOString() ?? null,
    closesAt: row.closesAt?.toISOString() ?? null,
    answersUntil: row.answersUntil?.toISOString() ?? null,
    waitlist: row.waitlist,
    waitlistOpen: row.waitlistOpen,
    offerHours: row.offerHours,
    plusOnes: row.plusOnes,
    questions: row.questions.map(questionViewOf),
  }) satisfies RulesView;
