import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useEventPath } from '../../app/me.ts';
import { type EventPath, api } from '../../lib/api.ts';
import type { HostView } from '../../lib/shapes.ts';
import { boardKey } from './board-query.ts';

/** Soon after a change, and while one decision follows the other not more often than this: the board may be 500 people's. */
const soonMs = 400;
const restMs = 4_000;
/** A host who says nothing for 45 s has left. */
const stillHereMs = 15_000;
/** Who only leafs through leaves no trace at each pair. */
const settledMs = 400;
const againMs = 10_000;

const hostsKey = (path: EventPath) => ['board-hosts', path.eventId] as const;

/** Other people at this board, and what they look at. */
export function useOtherHosts(): readonly HostView[] {
  const hosts = useQuery<HostView[]>({ queryKey: hostsKey(useEventPath()), queryFn: skipToken }).data ?? [];
  return hosts.filter(({ me }) => !me);
}

/** While the page is looked at, hears who else is here and fetches the board anew when it reads differently. */
export function useLive(): void {
  const { organizationId, eventId } = useEventPath();
  const queries = useQueryClient();
  useEffect(() => listen(queries, { organizationId, eventId }), [queries, organizationId, eventId]);
}

function listen(queries: QueryClient, path: EventPath): () => void {
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const changed = throttled(() => void queries.invalidateQueries({ queryKey: boardKey(path) }));
  const close = (): void => {
    clearTimeout(again);
    source?.close();
    source = undefined;
  };
  const open = (): void => {
    close();
    if (document.hidden) return;
    const opened = new EventSource(api.introductions.live(path));
    source = opened;
    opened.addEventListener('changed', changed.run);
    opened.addEventListener('hosts', ({ data }: MessageEvent<string>) => {
      queries.setQueryData(hostsKey(path), (JSON.parse(data) as { hosts: HostView[] }).hosts);
    });
    // The browser comes back by itself after a broken line, but not after a refusal.
    opened.onerror = () => {
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(open, againMs);
    };
  };
  const turn = (): void => {
    // What was missed meanwhile is asked for at once.
    if (!document.hidden) changed.run();
    open();
  };
  open();
  document.addEventListener('visibilitychange', turn);
  return () => {
    document.removeEventListener('visibilitychange', turn);
    changed.cancel();
    close();
    queries.removeQueries({ queryKey: hostsKey(path) });
  };
}

function throttled(work: () => void): { run: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  return {
    run: () => {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          last = performance.now();
          work();
        },
        Math.max(soonMs, last + restMs - performance.now()),
      );
    },
    cancel: () => {
      clearTimeout(timer);
    },
  };
}

/** Says to the other hosts that this one is here, and which pair fills the screen. */
export function usePresence(lookingAt: string | null): void {
  const { organizationId, eventId } = useEventPath();
  useEffect(() => {
    // Nobody waits for it, and the next one comes in a moment.
    const tell = (): void => {
      if (!document.hidden)
        api.introductions.bePresent({ organizationId, eventId }, lookingAt).catch(() => undefined);
    };
    const settled = setTimeout(tell, settledMs);
    const stillHere = setInterval(tell, stillHereMs);
    return () => {
      clearTimeout(settled);
      clearInterval(stillHere);
    };
  }, [organizationId, eventId, lookingAt]);
}
