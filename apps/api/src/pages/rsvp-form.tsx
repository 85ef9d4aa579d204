import { words } from '#libs/words';
import type { ReactElement } from 'react';
import { Button, Choice, Field, type FieldFault, Form, faultOf } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.pages.rsvp;

/** What stands in the form, as texts: empty at first, as typed when it comes back. */
export interface RsvpFields {
  name: string;
  email: string;
  introductions: string;
  crafts: string;
  workingOn: string;
  lookingFor: string;
  canHelpWith: string;
  namedInAsks: boolean;
  nameVisible: boolean;
}

export interface RsvpFormProps {
  frame: Frame;
  slug: string;
  full: boolean;
  fields: RsvpFields;
  faults: readonly FieldFault[];
  /** The address of a session; null without one. */
  signedInAs: string | null;
}

/** Two fields to RSVP; what introductions need is folded away. */
export function RsvpForm({ frame, slug, full, fields, faults, signedInAs }: RsvpFormProps): ReactElement {
  return (
    <section aria-labelledby="rsvp">
      <h2 id="rsvp">{full ? sentences.titleFull : sentences.title}</h2>
      <p>{signedInAs === null ? sentences.lead : sentences.leadSignedIn(signedInAs)}</p>
      <Form action={`/e/${slug}/rsvp`} token={frame.token}>
        <Field
          name="name"
          label={sentences.name}
          value={fields.name}
          fault={faultOf(faults, 'name')}
          autoComplete="name"
          maxLength={200}
        />
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
        <ForIntroductions fields={fields} faults={faults} />
        <Button>{full ? sentences.buttonFull : sentences.button}</Button>
      </Form>
    </section>
  );
}

/** What a field is called on the page. */
export function labelOf(field: string): string {
  const labels: Readonly<Record<string, unknown>> = {
    ...sentences.introductions,
    name: sentences.name,
    email: sentences.email,
  };
  const label = labels[field];
  return typeof label === 'string' ? label : field;
}

function ForIntroductions({
  fields,
  faults,
}: {
  fields: RsvpFields;
  faults: readonly FieldFault[];
}): ReactElement {
  const texts = sentences.introductions;
  const { introductions, crafts, workingOn, lookingFor, canHelpWith, namedInAsks, nameVisible } = fields;
  const touched = [introductions, crafts, workingOn, lookingFor, canHelpWith].some((text) => text !== '');
  const list = (name: 'crafts' | 'lookingFor' | 'canHelpWith'): ReactElement => (
    <Field
      name={name}
      label={texts[name]}
      hint={texts[`${name}Hint`]}
      value={fields[name]}
      fault={faultOf(faults, name)}
      maxLength={400}
      optional
    />
  );
  return (
    <details open={touched || namedInAsks || nameVisible}>
      <summary>{texts.summary}</summary>
      <p>{texts.lead}</p>
      <fieldset>
        <legend>{texts.question}</legend>
        <Choice
          type="radio"
          name="introductions"
          value="yes"
          label={texts.yes}
          checked={introductions === 'yes'}
        />
        <Choice
          type="radio"
          name="introductions"
          value="no"
          label={texts.no}
          checked={introductions === 'no'}
        />
      </fieldset>
      {list('crafts')}
      <Field
        name="workingOn"
        label={texts.workingOn}
        hint={texts.workingOnHint}
        value={workingOn}
        fault={faultOf(faults, 'workingOn')}
        maxLength={400}
        optional
      />
      {list('lookingFor')}
      {list('canHelpWith')}
      <Choice name="namedInAsks" label={texts.namedInAsks} checked={namedInAsks} />
      <Choice name="nameVisible" label={texts.nameVisible} checked={nameVisible} />
    </details>
  );
}
