import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { messagesApp } from '#libs/words';
import { useEventPath, useMembership } from '../../app/me.ts';
import { Empty } from '../../components/empty.tsx';
import { useKeys } from '../../lib/keys.ts';
import { ProblemError } from '../../lib/problem.ts';
import { mayWriteMessages } from '../../lib/rights.ts';
import { useTitle } from '../../lib/title.ts';
import { useEvent } from '../events/event-queries.ts';
import type { EventMessage } from './message-calls.ts';
import { type MessageDraft, draftOf, emptyDraft, usualLeaves, whoCame } from './message-draft.ts';
import { messagesQuery } from './message-queries.ts';
import styles from './messages.module.css';
import { SentMessage } from './sent-message.tsx';
import type { Begun } from './use-writing.ts';
import { usePlaces } from './use-places.ts';
import { WriteForm } from './write-form.tsx';
import { writingSearch } from './writing-search.ts';

const words = messagesApp;

/** One message: to be written while it has not left, to be read afterwards. */
export function WriteMessage() {
  const { messageId = '' } = useParams({ strict: false });
  const { messages } = useSuspenseQuery(messagesQuery(useEventPath())).data;
  const message = messages.find(({ id }) => id === messageId);
  const { params, showList } = usePlaces();
  const mayEdit = mayWriteMessages(useMembership().role);
  const begun = useBegun(messages);
  useTitle(`${words.title} · ${useEvent().title}`);
  useKeys([{ key: 'Escape', shown: 'Esc', label: words.keys.back, run: () => void showList() }]);
  if (message === undefined && messageId !== 'new') throw new ProblemError(404, {});
  if (message === undefined && !mayEdit) return <Empty title={words.noRight} text={words.noRightText} />;
  return (
    <div className={styles['one']}>
      <Link to="/$slug/events/$eventId/messages" params={params} className={styles['back']}>
        {words.form.back}
      </Link>
      {message !== undefined && (message.sentAt !== null || !mayEdit) ? (
        <SentMessage message={message} />
      ) : (
        <WriteForm message={message} begun={begun} />
      )}
    </div>
  );
}

/** What a new message starts with: words of its kind, those who came, or an older message. Each start is kept apart. */
function useBegun(messages: readonly EventMessage[]): Begun {
  const { kind = 'announcement', to, from } = writingSearch(useSearch({ strict: false }));
  const { timeZone } = useEvent();
  const draft = (): MessageDraft => {
    const older = messages.find(({ id }) => id === from);
    if (older === undefined) return to === 'came' ? emptyDraft(kind, whoCame) : emptyDraft(kind);
    const again = draftOf(older, timeZone);
    return { ...again, leaves: usualLeaves(again.kind) };
  };
  return { name: ['new', from ?? kind, to ?? ''].join(' '), draft };
}
