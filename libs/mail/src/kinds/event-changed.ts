import { words } from '#libs/words';
import { type EventFacts, eventBlocks, hello, inSubject, noteBlocks, sampleEvent } from '../event-facts.ts';
import { type Block, mailParts } from '../layout/mail-parts.ts';
import { type MailType, concerning } from '../mail-type.ts';
import { eventTime } from '../when.ts';

export interface EventChangedFacts {
  name: string;
  /** As it is now. */
  event: EventFacts;
  /** As the reader knew it: the public part. */
  before: Pick<EventFacts, 'startsAt' | 'endsAt' | 'timeZone' | 'place' | 'city'>;
  changed: readonly ('time' | 'place')[];
  /** In the organizer's words; may be empty. */
  note: string;
  manageUrl: string;
  /** Whether an entry of a calendar goes with it. */
  hasCalendar: boolean;
}

const sentences = words.messages.changed;

function beforeBlocks({ changed, before, event }: EventChangedFacts): Block[] {
  const blocks: Block[] = [];
  const value = [before.place, before.city].filter((part) => part !== '').join(', ');
  const now = [event.place, event.city].filter((part) => part !== '').join(', ');
  if (changed.includes('time'))
    blocks.push({
      label: sentences.before,
      value: eventTime(before.startsAt, before.endsAt, before.timeZone),
    });
  if (changed.includes('place') && value !== '' && value !== now)
    blocks.push({ label: sentences.before, value });
  return blocks;
}

/** Whoever said they come has to hear of it, so they do not stop it by itself. */
export const eventChanged: MailType<EventChangedFacts> = {
  ...concerning,
  render: (facts, frame) => {
    const { name, event, changed, note, manageUrl, hasCalendar } = facts;
    const lead = changed.length > 1 ? sentences.leads.both : sentences.leads[changed[0] ?? 'time'];
    const blocks: Block[] = [
      ...[hello(name), { paragraph: lead }, ...noteBlocks(note)],
      ...[...eventBlocks(event), ...beforeBlocks(facts)],
      ...(hasCalendar ? [{ paragraph: sentences.calendar }] : []),
      { actions: [{ label: words.mail.lookAtRsvp, url: manageUrl }] },
      { paragraph: words.mail.cannotMakeIt },
    ];
    return mailParts(sentences.subject(inSubject(event.title)), blocks, frame);
  },
  sample: {
    name: 'Ines Okafor',
    event: sampleEvent,
    before: { ...sampleEvent, startsAt: new Date('2026-10-20T00:00:00Z') },
    changed: ['time'],
    note: 'The venue opens an hour later.',
    manageUrl: 'https://acquaint.example/my/018f',
    hasCalendar: true,
  },
};
