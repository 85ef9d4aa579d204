import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { api } from '../../lib/api.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { AttendeeView } from '../../lib/shapes.ts';
import styles from './guest-detail.module.css';
import { attendeesKey } from './guest-queries.ts';

/** What the door should know of somebody, said beside their name there and nowhere else. */
export function DoorNote({ guest: { id, doorNote } }: { guest: AttendeeView }) {
  const words = app.guests.doorNote;
  const path = useEventPath();
  const queries = useQueryClient();
  const [note, setNote] = useState(doorNote ?? '');
  const typed = note.trim();
  const keep = useMutation({
    mutationFn: () => api.attendees.doorNote(path, id, typed),
    onSuccess: async () => {
      say('done', typed === '' ? words.none : words.saved);
      await queries.invalidateQueries({ queryKey: attendeesKey(path) });
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    keep.mutate();
  };
  return (
    <form className={styles['part']} onSubmit={submit}>
      <TextInput
        label={words.label}
        description={words.help}
        name="door-note"
        maxLength={200}
        value={note}
        error={keep.isError && sentenceOf(keep.error)}
        onChange={({ currentTarget }) => {
          setNote(currentTarget.value);
        }}
      />
      {typed !== (doorNote ?? '') && (
        <div>
          <Button type="submit" variant="default" loading={keep.isPending}>
            {words.save}
          </Button>
        </div>
      )}
    </form>
  );
}
