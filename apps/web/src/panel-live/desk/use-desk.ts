import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { secondsToUndo } from '../../lib/intentions.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { ServerClock } from '../../phone/server-clock.ts';
import { newestOf, useFollowed } from '../../phone/use-followed.ts';
import type { Moderation, ModerationInput } from '../live.ts';

/** Where somebody moderates from: the phone of the moderator, or the app of the staff. */
export interface DeskCalls {
  queryKey: QueryKey;
  read: () => Promise<Moderation>;
  stream: string;
  act: (body: ModerationInput) => Promise<Moderation>;
}

/** The panel as whoever moderates sees it, and what they can do. */
export interface Desk {
  view: Moderation;
  clock: ServerClock;
  act: (body: ModerationInput) => void;
  /** Hidden within the last ten seconds: every screen is rid of it at once, and it can come back. */
  justHidden: ReadonlySet<string>;
  /** @returns whether there was something to bring back */
  unhideLast: () => boolean;
  isBusy: boolean;
  fault: string | null;
}

export function useDesk({ queryKey, read, stream, act: send }: DeskCalls, clock: ServerClock) {
  const queries = useQueryClient();
  const followed = useFollowed<Moderation>({ queryKey, read, stream, event: 'moderation', clock });
  const { justHidden, note, forget } = useJustHidden();
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: (fresh, { act, questionId }) => {
      clock.hear(fresh.now);
      queries.setQueryData<Moderation>(queryKey, (old) => newestOf(old, fresh));
      if (act === 'hide' && questionId !== undefined) note(questionId);
    },
    onError: () => queries.invalidateQueries({ queryKey }),
  });
  const act = (body: ModerationInput): void => {
    if (body.act === 'show' && body.questionId !== undefined) forget(body.questionId);
    mutation.mutate(body);
  };
  const unhideLast = (): boolean => {
    const last = [...justHidden].at(-1);
    if (last !== undefined) act({ act: 'show', questionId: last });
    return last !== undefined;
  };
  const fault = mutation.isError ? sentenceOf(mutation.error) : null;
  return { ...followed, act, justHidden, unhideLast, isBusy: mutation.isPending, fault };
}

/** Each for ten seconds. */
function useJustHidden() {
  const [justHidden, setJustHidden] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const all = timers.current;
    return () => {
      all.forEach((timer) => {
        clearTimeout(timer);
      });
    };
  }, []);
  const forget = (id: string): void => {
    clearTimeout(timers.current.get(id));
    setJustHidden((before) => new Set([...before].filter((one) => one !== id)));
  };
  const note = (id: string): void => {
    forget(id);
    setJustHidden((before) => new Set([...before, id]));
    timers.current.set(
      id,
      setTimeout(() => {
        forget(id);
      }, secondsToUndo * 1000),
    );
  };
  return { justHidden, note, forget };
}
