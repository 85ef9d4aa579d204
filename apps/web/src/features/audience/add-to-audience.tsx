import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { api } from '../../lib/api.ts';
import { say } from '../../lib/notes.ts';
import { faultsByField, sentenceOf } from '../../lib/problem.ts';
import type { AudienceAdded } from '../../lib/shapes.ts';
import { useFocusOnFault } from '../../lib/use-focus-on-fault.ts';
import { audienceKey } from './audience-queries.ts';
import styles from './audience.module.css';

/** A pasted list; what could not be read stays on the screen until the next one. */
export function AddToAudience() {
  const words = app.audience;
  const { organizationId } = useMembership();
  const queries = useQueryClient();
  const [emails, setEmails] = useState('');
  const add = useMutation({
    mutationFn: () => api.audience.add(organizationId, emails),
    onSuccess: async ({ added, known }) => {
      if (added + known > 0) {
        say('done', words.added(added, known));
        setEmails('');
      }
      await queries.invalidateQueries({ queryKey: audienceKey(organizationId) });
    },
  });
  const faults = faultsByField(add.error);
  useFocusOnFault(add.error);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className={styles['add']} onSubmit={submit} noValidate>
      <h2>{words.add}</h2>
      <Textarea
        name="emails"
        label={words.paste}
        description={words.pasteHelp}
        required
        autosize
        minRows={2}
        maxRows={16}
        value={emails}
        onChange={({ currentTarget }) => {
          setEmails(currentTarget.value);
        }}
        error={faults['emails']}
      />
      {add.isSuccess && add.data.unusable > 0 && <Unusable {...add.data} />}
      {add.isError && Object.keys(faults).length === 0 && <Fault>{sentenceOf(add.error)}</Fault>}
      <div>
        <Button type="submit" loading={add.isPending}>
          {words.addButton}
        </Button>
      </div>
    </form>
  );
}

const linesShown = 10;

function Unusable({ unusable, unusableLines }: AudienceAdded) {
  const words = app.audience;
  const shown = unusableLines.slice(0, linesShown);
  return (
    <Fault>
      <p>{words.unusable(unusable)}</p>
      <ul>
        {shown.map(({ line, text }, at) => (
          <li key={at}>{words.line(line, text)}</li>
        ))}
        {unusable > shown.length && <li>{words.andMore(unusable - shown.length)}</li>}
      </ul>
    </Fault>
  );
}
