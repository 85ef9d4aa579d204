import { momentOf } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import { Button, Form } from './layout.tsx';
import type { MyRsvpPageProps } from './my-rsvp-props.ts';

const sentences = words.critiqueInvitation;

/** For somebody with a seat at an evening with a critique session: where they bring a work, and find what came of it. */
export function Critique({
  frame,
  rsvp,
  path,
}: Pick<MyRsvpPageProps, 'frame' | 'rsvp' | 'path'>): ReactElement | null {
  const { status, eventCancelled, critiqueSessions, worksUntil, timeZone, hasDraft } = rsvp;
  if (status !== 'confirmed' || eventCancelled || critiqueSessions === 0) return null;
  const label = worksUntil === null ? sentences.page : sentences.mine;
  return (
    <section>
      <h2>{critiqueSessions === 1 ? sentences.title : sentences.titles}</h2>
      <p>{worksUntil === null ? sentences.pageText : sentences.mineText(momentOf(worksUntil, timeZone))}</p>
      {hasDraft ? <p>{sentences.draft}</p> : null}
      <Way frame={frame} path={path} label={label} />
    </section>
  );
}

/** The link of one's RSVP opens that page too; somebody signed in is given one by a button, because a GET makes nothing. */
function Way({
  frame,
  path,
  label,
}: Pick<MyRsvpPageProps, 'frame' | 'path'> & { label: string }): ReactElement {
  const token = /^\/my\/([^/]+)$/.exec(path)?.[1];
  if (token === undefined)
    return (
      <Form action={`${path}/critique`} token={frame.token}>
        <Button kind="second">{label}</Button>
      </Form>
    );
  return (
    <p>
      <a className="button second" href={`/critique/${token}`}>
        {label}
      </a>
    </p>
  );
}
