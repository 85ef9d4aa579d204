import { type QueryClient, type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ServerClock } from './server-clock.ts';

/** Without a stream the page asks this often. */
const askMs = 10_000;
/** With one it asks only after a silence: a line can be dead without knowing. */
const silenceMs = 40_000;
/** After a refused stream, which the browser does not open again by itself; spread, so that a room does not come at once. */
const againMs = 3_000;
const againSpreadMs = 2_000;

/** What is followed: it counts its versions and says the server's time. */
interface Moment {
  version: number;
  now: string;
}

interface Following<View extends Moment> {
  queryKey: QueryKey;
  read: () => Promise<View>;
  /** Where the browser hears of every change as long as the page is looked at, and the name of the event. */
  stream: string;
  event: string;
  clock: ServerClock;
}

/** Something that changes live, and whether its changes still come by themselves. */
export function useFollowed<View extends Moment>({ queryKey, read, stream, event, clock }: Following<View>) {
  const queries = useQueryClient();
  const [isLive, setLive] = useState(true);
  const query = useQuery({
    queryKey,
    queryFn: async () => {
      const view = await read();
      clock.hear(view.now);
      return view;
    },
    refetchInterval: isLive ? silenceMs : askMs,
    refetchOnReconnect: 'always',
    structuralSharing: (old, fresh) => newestOf(old as View | undefined, fresh as View),
  });
  const name = JSON.stringify(queryKey);
  useEffect(
    () => listen({ queries, queryKey: JSON.parse(name) as QueryKey, stream, event, clock, setLive }),
    [queries, name, stream, event, clock],
  );
  return { ...query, isLive };
}

/** An answer that was overtaken on its way does not turn the page back. */
export const newestOf = <View extends Moment>(old: View | undefined, fresh: View): View =>
  old !== undefined && fresh.version < old.version ? old : fresh;

interface Line {
  queries: QueryClient;
  queryKey: QueryKey;
  stream: string;
  event: string;
  clock: ServerClock;
  setLive: (isLive: boolean) => void;
}

function listen({ queries, queryKey, stream, event, clock, setLive }: Line): () => void {
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    clearTimeout(again);
    source?.close();
    source = undefined;
  };
  const open = (): void => {
    close();
    if (document.hidden) return;
    const opened = new EventSource(stream);
    source = opened;
    opened.addEventListener(event, ({ data }: MessageEvent<string>) => {
      const fresh = JSON.parse(data) as Moment;
      clock.hear(fresh.now);
      queries.setQueryData<Moment>(queryKey, (old) => newestOf(old, fresh));
      setLive(true);
    });
    opened.onerror = () => {
      setLive(false);
      if (opened.readyState === EventSource.CLOSED)
        again = setTimeout(open, againMs + Math.random() * againSpreadMs);
    };
  };
  const turn = (): void => {
    // A phone that slept has missed what happened meanwhile, and its line may be dead without knowing.
    if (!document.hidden) void queries.invalidateQueries({ queryKey });
    open();
  };
  const lost = (): void => {
    setLive(false);
  };
  open();
  document.addEventListener('visibilitychange', turn);
  window.addEventListener('online', turn);
  window.addEventListener('offline', lost);
  return () => {
    document.removeEventListener('visibilitychange', turn);
    window.removeEventListener('online', turn);
    window.removeEventListener('offline', lost);
    close();
  };
}
