import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useRef, useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { useKeys } from '../../lib/keys.ts';
import { faultsByField, sentenceOf } from '../../lib/problem.ts';
import { agendaCalls } from './agenda-calls.ts';
import { useKeepAgenda } from './agenda-queries.ts';
import styles from './agenda.module.css';

const words = app.agenda.adding;
const most = 20;

/** A topic makes a panel; its time and people come after. */
export function AddPanel({ count }: { count: number }) {
  const path = useEventPath();
  const keep = useKeepAgenda();
  const field = useRef<HTMLInputElement>(null);
  const [topic, setTopic] = useState('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  useKeys([{ key: 'n', shown: 'N', label: app.agenda.keys.add, run: () => field.current?.focus() }]);
  if (count >= most) return <p className="soft">{words.most}</p>;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (topic.trim() === '') {
      setFault(words.needed);
      field.current?.focus();
      return;
    }
    setBusy(true);
    try {
      await agendaCalls.add(path, topic);
      await keep();
      setTopic('');
      setFault('');
    } catch (error) {
      setFault(faultsByField(error)['topic'] ?? sentenceOf(error));
    } finally {
      setBusy(false);
      field.current?.focus();
    }
  };
  return (
    <form className={styles['add']} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        ref={field}
        label={words.label}
        name="topic"
        maxLength={200}
        value={topic}
        error={fault === '' ? undefined : fault}
        onChange={({ currentTarget }) => {
          setTopic(currentTarget.value);
        }}
      />
      <Button type="submit" loading={busy}>
        {words.save}
      </Button>
    </form>
  );
}
