import { app } from '#libs/words';
import type { IntroductionView } from '../../lib/shapes.ts';
import styles from './here.module.css';
import { useLive, useOtherHosts } from './use-live.ts';

/** Who else is at this board. */
export function Here() {
  const words = app.introductions.here;
  useLive();
  const others = useOtherHosts();
  return (
    <p role="status" className={styles['here']} hidden={others.length === 0}>
      {others.length > 0 && words.also(others.map(({ name }) => name ?? words.unnamed))}
    </p>
  );
}

/** Who else looks at this pair right now. */
export function LookingToo({ pair }: { pair: IntroductionView }) {
  const words = app.introductions.here;
  const others = useOtherHosts().filter(({ lookingAt }) => lookingAt === pair.id);
  return (
    <p role="status" className={styles['looking']} hidden={others.length === 0}>
      {others.length > 0 && words.looking(others.map(({ name }) => name ?? words.unnamed))}
    </p>
  );
}
