import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { app } from '#libs/words';
import { Empty } from '../../components/empty.tsx';
import { Fault } from '../../components/fault.tsx';
import table from '../../components/people-table.module.css';
import { Waiting } from '../../components/waiting.tsx';
import type { EventPath } from '../../lib/api.ts';
import { moveThroughRows } from '../../lib/keys.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { InvitationView } from '../../lib/shapes.ts';
import { useNarrow } from '../../lib/use-narrow.ts';
import { useEvent } from '../events/event-queries.ts';
import { invitationsQuery } from './invitation-queries.ts';
import { InvitationRow } from './invitation-row.tsx';
import styles from './invitations.module.css';
import { InviteForm } from './invite-form.tsx';
import { Remind } from './remind.tsx';

/** The people invited to one event who have not come yet, and more of them. */
export function Invitations({ path }: { path: EventPath }) {
  const words = app.invitations;
  const { state } = useEvent();
  const list = useInfiniteQuery(invitationsQuery(path));
  const counts = list.data?.pages[0]?.counts;
  const invitations = list.data?.pages.flatMap((page) => page.invitations) ?? [];
  const anybody = counts !== undefined && counts.open + counts.accepted + counts.declined > 0;
  const empty = words.empty[state];
  return (
    <section className={styles['invitations']} aria-label={words.title}>
      {state === 'published' && (
        <>
          <p className="soft">{words.lead}</p>
          <InviteForm path={path} />
        </>
      )}
      {list.isPending && <Waiting />}
      {list.isError && <Fault>{sentenceOf(list.error)}</Fault>}
      {anybody && (
        <div className={styles['bar']}>
          <p role="status">{words.summary(counts.open, counts.accepted, counts.declined)}</p>
          {state === 'published' && <Remind path={path} count={counts.remindable} />}
        </div>
      )}
      {list.isSuccess && invitations.length === 0 && <Empty title={empty.title} text={empty.text} />}
      {invitations.length > 0 && <InvitationTable path={path} invitations={invitations} />}
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
    </section>
  );
}

function InvitationTable({ path, invitations }: { path: EventPath; invitations: readonly InvitationView[] }) {
  const words = app.invitations.columns;
  const isNarrow = useNarrow();
  return (
    <table className={table['table']}>
      <caption className="unseen">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.address}</th>
          {!isNarrow && <th scope="col">{words.state}</th>}
          <th scope="col">
            <span className="unseen">{words.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody onKeyDown={moveThroughRows}>
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} path={path} invitation={invitation} isNarrow={isNarrow} />
        ))}
      </tbody>
    </table>
  );
}
