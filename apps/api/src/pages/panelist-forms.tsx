import { spokenLocale, words } from '#libs/words';
import type { ReactElement } from 'react';
import { Button, Field, type FieldFault, Form, faultOf } from './layout.tsx';
import { FileField, FileForm } from './panelist-fields.tsx';
import type { PanelistPageProps } from './panelist-frame.tsx';

const sentences = words.panelistPage;

type Props = PanelistPageProps & { faults: readonly FieldFault[] };

export function Needs({ panel, path, frame, needs, faults }: Props): ReactElement {
  return (
    <section>
      <h2>{sentences.needs.title}</h2>
      <Form action={`${path}/needs`} token={frame.token}>
        <Field
          name="needs"
          label={sentences.needs.label}
          hint={sentences.needs.hint}
          value={needs ?? panel.needs}
          fault={faultOf(faults, 'needs')}
          rows={3}
          optional
        />
        <Button kind="second">{sentences.needs.action}</Button>
      </Form>
    </section>
  );
}

export function Introductions({ panel, path, frame }: PanelistPageProps): ReactElement {
  const { introductions } = sentences;
  return (
    <section>
      <h2>{introductions.title}</h2>
      <Form action={`${path}/introductions`} token={frame.token}>
        <div className="field">
          <label htmlFor="most">{introductions.label}</label>
          <span className="hint" id="most-hint">
            {introductions.hint}
          </span>
          <select
            id="most"
            name="most"
            defaultValue={String(panel.introductions)}
            aria-describedby="most-hint"
          >
            {introductions.choices.map((choice, most) => (
              <option key={most} value={most}>
                {choice}
              </option>
            ))}
          </select>
        </div>
        <Button kind="second">{introductions.action}</Button>
      </Form>
    </section>
  );
}

export function SlidesForm({ panel: { slides: sent }, path, frame, faults }: Props): ReactElement {
  const { slides } = sentences;
  const fault = faultOf(faults, 'slides');
  return (
    <section>
      <h2>{slides.title}</h2>
      <p>{slides.lead}</p>
      {sent === null ? null : (
        <>
          <p>
            {slides.have(sent.name, sizeOf(sent.bytes))}
            <br />
            <a href={`${path}/slides`}>{slides.fetch}</a>
          </p>
          <Form action={`${path}/slides-removed`} token={frame.token}>
            <Button kind="plain">{slides.remove}</Button>
          </Form>
        </>
      )}
      <FileForm action={`${path}/slides`} token={frame.token}>
        <FileField
          name="slides"
          label={slides.label}
          accept=".pdf,.pptx,.key,application/pdf"
          {...(fault !== undefined && { fault })}
        />
        <Button kind="second">{sent === null ? slides.action : slides.replace}</Button>
      </FileForm>
    </section>
  );
}

const sizeOf = (bytes: number): string =>
  new Intl.NumberFormat(spokenLocale(), { maximumFractionDigits: 1, style: 'unit', unit: 'megabyte' }).format(
    Math.max(bytes / 1_000_000, 0.1),
  );
