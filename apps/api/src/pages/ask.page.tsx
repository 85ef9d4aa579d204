import type { Step } from '#libs/domain';
import { momentOf } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { OpenAsk } from '../introductions/my-asks.queries.ts';
import { Quietly, ReasonForm, Stopped, YesFields } from './ask-parts.tsx';
import { Button, Fault, type FieldFault, Form, Page } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.introductions.ask;
const mine = words.myIntroductions.answer;

/** What was typed, when the form comes back. */
interface TypedAnswer {
  contact: string;
  step: Step | null;
  reason: string | undefined;
}

export interface AskPageProps {
  frame: Frame;
  /** Where the page is, and its form posts. */
  path: string;
  ask: OpenAsk;
  /** The link in the mail was the one that says no. */
  prefersNo?: boolean;
  /** A reason was kept with this request. */
  isKept?: boolean;
  typed?: TypedAnswer;
  faults?: readonly FieldFault[];
}

/**
 * One question, without a name: the mail had it, so an erasure looks like silence. It shows the reader's own answer and
 * nothing that depends on the other one.
 */
export function AnswerPage(props: AskPageProps): ReactElement {
  const { frame, path, ask } = props;
  return (
    <Page title={sentences.title} accent={ask.accent} demo={frame.demo} house={houseOf(path)}>
      <Stopped {...{ frame, path, ask }} />
      {ask.answer === null ? <Question {...props} /> : null}
      {ask.answer === 'yes' ? <SaidYes {...props} /> : null}
      {ask.answer === 'no' ? <SaidNo {...props} /> : null}
      <Quietly {...{ frame, path, ask }} />
    </Page>
  );
}

/** Signed in there is a list to go back to. */
const houseOf = (path: string): { name: string; href: string } | undefined =>
  path.startsWith('/me/') ? { name: words.myIntroductions.page.title, href: '/me/introductions' } : undefined;

function Question(props: AskPageProps): ReactElement {
  const { ask, faults = [] } = props;
  const until = momentOf(ask.endsAt, ask.timeZone);
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
      {isStopped(ask) ? (
        <p>{ask.optedOut ? mine.optInFirst(until) : mine.resumeFirst(until)}</p>
      ) : (
        <Buttons {...props} />
      )}
      {isStopped(ask) ? null : <p className="quiet">{sentences.until(until)}</p>}
    </>
  );
}

/** A yes that can lead to nothing is not asked for. */
const isStopped = ({ stopped, pausedUntil, optedOut }: OpenAsk): boolean =>
  stopped || pausedUntil !== null || optedOut;

function Buttons({ frame, path, ask, prefersNo = false, typed, faults = [] }: AskPageProps): ReactElement {
  const buttons = [
    <Button key="yes" name="answer" value="yes" kind={prefersNo ? 'second' : 'main'}>
      {sentences.yes}
    </Button>,
    <Button key="no" name="answer" value="no" kind={prefersNo ? 'main' : 'second'}>
      {sentences.no}
    </Button>,
  ];
  return (
    <Form action={path} token={frame.token}>
      <details open={faults.length > 0}>
        <summary>{mine.withYes}</summary>
        <YesFields contact={typed?.contact} step={typed?.step ?? ask.step} faults={faults} />
      </details>
      <div className="actions">{buttons}</div>
    </Form>
  );
}

function SaidYes({ frame, path, ask, typed, faults = [] }: AskPageProps): ReactElement {
  const { contact, step, endsAt, timeZone } = ask;
  return (
    <>
      <h1>{sentences.saidYesTitle}</h1>
      <Fault faults={faults} />
      <p className="lead">{sentences.saidYes}</p>
      <p>
        {contact === null ? sentences.reachByMail : sentences.reach(contact)}
        <br />
        {mine.first(words.myIntroductions.steps[step])}
      </p>
      <details open={faults.length > 0}>
        <summary>{mine.change}</summary>
        <Form action={path} token={frame.token}>
          <YesFields contact={typed?.contact ?? contact ?? ''} step={typed?.step ?? step} faults={faults} />
          <Button kind="second" name="answer" value="yes">
            {mine.save}
          </Button>
        </Form>
      </details>
      <p>{sentences.changeMind(momentOf(endsAt, timeZone))}</p>
      <Form action={path} token={frame.token}>
        <Button kind="second" name="answer" value="no">
          {sentences.takeBack}
        </Button>
      </Form>
    </>
  );
}

function SaidNo({ frame, path, ask, isKept = false, typed, faults = [] }: AskPageProps): ReactElement {
  return (
    <>
      <h1>{sentences.saidNoTitle}</h1>
      <Fault faults={faults} />
      <p className="lead">{sentences.saidNo}</p>
      {ask.never ? (
        <Form action={`${path}/act`} token={frame.token}>
          <p>{mine.neverDone}</p>
          <Button kind="plain" name="act" value="again">
            {mine.again}
          </Button>
        </Form>
      ) : null}
      <ReasonForm {...{ frame, path, isKept, faults }} reason={typed?.reason ?? ask.privateReason ?? ''} />
    </>
  );
}
