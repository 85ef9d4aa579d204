import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { app } from '#libs/words';
import { useEventPath, useMembership } from '../../app/me.ts';
import { api, type GuestSort } from '../../lib/api.ts';
import { mayEditGuests } from '../../lib/rights.ts';
import { useEvent } from '../events/event-queries.ts';
import { AddGuest, type GuestDraft, newDraft } from './add-guest.tsx';
import styles from './guests.module.css';

interface Props {
  isQueue: boolean;
  typed: string;
  type: (text: string) => void;
  sort: GuestSort;
  setSort: (sort: GuestSort) => void;
}

/** Finding and ordering guests, adding one, and taking the whole list along. */
export function GuestTools({ isQueue, typed, type, sort, setSort }: Props) {
  const words = app.guests;
  const path = useEventPath();
  const { state } = useEvent();
  const mayEdit = mayEditGuests(useMembership().role);
  const [draft, setDraft] = useState<GuestDraft | null>(null);
  const sorts = (['queue', 'name', 'newest'] as const)
    .filter((value) => isQueue || value !== 'queue')
    .map((value) => ({ value, label: words.sort[value] }));
  return (
    <div className={styles['tools']}>
      <TextInput
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        value={typed}
        onChange={({ currentTarget }) => {
          type(currentTarget.value);
        }}
      />
      <Select
        aria-label={words.sort.label}
        data={sorts}
        value={sort}
        allowDeselect={false}
        onChange={(value) => {
          if (value !== null) setSort(value);
        }}
      />
      {mayEdit && (
        <>
          {state === 'published' && (
            <Button
              onClick={() => {
                setDraft(newDraft);
              }}
            >
              {words.add}
            </Button>
          )}
          <Button component="a" variant="default" href={api.attendees.file(path)} download>
            {words.download}
          </Button>
        </>
      )}
      {draft !== null && <AddGuest draft={draft} open={setDraft} />}
    </div>
  );
}
