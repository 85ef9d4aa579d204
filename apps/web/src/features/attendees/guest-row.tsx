import { Button } from '@mantine/core';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { StateWord, type Tone } from '../../components/state-word.tsx';
import { useIntentions } from '../../lib/intentions.ts';
import type { AttendeeView } from '../../lib/shapes.ts';
import { minuteOf, shortDayOf } from '../../lib/times.ts';
import { useEvent } from '../events/event-queries.ts';
import styles from './guests.module.css';
import { cancelKey, useCancelGuest } from './use-cancel-guest.ts';

const tones: Record<AttendeeView['status'], Tone> = {
  held: 'quiet',
  pending: 'warn',
  confirmed: 'good',
  waitlisted: 'warn',
  offered: 'warn',
  declined: 'quiet',
  cancelled: 'quiet',
};

export function GuestRow({ guest }: { guest: AttendeeView }) {
  const words = app.guests;
  const { timeZone } = useEvent();
  const mayCancel = useMembership().role !== 'door';
  const leaving = useIntentions().some(({ key }) => key === cancelKey(guest));
  const cancel = useCancelGuest();
  const cancellable = !['cancelled', 'declined'].includes(guest.status) && guest.checkedInAt === null;
  return (
    <tr tabIndex={-1} data-row data-leaving={leaving}>
      <th scope="row">
        <span className={styles['name']}>{guest.name}</span>
        <span className={styles['email']}>{guest.email}</span>
      </th>
      <td>
        {leaving ? (
          <StateWord tone="warn">{words.leaving}</StateWord>
        ) : (
          <StateWord tone={tones[guest.status]}>
            {guest.checkedInAt === null ? words.status[guest.status] : words.came}
          </StateWord>
        )}
        {guest.checkedInAt !== null && (
          <span className={styles['narrow']}>{minuteOf(guest.checkedInAt, timeZone)}</span>
        )}
        {guest.status === 'waitlisted' && guest.arrival !== null && (
          <span className={styles['detail']}>{words.arrival(guest.arrival)}</span>
        )}
        {guest.source !== 'page' && (
          <span className={`${styles['detail'] ?? ''} ${styles['wide'] ?? ''}`}>
            {words.source[guest.source]}
          </span>
        )}
      </td>
      <td className={styles['wide']}>
        {guest.checkedInAt !== null && (
          <time dateTime={guest.checkedInAt} title={shortDayOf(guest.checkedInAt, timeZone)}>
            {minuteOf(guest.checkedInAt, timeZone)}
          </time>
        )}
      </td>
      <td className={styles['wide']}>
        {guest.introductions === 'given' ? (
          words.introductions.given
        ) : (
          <span className="soft">{words.introductions.notAsked}</span>
        )}
      </td>
      <td className={styles['action']}>
        {mayCancel && cancellable && !leaving && (
          <Button
            variant="subtle"
            aria-label={words.cancelName(guest.name)}
            onClick={() => {
              cancel(guest);
            }}
          >
            {words.cancel}
          </Button>
        )}
      </td>
    </tr>
  );
}
