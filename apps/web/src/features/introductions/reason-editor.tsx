import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { api } from '../../lib/api.ts';
import { ProblemError, faultsByField, sentenceOf } from '../../lib/problem.ts';
import type { IntroductionView } from '../../lib/shapes.ts';
import { keepChanged, keepCurrent } from './board-changes.ts';
import { boardKey } from './board-query.ts';
import { type Draft, keepDraft } from './drafts.ts';
import styles from './reason.module.css';

/** As the api takes it. */
const longest = 140;

interface Props {
  pair: IntroductionView;
  side: 'a' | 'b';
  draft: Draft;
}

/** The sentence under the host's hands: Enter keeps it, Escape leaves what was. */
export function ReasonEditor({ pair, side, draft }: Props) {
  const words = app.introductions.reason;
  const path = useEventPath();
  const queries = useQueryClient();
  const field = side === 'a' ? 'reasonForA' : 'reasonForB';
  const { [field]: now } = pair;
  const isTheirs = now !== draft.was;
  const save = useMutation({
    mutationFn: () => {
      const { reasonForA, reasonForB, version } = pair;
      const typed = draft.typed.trim();
      return api.introductions.reword(path, pair.id, { reasonForA, reasonForB, version, [field]: typed });
    },
    onSuccess: (changed) => {
      keepChanged(queries, path, [changed]);
      keepDraft(pair.id, side, undefined);
    },
    // Somebody was quicker: theirs came with the refusal and stands beside what is typed.
    onError: (error) => {
      if (!keepCurrent(queries, path, error)) void queries.invalidateQueries({ queryKey: boardKey(path) });
    },
  });
  const close = (): void => {
    keepDraft(pair.id, side, undefined);
  };
  const keep = (): void => {
    if (draft.typed.trim() !== '' && !save.isPending) save.mutate();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    keep();
  };
  return (
    <div className={styles['editor']}>
      <div role="status">
        {isTheirs && (
          <>
            <p className="small">{words.theirs}</p>
            <p className={styles['text']}>{now}</p>
            <p className="small">{words.yours}</p>
          </>
        )}
      </div>
      <Textarea
        aria-label={words.reads(pair[side].name)}
        description={words.left(longest - draft.typed.length)}
        autosize
        autoFocus
        onFocus={({ currentTarget }) => {
          currentTarget.setSelectionRange(draft.typed.length, draft.typed.length);
        }}
        maxLength={longest}
        readOnly={save.isPending}
        value={draft.typed}
        onChange={({ currentTarget }) => {
          keepDraft(pair.id, side, { ...draft, typed: currentTarget.value.replaceAll('\n', ' ') });
        }}
        onKeyDown={onKey}
        error={save.isError ? faultOf(save.error, field, isTheirs) : undefined}
      />
      <div className="row">
        <Button onClick={keep} loading={save.isPending} disabled={draft.typed.trim() === ''}>
          {isTheirs ? words.keepMine : words.save}
        </Button>
        <Button variant="subtle" onClick={close}>
          {isTheirs ? words.takeTheirs : words.keep}
        </Button>
      </div>
    </div>
  );
}

/** That it changed is said by showing how; when only the other sentence did, once more is enough. */
function faultOf(error: Error, field: string, isTheirs: boolean): string | undefined {
  const isConflict = error instanceof ProblemError && error.code === 'changed-meanwhile';
  if (!isConflict) return faultsByField(error)[field] ?? sentenceOf(error);
  return isTheirs ? undefined : app.introductions.reason.onceMore;
}
