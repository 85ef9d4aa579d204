import { app } from '#libs/words';
import type { BoardPerson } from '../../lib/shapes.ts';
import { useMarkWellKnown } from './use-well-known.ts';
import styles from './well-known.module.css';

/** The private mark on somebody whom many would like to meet; a panelist has it without being marked. */
export function WellKnown({ person }: { person: BoardPerson }) {
  const words = app.introductions.wellKnown;
  const mark = useMarkWellKnown();
  if (person.isPanelist) return <p className={styles['panelist']}>{words.panelist}</p>;
  const { wellKnown, attendeeId, name } = person;
  return (
    <button
      type="button"
      className={styles['mark']}
      data-marked={wellKnown}
      onClick={() => {
        mark(attendeeId, !wellKnown);
      }}
    >
      <span aria-hidden="true">{wellKnown ? words.star : words.noStar}</span>{' '}
      {wellKnown ? words.marked : words.mark}
      <span className="unseen">{wellKnown ? words.unmarkFor(name) : words.markFor(name)}</span>
    </button>
  );
}
