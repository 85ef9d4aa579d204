import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { app } from '#libs/words';
import type { Board } from '../../lib/shapes.ts';
import { byNeed } from './deck.ts';
import styles from './people.module.css';

/** Everybody who wants to be introduced, with how many they have of how many they want; nobody yet stands first. */
export function People({
  board,
  match,
  children,
}: {
  board: Board;
  match: (first: string) => void;
  children: ReactNode;
}) {
  const words = app.introductions.people;
  const people = byNeed(board.people);
  const waiting = people.filter(({ used }) => used === 0).length;
  if (people.length === 0) return null;
  return (
    <section aria-label={words.title} className={styles['people']}>
      <div className="row spread">
        <div>
          <h2>{words.title}</h2>
          <p className="soft">{words.nobodyYet(waiting, people.length)}</p>
        </div>
        <div className="row">{children}</div>
      </div>
      <ul>
        {people.map(({ attendeeId, name, used, cap }) => (
          <li key={attendeeId}>
            <UnstyledButton
              className={styles['person'] ?? ''}
              data-none={used === 0}
              onClick={() => {
                match(attendeeId);
              }}
            >
              <span>{name}</span>
              <span className={styles['count']}>{used === 0 ? words.none : words.used(used, cap)}</span>
              <span className="unseen">{words.matchWith}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
