import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { OpenAsk } from '../introductions/asks.service.ts';
import { Button, Fault, Field, type FieldFault, Form, Page, faultOf } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.introductions.ask;

export interface AskPageProps {
  frame: Frame;
  token: string;
  ask: OpenAsk;
  /** What was typed, when the form comes back. */
  contact?: string;
  faults?: readonly FieldFault[];
}

/**
 * One question, without a name: the mail had it, so an erasure looks like silence. It shows the reader's own answer and
 * nothing that depends on the other one.
 */
export function AnswerPage(props: AskPageProps): ReactElement {
  const { frame, ask } = props;
  return (
    <Page title={sentences.title} accent={ask.accent} demo={frame.demo}>
      {ask.answer === null ? <Question {...props} /> : null}
      {ask.answer === 'yes' ? <SaidYes {...props} /> : null}
      {ask.answer === 'no' ? <SaidNo /> : null}
    </Page>
  );
}

function Question({ frame, token, ask, contact, faults = [] }: AskPageProps): ReactElement {
  return (
    <>
      <h1>{sentences.question}</h1>
      <Fault faults={faults} />
      <p className="lead">{sentences.about(ask.eventTitle, ask.organizationName)}</p>
      <p>
        <strong>{sentences.reasonLabel}</strong>
        <br />
        {ask.reason}
      </p>
      <p>{sentences.how}</p>
      <Form action={`/ask/${token}`} token={frame.token}>
        <Field
          name="contact"
          label={sentences.contact}
          hint={sentences.contactHint}
          fault={faultOf(faults, 'contact')}
          value={contact}
          optional
          maxLength={254}
        />
        <div className="actions">
          <Button name="answer" value="yes">
            {sentences.yes}
          </Button>
          <Button kind="second" name="answer" value="no">
            {sentences.no}
          </Button>
        </div>
      </Form>
      <p>{sentences.until(momentOf(ask))}</p>
    </>
  );
}

function SaidYes({ frame, token, ask }: AskPageProps): ReactElement {
  return (
    <>
      <h1>{sentences.saidYesTitle}</h1>
      <p className="lead">{sentences.saidYes}</p>
      <p>{ask.contact === null ? sentences.reachByMail : sentences.reach(ask.contact)}</p>
      <p>{sentences.changeMind(momentOf(ask))}</p>
      <Form action={`/ask/${token}`} token={frame.token}>
        <Button kind="second" name="answer" value="no">
          {sentences.takeBack}
        </Button>
      </Form>
    </>
  );
}

function SaidNo(): ReactElement {
  return (
    <>
      <h1>{sentences.saidNoTitle}</h1>
      <p className="lead">{sentences.saidNo}</p>
    </>
  );
}

/** "Wednesday 28 October, 10:00 PDT", in the event's zone. */
function momentOf({ endsAt, timeZone }: OpenAsk): string {
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone });
  const clock = new Intl.DateTimeFormat('en-US', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  });
  return `${day.format(endsAt).replace(',', '')}, ${clock.format(endsAt)}`;
}
