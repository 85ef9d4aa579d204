import { Button } from '@mantine/core';
import { app } from '#libs/words';
import type { InvitedAddress } from '../../lib/shapes.ts';
import styles from './invitations.module.css';

/** What became of the addresses: a number for those who were invited, a line for each who was not. */
export function InviteResult({
  addresses,
  close,
}: {
  addresses: readonly InvitedAddress[];
  close: () => void;
}) {
  const words = app.invitations.result;
  const others = addresses.filter(({ outcome }) => outcome !== 'invited');
  const invited = addresses.length - others.length;
  return (
    <section className={styles['result']} aria-label={words.title}>
      <p role="status">
        {invited === 0 ? words.none : words.invited(invited)}
        {others.length > 0 && ` ${words.others(others.length)}`}
      </p>
      {others.length > 0 && (
        <ul className={styles['others']} tabIndex={0} aria-label={words.title}>
          {others.map(({ address, outcome }, at) => (
            <li key={at}>
              <span className={styles['address']}>{address}</span>{' '}
              <span className="soft">{app.invitations.outcomes[outcome]}</span>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button variant="default" onClick={close}>
          {words.close}
        </Button>
      </div>
    </section>
  );
}
