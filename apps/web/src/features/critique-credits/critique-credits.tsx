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
import { creditsQuery } from './credit-queries.ts';
import { CreditsRow } from './credits-row.tsx';
import { CreditsSwitch } from './credits-switch.tsx';
import styles from './critique-credits.module.css';

/** Who has how many critique credits, by name and never by number. */
export function CritiqueCredits() {
  const words = app.critiqueCredits;
  const { organizationId } = useMembership();
  useTitle(words.title);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const list = useInfiniteQuery({
    ...creditsQuery(organizationId, search),
    placeholderData: keepPreviousData,
  });
  const counted = list.data?.pages[0]?.counted ?? false;
  const people = list.data?.pages.flatMap((page) => page.people) ?? [];
  const isEmpty = list.isSuccess && counted && people.length === 0;
  return (
    <div className="stack" style={{ '--gap': '1.5rem' } as React.CSSProperties}>
      <div className="stack" style={{ '--gap': '0.5rem' } as React.CSSProperties}>
        <h1>{words.title}</h1>
        <p className="soft">{words.lead}</p>
      </div>
      <CreditsSwitch />
      {list.isPending && <Waiting />}
      {list.isError && <Fault>{sentenceOf(list.error)}</Fault>}
      {list.isSuccess && !counted && <p>{words.off}</p>}
      {counted && (people.length > 0 || search !== '') && (
        <TextInput
          className={styles['search']}
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          maxLength={100}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
          }}
        />
      )}
      {isEmpty && search === '' && <Empty title={words.none} text={words.noneText} />}
      {isEmpty && search !== '' && <Empty title={words.noneFound} text={words.noneFoundText} />}
      {people.length > 0 && (
        <ul aria-label={words.list} onKeyDown={moveThroughRows}>
          {people.map((person) => (
            <CreditsRow key={person.personId} person={person} />
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
