export * from './catalogue.ts';
export type { EventFacts, RsvpFacts } from './event-facts.ts';
export * from './kinds.ts';
export type { AskFacts, Suggestion } from './kinds/introduction-ask.ts';
export type { IntroductionFacts } from './kinds/introduction.ts';
export type { RsvpConfirmFacts } from './kinds/rsvp-confirm.ts';
export type { Frame, MailParts } from './layout/mail-parts.ts';
export type { MailType } from './mail-type.ts';
export * from './post.ts';
