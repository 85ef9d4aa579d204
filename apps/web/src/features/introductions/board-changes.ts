import { type QueryClient, skipToken, useQuery } from '@tanstack/react-query';
import type { EventPath } from '../../lib/api.ts';
import { ProblemError } from '../../lib/problem.ts';
import type { Board, DecisionView, IntroductionView } from '../../lib/shapes.ts';
import { boardQuery } from './board-query.ts';
import { useEventPath } from '../../app/me.ts';

/** The board with these pairs as they are now: in their places, or at the end when they are new. */
export function withPairs(
  board: Board,
  pairs: readonly IntroductionView[],
  gone: readonly string[] = [],
): Board {
  const now = new Map(pairs.map((pair) => [pair.id, pair]));
  const kept = board.introductions.filter(({ id }) => !gone.includes(id) || now.has(id));
  const known = new Set(kept.map(({ id }) => id));
  return {
    ...board,
    introductions: [
      ...kept.map((one) => now.get(one.id) ?? one),
      ...pairs.filter(({ id }) => !known.has(id)),
    ],
  };
}

/** Puts what a decision answered on the board, without asking for all of it again. */
export function keepChanged(
  queries: QueryClient,
  path: EventPath,
  pairs: readonly IntroductionView[],
  gone: readonly string[] = [],
): void {
  const { queryKey } = boardQuery(path);
  // An older answer still under way would put the pair back.
  void queries.cancelQueries({ queryKey });
  queries.setQueryData(queryKey, (board) => (board === undefined ? board : withPairs(board, pairs, gone)));
}

/** What the last decisions changed besides: suggestions that came, and names of those that went. */
export interface Changes {
  added: readonly string[];
  gone: readonly { id: string; a: string; b: string }[];
}

const none: Changes = { added: [], gone: [] };
const changesKey = (path: EventPath) => ['board-changes', path.eventId] as const;

/** Pairs that were decided about, and what that changed besides; until they are put away, the changes of several add up. */
export function keepDecision(
  queries: QueryClient,
  path: EventPath,
  pairs: readonly IntroductionView[],
  changes: DecisionView['changes'],
): void {
  const board = queries.getQueryData(boardQuery(path).queryKey);
  const left = board?.introductions.filter(({ id }) => changes.gone.includes(id)) ?? [];
  queries.setQueryData<Changes>(changesKey(path), (before = none) => ({
    added: [...before.added, ...changes.added.map(({ id }) => id)].filter((id) => !changes.gone.includes(id)),
    gone: [
      ...before.gone,
      ...left
        .filter(({ id }) => !before.added.includes(id))
        .map(({ id, a, b }) => ({ id, a: a.name, b: b.name })),
    ],
  }));
  keepChanged(queries, path, [...pairs, ...changes.added], changes.gone);
}

export const putChangesAway = (queries: QueryClient, path: EventPath): void => {
  queries.setQueryData<Changes>(changesKey(path), none);
};

export function useChanges(): Changes {
  const path = useEventPath();
  return useQuery<Changes>({ queryKey: changesKey(path), queryFn: skipToken }).data ?? none;
}

/** A refused decision brings the pair as it stands now. @returns whether it did */
export function keepCurrent(queries: QueryClient, path: EventPath, error: unknown): boolean {
  if (!(error instanceof ProblemError) || typeof error.current !== 'object' || error.current === null)
    return false;
  keepChanged(queries, path, [error.current as IntroductionView]);
  return true;
}
