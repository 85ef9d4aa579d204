import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { mailLog } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { eventsQuery } from '../events/event-queries.ts';
import type { MailLogSearch } from './mail-log-search.ts';
import styles from './mail-log.module.css';

interface Props {
  search: MailLogSearch;
  narrow: (change: Partial<Record<keyof MailLogSearch, string>>) => void;
}

const optionsOf = (every: string, choices: Readonly<Record<string, string>>) => [
  { value: '', label: every },
  ...Object.entries(choices).map(([value, label]) => ({ value, label })),
];

/** By kind, by what came of it, and by event; the events are those of the first page of the list, the newest ones. */
export function MailLogFilters({ search, narrow }: Props) {
  const words = mailLog;
  const { organizationId } = useMembership();
  const events =
    useInfiniteQuery(eventsQuery(organizationId)).data?.pages.flatMap((page) => page.events) ?? [];
  const choices = [
    { name: 'kind', label: words.kind, options: optionsOf(words.everyKind, words.kinds) },
    { name: 'fate', label: words.fate, options: optionsOf(words.everyFate, words.fates) },
    {
      name: 'event',
      label: words.event,
      options: optionsOf(words.everyEvent, Object.fromEntries(events.map(({ id, title }) => [id, title]))),
    },
  ] as const;
  return (
    <div role="group" aria-label={words.filters} className={styles['filters']}>
      {choices.map(({ name, label, options }) => (
        <NativeSelect
          key={name}
          label={label}
          data={options}
          value={search[name] ?? ''}
          onChange={({ currentTarget }) => {
            narrow({ [name]: currentTarget.value });
          }}
        />
      ))}
    </div>
  );
}
