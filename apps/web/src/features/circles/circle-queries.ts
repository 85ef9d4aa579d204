import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEventPath } from '../../app/me.ts';
import { type EventPath, api } from '../../lib/api.ts';
import type { CirclesView } from '../../lib/shapes.ts';

const circlesQuery = (path: EventPath) =>
  queryOptions({ queryKey: ['circles', path.eventId], queryFn: () => api.circles.list(path) });

export const useCircles = (): CirclesView => useSuspenseQuery(circlesQuery(useEventPath())).data;

/** After something changed: what the host reads comes from the api again. */
export function useCirclesChanged(): () => Promise<void> {
  const path = useEventPath();
  const queries = useQueryClient();
  return () => queries.invalidateQueries(circlesQuery(path));
}
