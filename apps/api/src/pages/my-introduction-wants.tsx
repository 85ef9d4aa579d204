import { words } from '#libs/words';
import type { ReactElement } from 'react';
import { dayOfPause } from './ask-parts.tsx';
import { Button, Choice, Field, type FieldFault, Form, faultOf } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.myIntroductions.wants;

export interface WantsProps {
  frame: Frame;
  path: string;
  faults: readonly FieldFault[];
  pausedUntil: Date | null;
  most: number;
}

/** How many introductions from the next evening, and a pause. */
export function Wants({ frame, path, faults, pausedUntil, most }: WantsProps): ReactElement {
  return (
    <section>
      <h2>{sentences.title}</h2>
      {pausedUntil === null ? (
        <details open={faultOf(faults, 'until') !== undefined}>
          <summary>{sentences.pause}</summary>
          <Form action={`${path}/pause`} token={frame.token}>
            <Field
              name="until"
              type="date"
              label={sentences.until}
              hint={sentences.pauseHint}
              fault={faultOf(faults, 'until')}
            />
            <Button kind="second">{sentences.pauseButton}</Button>
          </Form>
        </details>
      ) : (
        <Form action={`${path}/resume`} token={frame.token}>
          <p>{sentences.paused(dayOfPause(pausedUntil))}</p>
          <Button kind="second">{sentences.resume}</Button>
        </Form>
      )}
      <details open={faultOf(faults, 'most') !== undefined}>
        <summary>{sentences.most}</summary>
        <Form action={`${path}/wanted`} token={frame.token}>
          <fieldset id="most">
            <legend>{sentences.mostAsked}</legend>
            {sentences.choices.map((label, number) => (
              <Choice
                key={label}
                type="radio"
                name="most"
                value={String(number)}
                label={label}
                checked={number === most}
              />
            ))}
          </fieldset>
          <Button kind="second">{sentences.save}</Button>
        </Form>
      </details>
    </section>
  );
}
