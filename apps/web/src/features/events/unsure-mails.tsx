import { Button } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { StateWord } from '../../components/state-word.tsx';
import { api, type EventPath } from '../../lib/api.ts';
import { intend, useIntentions } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { UnsureMail } from '../../lib/shapes.ts';
import { momentOf } from '../../lib/times.ts';
import { useEvent } from './event-queries.ts';
import styles from './unsure-mails.module.css';

const unsureMailsQuery = (path: EventPath) =>
  queryOptions({
    queryKey: ['unsure-mails', path.eventId],
    queryFn: () => api.unsureMails.list(path),
  });

/** Mails that are left to a person, only when there are any. The page does not wait for them, nor fail with them. */
export function UnsureMails() {
  const words = app.events.unsureMails;
  const { data } = useQuery(unsureMailsQuery(useEventPath()));
  const mails = data?.mails ?? [];
  if (mails.length === 0) return null;
  return (
    <section aria-labelledby="unsure-mails" className={styles['notice']}>
      <h2 id="unsure-mails">{words.title(mails.length)}</h2>
      <p className="soft small">{words.text}</p>
      <ul>
        {mails.map((mail) => (
          <UnsureMailLine key={mail.id} mail={mail} />
        ))}
      </ul>
    </section>
  );
}

function UnsureMailLine({ mail }: { mail: UnsureMail }) {
  const words = app.events.unsureMails;
  const { timeZone } = useEvent();
  const key = keyOf(mail);
  const waits = useIntentions().some((one) => one.key === key);
  const sendAgain = useSendAgain();
  return (
    <li>
      <div>
        <p>{mail.to}</p>
        <p className="soft small">
          {words.kind[mail.kind]}, <time dateTime={mail.at}>{momentOf(mail.at, timeZone)}</time>
        </p>
      </div>
      {waits ? (
        <StateWord tone="warn">{words.waits}</StateWord>
      ) : (
        <Button
          variant="default"
          aria-label={words.againTo(mail.to)}
          onClick={() => {
            sendAgain(mail);
          }}
        >
          {words.again}
        </Button>
      )}
    </li>
  );
}

const keyOf = ({ id }: UnsureMail): string => `send-again:${id}`;

/** A mail that left cannot be called back, so it waits its ten seconds. */
function useSendAgain(): (mail: UnsureMail) => void {
  const path = useEventPath();
  const queries = useQueryClient();
  const { queryKey } = unsureMailsQuery(path);
  return (mail) => {
    intend({
      key: keyOf(mail),
      sentence: app.events.unsureMails.willSend(mail.to),
      apply: () => api.unsureMails.sendAgain(path, mail.id),
      settled: ({ error, undone }) => {
        if (error !== undefined) say('fault', sentenceOf(error));
        if (undone !== true) void queries.invalidateQueries({ queryKey });
      },
    });
  };
}
