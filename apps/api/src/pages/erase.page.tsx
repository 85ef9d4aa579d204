import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { Leave } from '../privacy/erasure.service.ts';
import { Button, Fault, Field, type FieldFault, Form, Notice, Page, faultOf } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.privacy.erase;

export interface ErasePageProps {
  frame: Frame;
  email: string;
  leave: Leave;
  faults: readonly FieldFault[];
}

/** What goes, what stays, and then one of: make another owner, sign in again, do it. */
export function ErasePage({ frame, email, leave, faults }: ErasePageProps): ReactElement {
  return (
    <Page
      title={sentences.title}
      demo={frame.demo}
      house={{ name: words.privacy.page.title, href: '/me/privacy' }}
    >
      <h1>{sentences.title}</h1>
      <Fault faults={faults} />
      <p className="lead">{sentences.lead}</p>
      <Listed title={sentences.goes} items={sentences.going} />
      <Listed title={sentences.stays} items={sentences.staying} />
      <p>{sentences.looks}</p>
      <NextStep {...{ frame, email, leave, faults }} />
      <p>
        <a href="/me/privacy">{sentences.back}</a>
      </p>
    </Page>
  );
}

function Listed({ title, items }: { title: string; items: readonly string[] }): ReactElement {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

function NextStep({ frame, email, leave, faults }: ErasePageProps): ReactElement {
  if (leave.ownerless.length > 0) {
    return (
      <Notice kind="warn" title={sentences.ownerless}>
        <p>{sentences.ownerlessLead}</p>
        <ul>
          {leave.ownerless.map(({ id, name }) => (
            <li key={id}>
              <a href={`/app/${id}/members`}>{name}</a>
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  if (!leave.isFresh) {
    return (
      <section>
        <h2>{sentences.fresh}</h2>
        <p>{sentences.freshLead}</p>
        <Form action="/sign-in" token={frame.token}>
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="returnTo" value="/me/erase" />
          <Button>{sentences.freshButton}</Button>
        </Form>
      </section>
    );
  }
  return (
    <Form action="/me/erase" token={frame.token}>
      <Field
        name="email"
        type="email"
        label={sentences.address}
        hint={sentences.addressHint(email)}
        fault={faultOf(faults, 'email')}
        autoComplete="off"
      />
      <p className="quiet">{sentences.noMail}</p>
      <Button>{sentences.button}</Button>
    </Form>
  );
}

export function ErasedPage({ frame }: { frame: Frame }): ReactElement {
  return (
    <Page title={sentences.doneTitle} demo={frame.demo}>
      <h1>{sentences.doneTitle}</h1>
      <p className="lead">{sentences.doneLead}</p>
    </Page>
  );
}
