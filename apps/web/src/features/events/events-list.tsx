import { Button } from '@mantine/core';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { app } from '#libs/words';
import { useMe, useMembership } from '../../app/me.ts';
import { Empty } from '../../components/empty.tsx';
import { ButtonLink } from '../../components/links.tsx';
import { moveThroughRows } from '../../lib/keys.ts';
import { mayEditEvents } from '../../lib/rights.ts';
import type { EventView } from '../../lib/shapes.ts';
import { useTitle } from '../../lib/title.ts';
import { EventRow } from './event-row.tsx';
import { eventsQuery } from './event-queries.ts';
import styles from './events-list.module.css';

export function EventsList() {
  const words = app.events;
  const membership = useMembership();
  const now = Date.parse(useMe().now);
  useTitle(words.title);
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    eventsQuery(membership.organizationId),
  );
  const events = data.pages.flatMap((page) => page.events);
  const upcoming = events.filter((event) => Date.parse(event.endsAt) >= now).sort(byStart);
  const past = events.filter((event) => Date.parse(event.endsAt) < now).sort((a, b) => byStart(b, a));
  const mayPost = mayEditEvents(membership.role);
  return (
    <>
      <div className={`row spread ${styles['head'] ?? ''}`}>
        <h1>{words.title}</h1>
        {mayPost && events.length > 0 && <PostButton slug={membership.slug} />}
      </div>
      {events.length === 0 && (
        <Empty title={words.none} text={words.noneText}>
          {mayPost && <PostButton slug={membership.slug} />}
        </Empty>
      )}
      <EventGroup title={words.upcoming} events={upcoming} slug={membership.slug} />
      <EventGroup title={words.past} events={past} slug={membership.slug} />
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}

const byStart = (a: EventView, b: EventView): number => Date.parse(a.startsAt) - Date.parse(b.startsAt);

const PostButton = ({ slug }: { slug: string }) => (
  <ButtonLink to="/$slug/events/new" params={{ slug }}>
    {app.events.post}
  </ButtonLink>
);

function EventGroup({ title, events, slug }: { title: string; events: EventView[]; slug: string }) {
  if (events.length === 0) return null;
  return (
    <section aria-label={title} className={styles['group']}>
      <h2>{title}</h2>
      <ul onKeyDown={moveThroughRows}>
        {events.map((event) => (
          <EventRow key={event.id} event={event} slug={slug} />
        ))}
      </ul>
    </section>
  );
}
