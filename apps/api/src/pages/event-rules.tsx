import { momentOf } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { PublicEventRow } from '../events/public-events.queries.ts';
import { Notice } from './layout.tsx';

const sentences = words.pages.event;

/** Why nobody can use the form at the moment, as far as that is everybody's to know; null while it can be used. */
export type Closed = 'cancelled' | 'over' | 'ahead' | 'closed' | 'waitlist-closed';

export function closedBecause(event: PublicEventRow): Closed | null {
  if (event.state === 'cancelled') return 'cancelled';
  if (event.over) return 'over';
  if (event.doors !== 'open') return event.doors;
  // A host may still say yes to somebody, and who that is joins the queue also when it is closed to others.
  const full = event.seatsLeft === 0 && !event.waitlistOpen && !event.approval;
  return full ? 'waitlist-closed' : null;
}

/** The event's rules in plain words, for somebody who thinks of coming. None when there is nothing to know. */
export function EventRules({ event }: { event: PublicEventRow }): ReactElement | null {
  const rules = rulesOf(event);
  if (rules.length === 0) return null;
  return (
    <>
      <dt>{sentences.rules.title}</dt>
      <dd>
        {rules.map((rule) => (
          <span key={rule}>
            {rule}
            <br />
          </span>
        ))}
      </dd>
    </>
  );
}

function rulesOf(event: PublicEventRow): string[] {
  const { rules } = sentences;
  const { registration, approval, opensAt, closesAt, doors, plusOnes, timeZone, waitlistOpen } = event;
  return [
    ...(registration === 'invitation' ? [rules.invitation] : []),
    ...(registration === 'audience' ? [rules.audience(event.organizationName)] : []),
    ...(approval ? [rules.approval] : []),
    ...(opensAt !== null && doors === 'ahead' ? [rules.opens(momentOf(opensAt, timeZone))] : []),
    ...(closesAt !== null && doors !== 'closed' ? [rules.closes(momentOf(closesAt, timeZone))] : []),
    ...(plusOnes > 0 ? [rules.guests(plusOnes)] : []),
    ...(waitlistOpen ? [] : [rules.waitlistClosed]),
  ];
}

/** How full it is, for somebody who could still come. */
export function SeatsLeft({ event }: { event: PublicEventRow }): ReactElement | null {
  if (event.state === 'cancelled' || event.over || event.doors === 'closed') return null;
  return (
    <>
      <dt>{sentences.seats}</dt>
      <dd>{event.seatsLeft === 0 ? fullText(event) : sentences.seatsLeft(event.seatsLeft)}</dd>
    </>
  );
}

function fullText({ approval, waitlistOpen, waitlist }: PublicEventRow): string {
  if (approval) return sentences.fullAsk;
  if (!waitlistOpen) return sentences.fullClosed;
  return waitlist === 'offer' ? sentences.fullOffer : sentences.full;
}

/** In place of the form. */
export function ClosedNotice({ event, because }: { event: PublicEventRow; because: Closed }): ReactElement {
  const { opensAt, timeZone } = event;
  const texts = {
    over: [sentences.overTitle, sentences.over],
    ahead: [sentences.notOpenTitle, opensAt === null ? '' : sentences.notOpen(momentOf(opensAt, timeZone))],
    closed: [sentences.closedTitle, sentences.closed],
    'waitlist-closed': [sentences.waitlistClosedTitle, sentences.waitlistClosed],
  } as const;
  const [title, text] = because === 'cancelled' ? [] : texts[because];
  return (
    <>
      {title === undefined ? null : (
        <Notice title={title}>
          <p>{text}</p>
        </Notice>
      )}
      <p>
        <a href={`/o/${event.organizationSlug}`}>{sentences.upcoming(event.organizationName)}</a>
      </p>
    </>
  );
}

/** Whose address opens the door, above the form of an event that is not for everybody. */
export function ForWhom({ event }: { event: PublicEventRow }): ReactElement | null {
  if (event.registration === 'open') return null;
  return (
    <p>
      {event.registration === 'invitation'
        ? sentences.byInvitation
        : sentences.forAudience(event.organizationName)}
    </p>
  );
}
