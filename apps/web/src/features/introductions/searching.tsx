import { Button, Progress } from '@mantine/core';
import { app } from '#libs/words';
import styles from './searching.module.css';
import { useSuggestionProgress } from './use-suggest.ts';

/** How far a search is, and the way out of it. */
export function Searching({ cancel }: { cancel: () => void }) {
  const words = app.introductions.search;
  const progress = useSuggestionProgress();
  if (progress === undefined) return null;
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
