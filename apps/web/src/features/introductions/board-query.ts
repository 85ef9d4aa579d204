import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useEventPath } from '../../app/me.ts';
import { api, type EventPath } from '../../lib/api.ts';
import type { Board } from '../../lib/shapes.ts';

export const boardKey = (path: EventPath) => ['introductions', path.eventId] as const;
export const boardQuery = (path: EventPath) =>
  queryOptions({ queryKey: boardKey(path), queryFn: () => api.introductions.board(path) });

export const useBoard = (): Board => useSuspenseQuery(boardQuery(useEventPath())).data;
