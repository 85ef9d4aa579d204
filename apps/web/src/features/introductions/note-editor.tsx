import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { api } from '../../lib/api.ts';
import { ProblemError, sentenceOf } from '../../lib/problem.ts';
import type { IntroductionView } from '../../lib/shapes.ts';
import { keepChanged, keepCurrent } from './board-changes.ts';
import { boardKey } from './board-query.ts';
import type { Draft } from './drafts.ts';
import styles from './note.module.css';

/** As the api takes it. */
const longest = 500;

interface Props {
  pair: IntroductionView;
  names: string;
  draft: Draft;
  change: (draft: Draft | undefined) => void;
}

/** The note under the host's hands; an empty one goes. Escape leaves what was. */
export function NoteEditor({ pair, names, draft, change }: Props) {
  const words = app.introductions.note;
  const path = useEventPath();
  const queries = useQueryClient();
  const now = pair.note ?? '';
  const isTheirs = now !== draft.was;
  const save = useMutation({
    mutationFn: () => api.introductions.annotate(path, pair, draft.typed),
    onSuccess: (changed) => {
      keepChanged(queries, path, [changed]);
      change(undefined);
    },
    onError: (error) => {
      if (!keepCurrent(queries, path, error)) void queries.invalidateQueries({ queryKey: boardKey(path) });
    },
  });
  const isConflict = save.error instanceof ProblemError && save.error.code === 'changed-meanwhile';
  const fault = isConflict
    ? isTheirs
      ? undefined
      : app.introductions.reason.onceMore
    : save.isError && sentenceOf(save.error);
  return (
    <div className={styles['editor']}>
      <div role="status">
        {isTheirs && (
          <>
            <p className="small">{now === '' ? words.gone : words.theirs}</p>
            <p className={styles['text']}>{now}</p>
          </>
        )}
      </div>
      <Textarea
        label={words.title}
        aria-label={words.label(names)}
        description={words.private}
        autosize
        autoFocus
        minRows={2}
        maxLength={longest}
        readOnly={save.isPending}
        value={draft.typed}
        onChange={({ currentTarget }) => {
          change({ ...draft, typed: currentTarget.value });
        }}
        onKeyDown={({ key }) => {
          if (key === 'Escape') change(undefined);
        }}
        error={fault}
      />
      <div className="row">
        <Button
          loading={save.isPending}
          onClick={() => {
            save.mutate();
          }}
        >
          {words.save}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            change(undefined);
          }}
        >
          {words.leave}
        </Button>
      </div>
    </div>
  );
}
