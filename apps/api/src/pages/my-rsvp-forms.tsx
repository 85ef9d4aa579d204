import { type Answer, isOnTheList } from '#libs/domain';
import { momentOf } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import { GuestRows } from './guest-fields.tsx';
import { Button, Form } from './layout.tsx';
import type { MyRsvpPageProps } from './my-rsvp-props.ts';
import { textsOf } from './profile-fields.ts';
import { ProfileFields, VisibleChoices } from './profile-form.tsx';
import { QuestionFields, type TypedByQuestion } from './question-fields.tsx';
import { WantsIntroductions } from './rsvp-form.tsx';

const sentences = words.pages.mine;
const asked = words.pages.rsvp.introductions;
/** An answer as the form of the RSVP has it. */
const typed = { given: 'yes', refused: 'no' } as const;

/** The answers to the event's questions: a form until the deadline, then what was said. */
export function Answers({ frame, rsvp, path, refused }: MyRsvpPageProps): ReactElement | null {
  const { questions, answers, answersOpen, changesUntil, timeZone, next } = rsvp;
  if (!answersOpen || questions.length === 0) return <Answered answers={answers} />;
  const mine = refused?.form === 'answers' ? refused : undefined;
  return (
    <details id="answers" open={mine !== undefined || next === 'answer-questions'}>
      <summary>{sentences.answers.title}</summary>
      <p>{sentences.answers.until(momentOf(changesUntil, timeZone))}</p>
      <Form action={`${path}/answers`} token={frame.token}>
        <QuestionFields
          questions={questions}
          answers={mine?.answers ?? typedBefore(answers)}
          faults={mine?.faults ?? []}
        />
        <Button kind="second">{sentences.answers.save}</Button>
      </Form>
    </details>
  );
}

const typedBefore = (answers: readonly Answer[]): TypedByQuestion =>
  Object.fromEntries(
    answers.flatMap(({ id, answer }) =>
      id === undefined ? [] : [[id, typeof answer === 'string' ? [answer] : answer]],
    ),
  );

function Answered({ answers }: { answers: readonly Answer[] }): ReactElement | null {
  if (answers.length === 0) return null;
  return (
    <details>
      <summary>{sentences.answers.title}</summary>
      <p>{sentences.answers.closed}</p>
      <AnswerList answers={answers} />
    </details>
  );
}

/** What was asked, and what was answered. */
export function AnswerList({ answers }: { answers: readonly Answer[] }): ReactElement {
  return (
    <dl className="asked">
      {answers.map(({ id, question, answer }) => (
        <div key={id ?? question}>
          <dt>{question}</dt>
          <dd>{typeof answer === 'string' ? answerText(answer) : answer.join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
}

/** An agreement is kept as "yes". */
const answerText = (answer: string): string => (answer === 'yes' ? sentences.answers.yes : answer);

/** Who comes along. */
export function Guests({ frame, rsvp, path, refused }: MyRsvpPageProps): ReactElement | null {
  const { guestsOpen, plusOnes, partySize, guests, status } = rsvp;
  const most = Math.max(plusOnes, partySize - 1);
  if (!guestsOpen || most === 0) return null;
  const mine = refused?.form === 'guests' ? refused : undefined;
  return (
    <details open={mine !== undefined}>
      <summary>{sentences.guests.title}</summary>
      <p>{status === 'confirmed' ? sentences.guests.leadSeated : sentences.guests.leadWaiting}</p>
      <Form action={`${path}/guests`} token={frame.token}>
        <GuestRows most={most} guests={mine?.guests ?? guests} faults={mine?.faults ?? []} />
        <Button kind="second">{sentences.guests.save}</Button>
      </Form>
    </details>
  );
}

/** The same questions as in the RSVP, with the answer that counts now. */
export function Consents({ frame, rsvp, path }: MyRsvpPageProps): ReactElement | null {
  const { status, introductions, nameVisible, profileVisible } = rsvp;
  if (status === 'held' || rsvp.eventCancelled) return null;
  return (
    <details>
      <summary>{sentences.consents.title}</summary>
      <p>{asked.lead}</p>
      <Form action={`${path}/consents`} token={frame.token}>
        <WantsIntroductions wants={introductions === null ? '' : typed[introductions]} />
        <VisibleChoices nameVisible={nameVisible === 'given'} profileVisible={profileVisible === 'given'} />
        <Button kind="second">{sentences.consents.save}</Button>
      </Form>
    </details>
  );
}

/**
 * What the person says of themself. Somebody who said something before and nothing yet for this evening finds it filled in,
 * and it counts when they save it.
 */
export function About({ frame, rsvp, path, refused }: MyRsvpPageProps): ReactElement | null {
  const { status, eventCancelled, profile, kept, known, part, introductions } = rsvp;
  if (!isOnTheList(status) || eventCancelled) return null;
  const mine = refused?.form === 'profile' ? refused : undefined;
  const before = Object.keys(profile).length === 0 && Object.keys(kept).length > 0;
  return (
    <details open={mine !== undefined || (before && introductions === 'given')}>
      <summary>{asked.mine.title}</summary>
      <p>{before ? asked.mine.before : asked.mine.lead}</p>
      <p className="quiet">{asked.fiveLead}</p>
      <Form action={`${path}/profile`} token={frame.token}>
        <ProfileFields
          fields={mine?.profile ?? textsOf(before ? kept : profile, known)}
          faults={mine?.faults ?? []}
          panelist={part === 'panelist'}
        />
        <Button kind="second">{asked.mine.save}</Button>
      </Form>
    </details>
  );
}
