import { app } from '#libs/words';
import { type Tie, tieKinds } from './room-map.ts';
import styles from './map-view.module.css';

/** What the lines mean, with how many there are; dashes and widths differ, so no colour is needed. */
export function MapLegend({ ties }: { ties: readonly Tie[] }) {
  const words = app.introductions.map;
  return (
    <ul className={styles['legend']}>
      {tieKinds.map((kind) => (
        <li key={kind}>
          <svg viewBox="0 0 36 8" width="36" height="8" aria-hidden="true">
            <path d="M1 4H35" data-kind={kind} />
          </svg>
          <span>
            {words.kinds[kind]}{' '}
            <span className={styles['count']}>{ties.filter((tie) => tie.kind === kind).length}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
