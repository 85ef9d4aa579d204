import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { messagesApp } from '#libs/words';
import { useEventPath, useMe } from '../../app/me.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { useEvent } from '../events/event-queries.ts';
import type { EventMessage } from './message-calls.ts';
import { reachQuery } from './message-queries.ts';
import { MessageStanding, reachOf, titleOf, whenLeaves } from './message-standing.tsx';
import styles from './messages.module.css';
import { useLeaving } from './use-leaving.ts';
import { usePlaces } from './use-places.ts';

const words = messagesApp;

interface Props {
  message: EventMessage;
  /** What of it waits its ten seconds. */
  waiting: 'send' | 'remove' | undefined;
  mayEdit: boolean;
}

/** One message: when it leaves and to how many, or what became of it. */
export function MessageRow({ message, waiting, mayEdit }: Props) {
  const { now } = useMe();
  const event = useEvent();
  const { params } = usePlaces();
  const title = titleOf(message, event);
  const when = whenLeaves(message, now, event.timeZone);
  const reach = reachOf(useCounted(message, mayEdit));
  return (
    <li className={styles['message']} data-leaving={waiting === 'remove'}>
      <div className={styles['about']}>
        <h3>
          <Link
            data-row
            to="/$slug/events/$eventId/messages/$messageId"
            params={{ ...params, messageId: message.id }}
          >
            {title}
          </Link>
        </h3>
        {when !== '' && <p>{when}</p>}
        {reach !== '' && <p className={message.failed > 0 ? styles['failed'] : 'soft'}>{reach}</p>}
      </div>
      <MessageStanding message={message} waits={waiting === 'send' ? words.waits : undefined} />
      <div className={styles['acts']}>
        {mayEdit && waiting === undefined && <Acts message={message} title={title} />}
      </div>
    </li>
  );
}

/** What waits reaches whoever stands there then: counted anew for those who may ask. */
function useCounted(message: EventMessage, mayCount: boolean): EventMessage {
  const isPlanned = message.state === 'scheduled';
  const { data } = useQuery({
    ...reachQuery(useEventPath(), message.segment),
    enabled: mayCount && isPlanned,
  });
  return isPlanned && data !== undefined ? { ...message, recipients: data.count } : message;
}

/** Stopping is done at once: ten seconds later it may have left. */
function Acts({ message, title }: { message: EventMessage; title: string }) {
  const leaving = useLeaving();
  const stop = useMutation({
    mutationFn: () => leaving.stop(message),
    onError: (error) => {
      say('fault', words.notDone(sentenceOf(error)));
    },
  });
  const { state, sentAt } = message;
  if (state !== 'sending' && sentAt !== null) return null;
  return state === 'scheduled' || state === 'sending' ? (
    <Button
      variant="subtle"
      aria-label={words.stopName(title)}
      loading={stop.isPending}
      onClick={() => {
        stop.mutate();
      }}
    >
      {words.stop}
    </Button>
  ) : (
    <Button
      variant="subtle"
      aria-label={words.removeName(title)}
      onClick={() => {
        leaving.remove(message);
      }}
    >
      {words.remove}
    </Button>
  );
}
