import { Button } from '@mantine/core';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { StateWord, type Tone } from '../../components/state-word.tsx';
import { api } from '../../lib/api.ts';
import { intend, useUnsettled } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { CircleView } from '../../lib/shapes.ts';
import { momentOf } from '../../lib/times.ts';
import { useCirclesChanged } from './circle-queries.ts';
import styles from './circles.module.css';

const tones: Record<CircleView['standing'], Tone> = {
  planned: 'warn',
  asked: 'warn',
  open: 'good',
  withdrawn: 'quiet',
  'did not happen': 'quiet',
  ended: 'quiet',
};

/** One circle: whom the host chose, how it stands, and what can be done about it. */
export function CircleRow({ circle, timeZone }: { circle: CircleView; timeZone: string }) {
  const words = app.circles;
  const { name, place, standing, chosen } = circle;
  const { leaving, takeBack, end } = useDecisions(circle);
  return (
    <li className={styles['circle']} tabIndex={-1} data-row data-leaving={leaving}>
      <div className={styles['about']}>
        <h3>{name}</h3>
        <p className={styles['standing']}>
          <StateWord tone={tones[standing]}>{words.standings[standing]}</StateWord>
          {comesNext(circle, timeZone).map((sentence) => (
            <span key={sentence}>{sentence}</span>
          ))}
        </p>
        <p className="soft">{words.chosen(chosen)}</p>
        {place !== '' && <p className="soft">{words.place(place)}</p>}
      </div>
      {standing === 'planned' && (
        <Button variant="default" disabled={leaving} aria-label={words.takeBackFor(name)} onClick={takeBack}>
          {words.takeBack}
        </Button>
      )}
      {standing === 'open' && (
        <Button variant="subtle" disabled={leaving} aria-label={words.endFor(name)} onClick={end}>
          {words.end}
        </Button>
      )}
    </li>
  );
}

function comesNext({ standing, leavesAt, members, meetsAt }: CircleView, timeZone: string): string[] {
  const words = app.circles;
  if (standing === 'planned') return leavesAt === null ? [] : [words.leaves(momentOf(leavesAt, timeZone))];
  if (standing === 'asked') return [words.asked];
  if (standing === 'did not happen') return [words.didNotHappen];
  if (standing !== 'open') return [];
  const next = meetsAt === null ? words.noDate : words.meets(momentOf(meetsAt, timeZone));
  return members === null ? [next] : [words.members(members), next];
}

/** Both wait ten seconds, in which they can be undone. */
function useDecisions(circle: CircleView) {
  const words = app.circles;
  const path = useEventPath();
  const changed = useCirclesChanged();
  const key = `circle:${circle.id}`;
  const leaving = useUnsettled().some((one) => one.key === key);
  const decide = (decision: 'withdraw' | 'end', sentence: string): void => {
    intend({
      key,
      sentence,
      apply: async () => {
        await api.circles.decide(path, decision, circle);
        await changed();
      },
      settled: ({ error }) => {
        if (error === undefined) return;
        say('fault', words.notDone(sentenceOf(error)));
        void changed();
      },
    });
  };
  return {
    leaving,
    takeBack: () => {
      decide('withdraw', words.willTakeBack(circle.name));
    },
    end: () => {
      decide('end', words.willEnd(circle.name));
    },
  };
}
