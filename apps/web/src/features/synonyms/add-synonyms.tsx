import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useRef, useState } from 'react';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { api } from '../../lib/api.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { useFocusOnFault } from '../../lib/use-focus-on-fault.ts';
import { synonymsQuery } from './synonym-queries.ts';
import styles from './synonyms.module.css';
import { faultsOfWords, nameOf, wordsIn } from './typed-words.ts';
import { WordsField } from './words-field.tsx';

/** One row after the other: the field has the focus again as soon as one is kept. */
export function AddSynonyms() {
  const words = app.synonyms;
  const { organizationId } = useMembership();
  const queries = useQueryClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState('');
  const add = useMutation({
    mutationFn: () => api.synonyms.add(organizationId, wordsIn(typed)),
    onSuccess: async (row) => {
      say('done', words.added(nameOf(row.words)));
      setTyped('');
      field.current?.focus();
      await queries.invalidateQueries(synonymsQuery(organizationId));
    },
  });
  const faults = faultsOfWords(add.error);
  useFocusOnFault(add.error);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!add.isPending) add.mutate();
  };
  return (
    <form className={styles['add']} onSubmit={submit} noValidate>
      <h2>{words.add}</h2>
      <WordsField
        ref={field}
        label={words.words}
        description={words.wordsHelp}
        value={typed}
        change={setTyped}
        faults={faults}
      />
      {add.isError && faults.length === 0 && <Fault>{sentenceOf(add.error)}</Fault>}
      <div>
        <Button type="submit" loading={add.isPending}>
          {words.addButton}
        </Button>
      </div>
    </form>
  );
}
