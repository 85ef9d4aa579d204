import type { Frame, MailParts, StopTopic } from './layout/mail-parts.ts';

/** One kind of mail: what it may do, and how its facts become words. */
export interface MailType<Facts> {
  /** What a reader may stop it as; null: it answers something the reader did and cannot be stopped. */
  topic: StopTopic | null;
  /** What a reader may stop it as who never asked to come: a list or a host alone put them there. */
  listedTopic?: StopTopic;
  /** When nobody knows whether a server took it: send once more with the same Message-ID, or never by itself. */
  onDoubt: 'again' | 'never';
  /**
   * 'working': Monday to Friday, 08:00 to 19:00 in the event's zone, retries included (introductions.md). 'day': every day, 08:00 to
   * 21:00 there.
   */
  hours: 'any' | 'day' | 'working';
  render(facts: Facts, frame: Frame): MailParts;
  /** To look at, and to measure. */
  sample: Facts;
}

/**
 * Mail whose end its organization is told: that answers its reader, and about evenings. Of the others already that there is one
 * tells something (docs/decisions/0034).
 */
export const loggedTopics: readonly (StopTopic | null)[] = [null, 'events', 'reminders', 'announcements'];

/** The kinds that answer an RSVP or a sign-in: at once, never stopped, and once more when in doubt. */
export const answering = { topic: null, onDoubt: 'again', hours: 'any' } as const;

/** The kinds that whoever asked to come has to hear of; whom only others put on the list stops them like an invitation. */
export const concerning = { ...answering, listedTopic: 'events' } as const;

/** The kinds that ask somebody to come: stopped at will, and never twice. */
export const inviting = { topic: 'events', onDoubt: 'never', hours: 'any' } as const;

/** The kinds of introductions: in working hours, stopped at will, and never twice. */
export const introducing = { topic: 'introductions', onDoubt: 'never', hours: 'working' } as const;

/** The kinds of the months after an introduction: in working hours, stopped at will, and never twice. */
export const following = { topic: 'follow-ups', onDoubt: 'never', hours: 'working' } as const;

/** The kinds of the days after an evening: in working hours, stopped at will, and never twice. */
export const afterwards = { topic: 'mornings', onDoubt: 'never', hours: 'working' } as const;

/**
 * The kinds of critique sessions: stopped with other mail about events, at any hour, because works are dealt out and letters
 * handed over in the evening itself. A second copy of one harms nobody; a letter that nobody heard of would.
 */
export const critiquing = { topic: 'events', onDoubt: 'again', hours: 'any' } as const;

/** The kinds of circles: like introductions, and stopped by themselves. */
export const circling = { topic: 'circles', onDoubt: 'never', hours: 'working' } as const;
