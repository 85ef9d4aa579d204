import { messagesApp } from '#libs/words';
import { useMe, useMembership } from '../../app/me.ts';
import { ButtonLink } from '../../components/links.tsx';
import { mayWriteMessages } from '../../lib/rights.ts';
import { useEvent } from '../events/event-queries.ts';
import type { EventMessage } from './message-calls.ts';
import { MessageStanding, reachOf, titleOf, whenLeaves } from './message-standing.tsx';
import styles from './messages.module.css';
import { usePlaces } from './use-places.ts';
import { whomOf } from './whom.tsx';

const words = messagesApp.sent;

/** A message that left, is leaving or was stopped, or that a host reads: what it says, to whom, and how far it came. */
export function SentMessage({ message }: { message: EventMessage }) {
  const { id, kind, segment, text } = message;
  const event = useEvent();
  const { now } = useMe();
  const { params } = usePlaces();
  const mayWrite = mayWriteMessages(useMembership().role) && kind !== 'change';
  const facts = [
    [words.whom, whomOf(segment, event)],
    [words.when, whenLeaves(message, now, event.timeZone)],
    [words.reached, reachOf(message)],
  ] as const;
  return (
    <article className={styles['sent']}>
      <h2>{titleOf(message, event)}</h2>
      <MessageStanding message={message} />
      <dl className={styles['facts']}>
        {facts.map(([name, value]) =>
          value === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {text !== '' && <p className={styles['written']}>{text}</p>}
      {mayWrite && (
        <p>
          <ButtonLink
            variant="default"
            to="/$slug/events/$eventId/messages/$messageId"
            params={{ ...params, messageId: 'new' }}
            search={{ from: id }}
          >
            {words.again}
          </ButtonLink>
        </p>
      )}
    </article>
  );
}
