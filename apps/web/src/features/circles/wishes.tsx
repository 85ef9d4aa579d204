import { Button } from '@mantine/core';
import { app } from '#libs/words';
import type { CirclesView } from '../../lib/shapes.ts';
import styles from './circles.module.css';

interface Props {
  wishes: CirclesView['wishes'];
  begin: (attendeeIds: readonly string[]) => void;
}

/** Pairs who were introduced and who both said that they would like a small group. */
export function Wishes({ wishes, begin }: Props) {
  const words = app.circles;
  if (wishes.length === 0) return null;
  return (
    <section aria-label={words.wishes}>
      <h2>{words.wishes}</h2>
      <ul className={styles['list']}>
        {wishes.map(({ a, b }) => (
          <li key={`${a.attendeeId} ${b.attendeeId}`} className={styles['wish']}>
            <p>{words.wish(a.name, b.name)}</p>
            <Button
              variant="default"
              aria-label={words.fromWishFor(a.name, b.name)}
              onClick={() => {
                begin([a.attendeeId, b.attendeeId]);
              }}
            >
              {words.fromWish}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
