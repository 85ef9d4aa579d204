import { dayOf } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { MyEvening, MyRsvp } from '../attendees/my-rsvps.service.ts';
import type { MyIntroduction } from '../introductions/my-introductions.service.ts';
import { EventTime } from './event.page.tsx';
import { Button, Form, Notice, Page } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.pages.mine;

export interface MyRsvpPageProps {
  frame: Frame;
  rsvp: MyRsvp;
  /** Where the cancel button posts. */
  cancelPath: string;
}

/** One RSVP: how it stands, and a way out. */
export function MyRsvpPage({ frame, rsvp, cancelPath }: MyRsvpPageProps): ReactElement {
  const where = [rsvp.place, rsvp.city].filter((part) => part !== '').join(', ');
  return (
    <Page
      title={`${sentences.status} · ${rsvp.title}`}
      accent={rsvp.organizationAccent}
      demo={frame.demo}
      house={{ name: rsvp.organizationName, href: `/o/${rsvp.organizationSlug}` }}
    >
      <h1>{rsvp.title}</h1>
      <Standing rsvp={rsvp} />
      <dl className="facts">
        <dt>{words.pages.event.when}</dt>
        <dd>
          <EventTime event={rsvp} />
        </dd>
        {where === '' ? null : (
          <>
            <dt>{words.pages.event.where}</dt>
            <dd>{where}</dd>
          </>
        )}
        {rsvp.privatePlace === null ? null : (
          <>
            <dt>{sentences.privatePlace}</dt>
            <dd>
              <PrivatePlace text={rsvp.privatePlace} />
            </dd>
          </>
        )}
        <dt>{sentences.as}</dt>
        <dd>{rsvp.name}</dd>
      </dl>
      {rsvp.cancellable ? <GiveUp frame={frame} rsvp={rsvp} path={cancelPath} /> : null}
      <p>
        <a href={`/e/${rsvp.slug}`}>{sentences.event}</a>
      </p>
    </Page>
  );
}

function Standing({ rsvp }: { rsvp: MyRsvp }): ReactElement {
  if (rsvp.eventCancelled) {
    return (
      <Notice kind="warn" title={sentences.eventCancelled}>
        {rsvp.cancelReason === null ? null : <p>{rsvp.cancelReason}</p>}
      </Notice>
    );
  }
  if (rsvp.over) {
    return (
      <Notice title={sentences.over}>{rsvp.status === 'confirmed' ? <p>{sentences.went}</p> : null}</Notice>
    );
  }
  const good = rsvp.status === 'confirmed' || rsvp.status === 'offered';
  return (
    <Notice kind={good ? 'good' : 'plain'} title={sentences.statuses[rsvp.status]}>
      <p>{standingText(rsvp)}</p>
    </Notice>
  );
}

function standingText({ status, cancelCause, placeInQueue }: MyRsvp): string {
  if (status === 'waitlisted') return sentences.place(placeInQueue ?? 1);
  if (status === 'cancelled' && cancelCause === 'by-host') return sentences.statusText.cancelledByHost;
  return sentences.statusText[status];
}

/** A join link is a link; a street is a text. */
function PrivatePlace({ text }: { text: string }): ReactElement {
  if (!/^https?:\/\/\S+$/.test(text)) return <>{text}</>;
  return (
    <a href={text} rel="noreferrer">
      {text}
    </a>
  );
}

function GiveUp({ frame, rsvp, path }: { frame: Frame; rsvp: MyRsvp; path: string }): ReactElement {
  return (
    <section>
      <h2>{sentences.cancelTitle}</h2>
      <p>{rsvp.status === 'confirmed' ? sentences.cancelLead : sentences.cancelLeadWaiting}</p>
      <Form action={path} token={frame.token}>
        <Button kind="second">{sentences.cancel}</Button>
      </Form>
    </section>
  );
}

export interface MePageProps {
  frame: Frame;
  email: string;
  evenings: readonly MyEvening[];
  introductions: readonly MyIntroduction[];
}

/** Everything of one person, over all organizations. */
export function MePage({ frame, email, evenings, introductions }: MePageProps): ReactElement {
  const next = evenings.filter(({ over }) => !over);
  const past = evenings.filter(({ over }) => over);
  return (
    <Page title={sentences.title} demo={frame.demo}>
      <h1>{sentences.title}</h1>
      {evenings.length === 0 ? <p className="lead">{sentences.none}</p> : null}
      <Evenings title={sentences.next} evenings={next} />
      <Introductions introductions={introductions} />
      <Evenings title={sentences.past} evenings={past} />
      <hr />
      <p className="quiet">{sentences.signedInAs(email)}</p>
      <div className="actions">
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
          </li>
        ))}
      </ul>
    </section>
  );
}

/** People, each with where it began; never a score. */
function Introductions({ introductions }: { introductions: readonly MyIntroduction[] }): ReactElement | null {
  if (introductions.length === 0) return null;
  return (
    <section>
      <h2>{sentences.introductions}</h2>
      <ul className="list">
        {introductions.map(({ id, name, eventTitle, timeZone, introducedAt }) => (
          <li key={id}>
            <h3>{name}</h3>
            {sentences.introduced(eventTitle, dayOf(introducedAt, timeZone))}
          </li>
        ))}
      </ul>
    </section>
  );
}
