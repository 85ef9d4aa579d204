import { wordList, words } from '#libs/words';
import type { ReactElement } from 'react';
import type { WaitingRsvp } from '../attendees/rsvp.service.ts';
import type { PublicEventRow } from '../events/public-events.queries.ts';
import { EventTime } from './event.page.tsx';
import { Button, Fault, Form, Page } from './layout.tsx';
import { AnswerList } from './my-rsvp-forms.tsx';
import type { Frame } from './page-frame.ts';
import { saidOf } from './profile-fields.ts';

const sentences = words.pages.rsvp;

export interface SentProps {
  frame: Frame;
  event: PublicEventRow;
  email: string;
}

/** After asking without a session: the same for every address, because only the mail may say more. */
export function SentPage({ frame, event, email }: SentProps): ReactElement {
  return (
    <Page title={sentences.sentTitle} demo={frame.demo} accent={event.organizationAccent}>
      <p className="eyebrow">{event.title}</p>
      <h1>{sentences.sentTitle}</h1>
      <p className="lead">{sentences.sentLead(email)}</p>
      <p>{sentences.sentHow}</p>
      <p className="quiet">{sentences.sentNothing}</p>
      <p>
        <a href={`/e/${event.slug}`}>{sentences.back}</a>
      </p>
    </Page>
  );
}

export interface ConfirmProps extends WaitingRsvp {
  frame: Frame;
  token: string;
  /** Whether the form was sent again since this page was opened last. */
  changed?: boolean;
}

/** Behind the link of the mail. Says what the button will put down, because somebody else may have typed it. */
export function ConfirmPage({ frame, token, event, typed, seen, changed }: ConfirmProps): ReactElement {
  const consent = typed?.consents.introductions;
  const { guests = [], answers = [], known = [] } = typed ?? {};
  const said = saidOf(typed?.profile ?? {});
  return (
    <Page title={sentences.confirmTitle} demo={frame.demo}>
      <Fault faults={[]} sentence={changed === true ? sentences.confirmChanged : undefined} />
      <p className="eyebrow">{sentences.confirmTitle}</p>
      <h1>{event.title}</h1>
      <p>
        <EventTime event={event} />
      </p>
      <p className="lead">
        {typed === null ? sentences.confirmLeadUnnamed : sentences.confirmLead(typed.name)}
      </p>
      {event.approval ? <p>{sentences.confirmApproval}</p> : null}
      {guests.length === 0 ? null : <p>{sentences.confirmParty(wordList(guests))}</p>}
      {answers.length === 0 ? null : (
        <>
          <h2>{sentences.confirmAnswers}</h2>
          <AnswerList answers={answers} />
        </>
      )}
      {said.length === 0 ? null : (
        <>
          <h2>{sentences.introductions.confirm.said}</h2>
          <AnswerList answers={said} />
        </>
      )}
      {known.length === 0 ? null : <p>{sentences.introductions.confirm.known(known.length)}</p>}
      {consent === undefined ? null : <p>{sentences.confirmConsent[consent]}</p>}
      {typed?.profile.namedInAsks === true ? <p>{sentences.confirmNamed}</p> : null}
      {typed?.consents['name-visible'] === 'given' ? <p>{sentences.confirmVisible}</p> : null}
      {typed?.consents['profile-visible'] === 'given' ? (
        <p>{sentences.introductions.confirm.profileVisible}</p>
      ) : null}
      <Form action={`/rsvp/confirm/${token}`} token={frame.token}>
        <input type="hidden" name="seen" value={seen} />
        <Button>{sentences.confirmButton}</Button>
      </Form>
      <p>
        <small>{sentences.confirmWhy}</small>
      </p>
    </Page>
  );
}

/** The link did its work before; the page of the RSVP is opened by a press, because its link is made then (rule 8). */
export function DoneRsvpLinkPage({ frame, token }: Pick<ConfirmProps, 'frame' | 'token'>): ReactElement {
  return (
    <Page title={sentences.doneTitle} demo={frame.demo}>
      <h1>{sentences.doneTitle}</h1>
      <p className="lead">{sentences.doneLead}</p>
      <Form action={`/rsvp/confirm/${token}`} token={frame.token}>
        <Button>{sentences.doneButton}</Button>
      </Form>
    </Page>
  );
}

export function UsedRsvpLinkPage({ frame }: { frame: Frame }): ReactElement {
  return (
    <Page title={sentences.usedTitle} demo={frame.demo}>
      <h1>{sentences.usedTitle}</h1>
      <p className="lead">{sentences.usedLead}</p>
    </Page>
  );
}
