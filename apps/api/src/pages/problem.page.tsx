import { words } from '#libs/words';
import type { ReactElement } from 'react';
import { Button, Form, Page } from './layout.tsx';
import type { Frame } from './page-frame.ts';

export interface ProblemPageProps {
  frame: Frame;
  title: string;
  detail: string;
  /** The form that was refused only because its page was too old, as it was filled in. */
  again?: { action: string; fields: readonly (readonly [string, string])[] } | undefined;
}

/** A refusal in words, and a way on. */
export function ProblemPage({ frame, title, detail, again }: ProblemPageProps): ReactElement {
  return (
    <Page title={title} demo={frame.demo}>
      <h1>{title}</h1>
      <p className="lead">{detail}</p>
      {again === undefined ? null : (
        <Form action={again.action} token={frame.token}>
          {again.fields.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button>{words.layout.again}</Button>
        </Form>
      )}
    </Page>
  );
}
