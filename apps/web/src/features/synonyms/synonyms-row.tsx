import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { api } from '../../lib/api.ts';
import { intend, useIntentions } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { mayEditSynonyms } from '../../lib/rights.ts';
import type { Synonyms } from '../../lib/shapes.ts';
import { EditSynonyms } from './edit-synonyms.tsx';
import { synonymsQuery } from './synonym-queries.ts';
import styles from './synonyms.module.css';
import { lineOf, nameOf } from './typed-words.ts';

/** A row as it reads, or while its words are changed. */
export function SynonymsRow({ row }: { row: Synonyms }) {
  const words = app.synonyms;
  const { role } = useMembership();
  const [editing, setEditing] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !editing) change.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  const { leaving, remove } = useRemove(row);
  return (
    <li className={styles['own']} tabIndex={-1} data-row data-leaving={leaving}>
      {editing ? (
        <EditSynonyms
          row={row}
          close={() => {
            setEditing(false);
          }}
        />
      ) : (
        <>
          <p className={styles['words']}>{lineOf(row.words)}</p>
          {mayEditSynonyms(role) && (
            <div className={styles['acts']}>
              <Button
                ref={change}
                variant="subtle"
                aria-label={words.changeRow(nameOf(row.words))}
                disabled={leaving}
                onClick={() => {
                  setEditing(true);
                }}
              >
                {words.change}
              </Button>
              <Button
                variant="subtle"
                aria-label={words.removeRow(nameOf(row.words))}
                disabled={leaving}
                onClick={remove}
              >
                {words.remove}
              </Button>
            </div>
          )}
        </>
      )}
    </li>
  );
}

function useRemove({ id, words: removed }: Synonyms): { leaving: boolean; remove: () => void } {
  const { organizationId } = useMembership();
  const queries = useQueryClient();
  const key = `synonyms:${id}`;
  const leaving = useIntentions().some((one) => one.key === key);
  const remove = (): void => {
    intend({
      key,
      sentence: app.synonyms.willRemove(nameOf(removed)),
      apply: () => api.synonyms.remove(organizationId, id),
      settled: ({ error, undone }) => {
        if (error !== undefined) say('fault', sentenceOf(error));
        if (undone !== true) void queries.invalidateQueries(synonymsQuery(organizationId));
      },
    });
  };
  return { leaving, remove };
}
