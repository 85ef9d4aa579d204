import { momentOf } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { MyRsvp } from '../attendees/my-rsvps.service.ts';
import { Button, Form, Notice } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.pages.mine;

export interface StandingProps {
  frame: Frame;
  rsvp: MyRsvp;
  path: string;
}

/** How it stands, why, and what comes next. */
export function Standing({ frame, rsvp, path }: StandingProps): ReactElement {
  if (rsvp.eventCancelled) {
    return (
      <Notice kind="warn" title={sentences.eventCancelled}>
        {rsvp.cancelReason === null ? null : <p>{rsvp.cancelReason}</p>}
      </Notice>
    );
  }
  if (rsvp.over) {
    return (
      <Notice title={sentences.over}>
        {rsvp.status === 'confirmed' ? <p>{sentences.went}</p> : null}
        <Afterwards rsvp={rsvp} />
      </Notice>
    );
  }
  const good = rsvp.status === 'confirmed' || rsvp.status === 'offered';
  return (
    <Notice kind={good ? 'good' : 'plain'} title={sentences.statuses[rsvp.status]}>
      {standingTexts(rsvp).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Note rsvp={rsvp} />
      {rsvp.next === 'claim' ? <Offer frame={frame} path={path} /> : null}
      {rsvp.next === 'answer-questions' && rsvp.answersOpen ? (
        <p>
          <a href="#answers">{words.problems['questions-unanswered']}</a>
        </p>
      ) : null}
    </Notice>
  );
}

/** What goes on after the evening; both ask for a sign-in, because this page opens by a link that others may have. */
function Afterwards({ rsvp: { status, attendeeId, morning } }: { rsvp: MyRsvp }): ReactElement | null {
  if (status !== 'confirmed') return null;
  return (
    <>
      {morning ? (
        <p>
          <a href={`/me/rsvps/${attendeeId}/morning`}>{words.morning.ask}</a>
        </p>
      ) : null}
      <p>
        <a href="/me/introductions">{sentences.allIntroductions}</a>
      </p>
    </>
  );
}

function standingTexts(rsvp: MyRsvp): string[] {
  const { statusText } = sentences;
  switch (rsvp.status) {
    case 'waitlisted':
      return waitingTexts(rsvp);
    case 'offered':
      return offerTexts(rsvp);
    case 'confirmed':
      return [rsvp.partySize > 1 ? statusText.confirmedParty(rsvp.partySize) : statusText.confirmed];
    case 'cancelled':
      return [cancelledText(rsvp)];
    default:
      return [statusText[rsvp.status]];
  }
}

function waitingTexts({ placeInQueue, partySize, waitlistOpen }: MyRsvp): string[] {
  return [
    ...(waitlistOpen ? [sentences.place(placeInQueue ?? 1)] : [sentences.waitlistClosed]),
    ...(partySize > 1 ? [sentences.partyWaits(partySize)] : []),
  ];
}

function offerTexts({ offerExpiresAt, timeZone, partySize }: MyRsvp): string[] {
  return [
    ...(offerExpiresAt === null ? [] : [sentences.offerUntil(momentOf(offerExpiresAt, timeZone))]),
    ...(partySize > 1 ? [sentences.offerParty(partySize)] : []),
  ];
}

function cancelledText({ cancelCause }: MyRsvp): string {
  const { statusText } = sentences;
  const texts: Partial<Record<string, string>> = {
    'by-host': statusText.cancelledByHost,
    'not-confirmed': statusText.notConfirmed,
    'offer-lapsed': statusText.offerLapsed,
  };
  return texts[cancelCause ?? ''] ?? statusText.cancelled;
}

/** The host's own words, for this person alone. */
function Note({ rsvp: { note, organizationName } }: { rsvp: MyRsvp }): ReactElement | null {
  if (note === null) return null;
  return (
    <>
      <p>{sentences.note(organizationName)}</p>
      <blockquote>{note}</blockquote>
    </>
  );
}

function Offer({ frame, path }: Pick<StandingProps, 'frame' | 'path'>): ReactElement {
  return (
    <div className="actions">
      <Form action={`${path}/claim`} token={frame.token}>
        <Button>{sentences.claim}</Button>
      </Form>
      <Form action={`${path}/cancel`} token={frame.token}>
        <Button kind="second">{sentences.refuse}</Button>
      </Form>
    </div>
  );
}
