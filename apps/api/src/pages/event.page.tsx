import { eventTime } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { PublicEventRow } from '../events/public-events.queries.ts';
import { EventHead } from './event-head.tsx';
import { Fault, type FieldFault, Notice, Page } from './layout.tsx';
import { markdownToHtml } from './markdown.ts';
import type { Frame } from './page-frame.ts';
import { type RsvpFields, RsvpForm, labelOf } from './rsvp-form.tsx';

const sentences = words.pages.event;

export interface EventPageProps {
  frame: Frame;
  event: PublicEventRow;
  fields: RsvpFields;
  faults?: readonly FieldFault[];
  /** A refusal that belongs to no field. */
  refusal?: string | undefined;
  signedInAs: string | null;
}

export function EventPage(props: EventPageProps): ReactElement {
  const { frame, event, faults = [], refusal } = props;
  const open = event.state === 'published' && !event.over;
  const organizationPath = `/o/${event.organizationSlug}`;
  return (
    <Page
      title={`${event.title} · ${event.organizationName}`}
      accent={event.organizationAccent}
      demo={frame.demo}
      house={{ name: event.organizationName, href: organizationPath }}
      head={<EventHead event={event} />}
    >
      <Fault faults={faults.map(withLabel)} sentence={refusal} />
      {event.state === 'cancelled' ? (
        <Notice kind="warn" title={sentences.cancelledTitle}>
          {event.cancelReason === null ? null : <p>{event.cancelReason}</p>}
        </Notice>
      ) : null}
      <h1>{event.title}</h1>
      <Facts event={event} open={open} />
      {open ? <ToForm full={event.seatsLeft === 0} /> : null}
      {event.description === '' ? null : (
        <div dangerouslySetInnerHTML={{ __html: markdownToHtml(event.description) }} />
      )}
      <Formats event={event} />
      {open ? (
        <RsvpForm {...props} slug={event.slug} full={event.seatsLeft === 0} faults={faults} />
      ) : (
        <Closed event={event} />
      )}
    </Page>
  );
}

const withLabel = ({ field, detail }: FieldFault): FieldFault => ({
  field,
  detail: words.pages.rsvp.faultOf(labelOf(field), detail),
});

/** On a phone the form is some screens away. */
function ToForm({ full }: { full: boolean }): ReactElement {
  return (
    <p className="actions">
      <a className="button second" href="#rsvp">
        {full ? words.pages.rsvp.titleFull : words.pages.rsvp.title}
      </a>
    </p>
  );
}

function Facts({ event, open }: { event: PublicEventRow; open: boolean }): ReactElement {
  const where = [event.place, event.city].filter((part) => part !== '').join(', ');
  return (
    <dl className="facts">
      <dt>{sentences.when}</dt>
      <dd>
        <EventTime event={event} />
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
      {open ? (
        <>
          <dt>{sentences.seats}</dt>
          <dd>{event.seatsLeft === 0 ? sentences.full : sentences.seatsLeft(event.seatsLeft)}</dd>
        </>
      ) : null}
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

function Formats({ event: { panels, mixerFormat } }: { event: PublicEventRow }): ReactElement {
  return (
    <>
      {panels.length === 0 ? null : (
        <>
          <h2>{panels.length === 1 ? sentences.panel : sentences.panels}</h2>
          {panels.length === 1 ? (
            <p className="lead">{panels[0]?.topic}</p>
          ) : (
            <ol>
              {panels.map(({ topic }, position) => (
                <li key={position}>{topic}</li>
              ))}
            </ol>
          )}
        </>
      )}
      {mixerFormat === null ? null : (
        <>
          <h2>{sentences.mixer}</h2>
          <p className="lead">{sentences.mixers[mixerFormat]}</p>
        </>
      )}
    </>
  );
}

function Closed({ event }: { event: PublicEventRow }): ReactElement {
  return (
    <>
      {event.state === 'cancelled' ? null : (
        <Notice title={sentences.overTitle}>
          <p>{sentences.over}</p>
        </Notice>
      )}
      <p>
        <a href={`/o/${event.organizationSlug}`}>{sentences.upcoming(event.organizationName)}</a>
      </p>
    </>
  );
}
