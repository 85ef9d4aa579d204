import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useEventPath, useMembership } from '../../app/me.ts';
import type { GuestSort } from '../../lib/api.ts';
import { mayEditGuests } from '../../lib/rights.ts';
import { Invitations } from '../invitations/invitations.tsx';
import { GuestList } from './guest-list.tsx';
import { attendeesQuery, guestViews } from './guest-queries.ts';
import { GuestTabs } from './guest-tabs.tsx';
import { GuestTools } from './guest-tools.tsx';

/** Everybody of one event, by where they stand. */
export function Guests() {
  const path = useEventPath();
  const { show } = useSearch({ strict: false });
  const mayEdit = mayEditGuests(useMembership().role);
  const view = guestViews.find((id) => id === show && (id !== 'invited' || mayEdit)) ?? guestViews[0];
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [chosen, setChosen] = useState<GuestSort>();
  const sort = chosen === 'queue' && view !== 'waitlist' ? undefined : chosen;
  // Also where the invitations stand: the counts of the tabs come with it.
  const tab = view === 'invited' ? 'going' : view;
  const list = useInfiniteQuery({
    ...attendeesQuery(path, { tab, search, sort }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <GuestTabs view={view} counts={list.data?.pages[0]?.counts} />
      {view === 'invited' ? (
        <Invitations path={path} />
      ) : (
        <>
          <GuestTools
            isQueue={view === 'waitlist'}
            typed={typed}
            type={setTyped}
            sort={sort ?? (view === 'waitlist' ? 'queue' : 'name')}
            setSort={setChosen}
          />
          <GuestList key={view} view={view} search={search} list={list} />
        </>
      )}
    </>
  );
}
