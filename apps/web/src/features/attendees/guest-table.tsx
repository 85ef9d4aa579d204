import { app } from '#libs/words';
import { moveThroughRows } from '../../lib/keys.ts';
import type { AttendeeView } from '../../lib/shapes.ts';
import { GuestRow } from './guest-row.tsx';
import styles from './guests.module.css';

export function GuestTable({ guests }: { guests: AttendeeView[] }) {
  const words = app.guests.columns;
  return (
    <table className={styles['table']}>
      <caption className="unseen">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.status}</th>
          <th scope="col" className={styles['wide']}>
            {words.checkedIn}
          </th>
          <th scope="col" className={styles['wide']}>
            {words.introductions}
          </th>
          <th scope="col">
            <span className="unseen">{words.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody onKeyDown={moveThroughRows}>
        {guests.map((guest) => (
          <GuestRow key={guest.id} guest={guest} />
        ))}
      </tbody>
    </table>
  );
}
