import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEventPath } from '../../app/me.ts';
import type { EventPath } from '../../lib/api.ts';
import { type Agenda, agendaCalls } from './agenda-calls.ts';

/** People answer while somebody looks: it is asked again now and then. */
export const agendaQuery = (path: EventPath) =>
  queryOptions({
    queryKey: ['agenda', path.eventId],
    queryFn: () => agendaCalls.read(path),
    refetchInterval: 20_000,
  });

export const useAgenda = (): Agenda => useSuspenseQuery(agendaQuery(useEventPath())).data;

/** Keeps an agenda that the api answered, or asks for it anew; the form of the event has the panels too. */
export function useKeepAgenda(): (agenda?: Agenda) => Promise<void> {
  const path = useEventPath();
  const queries = useQueryClient();
  return async (agenda) => {
    const { queryKey } = agendaQuery(path);
    if (agenda === undefined) await queries.invalidateQueries({ queryKey });
    else queries.setQueryData(queryKey, agenda);
    void queries.invalidateQueries({ queryKey: ['event', path.organizationId, path.eventId] });
  };
}
