import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, type EventPath, type GuestStatus } from '../../lib/api.ts';
import type { EventCounts } from '../../lib/shapes.ts';

export const attendeesKey = (path: EventPath) => ['attendees', path.eventId] as const;

export const attendeesQuery = (path: EventPath, query: { status: GuestStatus; search: string }) =>
  infiniteQueryOptions({
    queryKey: [...attendeesKey(path), query],
    queryFn: ({ pageParam }) =>
      api.attendees.list(path, { ...query, ...(pageParam === undefined ? {} : { after: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** The tabs of the guest list; "going" and "not going" are views over several statuses. */
export const guestViews = [
  { id: 'going', status: 'confirmed', count: ({ confirmed }: EventCounts) => confirmed },
  { id: 'checkedIn', status: 'checkedIn', count: ({ checkedIn }: EventCounts) => checkedIn },
  { id: 'waitlist', status: 'waitlisted', count: ({ waitlisted }: EventCounts) => waitlisted },
  { id: 'pending', status: 'pending', count: ({ pending, held }: EventCounts) => pending + held },
  {
    id: 'notGoing',
    status: 'notGoing',
    count: ({ cancelled, declined }: EventCounts) => cancelled + declined,
  },
] as const;

export type GuestView = (typeof guestViews)[number];
