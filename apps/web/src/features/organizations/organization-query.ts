import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const organizationQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['organization', organizationId],
    queryFn: () => api.organizations.read(organizationId),
    staleTime: 60_000,
  });
