import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { app } from '#libs/words';
import { Empty } from '../../components/empty.tsx';
import { moveThroughRows, useKeys } from '../../lib/keys.ts';
import { useTitle } from '../../lib/title.ts';
import { useEvent } from '../events/event-queries.ts';
import { useBoard } from '../introductions/board-query.ts';
import { useCircles } from './circle-queries.ts';
import { CircleRow } from './circle-row.tsx';
import styles from './circles.module.css';
import { smallest } from './choice.ts';
import { StartCircle } from './start-circle.tsx';
import { Wishes } from './wishes.tsx';

/** Small groups of one evening: who would like one, a way to start one, and how each stands. */
export function Circles() {
  const words = app.circles;
  const { circles, wishes, timeZone, proposedDates } = useCircles();
  const { people } = useBoard();
  const { title } = useEvent();
  useTitle(`${words.title} · ${title}`);
  const [starting, setStarting] = useState<readonly string[]>();
  const button = useRef<HTMLButtonElement>(null);
  const begin = (attendeeIds: readonly string[] = []): void => {
    setStarting(attendeeIds);
  };
  useKeys([
    {
      key: 'n',
      shown: 'N',
      label: words.keys.start,
      run: () => {
        if (starting === undefined && people.length >= smallest) begin();
      },
    },
  ]);
  const close = (): void => {
    setStarting(undefined);
    // The button comes back with the list.
    setTimeout(() => button.current?.focus());
  };
  if (starting !== undefined) {
    return <StartCircle {...{ people, timeZone, proposedDates, close }} first={starting} />;
  }
  if (people.length < smallest && circles.length === 0) {
    return <Empty title={words.tooFew} text={words.tooFewText} />;
  }
  const startButton = (
    <Button
      ref={button}
      disabled={people.length < smallest}
      onClick={() => {
        begin();
      }}
    >
      {words.start}
    </Button>
  );
  return (
    <div className={styles['circles']}>
      <Wishes wishes={wishes} begin={begin} />
      {circles.length === 0 ? (
        <Empty title={words.none} text={words.noneText}>
          {startButton}
        </Empty>
      ) : (
        <>
          <div className={styles['head']}>
            <p>{words.lead}</p>
            {startButton}
          </div>
          <section aria-labelledby="all-circles">
            <h2 id="all-circles" className="unseen">
              {words.all}
            </h2>
            <ul className={styles['list']} onKeyDown={moveThroughRows}>
              {circles.map((circle) => (
                <CircleRow key={circle.id} circle={circle} timeZone={timeZone} />
              ))}
            </ul>
          </section>
        </>
      )}
    </div>
  );
}
