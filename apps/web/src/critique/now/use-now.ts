import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Now, calls } from '../calls.ts';
import { ServerClock } from '../../phone/server-clock.ts';

/** Without a stream the page asks this often. */
const askMs = 10_000;
/** With one it is told every 15 seconds, and asks only after a silence: a line can be dead without knowing. */
const silenceMs = 40_000;
/** Of the page: whether the last that was heard came by the stream. */
let isFollowing = false;
/** After a refused stream, which the browser does not open again by itself. */
const againMs = 5_000;

export const eveningKey = (token: string) => ['critique-evening', token] as const;
export const nowKey = (token: string, sessionId: string) => ['critique-now', token, sessionId] as const;

/** One clock for the whole page: every message sets it right. */
const clock = new ServerClock();

/** The session at this moment, as long as its page is open, and the clock everybody shares. */
export function useNow(token: string, sessionId: string) {
  const query = useQuery({
    queryKey: nowKey(token, sessionId),
    queryFn: async () => heard(await calls.now(token, sessionId)),
    refetchInterval: () => (isFollowing ? silenceMs : askMs),
    refetchOnReconnect: 'always',
    structuralSharing: keepNewest,
  });
  return { ...query, clock };
}

/** Follows the session while the page is looked at. */
export function useLive(token: string, sessionId: string): void {
  const queries = useQueryClient();
  useEffect(() => listen(queries, token, sessionId), [queries, token, sessionId]);
}

/** An answer that was overtaken on its way does not turn the page back. */
const keepNewest = (old: unknown, fresh: unknown): unknown => {
  const [before, after] = [old as Now | undefined, fresh as Now];
  if (before === undefined) return after;
  return Date.parse(after.serverNow) < Date.parse(before.serverNow) && after.version <= before.version
    ? before
    : after;
};

function heard(now: Now): Now {
  clock.hear(now.serverNow);
  return now;
}

function listen(queries: QueryClient, token: string, sessionId: string): () => void {
  const key = nowKey(token, sessionId);
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    clearTimeout(again);
    source?.close();
    source = undefined;
    isFollowing = false;
  };
  const take = (now: Now): void => {
    const before = queries.getQueryData<Now>(key);
    queries.setQueryData(key, heard(now));
    // What opens by itself goes by how the session stands.
    if (before?.state !== now.state || before.releasedAt !== now.releasedAt)
      void queries.invalidateQueries({ queryKey: eveningKey(token) });
  };
  const open = (): void => {
    close();
    if (document.hidden) return;
    const opened = new EventSource(calls.live(token, sessionId));
    source = opened;
    opened.addEventListener('now', ({ data }: MessageEvent<string>) => {
      isFollowing = true;
      take(JSON.parse(data) as Now);
    });
    opened.onerror = () => {
      isFollowing = false;
      void queries.invalidateQueries({ queryKey: key });
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(open, againMs);
    };
  };
  const turn = (): void => {
    // A phone that slept has missed what happened meanwhile, and its line may be dead without knowing.
    if (!document.hidden) void queries.invalidateQueries({ queryKey: key });
    open();
  };
  open();
  document.addEventListener('visibilitychange', turn);
  window.addEventListener('online', turn);
  return () => {
    document.removeEventListener('visibilitychange', turn);
    window.removeEventListener('online', turn);
    close();
  };
}
