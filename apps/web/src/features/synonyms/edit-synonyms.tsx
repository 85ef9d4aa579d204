import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type SubmitEvent, useState } from 'react';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { api } from '../../lib/api.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { Synonyms } from '../../lib/shapes.ts';
import { useFocusOnFault } from '../../lib/use-focus-on-fault.ts';
import { synonymsQuery } from './synonym-queries.ts';
import styles from './synonyms.module.css';
import { faultsOfWords, lineOf, nameOf, wordsIn } from './typed-words.ts';
import { WordsField } from './words-field.tsx';

/** Somebody else's change in the meantime is shown before it is overwritten. */
export function EditSynonyms({ row, close }: { row: Synonyms; close: () => void }) {
  const words = app.synonyms;
  const { organizationId } = useMembership();
  const queries = useQueryClient();
  const [before] = useState(row);
  const [typed, setTyped] = useState(lineOf(row.words));
  const again = () => queries.invalidateQueries(synonymsQuery(organizationId));
  const save = useMutation({
    mutationFn: () =>
      api.synonyms.change(organizationId, row.id, { words: wordsIn(typed), version: row.version }),
    onSuccess: async (saved) => {
      say('done', words.saved(nameOf(saved.words)));
      await again();
      close();
    },
    onError: (error) => {
      if (faultsOfWords(error).length > 0) return;
      say('fault', sentenceOf(error));
      void again();
    },
  });
  const faults = faultsOfWords(save.error);
  useFocusOnFault(save.error);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  const onKey = (event: KeyboardEvent): void => {
    // The keys of the list are the field's own while one types.
    event.stopPropagation();
    if (event.key === 'Escape') close();
  };
  return (
    <form className={styles['edit']} onSubmit={submit} onKeyDown={onKey} noValidate>
      <WordsField
        aria-label={words.changedRow(nameOf(before.words))}
        autoFocus
        value={typed}
        change={setTyped}
        faults={faults}
      />
      {row.version !== before.version && <Fault>{words.now(lineOf(row.words))}</Fault>}
      <div className="row">
        <Button type="submit" loading={save.isPending}>
          {words.save}
        </Button>
        <Button variant="subtle" onClick={close}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
