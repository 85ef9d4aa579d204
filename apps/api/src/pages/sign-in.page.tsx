import { words } from '#libs/words';
import type { ReactElement } from 'react';
import { Button, Fault, Field, type FieldFault, Form, Page, faultOf } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.auth;

interface Framed {
  frame: Frame;
}

export interface AskProps extends Framed {
  email?: string;
  returnTo: string | null;
  faults?: readonly FieldFault[];
  /** A refusal that belongs to no field. */
  refusal?: string | undefined;
  /** Whether the one-click sign-in of the demo stands under the form. */
  demoSignIn: boolean;
}

export function AskPage({
  frame,
  email,
  returnTo,
  faults = [],
  refusal,
  demoSignIn,
}: AskProps): ReactElement {
  return (
    <Page title={sentences.title} demo={frame.demo}>
      <h1>{sentences.title}</h1>
      <Fault faults={faults} sentence={refusal} />
      <p className="lead">{sentences.lead}</p>
      <Form action="/sign-in" token={frame.token}>
        <ReturnTo path={returnTo} />
        <EmailField email={email} faults={faults} />
        <Button>{sentences.send}</Button>
      </Form>
      {demoSignIn ? (
        <>
          <hr />
          <h2>{sentences.demoTitle}</h2>
          <p>{sentences.demoLead}</p>
          <Form action="/sign-in/demo" token={frame.token}>
            <ReturnTo path={returnTo} />
            <Button kind="second">{sentences.demoSignIn}</Button>
          </Form>
        </>
      ) : null}
    </Page>
  );
}

export interface CodeProps extends Framed {
  email: string;
  code?: string;
  faults?: readonly FieldFault[];
}

/** After asking: the same for every address. */
export function CodePage({ frame, email, code, faults = [] }: CodeProps): ReactElement {
  return (
    <Page title={sentences.sentTitle} demo={frame.demo}>
      <h1>{sentences.sentTitle}</h1>
      <Fault faults={faults} />
      <p className="lead">{sentences.sentLead(email)}</p>
      <p>{sentences.sentHow}</p>
      <Form action="/sign-in/code" token={frame.token}>
        <input type="hidden" name="email" value={email} />
        <Field
          name="code"
          label={sentences.code}
          hint={sentences.codeHint}
          value={code}
          fault={faultOf(faults, 'code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          className="digits"
        />
        <Button>{sentences.useCode}</Button>
      </Form>
      <p>
        <a href="/sign-in">{sentences.otherAddress}</a>
      </p>
    </Page>
  );
}

export function LinkPage({ frame, token, email }: Framed & { token: string; email: string }): ReactElement {
  return (
    <Page title={sentences.linkTitle} demo={frame.demo}>
      <h1>{sentences.linkTitle}</h1>
      <p className="lead">{sentences.linkLead(email)}</p>
      <Form action={`/sign-in/link/${token}`} token={frame.token}>
        <Button>{sentences.useLink(email)}</Button>
      </Form>
      <p>
        <small>{sentences.linkWhy}</small>
      </p>
    </Page>
  );
}

/** The link is good, but another browser asked for it. Says nothing of the address. */
export function ElsewherePage({ frame }: Framed): ReactElement {
  return (
    <Page title={sentences.elsewhereTitle} demo={frame.demo}>
      <h1>{sentences.elsewhereTitle}</h1>
      <p className="lead">{sentences.elsewhereLead}</p>
      <p>{sentences.elsewhereHow}</p>
      <p className="actions">
        <a className="button second" href="/sign-in">
          {sentences.startHere}
        </a>
      </p>
    </Page>
  );
}

export function UsedLinkPage({ frame }: Framed): ReactElement {
  return (
    <Page title={sentences.usedTitle} demo={frame.demo}>
      <h1>{sentences.usedTitle}</h1>
      <p className="lead">{words.problems['sign-in-link-used']}</p>
      <p className="actions">
        <a className="button" href="/sign-in">
          {sentences.askAgain}
        </a>
      </p>
    </Page>
  );
}

export function SignedInPage({ frame, email, goOn }: Framed & { email: string; goOn: string }): ReactElement {
  return (
    <Page title={sentences.signedInTitle} demo={frame.demo}>
      <h1>{sentences.signedInTitle}</h1>
      <p className="lead">{sentences.signedInAs(email)}</p>
      <div className="actions">
        <a className="button" href={goOn}>
          {sentences.goOn}
        </a>
        <Form action="/sign-out" token={frame.token}>
          <Button kind="plain">{sentences.signOut}</Button>
        </Form>
      </div>
    </Page>
  );
}

export interface FirstOwnerProps extends Framed {
  token: string;
  email?: string;
  faults?: readonly FieldFault[];
}

export function FirstOwnerPage({ frame, token, email, faults = [] }: FirstOwnerProps): ReactElement {
  return (
    <Page title={sentences.firstOwnerTitle} demo={frame.demo}>
      <h1>{sentences.firstOwnerTitle}</h1>
      <Fault faults={faults} />
      <p className="lead">{sentences.firstOwnerLead}</p>
      <Form action={`/sign-in/first-owner/${token}`} token={frame.token}>
        <EmailField email={email} faults={faults} />
        <Button>{sentences.useFirstOwner}</Button>
      </Form>
    </Page>
  );
}

function EmailField({
  email,
  faults,
}: {
  email: string | undefined;
  faults: readonly FieldFault[];
}): ReactElement {
  return (
    <Field
      name="email"
      type="email"
      label={sentences.email}
      value={email}
      fault={faultOf(faults, 'email')}
      autoComplete="email"
      inputMode="email"
      maxLength={254}
    />
  );
}

function ReturnTo({ path }: { path: string | null }): ReactElement | null {
  return path === null ? null : <input type="hidden" name="returnTo" value={path} />;
}
