import { Button } from '@mantine/core';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Empty } from '../../components/empty.tsx';
import { api } from '../../lib/api.ts';
import type { ActivityLine } from '../../lib/shapes.ts';
import { momentOf } from '../../lib/times.ts';
import { useTitle } from '../../lib/title.ts';
import styles from './activity.module.css';

const actions: Record<string, string> = app.activity.actions;

const actorOf = ({ actor }: ActivityLine): string => {
  const kinds: Record<string, string> = app.activity.actors;
  return actor.name ?? kinds[actor.kind] ?? actor.kind;
};

/** Who did what, newest first. */
export function Activity() {
  const words = app.activity;
  const { organizationId, slug, timeZone } = useMembership();
  useTitle(words.title);
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery({
    queryKey: ['activity', organizationId],
    queryFn: ({ pageParam }) => api.organizations.activity(organizationId, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });
  const lines = data.pages.flatMap((page) => page.lines);
  return (
    <div className="stack" style={{ '--gap': '1.5rem' } as React.CSSProperties}>
      <h1>{words.title}</h1>
      {lines.length === 0 && <Empty title={words.none} text={words.noneText} />}
      <ol className={styles['lines']}>
        {lines.map((line, at) => (
          <li key={at}>
            <time dateTime={line.at}>{momentOf(line.at, timeZone)}</time>
            <p>{words.line(actorOf(line), actions[line.action] ?? line.action)}</p>
            {line.event !== null && (
              <Link to="/$slug/events/$eventId" params={{ slug, eventId: line.event.id }}>
                {line.event.title}
              </Link>
            )}
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <div>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </div>
  );
}
