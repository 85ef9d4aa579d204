import { Button } from '@mantine/core';
import { app } from '#libs/words';
import table from '../../components/people-table.module.css';
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

interface Props {
  path: EventPath;
  invitation: InvitationView;
  /** On a phone the state is said below the address, which then has the room it needs. */
  isNarrow: boolean;
}

export function InvitationRow({ path, invitation, isNarrow }: Props) {
  const words = app.invitations;
  const { id, email } = invitation;
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
        <p className={styles['address']}>{email}</p>
        {isNarrow && <Standing invitation={invitation} leaving={leaving} />}
      </th>
      {!isNarrow && (
        <td className={table['standing']}>
          <Standing invitation={invitation} leaving={leaving} />
        </td>
      )}
      <td>
        {!leaving && (
          <Button variant="subtle" aria-label={words.revokeName(email)} onClick={revoke}>
            {words.revoke}
          </Button>
        )}
      </td>
    </tr>
  );
}

function Standing({ invitation, leaving }: Pick<Props, 'invitation'> & { leaving: boolean }) {
  const words = app.invitations;
  const { state, invitedAt, mailedAt } = invitation;
  const { timeZone } = useEvent();
  if (leaving) return <StateWord tone="warn">{words.leaving}</StateWord>;
  return (
    <>
      <StateWord tone={tones[state]}>{words.states[state]}</StateWord>
      <span className={table['detail']}>
        {words.since[state](shortDayOf(state === 'reminded' ? mailedAt : invitedAt, timeZone))}
      </span>
    </>
  );
}
