import { type Event, type EventDetails, type RsvpRules, questionsOf } from '#libs/domain';
import type { RulesInput } from './event-rules.dto.ts';
import type { EventChange, EventInput } from './events.dto.ts';

export function detailsOf(input: EventInput): EventDetails {
  return {
    title: input.title,
    description: input.description ?? '',
    place: input.place ?? '',
    city: input.city ?? '',
    privatePlace: input.privatePlace ?? null,
    timeZone: input.timeZone,
    startsLocal: input.startsLocal,
    endsLocal: input.endsLocal,
  };
}

export function detailsAfter(event: Event, change: EventChange): EventDetails {
  return {
    title: change.title ?? event.title,
    description: change.description ?? event.description,
    place: change.place ?? event.place,
    city: change.city ?? event.city,
    privatePlace: change.privatePlace === undefined ? event.privatePlace : change.privatePlace,
    timeZone: change.timeZone ?? event.timeZone,
    startsLocal: change.startsLocal ?? event.startsLocal,
    endsLocal: change.endsLocal ?? event.endsLocal,
  };
}

/** The rules that were sent. @throws DomainError wrong-shape for questions that cannot stand */
export function rulesOf({ questions, ...input }: RulesInput): Partial<RsvpRules> {
  const { registration, approval, waitlist, waitlistOpen, offerHours, plusOnes } = input;
  const { opensLocal, closesLocal, answersUntilLocal } = input;
  return {
    ...(registration !== undefined && { registration }),
    ...(approval !== undefined && { approval }),
    ...(opensLocal !== undefined && { opensLocal }),
    ...(closesLocal !== undefined && { closesLocal }),
    ...(answersUntilLocal !== undefined && { answersUntilLocal }),
    ...(waitlist !== undefined && { waitlist }),
    ...(waitlistOpen !== undefined && { waitlistOpen }),
    ...(offerHours !== undefined && { offerHours }),
    ...(plusOnes !== undefined && { plusOnes }),
    ...(questions !== undefined && { questions: questionsOf(questions) }),
  };
}
