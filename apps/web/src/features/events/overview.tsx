import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { app, messagesApp } from '#libs/words';
import { useEventPath, useMe, useMembership } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { Figures } from '../../components/figures.tsx';
import { ButtonLink } from '../../components/links.tsx';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { mayEditEvents, mayIntroduce, mayWriteMessages } from '../../lib/rights.ts';
import type { EventView } from '../../lib/shapes.ts';
import { TellGuests } from '../messages/tell-guests.tsx';
import { SeriesPanel } from '../series/series-panel.tsx';
import { CancelEvent } from './cancel-event.tsx';
import { eventQuery, useEvent } from './event-queries.ts';
import styles from './overview.module.css';
import { rulesSummary } from './rules-summary.ts';
import { UnsureMails } from './unsure-mails.tsx';

/** Where the event stands, and the one next step. */
export function Overview() {
  const event = useEvent();
  const { role } = useMembership();
  const mayEdit = mayEditEvents(role);
  const words = app.events;
  return (
    <>
      <TellGuests canWait />
      <div className={styles['overview']}>
        <div className="stack" style={{ '--gap': '2rem' } as React.CSSProperties}>
          {event.state === 'cancelled' && <Fault>{words.cancelledBecause(event.cancelReason ?? '')}</Fault>}
          {mayIntroduce(role) && <UnsureMails />}
          <Figures figures={figuresOf(event)} />
          <Facts event={event} />
        </div>
        <aside aria-label={words.next} className={styles['next']}>
          {event.state === 'draft' && mayEdit && <Publish />}
          <NextStep event={event} />
          {mayEdit && <SeriesPanel cancelled={event.state === 'cancelled'} />}
          {mayEdit && event.state !== 'cancelled' && <EditAndCancel event={event} />}
        </aside>
      </div>
    </>
  );
}

function figuresOf({ counts, capacity }: EventView) {
  const units = app.events.figures;
  const figures = [
    { value: counts.confirmed, unit: units.going },
    { value: counts.seatsTaken, unit: units.taken(capacity) },
    { value: counts.waitlisted, unit: units.waitlisted },
    { value: counts.checkedIn, unit: units.checkedIn },
    { value: counts.offered, unit: units.offered },
    { value: counts.pending, unit: units.pending },
    { value: counts.held, unit: units.held },
    { value: counts.cancelled + counts.declined, unit: units.notGoing },
  ];
  return figures.filter(({ value }, at) => at < 2 || value > 0);
}

function Facts({ event }: { event: EventView }) {
  const words = app.events.facts;
  const facts: [string, string | null][] = [
    [words.place, [event.place, event.city].filter((part) => part !== '').join(', ')],
    [words.privatePlace, event.privatePlace],
    [words.panels, event.panels.map(({ topic }) => topic).join('\n')],
    [words.mixer, event.mixer === null ? null : app.events.mixer[event.mixer.format]],
    [words.rules, rulesSummary(event)],
    [words.questions, questionsOf(event)],
    [words.description, event.description],
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, value]) =>
        value === null || value === '' ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function questionsOf({ questions }: EventView): string | null {
  const required = questions.filter((question) => question.required).length;
  return questions.length === 0 ? null : app.events.questions.summary(questions.length, required);
}

function Publish() {
  const path = useEventPath();
  const queries = useQueryClient();
  const publish = useMutation({
    mutationFn: () => api.events.publish(path),
    onSuccess: (event) => {
      queries.setQueryData(eventQuery(path).queryKey, event);
      void queries.invalidateQueries({ queryKey: ['events', path.organizationId] });
    },
  });
  return (
    <div className="stack">
      <h2>{app.events.draftTitle}</h2>
      <p className="soft">{app.events.draftText}</p>
      {publish.isError && <Fault>{sentenceOf(publish.error)}</Fault>}
      <Button
        onClick={() => {
          publish.mutate();
        }}
        loading={publish.isPending}
      >
        {app.events.publish}
      </Button>
    </div>
  );
}

/** Before the evening: share the page. After it: bring the guest list, then introduce. */
function NextStep({ event }: { event: EventView }) {
  const words = app.events;
  const params = useParams({ strict: false });
  const { role } = useMembership();
  const over = Date.parse(useMe().now) > Date.parse(event.endsAt);
  const path = { slug: params.slug ?? '', eventId: params.eventId ?? '' };
  if (event.state === 'draft') return null;
  return (
    <div className="stack">
      {!over && (
        <>
          <h2>{words.publicTitle}</h2>
          <p className={styles['address']}>
            <a href={event.pageUrl}>{event.pageUrl.replace(/^https?:\/\//, '')}</a>
          </p>
        </>
      )}
      {over && event.counts.checkedIn === 0 && (
        <>
          <h2>{words.importTitle}</h2>
          <p className="soft">{words.importText}</p>
          <ButtonLink to="/$slug/events/$eventId/import" params={path}>
            {words.importButton}
          </ButtonLink>
        </>
      )}
      {over && event.counts.checkedIn > 0 && (
        <>
          <h2>{words.introduceTitle}</h2>
          <p className="soft">{words.introduceText(event.counts.checkedIn)}</p>
          <ButtonLink to="/$slug/events/$eventId/introductions" params={path}>
            {words.introduceButton}
          </ButtonLink>
          {mayWriteMessages(role) && (
            <ButtonLink
              variant="default"
              to="/$slug/events/$eventId/messages/$messageId"
              params={{ ...path, messageId: 'new' }}
              search={{ to: 'came' }}
            >
              {messagesApp.writeToThose}
            </ButtonLink>
          )}
        </>
      )}
      {over && (
        <p>
          <a href={event.pageUrl}>{words.seePage}</a>
        </p>
      )}
    </div>
  );
}

function EditAndCancel({ event }: { event: EventView }) {
  const [cancelling, setCancelling] = useState(false);
  const { slug = '', eventId = '' } = useParams({ strict: false });
  return (
    <div className={styles['more']}>
      <Link to="/$slug/events/$eventId/edit" params={{ slug, eventId }}>
        {app.events.edit}
      </Link>
      {event.state === 'published' && (
        <Button
          variant="subtle"
          onClick={() => {
            setCancelling(true);
          }}
        >
          {app.events.cancel.open}
        </Button>
      )}
      <CancelEvent
        opened={cancelling}
        close={() => {
          setCancelling(false);
        }}
        event={event}
      />
    </div>
  );
}
