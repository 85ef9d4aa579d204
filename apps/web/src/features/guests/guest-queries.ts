import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type EventPath, type GuestSort, type GuestTab } from '../../lib/api.ts';
import type { AttendeeCounts } from '../../lib/shapes.ts';

export const attendeesKey = (path: EventPath) => ['attendees', path.eventId] as const;

export const attendeesQuery = (
  path: EventPath,
  query: { tab: GuestTab; search: string; sort: GuestSort | undefined },
) =>
  infiniteQueryOptions({
    queryKey: [...attendeesKey(path), query],
    queryFn: ({ pageParam }) => api.attendees.list(path, { ...query, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Under the key of the list, so that whatever changes the list has it read again. */
export const historyQuery = (path: EventPath, attendeeId: string) =>
  queryOptions({
    queryKey: [...attendeesKey(path), 'history', attendeeId],
    queryFn: () => api.attendees.history(path, attendeeId),
  });

/** In the order of the screen; those who are only invited have no RSVP and come from a list of their own. */
export const guestViews = [
  'going',
  'pending',
  'waitlist',
  'invited',
  'notGoing',
  'checkedIn',
  'noShow',
  'all',
] as const satisfies readonly (keyof AttendeeCounts)[];
export type GuestView = (typeof guestViews)[number];
