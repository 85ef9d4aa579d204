import { eventTime } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { MyStatusAt } from '../attendees/my-status.service.ts';
import type { PublicEventRow } from '../events/public-events.queries.ts';
import { Agenda } from './event-agenda.tsx';
import { CritiqueSessions } from './event-critique.tsx';
import { EventHead } from './event-head.tsx';
import { MineNotice, isOnTheList, standsInTheWay } from './event-mine.tsx';
import { ClosedNotice, EventRules, ForWhom, SeatsLeft, closedBecause } from './event-rules.tsx';
import { Fault, type FieldFault, Notice, Page } from './layout.tsx';
import { markdownToHtml } from './markdown.ts';
import type { Frame } from './page-frame.ts';
import { fieldsOf, withLabels } from './rsvp-fields.ts';
import { type RsvpFields, RsvpForm, rsvpTitle } from './rsvp-form.tsx';

const sentences = words.pages.event;

export interface EventPageProps {
  frame: Frame;
  event: PublicEventRow;
  fields: RsvpFields;
  faults?: readonly FieldFault[];
  /** A refusal that belongs to no field. */
  refusal?: string | undefined;
  signedInAs: string | null;
  /** How the person of a session stands here; null without one. */
  mine: MyStatusAt | null;
}

export function EventPage(props: EventPageProps): ReactElement {
  const { frame, event, faults = [], refusal, mine } = props;
  const because = closedBecause(event);
  const open = because === null && !standsInTheWay(mine);
  const organizationPath = `/o/${event.organizationSlug}`;
  return (
    <Page
      title={`${event.title} · ${event.organizationName}`}
      accent={event.organizationAccent}
      demo={frame.demo}
      house={{ name: event.organizationName, href: organizationPath }}
      head={<EventHead event={event} />}
    >
      <Fault faults={withLabels(faults, event.questions)} sentence={refusal} />
      {event.state === 'cancelled' ? (
        <Notice kind="warn" title={sentences.cancelledTitle}>
          {event.cancelReason === null ? null : <p>{event.cancelReason}</p>}
        </Notice>
      ) : null}
      <h1>{event.title}</h1>
      <MineNotice mine={mine} event={event} />
      <Facts event={event} />
      {open ? <ToForm event={event} /> : null}
      {event.description === '' ? null : (
        <div dangerouslySetInnerHTML={{ __html: markdownToHtml(event.description) }} />
      )}
      <Agenda event={event} />
      <Mixer event={event} />
      <CritiqueSessions event={event} />
      {open ? (
        <RsvpForm {...props} faults={faults}>
          <ForWhom event={event} />
        </RsvpForm>
      ) : null}
      {because === null && isOnTheList(mine) ? <ForSomebodyElse {...props} faults={faults} /> : null}
      {because === null ? null : <ClosedNotice event={event} because={because} />}
    </Page>
  );
}

/** On a phone the form is some screens away. */
function ToForm({ event }: { event: PublicEventRow }): ReactElement {
  return (
    <p className="actions">
      <a className="button second" href="#rsvp">
        {rsvpTitle(event)}
      </a>
    </p>
  );
}

function Facts({ event }: { event: PublicEventRow }): ReactElement {
  const where = [event.place, event.city].filter((part) => part !== '').join(', ');
  return (
    <dl className="facts">
      <dt>{sentences.when}</dt>
      <dd>
        <EventTime event={event} />{' '}
        {typeof event.seriesSlug === 'string' && (
          <a href={`/o/${event.organizationSlug}/series/${event.seriesSlug}`}>{sentences.allDates}</a>
        )}
      </dd>
      {where === '' ? null : (
        <>
          <dt>{sentences.where}</dt>
          <dd>
            {where}{' '}
            <a
              href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(where)}`}
              rel="noreferrer"
            >
              {sentences.map}
            </a>
          </dd>
        </>
      )}
      <dt>{sentences.hostedBy}</dt>
      <dd>
        <a href={`/o/${event.organizationSlug}`}>{event.organizationName}</a>
      </dd>
      <EventRules event={event} />
      <SeatsLeft event={event} />
    </dl>
  );
}

export interface TimedEvent {
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
}

/** In the event's own zone, by name; programs read the instant. */
export function EventTime({ event }: { event: TimedEvent }): ReactElement {
  const { startsAt, endsAt, timeZone } = event;
  return <time dateTime={startsAt.toISOString()}>{eventTime(startsAt, endsAt, timeZone)}</time>;
}

function Mixer({ event: { mixerFormat } }: { event: PublicEventRow }): ReactElement | null {
  if (mixerFormat === null) return null;
  return (
    <>
      <h2>{sentences.mixer}</h2>
      <p className="lead">{sentences.mixers[mixerFormat]}</p>
    </>
  );
}

/** Somebody who has an RSVP may ask for a friend, who answers the mail themself. */
function ForSomebodyElse(props: EventPageProps & { faults: readonly FieldFault[] }): ReactElement {
  const sent = props.faults.length > 0 || props.refusal !== undefined;
  return (
    <details open={sent}>
      <summary>{sentences.forSomebodyElse}</summary>
      <RsvpForm {...props} fields={sent ? props.fields : fieldsOf(undefined)} signedInAs={null} />
    </details>
  );
}
