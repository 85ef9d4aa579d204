import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useEventPath } from '../../../app/me.ts';
import { ServerClock } from '../../../phone/server-clock.ts';
import { type Run, type RunPath, type ScreenKind, runCalls } from './run-calls.ts';

/** Without a stream the page asks this often. */
const askMs = 10_000;
/** With one it is told every 15 seconds, and asks only after a silence: a line can be dead without knowing. */
const silenceMs = 40_000;
/** After a refused stream, which the browser does not open again by itself. */
const againMs = 3_000;

/** One clock for the whole page: every message sets it right. */
export const clock = new ServerClock();

export const runKey = ({ critiqueSessionId }: RunPath, screen: ScreenKind) =>
  ['critique-run', critiqueSessionId, screen] as const;

export function useRunPath(): RunPath {
  const { sessionId = '' } = useParams({ strict: false });
  return { ...useEventPath(), critiqueSessionId: sessionId };
}

/** The session at this moment while the page is looked at, and whether changes still come by themselves. */
export function useRun(screen: ScreenKind) {
  const { organizationId, eventId, critiqueSessionId } = useRunPath();
  const queries = useQueryClient();
  const [isLive, setLive] = useState(true);
  const path = { organizationId, eventId, critiqueSessionId };
  const query = useQuery({
    queryKey: runKey(path, screen),
    queryFn: async () => heard(await runCalls.read(path, screen)),
    refetchInterval: isLive ? silenceMs : askMs,
    refetchOnReconnect: 'always',
    structuralSharing: keepNewest,
  });
  useEffect(
    () => listen(queries, { organizationId, eventId, critiqueSessionId }, screen, setLive),
    [queries, organizationId, eventId, critiqueSessionId, screen],
  );
  return { ...query, isLive };
}

/** An answer that was overtaken on its way does not turn the page back. */
const keepNewest = (old: unknown, fresh: unknown): unknown => {
  const [before, after] = [old as Run | undefined, fresh as Run];
  return before !== undefined && after.version < before.version ? before : after;
};

function heard(run: Run): Run {
  clock.hear(run.serverNow);
  return run;
}

function listen(
  queries: QueryClient,
  path: RunPath,
  screen: ScreenKind,
  setLive: (isLive: boolean) => void,
): () => void {
  const key = runKey(path, screen);
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
    const opened = new EventSource(runCalls.live(path, screen));
    source = opened;
    opened.addEventListener('moment', ({ data }: MessageEvent<string>) => {
      const fresh = heard(JSON.parse(data) as Run);
      queries.setQueryData<Run>(key, (before) => keepNewest(before, fresh) as Run);
      setLive(true);
    });
    opened.onerror = () => {
      setLive(false);
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(open, againMs);
    };
  };
  const turn = (): void => {
    if (!document.hidden) void queries.invalidateQueries({ queryKey: key });
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
