import { Outlet, useParams } from '@tanstack/react-router';
import { app, doorDesk, messagesApp, tablesApp } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Tabs } from '../../components/tabs.tsx';
import {
  mayImport,
  mayIntroduce,
  mayOpenDoors,
  mayReadCritique,
  mayReadInsights,
  mayReadMessages,
  mayReadPanelists,
  mayRunMixer,
} from '../../lib/rights.ts';
import { useTitle } from '../../lib/title.ts';
import { usePlannedMessages } from '../messages/message-queries.ts';
import { spanOf } from './event-span.ts';
import { EventState } from './event-state.tsx';
import { useEvent } from './event-queries.ts';
import styles from './event-frame.module.css';

/** The head of one event and the ways into it. */
export function EventFrame() {
  const event = useEvent();
  const { role } = useMembership();
  const { slug = '', eventId = '' } = useParams({ strict: false });
  useTitle(event.title);
  const planned = usePlannedMessages(mayReadMessages(role));
  const params = { slug, eventId };
  const words = app.events;
  const { startsAt, endsAt, timeZone, counts } = event;
  return (
    <>
      <header className={styles['head']}>
        <h1>{event.title}</h1>
        <p className={styles['when']}>
          <EventState state={event.state} />
          <span>{spanOf(startsAt, endsAt, timeZone)}</span>
        </p>
      </header>
      <Tabs
        label={words.tabs.label}
        tabs={[
          {
            label: words.tabs.overview,
            link: { to: '/$slug/events/$eventId', params, activeOptions: { exact: true } },
          },
          {
            label: words.tabs.guests,
            count: counts.confirmed + counts.offered + counts.waitlisted + counts.pending,
            link: { to: '/$slug/events/$eventId/guests', params },
          },
          ...(mayReadMessages(role)
            ? [
                {
                  label: messagesApp.tab,
                  count: planned,
                  link: { to: '/$slug/events/$eventId/messages', params },
                } as const,
              ]
            : []),
          ...(mayImport(role)
            ? [{ label: words.tabs.imports, link: { to: '/$slug/events/$eventId/import', params } } as const]
            : []),
          ...(mayReadPanelists(role)
            ? [{ label: app.agenda.tab, link: { to: '/$slug/events/$eventId/agenda', params } } as const]
            : []),
          ...(mayReadCritique(role)
            ? [
                {
                  label: app.critiqueSessions.tab,
                  link: { to: '/$slug/events/$eventId/critique-sessions', params },
                } as const,
              ]
            : []),
          ...(mayRunMixer(role) && event.mixer?.format === 'tables'
            ? [{ label: tablesApp.tab, link: { to: '/$slug/events/$eventId/tables', params } } as const]
            : []),
          ...(mayOpenDoors(role)
            ? [{ label: doorDesk.tab, link: { to: '/$slug/events/$eventId/door', params } } as const]
            : []),
          ...(mayIntroduce(role)
            ? [
                {
                  label: words.tabs.introductions,
                  link: { to: '/$slug/events/$eventId/introductions', params },
                } as const,
                {
                  label: words.tabs.circles,
                  link: { to: '/$slug/events/$eventId/circles', params },
                } as const,
              ]
            : []),
          ...(mayReadInsights(role)
            ? [
                {
                  label: words.tabs.insights,
                  link: { to: '/$slug/events/$eventId/insights', params },
                } as const,
              ]
            : []),
        ]}
      />
      <div className={styles['body']}>
        <Outlet />
      </div>
    </>
  );
}
