import { app } from '#libs/words';
import type { IntroductionView } from '../../lib/shapes.ts';
import { useBefore } from './before-store.ts';
import styles from './before.module.css';

/** What somebody else changed while the host's decision waited: how it read when it was decided. */
export function Before({ pair }: { pair: IntroductionView }) {
  const words = app.introductions.before;
  const before = useBefore(pair.id);
  if (before === undefined) return null;
  const changed = [
    { name: pair.a.name, was: before.reasonForA, is: pair.reasonForA },
    { name: pair.b.name, was: before.reasonForB, is: pair.reasonForB },
  ].filter(({ was, is }) => was !== is);
  return (
    <aside aria-label={words.title} className={styles['before']}>
      <p>{words.title}</p>
      {changed.map(({ name, was }) => (
        <p key={name}>
          {words.read(name)} <q>{was}</q>
        </p>
      ))}
    </aside>
  );
}
