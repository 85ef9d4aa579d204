import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { memo, useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { api } from '../../lib/api.ts';
import { intend, useUnsettled } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { IntroductionView } from '../../lib/shapes.ts';
import { keepChanged, keepCurrent, keepDecision } from './board-changes.ts';
import { boardKey } from './board-query.ts';
import styles from './decided.module.css';
import type { Draft } from './drafts.ts';
import { Note, NoteButton } from './note.tsx';
import { applyApprovals } from './use-decide.ts';

interface Props {
  pair: IntroductionView;
  /** When it leaves, where the pairs of its group leave at different times. */
  leaves: string | null;
  read: (pair: IntroductionView) => void;
}

export const DecidedPair = memo(function DecidedPair({ pair, leaves, read }: Props) {
  const words = app.introductions;
  const names = words.both(pair.a.name, pair.b.name);
  const [draft, setDraft] = useState<Draft>();
  const hasNote = pair.note !== null || draft !== undefined;
  // Nobody asked them, so there are no questions to read.
  const isOfTheirOwn = pair.source === 'critique';
  return (
    <li className={styles['pair']}>
      <div>
        <p className={styles['names']}>{names}</p>
        {leaves !== null && <p className="soft small">{leaves}</p>}
        {isOfTheirOwn && <p className="soft small">{words.choseEachOther}</p>}
        {hasNote && <Note pair={pair} draft={draft} change={setDraft} />}
      </div>
      <div className="row">
        {!hasNote && <NoteButton pair={pair} change={setDraft} />}
        {!isOfTheirOwn && ['approved', 'asked', 'introduced'].includes(pair.standing) && (
          <Button
            variant="subtle"
            aria-label={words.mails.openFor(names)}
            onClick={() => {
              read(pair);
            }}
          >
            {words.mails.open}
          </Button>
        )}
        {pair.standing === 'asked' && <Stop pair={pair} names={names} />}
        {pair.standing === 'approved' && <TakeBack pair={pair} names={names} />}
        {['dismissed', 'withdrawn'].includes(pair.standing) && <BringBack pair={pair} names={names} />}
      </div>
    </li>
  );
});

/** A pair that was set aside comes back as one of the host's own. */
function BringBack({ pair, names }: { pair: IntroductionView; names: string }) {
  const words = app.introductions;
  const resolve = useResolve('bring-back', pair);
  return (
    <Act name={words.bringBackFor(names)} does={resolve} done={words.broughtBack(names)}>
      {words.bringBack}
    </Act>
  );
}

/** Stopping a mail waits for nothing. */
function TakeBack({ pair, names }: { pair: IntroductionView; names: string }) {
  const words = app.introductions;
  const resolve = useResolve('take-back', pair);
  return (
    <Act name={words.takeBackFor(names)} does={resolve} done={words.takenBack(names)}>
      {words.takeBack}
    </Act>
  );
}

function useResolve(decision: 'take-back' | 'bring-back', pair: IntroductionView): () => Promise<void> {
  const path = useEventPath();
  const queries = useQueryClient();
  return async () => {
    await applyApprovals();
    const { introduction: now, changes } = await api.introductions.resolve(path, decision, pair);
    keepDecision(queries, path, [now], changes);
  };
}

/** It cannot be undone, so it waits like every decision. Nothing on the board tells whether there was still something to stop. */
function Stop({ pair, names }: { pair: IntroductionView; names: string }) {
  const words = app.introductions;
  const path = useEventPath();
  const queries = useQueryClient();
  const key = `stop:${pair.id}`;
  const isStopping = useUnsettled().some((one) => one.key === key);
  if (isStopping) return <span className="soft small">{words.stopping}</span>;
  return (
    <Button
      variant="subtle"
      aria-label={words.stopFor(names)}
      onClick={() => {
        intend({
          key,
          sentence: words.willStop(names),
          apply: async () => {
            keepChanged(queries, path, [await api.introductions.decide(path, 'stop', pair)]);
          },
          settled: ({ error }) => {
            if (error !== undefined) say('fault', sentenceOf(error));
          },
        });
      }}
    >
      {words.stop}
    </Button>
  );
}

interface ActProps {
  name: string;
  does: () => Promise<unknown>;
  done: string;
  children: string;
}

/** One act on a decided pair, at once: it says what came of it. */
function Act({ name, does, done, children }: ActProps) {
  const path = useEventPath();
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: does,
    onSuccess: () => {
      say('done', done);
    },
    onError: (error) => {
      say('fault', sentenceOf(error));
      if (!keepCurrent(queries, path, error)) void queries.invalidateQueries({ queryKey: boardKey(path) });
    },
  });
  return (
    <Button
      variant="subtle"
      aria-label={name}
      loading={act.isPending}
      onClick={() => {
        act.mutate();
      }}
    >
      {children}
    </Button>
  );
}
