import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { app } from '#libs/words';
import styles from './guests.module.css';
import { useGuestActs } from './use-guest-acts.ts';
import { type Selection, mostSelected } from './use-selection.ts';

/** One decision about everybody selected, with one note to all of them. */
export function DecideSeveral({ selection }: { selection: Selection }) {
  const words = app.guests.several;
  const acts = useGuestActs();
  const [note, setNote] = useState('');
  const { ids } = selection;
  const decide = (decision: 'approve' | 'decline'): void => {
    acts.decideSeveral(decision, ids, note);
    selection.none();
    setNote('');
  };
  return (
    <section className={styles['several']} aria-label={words.label}>
      <p role="status">
        {words.selected(ids.length)}{' '}
        {ids.length === mostSelected && <span className="soft">{words.most(mostSelected)}</span>}
      </p>
      <Textarea
        label={words.note}
        value={note}
        maxLength={500}
        autosize
        minRows={1}
        onChange={({ currentTarget }) => {
          setNote(currentTarget.value);
        }}
      />
      <div className="row">
        <Button
          onClick={() => {
            decide('approve');
          }}
        >
          {words.approve(ids.length)}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            decide('decline');
          }}
        >
          {words.decline(ids.length)}
        </Button>
        <Button variant="subtle" onClick={selection.none}>
          {words.none}
        </Button>
      </div>
    </section>
  );
}
