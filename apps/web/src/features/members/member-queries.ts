import { queryOptions } from '@tanstack/react-query';
import { app } from '#libs/words';
import { api } from '../../lib/api.ts';
import type { Role } from '../../lib/shapes.ts';

export const roleChoices = () =>
  (Object.keys(app.roles) as Role[]).map((value) => ({ value, label: app.roles[value] }));

export const membersQuery = (organizationId: string) =>
  queryOptions({ queryKey: ['members', organizationId], queryFn: () => api.members.list(organizationId) });
