import { type Step, steps } from '#libs/domain';
import { spokenLocale, words } from '#libs/words';
import type { ReactElement } from 'react';
import type { OpenAsk } from '../introductions/my-asks.queries.ts';
import { Button, Choice, Field, type FieldFault, Form, Notice, faultOf } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.introductions.ask;
const mine = words.myIntroductions.answer;

interface PartProps {
  frame: Frame;
  path: string;
  ask: OpenAsk;
}

/** What goes with a yes; each has a default, so that one tap is enough. */
export function YesFields({
  contact,
  step,
  faults,
}: {
  contact: string | undefined;
  step: Step;
  faults: readonly FieldFault[];
}): ReactElement {
  return (
    <>
      <Field
        name="contact"
        label={sentences.contact}
        hint={sentences.contactHint}
        fault={faultOf(faults, 'contact')}
        value={contact}
        optional
        maxLength={254}
      />
      <fieldset>
        <legend>{mine.step}</legend>
        <span className="hint">{mine.stepHint}</span>
        {steps.map((one) => (
          <Choice
            key={one}
            type="radio"
            name="step"
            value={one}
            label={words.myIntroductions.steps[one]}
            checked={one === step}
          />
        ))}
      </fieldset>
    </>
  );
}

/** A reason for us alone, after the no: nobody has to give one. */
export function ReasonForm({
  frame,
  path,
  isKept,
  reason,
  faults,
}: Omit<PartProps, 'ask'> & {
  isKept: boolean;
  reason: string;
  faults: readonly FieldFault[];
}): ReactElement {
  return (
    <>
      {isKept ? (
        <Notice kind="good">
          <p>{mine.reasonKept}</p>
        </Notice>
      ) : null}
      <details open={faults.length > 0 || isKept}>
        <summary>{mine.why}</summary>
        <Form action={path} token={frame.token}>
          <Field
            name="reason"
            label={mine.reason}
            hint={mine.reasonHint}
            fault={faultOf(faults, 'reason')}
            value={reason}
            rows={4}
            maxLength={500}
            optional
          />
          <Button kind="second" name="answer" value="no">
            {mine.keepReason}
          </Button>
        </Form>
      </details>
    </>
  );
}

/** What the reader stopped, whoever the question is about, and the way back. */
export function Stopped({ frame, path, ask }: PartProps): ReactElement | null {
  const { stopped, pausedUntil, optedOut, organizationName } = ask;
  if (optedOut) return <OptedOut {...{ frame, path, ask }} />;
  if (!stopped && pausedUntil === null) return null;
  return (
    <Notice title={stopped ? mine.stoppedTitle : mine.pausedTitle}>
      <p>
        {stopped || pausedUntil === null
          ? mine.stopped(organizationName)
          : mine.paused(dayOfPause(pausedUntil))}
      </p>
      <Form action={`${path}/act`} token={frame.token}>
        <Button kind="second" name="act" value="resume">
          {mine.resume}
        </Button>
      </Form>
    </Notice>
  );
}

/** Taking part again is a consent of its own, so it is asked in the same words as at the RSVP. */
function OptedOut({ frame, path, ask }: PartProps): ReactElement {
  return (
    <Notice title={mine.optedOutTitle}>
      <p>{mine.optedOut(ask.organizationName)}</p>
      <p>{words.pages.rsvp.introductions.lead}</p>
      <Form action={`${path}/act`} token={frame.token}>
        <p>{words.pages.rsvp.introductions.question}</p>
        <Button kind="second" name="act" value="opt-in">
          {words.pages.rsvp.introductions.yes}
        </Button>
      </Form>
    </Notice>
  );
}

/** Below everything: one tap each, for whoever wants something else than an answer. */
export function Quietly({ frame, path, ask }: PartProps): ReactElement {
  const { never, stopped, pausedUntil, organizationName } = ask;
  const acts = [
    ...(never ? [] : [['never', mine.never]]),
    ...(pausedUntil === null ? [['pause', mine.pause]] : []),
    ...(stopped ? [] : [['stop', mine.stop(organizationName)]]),
  ];
  return (
    <section className="quietly" aria-label={mine.quiet}>
      <Form action={`${path}/act`} token={frame.token}>
        {acts.map(([act, label]) => (
          <Button key={act} kind="plain" name="act" value={act ?? ''}>
            {label}
          </Button>
        ))}
      </Form>
    </section>
  );
}

/** A pause begins and ends with a day, wherever its person is. */
export const dayOfPause = (until: Date): string =>
  new Intl.DateTimeFormat(spokenLocale(), { dateStyle: 'long', timeZone: 'UTC' }).format(until);
