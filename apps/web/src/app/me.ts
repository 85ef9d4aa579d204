import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api, type EventPath } from '../lib/api.ts';
import { ProblemError } from '../lib/problem.ts';
import type { Me, Membership } from '../lib/shapes.ts';

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: api.me, staleTime: 5_000 });

export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** The organization of the address, as the signed-in person belongs to it. */
export function useMembership(): Membership {
  const { slug } = useParams({ strict: false });
  const membership = useMe().memberships.find((one) => one.slug === slug);
  if (membership === undefined) throw new ProblemError(404, {});
  return membership;
}

export function useEventPath(): EventPath {
  const { eventId = '' } = useParams({ strict: false });
  return { organizationId: useMembership().organizationId, eventId };
}
