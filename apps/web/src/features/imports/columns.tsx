import { Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { app, importWords } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { ColumnMeaning, ImportColumn, ImportView } from '../../lib/shapes.ts';
import { importQuery } from './import-queries.ts';
import styles from './imports.module.css';

const meanings = () =>
  (Object.keys(importWords.meaning) as ColumnMeaning[]).map((value) => ({
    value,
    label: importWords.meaning[value],
  }));
const reasons: Record<string, string> = importWords.why;

/** What each column was taken for and why; the ones that are used stand first, each can be corrected. */
export function Columns({ view }: { view: ImportView }) {
  const words = app.imports.columns;
  const path = useEventPath();
  const queries = useQueryClient();
  const [all, setAll] = useState(false);
  const correct = useMutation({
    mutationFn: (columns: ColumnMeaning[]) => api.imports.columns(path, view.id, columns),
    onSuccess: (again) => {
      queries.setQueryData(importQuery(path, view.id).queryKey, again);
      void queries.invalidateQueries({ queryKey: ['import-rows', view.id] });
    },
  });
  const means = view.columns.map((column) => column.means);
  const shown = view.columns
    .map((column, at) => ({ column, at }))
    .filter(({ column }) => all || column.means !== 'ignored');
  const hidden = view.columns.length - shown.length;
  return (
    <section aria-label={words.title} className="stack">
      <h3>{words.title}</h3>
      {correct.isError && <Fault>{sentenceOf(correct.error)}</Fault>}
      <ul className={styles['columns']}>
        {shown.map(({ column, at }) => (
          <Column
            key={at}
            column={column}
            busy={correct.isPending}
            change={(meaning) => {
              correct.mutate(means.with(at, meaning));
            }}
          />
        ))}
      </ul>
      {(hidden > 0 || all) && (
        <div>
          <button
            type="button"
            className={styles['plain']}
            aria-expanded={all}
            onClick={() => {
              setAll(!all);
            }}
          >
            {all ? words.fewer : words.ignored(hidden)}
          </button>
        </div>
      )}
    </section>
  );
}

interface ColumnProps {
  column: ImportColumn;
  busy: boolean;
  change: (meaning: ColumnMeaning) => void;
}

function Column({ column: { header, means, why, samples }, busy, change }: ColumnProps) {
  const words = app.imports.columns;
  return (
    <li>
      <div>
        <p className={styles['header']}>{header === '' ? words.noHeader : header}</p>
        <p className={styles['samples']}>
          {samples.filter((sample) => sample !== '').join(' · ') || words.noSamples}
        </p>
      </div>
      <Select
        aria-label={words.means(header)}
        data={meanings()}
        value={means}
        disabled={busy}
        allowDeselect={false}
        searchable
        onChange={(meaning) => {
          if (meaning !== null) change(meaning);
        }}
      />
      <p className="soft small">{reasons[why] ?? why}</p>
    </li>
  );
}
