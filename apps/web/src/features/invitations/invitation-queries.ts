import { infiniteQueryOptions, useQueryClient } from '@tanstack/react-query';
import { type EventPath, api } from '../../lib/api.ts';

export const invitationsKey = (path: EventPath) => ['invitations', path.eventId] as const;

export const invitationsQuery = (path: EventPath) =>
  infiniteQueryOptions({
    queryKey: invitationsKey(path),
    queryFn: ({ pageParam }) => api.invitations.list(path, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** What was invited, reminded or taken back shows in the list and in the counts of the guest list. */
export function useInvitationsChanged(path: EventPath): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: invitationsKey(path) }),
      queries.invalidateQueries({ queryKey: ['attendees', path.eventId] }),
    ]);
}
