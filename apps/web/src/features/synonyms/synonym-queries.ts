import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const synonymsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['synonyms', organizationId],
    queryFn: () => api.synonyms.list(organizationId),
  });
