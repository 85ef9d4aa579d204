import { queryOptions } from '@tanstack/react-query';
import { api, type EventPath } from '../../lib/api.ts';

export const eveningInsightsQuery = (path: EventPath) =>
  queryOptions({
    queryKey: ['insights', path.organizationId, path.eventId],
    queryFn: () => api.insights.event(path),
  });

export const organizationInsightsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['insights', organizationId],
    queryFn: () => api.insights.organization(organizationId),
  });
