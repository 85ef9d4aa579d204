import { memo } from 'react';
import { app } from '#libs/words';
import styles from './people.module.css';

interface Props {
  id: string;
  name: string;
  used: number;
  cap: number;
  wellKnown: boolean;
  /** The one that Tab reaches; arrows reach the others. */
  first: boolean;
  match: (first: string) => void;
}

/** One person of the strip: pressed, they are matched with somebody; dragged, with whom they are dropped on. */
export const PersonRow = memo(function PersonRow({ id, name, used, cap, wellKnown, first, match }: Props) {
  const words = app.introductions.people;
  return (
    <li>
      <button
        type="button"
        className={styles['person']}
        data-row
        data-person={id}
        data-name={name}
        data-none={used === 0}
        tabIndex={first ? 0 : -1}
        onClick={() => {
          match(id);
        }}
      >
        <span>
          {name}
          {wellKnown && (
            <>
              <span aria-hidden="true"> {app.introductions.wellKnown.star}</span>
              <span className="unseen">{words.isWellKnown}</span>
            </>
          )}
        </span>
        <span className={styles['count']}>{used === 0 ? words.none : words.used(used, cap)}</span>
        <span className="unseen">{words.matchWith}</span>
      </button>
    </li>
  );
});
