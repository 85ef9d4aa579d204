import { Button } from '@mantine/core';
import { app } from '#libs/words';
import type { SuggestInput, SuggestionOutcome } from '../../lib/shapes.ts';
import styles from './outcome.module.css';

/** What a search came to for the whole room, what that costs, and the other way to do it. */
export function Outcome({
  outcome,
  start,
}: {
  outcome: SuggestionOutcome;
  start: (wish: SuggestInput) => void;
}) {
  const words = app.introductions.outcome;
  const { first, people, covered, coverable, price } = outcome;
  const other = first === 'everyone' ? 'total' : 'everyone';
  const reachesMore = coverable === null ? first === 'total' : covered < coverable;
  const differs = price > 0 || reachesMore;
  return (
    <section aria-label={words.title} className={styles['outcome']}>
      <p>
        {words.covered(covered, people)} {limits(outcome)}
      </p>
      <p>{words.price[first](price)}</p>
      {differs && (
        <>
          <Button
            variant="default"
            onClick={() => {
              start({ first: other, anew: true });
            }}
          >
            {words.other[other]}
          </Button>
          <p className="soft small">{words.otherNote}</p>
        </>
      )}
    </section>
  );
}

function limits({ people, covered, coverable }: SuggestionOutcome): string {
  const words = app.introductions.outcome;
  if (covered === people || coverable === null) return '';
  return covered === coverable ? words.nobodyMore : words.coverable(coverable);
}
