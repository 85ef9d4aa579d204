import { dayOf } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { MyEvening } from '../attendees/my-rsvps.service.ts';
import type { MyReturn } from '../insights/my-return.service.ts';
import type { MyCircleLine } from '../circles/my-circles.service.ts';
import type { Mine } from '../introductions/my-introductions.service.ts';
import { EventTime } from './event.page.tsx';
import { Button, Form, Page } from './layout.tsx';
import { MyReturnSection } from './my-return.tsx';
import { MyCircles } from './my-circles.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.pages.mine;

export interface MePageProps {
  frame: Frame;
  email: string;
  evenings: readonly MyEvening[];
  introductions: Mine;
  circles: readonly MyCircleLine[];
  own: MyReturn;
}

/** Everything of one person, over all organizations. */
export function MePage({ frame, email, evenings, introductions, circles, own }: MePageProps): ReactElement {
  const next = evenings.filter(({ over }) => !over);
  const past = evenings.filter(({ over }) => over);
  return (
    <Page title={sentences.title} demo={frame.demo}>
      <h1>{sentences.title}</h1>
      {evenings.length === 0 ? <p className="lead">{sentences.none}</p> : null}
      <Evenings title={sentences.next} evenings={next} />
      <Introductions mine={introductions} />
      <MyCircles circles={circles} />
      <Evenings title={sentences.past} evenings={past} />
      <MyReturnSection own={own} introductions={introductions.introductions} />
      <hr />
      <p className="quiet">{sentences.signedInAs(email)}</p>
      <div className="actions">
        <a href="/me/calendar">{words.calendar.mine.link}</a>
        <a href="/me/mail">{words.myMail.link}</a>
        <a href="/me/privacy">{words.privacy.page.link}</a>
        <a href="/app/">{sentences.app}</a>
        <Form action="/sign-out" token={frame.token}>
          <Button kind="plain">{sentences.signOut}</Button>
        </Form>
      </div>
    </Page>
  );
}

function Evenings({
  title,
  evenings,
}: {
  title: string;
  evenings: readonly MyEvening[];
}): ReactElement | null {
  if (evenings.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="list">
        {evenings.map((evening) => (
          <li key={evening.attendeeId}>
            <h3>
              <a href={`/me/rsvps/${evening.attendeeId}`}>{evening.title}</a>
            </h3>
            <EventTime event={evening} />
            <br />
            <span className="quiet">
              {evening.organizationName}
              {' · '}
              {evening.cancelled ? sentences.eventCancelled : sentences.statuses[evening.status]}
            </span>
            {evening.morning ? (
              <p>
                <a href={`/me/rsvps/${evening.attendeeId}/morning`}>{words.morning.ask}</a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** People, each with where it began, and the way to everything about them; never a score. */
function Introductions({ mine: { introductions, asks } }: { mine: Mine }): ReactElement {
  const open = asks.filter(({ answer }) => answer === null).length;
  return (
    <section>
      {introductions.length === 0 ? null : (
        <>
          <h2>{sentences.introductions}</h2>
          <ul className="list">
            {introductions.map(({ id, name, eventTitle, timeZone, introducedAt }) => (
              <li key={id}>
                <h3>
                  <a href={`/me/introductions#i-${id}`}>{name ?? words.myIntroductions.page.somebody}</a>
                </h3>
                {sentences.introduced(eventTitle, dayOf(introducedAt, timeZone))}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href="/me/introductions">
          {open === 0 ? sentences.allIntroductions : sentences.questionsWait(open)}
        </a>
      </p>
    </section>
  );
}
