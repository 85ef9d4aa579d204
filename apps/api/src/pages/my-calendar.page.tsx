import { words } from '#libs/words';
import type { ReactElement } from 'react';
import { Button, Form, Notice, Page } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.calendar.mine;

export interface MyCalendarProps {
  frame: Frame;
  path: string;
  /** "https://…/calendar/….ics"; null while there is none. */
  address: string | null;
  saved: keyof typeof sentences.saved | null;
}

/** The private address of one's own calendar. */
export function MyCalendarPage({ frame, path, address, saved }: MyCalendarProps): ReactElement {
  return (
    <Page title={sentences.title} demo={frame.demo}>
      {saved === null ? null : (
        <Notice kind="good">
          <p>{sentences.saved[saved]}</p>
        </Notice>
      )}
      <h1>{sentences.title}</h1>
      <p className="lead">{sentences.lead}</p>
      {address === null ? (
        <>
          <p>{sentences.off}</p>
          <Form action={`${path}/renew`} token={frame.token}>
            <Button>{sentences.start}</Button>
          </Form>
        </>
      ) : (
        <Address frame={frame} path={path} address={address} />
      )}
      <hr />
      <p>
        <a href="/me">{sentences.back}</a>
      </p>
    </Page>
  );
}

function Address({
  frame,
  path,
  address,
}: Pick<MyCalendarProps, 'frame' | 'path'> & { address: string }): ReactElement {
  return (
    <>
      <section>
        <h2>{sentences.address}</h2>
        <p>
          <a className="button" href={address.replace(/^https?:/, 'webcal:')}>
            {sentences.open}
          </a>
        </p>
        <p>{sentences.how}</p>
        <p>
          <code>{address}</code>
        </p>
        <p>{sentences.secret}</p>
      </section>
      <section>
        <h2>{sentences.renew}</h2>
        <p>{sentences.renewLead}</p>
        <div className="actions">
          <Form action={`${path}/renew`} token={frame.token}>
            <Button kind="second">{sentences.renew}</Button>
          </Form>
          <Form action={`${path}/end`} token={frame.token}>
            <Button kind="plain">{sentences.end}</Button>
          </Form>
        </div>
      </section>
    </>
  );
}
