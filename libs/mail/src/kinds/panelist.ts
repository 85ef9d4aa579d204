import { words } from '#libs/words';
import {
  type EventFacts,
  eventBlocks,
  hello,
  sampleEvent,
  samplePublicEvent,
  ticketBlocks,
} from '../event-facts.ts';
import { type Block, mailParts } from '../layout/mail-parts.ts';
import { clipped } from '../layout/plain.ts';
import { type MailType, answering, inviting } from '../mail-type.ts';
import { clockAt } from '../when.ts';

const sentences = words.mail.panelist;

/** One evening of somebody on a panel. */
export interface PanelistFacts {
  name: string;
  organization: string;
  part: 'moderator' | 'panelist';
  topic: string;
  /** With its private place once they said yes. */
  event: EventFacts;
  /** Null while it has no time. */
  panel: { startsAt: Date; endsAt: Date; callAt: Date } | null;
  /** Empty: the one room. */
  room: string;
  /** Their page. */
  pageUrl: string;
  /** Where the questions are. */
  questionsUrl: string;
  /** What their ticket is when it is said aloud; null before they said yes. */
  letters: string | null;
}

export interface PanelistCancelledFacts {
  name: string;
  why: 'declined' | 'removed' | 'evening';
  /** In the organizer's words, where the evening is cancelled; may be empty. */
  reason: string;
  event: EventFacts;
}

const sample: PanelistFacts = {
  name: 'Ines Okafor',
  organization: 'Los Angeles Sound Guild',
  part: 'panelist',
  topic: 'Foley after dark',
  event: sampleEvent,
  panel: {
    startsAt: new Date('2026-10-20T01:30:00Z'),
    endsAt: new Date('2026-10-20T02:15:00Z'),
    callAt: new Date('2026-10-20T01:00:00Z'),
  },
  room: 'Stage B',
  pageUrl: 'https://acquaint.example/panelist/018f',
  questionsUrl: 'https://acquaint.example/evening/018f',
  letters: 'K7QM-2XHD',
};

/** A title of the organizer's, as a part of a sentence. */
const topicOf = ({ topic }: PanelistFacts): string => clipped(topic, 12);

function stageBlocks({ panel, room, event: { timeZone } }: PanelistFacts): Block[] {
  const blocks: Block[] = [];
  if (panel !== null) {
    const [from, to, call] = [panel.startsAt, panel.endsAt, panel.callAt].map((at) => clockAt(at, timeZone));
    blocks.push({ label: sentences.onStage, value: sentences.span(from ?? '', to ?? '') });
    blocks.push({ label: sentences.callAt, value: call ?? '' });
  }
  if (room !== '') blocks.push({ label: sentences.room, value: room });
  return blocks;
}

const evening = (facts: PanelistFacts): Block[] => [...eventBlocks(facts.event), ...stageBlocks(facts)];

/** Somebody who did not ask for it may stop such mail, and gets none twice. */
export const panelistInvitation: MailType<PanelistFacts> = {
  ...inviting,
  render: (facts, frame) =>
    mailParts(
      sentences.invitation.subject,
      [
        hello(facts.name),
        { paragraph: sentences.invitation[facts.part](facts.organization, topicOf(facts)) },
        ...evening(facts),
        { actions: [{ label: sentences.invitation.action, url: facts.pageUrl }] },
        { paragraph: sentences.invitation.how },
      ],
      frame,
    ),
  sample: { ...sample, event: samplePublicEvent, letters: null },
};

export const panelistConfirmed: MailType<PanelistFacts> = {
  ...answering,
  render: (facts, frame) =>
    mailParts(
      sentences.confirmed.subject,
      [
        hello(facts.name),
        { paragraph: sentences.confirmed[facts.part](topicOf(facts)) },
        ...evening(facts),
        { actions: [{ label: sentences.confirmed.action, url: facts.pageUrl }] },
        { paragraph: sentences.confirmed.next },
        { paragraph: sentences.confirmed.calendar },
        ...ticketBlocks(facts.letters),
      ],
      frame,
    ),
  sample,
};

export const panelistChanged: MailType<PanelistFacts> = {
  ...answering,
  render: (facts, frame) =>
    mailParts(
      sentences.changed.subject,
      [
        hello(facts.name),
        { paragraph: sentences.changed.lead(topicOf(facts)) },
        ...evening(facts),
        { paragraph: sentences.confirmed.calendar },
        { actions: [{ label: sentences.confirmed.action, url: facts.pageUrl }] },
        { paragraph: sentences.changed.still },
      ],
      frame,
    ),
  sample,
};

export const panelistReminder: MailType<PanelistFacts> = {
  ...answering,
  render: (facts, frame) => {
    const moderates = facts.part === 'moderator';
    return mailParts(
      sentences.reminder.subject,
      [
        hello(facts.name),
        { paragraph: sentences.reminder[moderates ? 'moderator' : 'lead'](topicOf(facts)) },
        ...evening(facts),
        { paragraph: sentences.reminder[moderates ? 'moderate' : 'questions'] },
        {
          actions: [
            { label: sentences.confirmed.action, url: facts.pageUrl },
            { label: sentences.reminder.read, url: facts.questionsUrl },
          ],
        },
      ],
      frame,
    );
  },
  sample: { ...sample, part: 'moderator' },
};

export const panelistCancelled: MailType<PanelistCancelledFacts> = {
  ...answering,
  render: ({ name, why, reason, event }, frame) =>
    mailParts(
      sentences.cancelled.subject[why],
      [
        hello(name),
        { paragraph: sentences.cancelled[why] },
        ...(reason === '' ? [] : [{ label: words.mail.labels.reason, value: reason }]),
        ...eventBlocks(event),
        { paragraph: sentences.cancelled.calendar },
      ],
      frame,
    ),
  sample: {
    name: 'Ines Okafor',
    why: 'evening',
    reason: 'The venue has no power this week.',
    event: samplePublicEvent,
  },
};
