import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEventPath } from '../../app/me.ts';
import type { EventPath } from '../../lib/api.ts';
import { type CritiqueSessions, type Plan, type SessionPath, sessionCalls } from './session-calls.ts';

export const sessionsQuery = (path: EventPath) =>
  queryOptions({
    queryKey: ['critique-sessions', path.eventId],
    queryFn: () => sessionCalls.list(path),
  });

/** Works come in while a host looks: it is asked again now and then. */
export const planQuery = (path: SessionPath) =>
  queryOptions({
    queryKey: ['critique-plan', path.critiqueSessionId],
    queryFn: () => sessionCalls.read(path),
    refetchInterval: 20_000,
  });

export const useSessions = (): CritiqueSessions => useSuspenseQuery(sessionsQuery(useEventPath())).data;

export function useSessionPath(): SessionPath {
  const { sessionId = '' } = useParams({ strict: false });
  return { ...useEventPath(), critiqueSessionId: sessionId };
}

export const usePlan = (): Plan => useSuspenseQuery(planQuery(useSessionPath())).data;

/** Keeps what the api answered, and lets the list ask again. */
export function useKeepPlan(): (plan: Plan) => void {
  const path = useSessionPath();
  const queries = useQueryClient();
  return (plan) => {
    queries.setQueryData(planQuery(path).queryKey, plan);
    void queries.invalidateQueries(sessionsQuery(path));
  };
}
