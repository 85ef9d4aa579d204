import { Button, Progress } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { ImportView } from '../../lib/shapes.ts';
import styles from './imports.module.css';

/** Drop a file or choose one; it travels with its progress shown, and a refused one says why. */
export function FileDrop({ arrived }: { arrived: (view: ImportView) => void }) {
  const words = app.imports;
  const path = useEventPath();
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<{ name: string; part: number }>();
  const [fault, setFault] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const send = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setFault(undefined);
    setSending({ name: file.name, part: 0 });
    try {
      arrived(
        await api.imports.create(path, file, (part) => {
          setSending({ name: file.name, part });
        }),
      );
    } catch (error) {
      setFault(sentenceOf(error));
    } finally {
      setSending(undefined);
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={styles['drop']}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={drop}
    >
      <p className={styles['dropText']}>{over ? words.dropNow : words.drop}</p>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv,text/plain"
        aria-label={words.file}
        className="unseen"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          void send(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()} loading={sending !== undefined}>
        {words.choose}
      </Button>
      {sending !== undefined && (
        <div role="status" className={styles['progress']}>
          <p>{words.sending(sending.name)}</p>
          <Progress value={sending.part * 100} aria-label={words.sending(sending.name)} />
        </div>
      )}
      {fault !== undefined && <Fault>{fault}</Fault>}
    </div>
  );
}
