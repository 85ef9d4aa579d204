import { Button, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { app, spokenLocale } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { StateWord, type Tone } from '../../components/state-word.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { sentenceOf } from '../../lib/problem.ts';
import type { ImportRow, ImportView, RowOutcome } from '../../lib/shapes.ts';
import { rowsQuery } from './import-queries.ts';
import styles from './imports.module.css';

const tones: Record<RowOutcome, Tone> = {
  new: 'good',
  updated: 'good',
  unchanged: 'quiet',
  repeated: 'quiet',
  fault: 'bad',
};

/** Row by row: who, what happens, and why; the faulty ones alone at a press. */
export function RowPreview({ view }: { view: ImportView }) {
  const words = app.imports.rows;
  const path = useEventPath();
  const [what, setWhat] = useState<RowOutcome | ''>('');
  const rows = useInfiniteQuery({ ...rowsQuery(path, view.id, what), placeholderData: keepPreviousData });
  const all = rows.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section aria-label={words.title} className="stack">
      <div className="row spread">
        <h3>{words.title}</h3>
        {view.counts.fault > 0 && (
          <SegmentedControl
            aria-label={words.filter}
            value={what}
            onChange={(value) => {
              setWhat(value === 'fault' ? 'fault' : '');
            }}
            data={[
              { value: '', label: words.all(view.rowsTotal) },
              { value: 'fault', label: words.problems(view.counts.fault) },
            ]}
          />
        )}
      </div>
      {rows.isPending && <Waiting />}
      {rows.isError && <Fault>{sentenceOf(rows.error)}</Fault>}
      {rows.data !== undefined && all.length === 0 && <p className="soft">{words.none}</p>}
      {all.length > 0 && <RowTable rows={all} />}
      {rows.hasNextPage && (
        <div>
          <Button
            variant="default"
            loading={rows.isFetchingNextPage}
            onClick={() => void rows.fetchNextPage()}
          >
            {words.more}
          </Button>
        </div>
      )}
    </section>
  );
}

function RowTable({ rows }: { rows: ImportRow[] }) {
  const words = app.imports.rows;
  return (
    <table className={styles['rows']}>
      <thead>
        <tr>
          <th scope="col">{words.line}</th>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.what}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ line, name, email, what, detail }) => (
          <tr key={line}>
            <td>{line.toLocaleString(spokenLocale())}</td>
            <td>
              <span className={styles['person']}>{name ?? words.noName}</span>
              <span className="soft small">{email ?? ''}</span>
            </td>
            <td>
              <StateWord tone={tones[what]}>{app.imports.what[what]}</StateWord>
              <span className={styles['why']}>{detail}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
