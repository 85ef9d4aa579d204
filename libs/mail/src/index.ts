export * from './catalogue.ts';
export * from './critique-plan.ts';
export { type EventFacts, ticketPicture } from './event-facts.ts';
export * from './kinds.ts';
export type { Frame, MailParts } from './layout/mail-parts.ts';
export { type MailType, loggedTopics } from './mail-type.ts';
export { refuseMisplacedPlaceholders } from './misplaced.ts';
export * from './post.ts';
export { clockAt, dayOf, eventTime, momentOf } from './when.ts';
