import { words } from '#libs/words';
import type { ReactElement } from 'react';
import { Button, Form } from './layout.tsx';
import type { MyRsvpPageProps } from './my-rsvp-props.ts';

const sentences = words.eveningInvitation;

/** For somebody with a seat, once there is something there: where they ask, find their table and swap contacts. */
export function Evening({
  frame,
  rsvp,
  path,
}: Pick<MyRsvpPageProps, 'frame' | 'rsvp' | 'path'>): ReactElement | null {
  const { status, eventCancelled, hasQuestions, hasTables, hasSwaps } = rsvp;
  if (status !== 'confirmed' || eventCancelled || !(hasQuestions || hasTables || hasSwaps)) return null;
  const offers = [
    hasQuestions ? sentences.questions : '',
    hasTables ? sentences.tables : '',
    hasSwaps ? sentences.swaps : '',
  ];
  return (
    <section>
      <h2>{sentences.title}</h2>
      <p>{offers.filter(Boolean).join(' ')}</p>
      <Way frame={frame} path={path} />
    </section>
  );
}

/** The link of one's RSVP opens that page too; somebody signed in is given it by a button, because a GET makes nothing. */
function Way({ frame, path }: Pick<MyRsvpPageProps, 'frame' | 'path'>): ReactElement {
  const token = /^\/my\/([^/]+)$/.exec(path)?.[1];
  if (token === undefined)
    return (
      <Form action={`${path}/evening`} token={frame.token}>
        <Button kind="second">{sentences.open}</Button>
      </Form>
    );
  return (
    <p>
      <a className="button second" href={`/evening/${token}`}>
        {sentences.open}
      </a>
    </p>
  );
}
