import { Button, Progress } from '@mantine/core';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { Figures } from '../../components/figures.tsx';
import { ButtonLink } from '../../components/links.tsx';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { ImportView } from '../../lib/shapes.ts';
import { attendeesKey } from '../guests/guest-queries.ts';
import { Tick } from '../events/choices.tsx';
import { eventQuery } from '../events/event-queries.ts';
import { boardKey } from '../introductions/board-query.ts';
import { Columns } from './columns.tsx';
import { importQuery } from './import-queries.ts';
import styles from './imports.module.css';
import { RowPreview } from './row-preview.tsx';

/** One list from its columns to its result. Everything is shown before anything is written. */
export function OneImport() {
  const path = useEventPath();
  const { slug = '', eventId = '', importId = '' } = useParams({ strict: false });
  const query = importQuery(path, importId);
  useSuspenseQuery({ ...query, refetchInterval: false });
  const { data: view } = useQuery(query);
  const words = app.imports;
  if (view === undefined) return null;
  return (
    <div className="stack" style={{ '--gap': '2rem' } as React.CSSProperties}>
      <div className="stack" style={{ '--gap': '0.25rem' } as React.CSSProperties}>
        <p>
          <Link to="/$slug/events/$eventId/import" params={{ slug, eventId }}>
            {words.another}
          </Link>
        </p>
        <h2>{view.fileName}</h2>
      </div>
      {view.state === 'failed' && <Fault>{view.fault?.detail ?? words.failed}</Fault>}
      {(view.state === 'reading' || view.state === 'importing') && <Running view={view} />}
      {view.state === 'done' && <Result view={view} />}
      {view.state === 'previewed' && <Start view={view} />}
      {view.state === 'previewed' && <Columns view={view} />}
      {(view.state === 'previewed' || view.state === 'done') && <RowPreview view={view} />}
    </div>
  );
}

function Running({ view: { state, rowsDone, rowsTotal } }: { view: ImportView }) {
  const words = app.imports;
  const sentence = words.running[state === 'reading' ? 'reading' : 'importing'](rowsDone, rowsTotal);
  const known = rowsTotal > 0;
  return (
    <div className={styles['progress']}>
      <p role="status">{sentence}</p>
      <Progress value={known ? (rowsDone / rowsTotal) * 100 : 100} animated={!known} aria-label={sentence} />
      <p className="soft small">{words.canLeave}</p>
    </div>
  );
}

/** The counts in the order a person asks: what comes in, what stays, what is left out. */
function figuresOf({ counts }: ImportView) {
  const units = app.imports.figures;
  const outcomes = ['new', 'updated', 'unchanged', 'repeated', 'fault'] as const;
  return outcomes
    .filter((what) => counts[what] > 0)
    .map((what) => ({ value: counts[what], unit: units[what] }));
}

function Start({ view }: { view: ImportView }) {
  const words = app.imports;
  const path = useEventPath();
  const queries = useQueryClient();
  const [mayWrite, setMayWrite] = useState(false);
  const start = useMutation({
    mutationFn: () => api.imports.start(path, view.id, mayWrite),
    onSuccess: (started) => {
      queries.setQueryData(importQuery(path, view.id).queryKey, started);
    },
  });
  const rows = view.rowsTotal - view.counts.fault;
  return (
    <section
      aria-label={words.preview}
      className="stack"
      style={{ '--gap': '1.25rem' } as React.CSSProperties}
    >
      <Figures figures={figuresOf(view)} />
      <p className="soft">{words.noMail}</p>
      <Tick label={words.mayWrite} help={words.mayWriteWhy} checked={mayWrite} change={setMayWrite} />
      {start.isError && <Fault>{sentenceOf(start.error)}</Fault>}
      <div>
        <Button
          onClick={() => {
            start.mutate();
          }}
          loading={start.isPending}
          disabled={rows === 0}
        >
          {words.start(rows)}
        </Button>
      </div>
    </section>
  );
}

function Result({ view }: { view: ImportView }) {
  const words = app.imports;
  const path = useEventPath();
  const { slug = '', eventId = '' } = useParams({ strict: false });
  const queries = useQueryClient();
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: attendeesKey(path) });
    void queries.invalidateQueries({ queryKey: boardKey(path) });
    void queries.invalidateQueries(eventQuery(path));
    // Once per finished import, not per render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [view.id]);
  return (
    <section
      aria-label={words.result}
      className="stack"
      style={{ '--gap': '1.25rem' } as React.CSSProperties}
    >
      <p role="status">{words.done}</p>
      {view.mayWrite && <p className="soft">{words.mayWriteDone}</p>}
      <Figures figures={figuresOf(view)} />
      <div className="row">
        <ButtonLink to="/$slug/events/$eventId/introductions" params={{ slug, eventId }}>
          {words.toIntroductions}
        </ButtonLink>
        <ButtonLink variant="default" to="/$slug/events/$eventId/guests" params={{ slug, eventId }}>
          {words.toGuests}
        </ButtonLink>
      </div>
    </section>
  );
}
