import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { type EventPath, api } from '../../lib/api.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { SuggestInput, SuggestionOutcome, SuggestionProgress } from '../../lib/shapes.ts';
import { boardKey, boardQuery } from './board-query.ts';

export interface Suggest {
  /** Whether a search takes long enough to be worth showing. */
  searching: boolean;
  /** What the last search came to. */
  outcome: SuggestionOutcome | undefined;
  start: (wish: SuggestInput) => void;
  cancel: () => void;
}

/** A small room is done before this: a bar would only flash. */
const worthShowingMs = 300;

const progressKey = (path: EventPath) => ['suggesting', path.eventId] as const;

/** How far the search is, for the one place that shows it: the board beside it may hold thousands of people. */
export function useSuggestionProgress(): SuggestionProgress | undefined {
  const path = useEventPath();
  return useQuery<SuggestionProgress>({ queryKey: progressKey(path), queryFn: skipToken }).data;
}

/** Looks for suggestions. Leaving the page ends the search as well. */
export function useSuggest(): Suggest {
  const path = useEventPath();
  const queries = useQueryClient();
  const search = useRef<AbortController>(null);
  const [shown, setShown] = useState(false);
  const suggest = useMutation({
    mutationFn: (wish: SuggestInput) => {
      search.current = new AbortController();
      return api.introductions.suggest(path, wish, {
        signal: search.current.signal,
        progress: (progress) => {
          queries.setQueryData(progressKey(path), progress);
        },
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
      queries.removeQueries({ queryKey: progressKey(path) });
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
    searching: shown,
    outcome: suggest.data?.outcome,
    start: (wish) => {
      if (!isPending) suggest.mutate(wish);
    },
    cancel: () => search.current?.abort(),
  };
}
