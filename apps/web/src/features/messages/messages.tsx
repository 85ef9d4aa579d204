import { useSuspenseQuery } from '@tanstack/react-query';
import { messagesApp } from '#libs/words';
import { useEventPath, useMe, useMembership } from '../../app/me.ts';
import { Empty } from '../../components/empty.tsx';
import { ButtonLink } from '../../components/links.tsx';
import { moveThroughRows, useKeys } from '../../lib/keys.ts';
import { mayWriteMessages } from '../../lib/rights.ts';
import { useTitle } from '../../lib/title.ts';
import { useEvent } from '../events/event-queries.ts';
import { groupsOf } from './message-groups.ts';
import { messagesQuery } from './message-queries.ts';
import { MessageRow } from './message-row.tsx';
import styles from './messages.module.css';
import { TellGuests } from './tell-guests.tsx';
import { useWaitingMessages } from './use-leaving.ts';
import { usePlaces } from './use-places.ts';

const words = messagesApp;

/** Messages leave by themselves: in milliseconds, how often they are asked for again. */
const freshFor = 20_000;

/** What guests of an event get and got, by what leaves next. */
export function Messages() {
  const list = useSuspenseQuery({ ...messagesQuery(useEventPath()), refetchInterval: freshFor });
  const { messages } = list.data;
  const event = useEvent();
  const mayEdit = mayWriteMessages(useMembership().role);
  const waiting = useWaitingMessages();
  const { write } = usePlaces();
  useTitle(`${words.title} · ${event.title}`);
  useKeys(mayEdit ? [{ key: 'n', shown: 'N', label: words.keys.write, run: () => void write() }] : []);
  if (messages.length === 0)
    return (
      <>
        <TellGuests canWait={false} />
        <Empty title={words.none} text={mayEdit ? words.noneText : words.noRightText}>
          {mayEdit && <Ways />}
        </Empty>
      </>
    );
  return (
    <section className={styles['messages']} aria-label={words.title}>
      <TellGuests canWait={false} />
      {mayEdit && <Ways />}
      {groupsOf(messages, ({ id }) => waiting.get(id) === 'send').map(([name, group]) => (
        <section key={name} aria-labelledby={`messages-${name}`}>
          <h2 id={`messages-${name}`} className={styles['group-title']}>
            {words.groups[name]}
          </h2>
          <ul onKeyDown={moveThroughRows}>
            {group.map((message) => (
              <MessageRow
                key={message.id}
                message={message}
                waiting={waiting.get(message.id)}
                mayEdit={mayEdit}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** A message to anybody; once people came, also to those. */
function Ways() {
  const { startsAt, counts } = useEvent();
  const { params } = usePlaces();
  const hasBegun = Date.parse(useMe().now) > Date.parse(startsAt);
  const to = '/$slug/events/$eventId/messages/$messageId';
  const fresh = { ...params, messageId: 'new' };
  return (
    <div className="row">
      <ButtonLink to={to} params={fresh}>
        {words.write}
      </ButtonLink>
      {hasBegun && counts.checkedIn > 0 && (
        <ButtonLink variant="default" to={to} params={fresh} search={{ to: 'came' }}>
          {words.writeToThose}
        </ButtonLink>
      )}
    </div>
  );
}
