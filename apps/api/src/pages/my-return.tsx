import { outcomes } from '#libs/domain';
import type { Outcome } from '#libs/domain';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { MyReturn } from '../insights/my-return.service.ts';

const sentences = words.insights.mine;

export interface MyReturnProps {
  own: MyReturn;
  /** Each with what the person themself said of it. */
  introductions: readonly { outcome: Outcome | null }[];
}

/** What a person's evenings came to, in their own numbers and marks: nothing of what anybody else said. */
export function MyReturnSection({ own, introductions }: MyReturnProps): ReactElement | null {
  const { evenings, hours, talkedTo, newPeople } = own;
  if (evenings === 0) return null;
  return (
    <section>
      <h2>{sentences.title}</h2>
      <p>
        {sentences.evenings(evenings, sentences.hours(hours))}
        {talkedTo === 0 ? null : ` ${sentences.people(talkedTo, newPeople)}`}
      </p>
      {introductions.length === 0 ? null : (
        <p>
          {sentences.introduced(introductions.length)} {sentences.marked(marksOf(introductions))}
        </p>
      )}
      <p className="quiet">{sentences.private}</p>
    </section>
  );
}

/** How many got so far and no further, as the person marked it. */
function marksOf(introductions: MyReturnProps['introductions']): { mark: Outcome; count: number }[] {
  return outcomes
    .map((mark) => ({ mark, count: introductions.filter(({ outcome }) => outcome === mark).length }))
    .filter(({ count }) => count > 0);
}
