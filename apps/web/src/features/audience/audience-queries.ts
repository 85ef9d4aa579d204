import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const audienceKey = (organizationId: string) => ['audience', organizationId] as const;

export const audienceQuery = (organizationId: string, search: string) =>
  infiniteQueryOptions({
    queryKey: [...audienceKey(organizationId), search],
    queryFn: ({ pageParam }) => api.audience.list(organizationId, { search, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
