import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Empty } from '../../components/empty.tsx';
import { Fault } from '../../components/fault.tsx';
import { Waiting } from '../../components/waiting.tsx';
import type { GuestTab } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { mayEditGuests } from '../../lib/rights.ts';
import type { AttendeeCounts, AttendeesView } from '../../lib/shapes.ts';
import { DecideSeveral } from './decide-several.tsx';
import { GuestDetail } from './guest-detail.tsx';
import { GuestTable } from './guest-table.tsx';
import { useSelection } from './use-selection.ts';

interface Props {
  view: GuestTab;
  search: string;
  list: UseInfiniteQueryResult<InfiniteData<AttendeesView>>;
}

/** The guests of one tab, as far as they were asked for. */
export function GuestList({ view, search, list }: Props) {
  const words = app.guests;
  const mayEdit = mayEditGuests(useMembership().role);
  const guests = list.data?.pages.flatMap((page) => page.attendees) ?? [];
  const counts = list.data?.pages[0]?.counts;
  const selection = useSelection(guests);
  const [opened, setOpened] = useState<string | null>(null);
  const guest = guests.find(({ id }) => id === opened);
  const decidesSeveral = mayEdit && view === 'pending';
  return (
    <>
      <p role="status" className="unseen">
        {search !== '' && !list.isFetching && words.found(guests.length)}
      </p>
      {counts !== undefined && guests.length > 0 && <Note view={view} counts={counts} />}
      {list.isPending && <Waiting />}
      {list.isError && <Fault>{sentenceOf(list.error)}</Fault>}
      {list.data !== undefined && guests.length === 0 && <NobodyHere view={view} search={search} />}
      {decidesSeveral && selection.ids.length > 0 && <DecideSeveral selection={selection} />}
      {guests.length > 0 && (
        <GuestTable
          guests={guests}
          open={({ id }) => {
            setOpened(id);
          }}
          selection={decidesSeveral ? selection : undefined}
        />
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {guest !== undefined && (
        <GuestDetail
          guest={guest}
          close={() => {
            setOpened(null);
          }}
        />
      )}
    </>
  );
}

/** What the rows of a tab do not say by themselves. */
function Note({ view, counts }: { view: GuestTab; counts: AttendeeCounts }) {
  const words = app.guests;
  const { going, goingPeople, held } = counts;
  if (view === 'going' && goingPeople > going)
    return <p className="soft">{words.people(going, goingPeople)}</p>;
  if (view === 'pending' && held > 0) return <p className="soft">{words.held(held)}</p>;
  if (view === 'waitlist') return <p className="soft">{words.queueNote}</p>;
  return null;
}

function NobodyHere({ view, search }: { view: GuestTab; search: string }) {
  const words = app.guests;
  if (search !== '') return <Empty title={words.noMatch} text={words.noMatchText(search)} />;
  return <Empty title={words.empty[view].title} text={words.empty[view].text} />;
}
