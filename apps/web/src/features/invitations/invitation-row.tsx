import { Button } from '@mantine/core';
import { app } from '#libs/words';
import { StateWord, type Tone } from '../../components/state-word.tsx';
import { type EventPath, api } from '../../lib/api.ts';
import { intend, useIntentions } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { InvitationView } from '../../lib/shapes.ts';
import { shortDayOf } from '../../lib/times.ts';
import { useEvent } from '../events/event-queries.ts';
import { useInvitationsChanged } from './invitation-queries.ts';
import styles from './invitations.module.css';

const tones: Record<InvitationView['state'], Tone> = { invited: 'warn', reminded: 'warn', declined: 'quiet' };

export function InvitationRow({ path, invitation }: { path: EventPath; invitation: InvitationView }) {
  const words = app.invitations;
  const { id, email, state, invitedAt, mailedAt } = invitation;
  const { timeZone } = useEvent();
  const key = `revoke:${id}`;
  const leaving = useIntentions().some((one) => one.key === key);
  const changed = useInvitationsChanged(path);
  const revoke = (): void => {
    intend({
      key,
      sentence: words.willRevoke(email),
      apply: () => api.invitations.revoke(path, id),
      settled: ({ error, undone }) => {
        if (error !== undefined) say('fault', sentenceOf(error));
        if (undone !== true) void changed();
      },
    });
  };
  return (
    <tr tabIndex={-1} data-row data-leaving={leaving}>
      <th scope="row">
        <span className={styles['address']}>{email}</span>
      </th>
      <td>
        {leaving ? (
          <StateWord tone="warn">{words.leaving}</StateWord>
        ) : (
          <StateWord tone={tones[state]}>{words.states[state]}</StateWord>
        )}
        <span className={styles['detail']}>
          {state === 'reminded'
            ? words.mailed(shortDayOf(mailedAt, timeZone))
            : words.since(shortDayOf(invitedAt, timeZone))}
        </span>
      </td>
      <td className={styles['action']}>
        {!leaving && (
          <Button variant="subtle" aria-label={words.revokeName(email)} onClick={revoke}>
            {words.revoke}
          </Button>
        )}
      </td>
    </tr>
  );
}
