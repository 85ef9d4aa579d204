import { Button, Progress } from '@mantine/core';
import { app } from '#libs/words';
import type { SuggestionProgress } from '../../lib/shapes.ts';
import styles from './searching.module.css';

/** How far a search is, and the way out of it. */
export function Searching({ progress, cancel }: { progress: SuggestionProgress; cancel: () => void }) {
  const words = app.introductions.search;
  const { step, people, share } = progress;
  return (
    <section aria-label={words.title} className={styles['searching']}>
      <p role="status">{words.steps[step](people)}</p>
      <Progress value={share * 100} aria-label={words.title} />
      <Button variant="default" onClick={cancel}>
        {words.cancel}
      </Button>
    </section>
  );
}
