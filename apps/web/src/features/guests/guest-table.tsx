import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import table from '../../components/people-table.module.css';
import { moveThroughRows } from '../../lib/keys.ts';
import { mayEditGuests } from '../../lib/rights.ts';
import type { AttendeeView } from '../../lib/shapes.ts';
import { useNarrow } from '../../lib/use-narrow.ts';
import { GuestRow } from './guest-row.tsx';
import styles from './guests.module.css';
import type { Selection } from './use-selection.ts';
import { useWaitingActs } from './use-guest-acts.ts';

interface Props {
  guests: readonly AttendeeView[];
  open: (guest: AttendeeView) => void;
  /** Left out where nothing can be decided about several. */
  selection: Selection | undefined;
}

export function GuestTable({ guests, open, selection }: Props) {
  const words = app.guests;
  const mayEdit = mayEditGuests(useMembership().role);
  const waiting = useWaitingActs();
  const isNarrow = useNarrow();
  return (
    <table className={`${table['table'] ?? ''} ${styles['table'] ?? ''}`}>
      <caption className="unseen">{words.columns.caption}</caption>
      <thead>
        <tr>
          {selection !== undefined && (
            <th scope="col" className={styles['tick']}>
              <label>
                <input
                  type="checkbox"
                  aria-label={words.selectAll}
                  checked={selection.isAll}
                  onChange={({ currentTarget }) => {
                    selection.all(currentTarget.checked);
                  }}
                />
              </label>
            </th>
          )}
          <th scope="col">{words.columns.person}</th>
          {!isNarrow && (
            <>
              <th scope="col">{words.columns.status}</th>
              <th scope="col">{words.columns.checkedIn}</th>
              <th scope="col">{words.columns.introductions}</th>
            </>
          )}
          <th scope="col">
            <span className="unseen">{words.columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody onKeyDown={moveThroughRows}>
        {guests.map((guest) => (
          <GuestRow
            key={guest.id}
            guest={guest}
            waiting={waiting.get(guest.id)}
            mayEdit={mayEdit}
            isNarrow={isNarrow}
            open={() => {
              open(guest);
            }}
            selection={
              selection && {
                isSelected: selection.ids.includes(guest.id),
                select: (isSelected) => {
                  selection.one(guest.id, isSelected);
                },
              }
            }
          />
        ))}
      </tbody>
    </table>
  );
}
