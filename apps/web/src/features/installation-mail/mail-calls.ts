import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../lib/api-types.ts';
import { answer, client } from '../../lib/http.ts';

type Schemas = components['schemas'];
export type MailHealth = Schemas['MailHealthView'];
export type MailRecord = Schemas['MailRecordView'];
export type MailTest = Schemas['MailTestView'];

const mail = '/api/v1/installation/mail';

export const sendTest = () => answer(client.POST(`${mail}/tests`));

/** A worker that stops is noticed within 15 seconds; looking oftener than it beats would show nothing new. */
export const healthQuery = queryOptions({
  queryKey: ['installation-mail'],
  queryFn: () => answer(client.GET(mail)),
  refetchInterval: 5_000,
  staleTime: 0,
});

/** Records change once in a year: they are looked up when the page opens and at a press. */
export const recordsQuery = queryOptions({
  queryKey: ['installation-mail', 'records'],
  queryFn: () => answer(client.GET(`${mail}/records`)),
  staleTime: 60_000,
});

const isOver = ({ state }: MailTest): boolean => ['sent', 'failed', 'suppressed', 'unsure'].includes(state);

/** Often while it is on its way; slowly while it waits for somebody to do something. */
export const testQuery = (testId: string) =>
  queryOptions({
    queryKey: ['installation-mail', 'test', testId],
    queryFn: () => answer(client.GET(`${mail}/tests/{testId}`, { params: { path: { testId } } })),
    refetchInterval: ({ state: { data } }) => {
      if (data === undefined) return 500;
      if (isOver(data)) return false;
      return data.verdict === 'waiting' ? 500 : 3_000;
    },
    staleTime: 0,
  });
