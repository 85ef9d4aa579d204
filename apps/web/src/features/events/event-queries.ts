import { infiniteQueryOptions, queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useEventPath } from '../../app/me.ts';
import { api, type EventPath } from '../../lib/api.ts';
import type { EventView } from '../../lib/shapes.ts';

export const eventsQuery = (organizationId: string) =>
  infiniteQueryOptions({
    queryKey: ['events', organizationId],
    queryFn: ({ pageParam }) => api.events.list(organizationId, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const eventQuery = (path: EventPath) =>
  queryOptions({
    queryKey: ['event', path.organizationId, path.eventId],
    queryFn: () => api.events.read(path),
  });

/** The event of the address. */
export const useEvent = (): EventView => useSuspenseQuery(eventQuery(useEventPath())).data;
