import type { Question } from '#libs/domain';
import { words } from '#libs/words';
import type { ReactElement, ReactNode } from 'react';
import { GuestFields, guestField } from './guest-fields.tsx';
import { Button, Choice, Field, type FieldFault, Form, faultOf } from './layout.tsx';
import type { Frame } from './page-frame.ts';
import type { ProfileTexts } from './profile-fields.ts';
import { ProfileFields, VisibleChoices } from './profile-form.tsx';
import { QuestionFields, type TypedByQuestion, answerField } from './question-fields.tsx';

const sentences = words.pages.rsvp;

/** What stands in the form, as texts: empty at first, as typed when it comes back. */
export interface RsvpFields extends ProfileTexts {
  name: string;
  email: string;
  introductions: string;
  nameVisible: boolean;
  profileVisible: boolean;
  answers: TypedByQuestion;
  guests: readonly string[];
}

/** What decides how the form looks. */
export interface RsvpFormEvent {
  slug: string;
  seatsLeft: number;
  approval: boolean;
  plusOnes: number;
  questions: readonly Question[];
}

export interface RsvpFormProps {
  frame: Frame;
  event: RsvpFormEvent;
  fields: RsvpFields;
  faults: readonly FieldFault[];
  /** The address of a session; null without one. */
  signedInAs: string | null;
  /** More to know before the fields. */
  children?: ReactNode;
}

/** Two fields to RSVP, then what the host asks; guests and what introductions need are folded away. */
export function RsvpForm({
  frame,
  event,
  fields,
  faults,
  signedInAs,
  children,
}: RsvpFormProps): ReactElement {
  return (
    <section aria-labelledby="rsvp">
      <h2 id="rsvp">{rsvpTitle(event)}</h2>
      <p>{signedInAs === null ? leadOf(event) : sentences.leadSignedIn(signedInAs)}</p>
      {children}
      <Form action={`/e/${event.slug}/rsvp`} token={frame.token}>
        <NameField fields={fields} faults={faults} />
        <Field
          name="email"
          type="email"
          label={sentences.email}
          hint={sentences.emailHint}
          value={fields.email}
          fault={faultOf(faults, 'email')}
          autoComplete="email"
          inputMode="email"
          maxLength={254}
        />
        <EventFields event={event} fields={fields} faults={faults} />
        <ForIntroductions fields={fields} faults={faults} />
        <Button>{joinsQueue(event) ? sentences.buttonFull : sentences.button}</Button>
      </Form>
    </section>
  );
}

function leadOf({ approval, questions }: RsvpFormEvent): string {
  if (approval) return sentences.leadApproval;
  return questions.length === 0 ? sentences.lead : sentences.leadAsked;
}

/** With an approval nobody joins the queue by themselves. */
const joinsQueue = ({ seatsLeft, approval }: RsvpFormEvent): boolean => seatsLeft === 0 && !approval;

export function rsvpTitle(event: RsvpFormEvent): string {
  if (event.approval) return sentences.titleApproval;
  return joinsQueue(event) ? sentences.titleFull : sentences.title;
}

interface PartProps {
  fields: RsvpFields;
  faults: readonly FieldFault[];
}

export function NameField({ fields, faults }: PartProps): ReactElement {
  return (
    <Field
      name="name"
      label={sentences.name}
      value={fields.name}
      fault={faultOf(faults, 'name')}
      autoComplete="name"
      maxLength={200}
    />
  );
}

/** What this event asks: its questions, and who comes along. */
export function EventFields({
  event: { questions, plusOnes },
  fields,
  faults,
}: PartProps & { event: Pick<RsvpFormEvent, 'questions' | 'plusOnes'> }): ReactElement {
  return (
    <>
      {questions.length === 0 ? null : (
        <>
          <h3>{sentences.questions}</h3>
          <p className="quiet">{sentences.questionsHint}</p>
          <QuestionFields questions={questions} answers={fields.answers} faults={faults} />
        </>
      )}
      <GuestFields most={plusOnes} guests={fields.guests} faults={faults} />
    </>
  );
}

/** What a field is called on the page. */
export function labelOf(field: string, questions: readonly Question[] = []): string {
  const labels: Readonly<Record<string, unknown>> = {
    ...sentences.introductions,
    ...Object.fromEntries(questions.map(({ id, label }) => [answerField(id), label])),
    [guestField(1)]: sentences.guests.name(1),
    name: sentences.name,
    email: sentences.email,
  };
  const label = labels[field];
  return typeof label === 'string' ? label : field;
}

/** Folded away, because most people only want to come; open when something stands in it. */
export function ForIntroductions({ fields, faults }: PartProps): ReactElement {
  const texts = sentences.introductions;
  const { introductions, nameVisible, profileVisible, namedInAsks } = fields;
  const { crafts, workingOn, lookingFor, canHelpWith, known } = fields;
  const touched = [introductions, crafts, workingOn, lookingFor, canHelpWith, known].some(
    (text) => text !== '',
  );
  return (
    <details open={touched || namedInAsks || nameVisible || profileVisible}>
      <summary>{texts.summary}</summary>
      <p>{texts.lead}</p>
      <WantsIntroductions wants={introductions} />
      <h3>{texts.five}</h3>
      <p className="quiet">{texts.fiveLead}</p>
      <ProfileFields fields={fields} faults={faults} />
      <VisibleChoices nameVisible={nameVisible} profileVisible={profileVisible} />
    </details>
  );
}

/** The consent that introductions need: asked in so many words, with neither answer chosen beforehand. */
export function WantsIntroductions({ wants }: { wants: string }): ReactElement {
  const { question, yes, no } = sentences.introductions;
  return (
    <fieldset>
      <legend>{question}</legend>
      <Choice type="radio" name="introductions" value="yes" label={yes} checked={wants === 'yes'} />
      <Choice type="radio" name="introductions" value="no" label={no} checked={wants === 'no'} />
    </fieldset>
  );
}
