import { infiniteQueryOptions } from '@tanstack/react-query';
import type { components } from '../../lib/api-types.ts';
import { answer, client } from '../../lib/http.ts';

export type PersonCredits = components['schemas']['PersonCreditsView'];

const credits = '/api/v1/organizations/{organizationId}/credits';

export const creditsKey = (organizationId: string) => ['critique-credits', organizationId] as const;

export const creditsQuery = (organizationId: string, search: string) =>
  infiniteQueryOptions({
    queryKey: [...creditsKey(organizationId), search],
    queryFn: ({ pageParam }) =>
      answer(
        client.GET(credits, {
          params: {
            path: { organizationId },
            query: {
              ...(search !== '' && { search }),
              ...(pageParam !== undefined && { after: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Gives credits, or takes them where `amount` is below zero; leaves also when the page is closed right after it. */
export const giveCredits = (organizationId: string, body: { personId: string; amount: number }) =>
  answer(client.POST(credits, { params: { path: { organizationId } }, body, keepalive: true }));
