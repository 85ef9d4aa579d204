import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Empty } from '../../components/empty.tsx';
import { Fault } from '../../components/fault.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { moveThroughRows } from '../../lib/keys.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { useTitle } from '../../lib/title.ts';
import { AddToAudience } from './add-to-audience.tsx';
import { audienceQuery } from './audience-queries.ts';
import { AudienceRow } from './audience-row.tsx';
import styles from './audience.module.css';

/** The people the organization counts as its own: who they are, more of them, and fewer. */
export function Audience() {
  const words = app.audience;
  const { organizationId } = useMembership();
  useTitle(words.title);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const list = useInfiniteQuery({
    ...audienceQuery(organizationId, search),
    placeholderData: keepPreviousData,
  });
  const count = list.data?.pages[0]?.count ?? 0;
  const people = list.data?.pages.flatMap((page) => page.people) ?? [];
  return (
    <div className="stack" style={{ '--gap': '1.5rem' } as React.CSSProperties}>
      <div className="stack" style={{ '--gap': '0.5rem' } as React.CSSProperties}>
        <h1>{words.title}</h1>
        <p className="soft">{words.text}</p>
      </div>
      {list.isPending && <Waiting />}
      {list.isError && <Fault>{sentenceOf(list.error)}</Fault>}
      {list.isSuccess && count === 0 && <Empty title={words.none} text={words.noneText} />}
      <AddToAudience />
      {count > 0 && (
        <div className={styles['bar']}>
          <p>{words.count(count)}</p>
          <TextInput
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            maxLength={200}
            value={typed}
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value);
            }}
          />
        </div>
      )}
      <p role="status" className="unseen">
        {search !== '' && !list.isFetching && words.found(people.length)}
      </p>
      {count > 0 && people.length === 0 && <Empty title={words.noMatch} text={words.noMatchText(search)} />}
      {people.length > 0 && (
        <ul aria-label={words.list} onKeyDown={moveThroughRows}>
          {people.map((person) => (
            <AudienceRow key={person.personId} person={person} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <div>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {words.more}
          </Button>
        </div>
      )}
    </div>
  );
}
