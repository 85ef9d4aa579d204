import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type EventPath } from '../../lib/api.ts';
import type { RowOutcome } from '../../lib/shapes.ts';

export const importsQuery = (path: EventPath) =>
  queryOptions({ queryKey: ['imports', path.eventId], queryFn: () => api.imports.list(path) });

/** Asked again every 0.7 s while the list is being read or imported. */
export const importQuery = (path: EventPath, id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: () => api.imports.read(path, id),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'reading' || data?.state === 'importing' ? 700 : false,
  });

export const rowsQuery = (path: EventPath, id: string, what: RowOutcome | '') =>
  infiniteQueryOptions({
    queryKey: ['import-rows', id, what],
    queryFn: ({ pageParam }) =>
      api.imports.rows(path, id, {
        ...(what === '' ? {} : { what }),
        ...(pageParam === undefined ? {} : { after: pageParam }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
