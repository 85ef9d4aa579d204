import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { app } from '#libs/words';
import table from '../../components/people-table.module.css';
import type { AttendeeView } from '../../lib/shapes.ts';
import { minuteOf, shortDayOf } from '../../lib/times.ts';
import { useEvent } from '../events/event-queries.ts';
import { GuestStanding } from './guest-standing.tsx';
import styles from './guests.module.css';
import { type GuestAct, useGuestActs } from './use-guest-acts.ts';

interface Props {
  guest: AttendeeView;
  waiting: GuestAct | undefined;
  mayEdit: boolean;
  /** On a phone the standing is said below the name, which then has the room it needs. */
  isNarrow: boolean;
  open: () => void;
  /** Left out where nothing can be decided about several. */
  selection: { isSelected: boolean; select: (isSelected: boolean) => void } | undefined;
}

export function GuestRow({ guest, waiting, mayEdit, isNarrow, open, selection }: Props) {
  const words = app.guests;
  const { name, email, guests, partySize } = guest;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target === event.currentTarget) open();
  };
  return (
    <tr tabIndex={-1} data-row data-leaving={waiting === 'cancel' || waiting === 'decline'} onKeyDown={onKey}>
      {selection !== undefined && (
        <td className={styles['tick']}>
          {guest.status === 'pending' && waiting === undefined && (
            <label>
              <input
                type="checkbox"
                aria-label={words.select(name)}
                checked={selection.isSelected}
                onChange={({ currentTarget }) => {
                  selection.select(currentTarget.checked);
                }}
              />
            </label>
          )}
        </td>
      )}
      <th scope="row">
        <button type="button" className={styles['name']} aria-label={words.open(name)} onClick={open}>
          {name}
        </button>
        <span className={table['detail']}>{email}</span>
        {partySize > 1 && <span className={table['detail']}>{words.with(guests, partySize - 1)}</span>}
        {isNarrow && <GuestStanding guest={guest} waiting={waiting} withTime />}
      </th>
      {!isNarrow && <Columns guest={guest} waiting={waiting} />}
      <td>{waiting === undefined && <RowActs guest={guest} mayEdit={mayEdit} />}</td>
    </tr>
  );
}

function Columns({ guest, waiting }: Pick<Props, 'guest' | 'waiting'>) {
  const words = app.guests.introductions;
  const { timeZone } = useEvent();
  const { checkedInAt, introductions } = guest;
  return (
    <>
      <td className={table['standing']}>
        <GuestStanding guest={guest} waiting={waiting} />
      </td>
      <td className={styles['short']}>
        {checkedInAt !== null && (
          <time dateTime={checkedInAt} title={shortDayOf(checkedInAt, timeZone)}>
            {minuteOf(checkedInAt, timeZone)}
          </time>
        )}
      </td>
      <td className={styles['short']}>
        {introductions === 'given' ? words.given : <span className="soft">{words.notAsked}</span>}
      </td>
    </>
  );
}

/** The one or two things that are done most; everything else is behind the name. */
function RowActs({ guest, mayEdit }: Pick<Props, 'guest' | 'mayEdit'>) {
  const words = app.guests;
  const acts = useGuestActs();
  const { name, status, checkedInAt } = guest;
  if (checkedInAt !== null)
    return (
      <Button
        variant="subtle"
        aria-label={words.undoCheckInName(name)}
        onClick={() => {
          acts.undoCheckIn(guest);
        }}
      >
        {words.undoCheckIn}
      </Button>
    );
  if (!mayEdit) return status === 'confirmed' ? <CheckIn guest={guest} /> : null;
  if (status === 'pending') {
    return (
      <>
        <Button
          variant="subtle"
          aria-label={words.approveName(name)}
          onClick={() => {
            acts.decide('approve', guest, '');
          }}
        >
          {words.approve}
        </Button>
        <Button
          variant="subtle"
          className={styles['second'] ?? ''}
          aria-label={words.declineName(name)}
          onClick={() => {
            acts.decide('decline', guest, '');
          }}
        >
          {words.decline}
        </Button>
      </>
    );
  }
  if (status === 'cancelled' || status === 'declined') return null;
  return (
    <>
      {status === 'confirmed' && <CheckIn guest={guest} />}
      <Button
        variant="subtle"
        aria-label={words.cancelName(name)}
        onClick={() => {
          acts.cancel(guest);
        }}
      >
        {words.cancel}
      </Button>
    </>
  );
}

function CheckIn({ guest }: Pick<Props, 'guest'>) {
  const words = app.guests;
  const acts = useGuestActs();
  return (
    <Button
      variant="subtle"
      aria-label={words.checkInName(guest.name)}
      onClick={() => {
        acts.checkIn(guest);
      }}
    >
      {words.checkIn}
    </Button>
  );
}
