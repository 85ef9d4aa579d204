import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { api } from '../../lib/api.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { SuggestInput, SuggestionOutcome, SuggestionProgress } from '../../lib/shapes.ts';
import { boardKey, boardQuery } from './board-query.ts';

export interface Suggest {
  /** How far the search is, once it takes long enough to be worth showing. */
  progress: SuggestionProgress | null;
  /** What the last search came to. */
  outcome: SuggestionOutcome | undefined;
  start: (wish: SuggestInput) => void;
  cancel: () => void;
}

/** A small room is done before this: a bar would only flash. */
const worthShowingMs = 300;

/** Looks for suggestions. Leaving the page ends the search as well. */
export function useSuggest(): Suggest {
  const path = useEventPath();
  const queries = useQueryClient();
  const search = useRef<AbortController>(null);
  const [progress, setProgress] = useState<SuggestionProgress | null>(null);
  const [shown, setShown] = useState(false);
  const suggest = useMutation({
    mutationFn: (wish: SuggestInput) => {
      search.current = new AbortController();
      return api.introductions.suggest(path, wish, {
        signal: search.current.signal,
        progress: setProgress,
      });
    },
    onSuccess: ({ board }) => {
      queries.setQueryData(boardQuery(path).queryKey, board);
      const waiting = board.introductions.filter(({ standing }) => standing === 'suggested');
      say('done', app.introductions.found(waiting.length));
    },
    onError: (error) => {
      if (error.name === 'AbortError') say('done', app.introductions.search.cancelled);
      else say('fault', sentenceOf(error));
      return queries.invalidateQueries({ queryKey: boardKey(path) });
    },
    onSettled: () => {
      setProgress(null);
    },
  });
  const { isPending } = suggest;
  useEffect(() => {
    if (!isPending) return undefined;
    const timer = setTimeout(() => {
      setShown(true);
    }, worthShowingMs);
    return () => {
      clearTimeout(timer);
      setShown(false);
    };
  }, [isPending]);
  useEffect(() => () => search.current?.abort(), []);
  return {
    progress: shown ? progress : null,
    outcome: suggest.data?.outcome,
    start: (wish) => {
      if (!isPending) suggest.mutate(wish);
    },
    cancel: () => search.current?.abort(),
  };
}
