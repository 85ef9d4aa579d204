import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Empty } from '../../components/empty.tsx';
import { Fault } from '../../components/fault.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { sentenceOf } from '../../lib/problem.ts';
import type { EventCounts } from '../../lib/shapes.ts';
import { useEvent } from '../events/event-queries.ts';
import { type GuestView, attendeesQuery, guestViews } from './attendee-queries.ts';
import { GuestTable } from './guest-table.tsx';
import styles from './guests.module.css';

/** Everybody of one event, by where they stand. */
export function Guests() {
  const words = app.guests;
  const path = useEventPath();
  const { counts: eventCounts } = useEvent();
  const { show } = useSearch({ strict: false });
  const view = guestViews.find(({ id }) => id === show) ?? guestViews[0];
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const list = useInfiniteQuery({
    ...attendeesQuery(path, { status: view.status, search }),
    placeholderData: keepPreviousData,
  });
  const counts = list.data?.pages[0]?.counts ?? eventCounts;
  const guests = list.data?.pages.flatMap((page) => page.attendees) ?? [];
  return (
    <>
      <div className={styles['bar']}>
        <GuestTabs counts={counts} />
        <TextInput
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
          }}
        />
      </div>
      <p role="status" className="unseen">
        {search !== '' && !list.isFetching && words.found(guests.length)}
      </p>
      {list.isPending && <Waiting />}
      {list.isError && <Fault>{sentenceOf(list.error)}</Fault>}
      {list.data !== undefined && guests.length === 0 && <NobodyHere view={view} search={search} />}
      {guests.length > 0 && <GuestTable guests={guests} />}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}

function GuestTabs({ counts }: { counts: EventCounts }) {
  const { slug = '', eventId = '' } = useParams({ strict: false });
  return (
    <Tabs
      minor
      label={app.guests.views.label}
      tabs={guestViews.map(({ id, count }, at) => ({
        label: app.guests.views[id],
        count: count(counts),
        link: {
          to: '/$slug/events/$eventId/guests',
          params: { slug, eventId },
          search: at === 0 ? {} : { show: id },
          activeOptions: { exact: true, includeSearch: true },
        },
      }))}
    />
  );
}

function NobodyHere({ view, search }: { view: GuestView; search: string }) {
  const words = app.guests;
  if (search !== '') return <Empty title={words.noMatch} text={words.noMatchText(search)} />;
  return <Empty title={words.empty[view.id].title} text={words.empty[view.id].text} />;
}
