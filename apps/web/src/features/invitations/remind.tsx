import { Button } from '@mantine/core';
import { app } from '#libs/words';
import { type EventPath, api } from '../../lib/api.ts';
import { intend, useIntentions } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { useInvitationsChanged } from './invitation-queries.ts';
import styles from './invitations.module.css';

/** A reminder to everybody who is due one: mail cannot be taken back, so it waits its ten seconds. */
export function Remind({ path, count }: { path: EventPath; count: number }) {
  const words = app.invitations;
  const key = `remind:${path.eventId}`;
  const waits = useIntentions().some((one) => one.key === key);
  const changed = useInvitationsChanged(path);
  if (count === 0) return <p className="soft small">{words.nobodyToRemind}</p>;
  const remind = (): void => {
    intend({
      key,
      sentence: words.willRemind(count),
      apply: async () => {
        const { reminded, later } = await api.invitations.remind(path);
        say('done', later === 0 ? words.reminded(reminded) : words.remindedLater(reminded, later));
      },
      settled: ({ error, undone }) => {
        if (error !== undefined) say('fault', sentenceOf(error));
        if (undone !== true) void changed();
      },
    });
  };
  return (
    <div className={styles['remind']}>
      <Button variant="default" disabled={waits} onClick={remind}>
        {words.remind(count)}
      </Button>
      <span className="soft small">{words.remindHelp}</span>
    </div>
  );
}
