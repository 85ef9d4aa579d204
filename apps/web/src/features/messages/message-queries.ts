import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEventPath } from '../../app/me.ts';
import type { EventPath } from '../../lib/api.ts';
import { type PreviewInput, type Segment, messageCalls } from './message-calls.ts';

/** Of everything that changes with the messages or the details of an event. */
export const messagesKey = (path: EventPath) => ['messages', path.eventId] as const;

export const messagesQuery = (path: EventPath) =>
  queryOptions({
    queryKey: [...messagesKey(path), 'list'],
    queryFn: () => messageCalls.list(path),
  });

export const reachQuery = (path: EventPath, segment: Segment) =>
  queryOptions({
    queryKey: [...messagesKey(path), 'reach', segment],
    queryFn: () => messageCalls.recipients(path, segment),
  });

export const previewQuery = (path: EventPath, input: PreviewInput) =>
  queryOptions({
    queryKey: [...messagesKey(path), 'preview', input],
    queryFn: () => messageCalls.preview(path, input),
    gcTime: 0,
  });

export const tellQuery = (path: EventPath) =>
  queryOptions({
    queryKey: [...messagesKey(path), 'tell'],
    queryFn: () => messageCalls.toTell(path),
  });

/** How many wait to leave; unknown until that is asked. The page does not wait for it, nor fail with it. */
export function usePlannedMessages(mayRead: boolean): number | undefined {
  const { data } = useQuery({ ...messagesQuery(useEventPath()), enabled: mayRead });
  return data?.messages.filter(({ state }) => state === 'scheduled').length;
}
