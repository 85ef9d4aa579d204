import { queryOptions } from '@tanstack/react-query';
import type { EventPath } from '../../lib/api.ts';
import type { components } from '../../lib/api-types.ts';
import { answer, client } from '../../lib/http.ts';

type Schemas = components['schemas'];
export type DoorLink = Schemas['DoorLinkView'];
export type NewDoorLink = Schemas['NewDoorLinkView'];

const links = '/api/v1/organizations/{organizationId}/events/{eventId}/door-links';

export const doorCalls = {
  links: (path: EventPath) => answer(client.GET(links, { params: { path } })),
  make: (path: EventPath, label: string) => answer(client.POST(links, { params: { path }, body: { label } })),
  revoke: (path: EventPath, doorLinkId: string) =>
    answer(
      client.DELETE(`${links}/{doorLinkId}`, { params: { path: { ...path, doorLinkId } }, keepalive: true }),
    ),
  print: ({ organizationId, eventId }: EventPath, file: 'badges.pdf' | 'tables.pdf'): string =>
    `/api/v1/organizations/${organizationId}/events/${eventId}/${file}`,
};

/** Whoever comes in, and a phone that reaches us, is seen here within five seconds. */
export const doorLinksQuery = (path: EventPath) =>
  queryOptions({
    queryKey: ['door-links', path.eventId],
    queryFn: () => doorCalls.links(path),
    refetchInterval: 5000,
  });
