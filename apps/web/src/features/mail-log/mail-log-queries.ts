import { infiniteQueryOptions } from '@tanstack/react-query';
import { mailLog } from '#libs/words';
import { api } from '../../lib/api.ts';
import type { MailFate, MailLogKind } from '../../lib/shapes.ts';
import type { MailLogSearch } from './mail-log-search.ts';

const isKind = (text = ''): text is MailLogKind => Object.hasOwn(mailLog.kinds, text);
const isFate = (text = ''): text is MailFate => Object.hasOwn(mailLog.fates, text);

/** An address that somebody mistyped shows everything. */
export const mailLogQuery = (organizationId: string, { kind, fate, event, person }: MailLogSearch) =>
  infiniteQueryOptions({
    queryKey: ['mail-log', organizationId, { kind, fate, event, person }],
    queryFn: ({ pageParam }) =>
      api.mailLog(organizationId, {
        kind: isKind(kind) ? kind : undefined,
        fate: isFate(fate) ? fate : undefined,
        eventId: event,
        personId: person,
        after: pageParam,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });
