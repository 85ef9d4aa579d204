import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { mailLog } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Empty } from '../../components/empty.tsx';
import { Fault } from '../../components/fault.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { moveThroughRows } from '../../lib/keys.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { useTitle } from '../../lib/title.ts';
import { MailLogFilters } from './mail-log-filters.tsx';
import { mailLogQuery } from './mail-log-queries.ts';
import { MailLogRow } from './mail-log-row.tsx';
import { type MailLogSearch, mailLogSearch } from './mail-log-search.ts';

/** What an organization's mail came to, the newest first. */
export function MailLog() {
  const words = mailLog;
  const { organizationId, slug } = useMembership();
  const search = useSearch({ from: '/$slug/mail' });
  const navigate = useNavigate();
  useTitle(words.title);
  const list = useInfiniteQuery({
    ...mailLogQuery(organizationId, search),
    placeholderData: keepPreviousData,
  });
  const mails = list.data?.pages.flatMap((page) => page.mails) ?? [];
  const go = (wanted: MailLogSearch): void =>
    void navigate({ to: '/$slug/mail', params: { slug }, search: wanted, replace: true });
  const isNarrowed = Object.keys(search).length > 0;
  return (
    <div className="stack" style={{ '--gap': '1.5rem' } as React.CSSProperties}>
      <div className="stack" style={{ '--gap': '0.5rem' } as React.CSSProperties}>
        <h1>{words.title}</h1>
        <p className="soft">{words.text}</p>
      </div>
      {(isNarrowed || mails.length > 0) && (
        <MailLogFilters
          search={search}
          narrow={(change) => {
            go(mailLogSearch({ ...search, ...change }));
          }}
        />
      )}
      {search.person !== undefined && (
        <div className="row">
          {mails[0] !== undefined && <p>{words.onlyTo(mails[0].to)}</p>}
          <Button
            variant="subtle"
            onClick={() => {
              go(mailLogSearch({ ...search, person: '' }));
            }}
          >
            {words.everybody}
          </Button>
        </div>
      )}
      {list.isPending && <Waiting />}
      {list.isError && <Fault>{sentenceOf(list.error)}</Fault>}
      {list.isSuccess && mails.length === 0 && !isNarrowed && (
        <Empty title={words.none} text={words.noneText} />
      )}
      {list.isSuccess && mails.length === 0 && isNarrowed && (
        <Empty title={words.noMatch} text={words.noMatchText}>
          <Button
            variant="default"
            onClick={() => {
              go({});
            }}
          >
            {words.showAll}
          </Button>
        </Empty>
      )}
      {mails.length > 0 && (
        <ul aria-label={words.list} aria-busy={list.isPlaceholderData} onKeyDown={moveThroughRows}>
          {mails.map((mail) => (
            <MailLogRow
              key={mail.id}
              mail={mail}
              showOnly={() => {
                go({ ...search, person: mail.personId });
              }}
            />
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
      {mails.length > 0 && <Explained />}
    </div>
  );
}

function Explained() {
  const words = mailLog;
  return (
    <section className="stack" style={{ '--gap': '0.25rem' } as React.CSSProperties}>
      <h2>{words.explainTitle}</h2>
      {Object.values(words.explain).map((sentence) => (
        <p key={sentence} className="soft">
          {sentence}
        </p>
      ))}
    </section>
  );
}
