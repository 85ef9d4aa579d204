import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { api } from '../../lib/api.ts';
import { faultsByField, sentenceOf } from '../../lib/problem.ts';
import type { IntroductionView } from '../../lib/shapes.ts';
import { boardKey } from './board-query.ts';
import styles from './reason.module.css';

const longest = 140;

/** The one sentence a side reads about the other, in the host's words if they want. */
export function Reason({ pair, side }: { pair: IntroductionView; side: 'a' | 'b' }) {
  const words = app.introductions.reason;
  const [editing, setEditing] = useState(false);
  const text = side === 'a' ? pair.reasonForA : pair.reasonForB;
  const { name } = pair[side];
  return (
    <div className={styles['reason']}>
      <h3>{words.reads(name)}</h3>
      {editing ? (
        <Editor
          pair={pair}
          side={side}
          text={text}
          close={() => {
            setEditing(false);
          }}
        />
      ) : (
        <>
          <p className={styles['text']}>{text}</p>
          <Button
            variant="subtle"
            className={styles['edit'] ?? ''}
            aria-label={words.editFor(name)}
            onClick={() => {
              setEditing(true);
            }}
          >
            {words.edit}
          </Button>
        </>
      )}
    </div>
  );
}

interface EditorProps {
  pair: IntroductionView;
  side: 'a' | 'b';
  text: string;
  close: () => void;
}

function Editor({ pair, side, text, close }: EditorProps) {
  const words = app.introductions.reason;
  const [value, setValue] = useState(text);
  const path = useEventPath();
  const queries = useQueryClient();
  const field = side === 'a' ? 'reasonForA' : 'reasonForB';
  const save = useMutation({
    mutationFn: () => {
      const { reasonForA, reasonForB, version } = pair;
      return api.introductions.reword(path, pair.id, {
        reasonForA,
        reasonForB,
        version,
        [field]: value.trim(),
      });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: boardKey(path) });
      close();
    },
  });
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    save.mutate();
  };
  return (
    <div className="stack" style={{ '--gap': '0.5rem' } as React.CSSProperties}>
      <Textarea
        aria-label={words.reads(pair[side].name)}
        description={words.left(longest - value.length)}
        autosize
        autoFocus
        onFocus={({ currentTarget }) => {
          currentTarget.setSelectionRange(value.length, value.length);
        }}
        maxLength={longest}
        value={value}
        onChange={({ currentTarget }) => {
          setValue(currentTarget.value.replaceAll('\n', ' '));
        }}
        onKeyDown={onKey}
        error={save.isError ? (faultsByField(save.error)[field] ?? sentenceOf(save.error)) : undefined}
      />
      <div className="row">
        <Button
          onClick={() => {
            save.mutate();
          }}
          loading={save.isPending}
          disabled={value.trim() === ''}
        >
          {words.save}
        </Button>
        <Button variant="subtle" onClick={close}>
          {words.keep}
        </Button>
      </div>
    </div>
  );
}
