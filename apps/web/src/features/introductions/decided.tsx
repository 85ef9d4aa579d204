import { memo, useState } from 'react';
import { app } from '#libs/words';
import type { Board, IntroductionView, Standing } from '../../lib/shapes.ts';
import { momentOf } from '../../lib/times.ts';
import { DecidedPair } from './decided-pair.tsx';
import styles from './decided.module.css';

const groups: readonly { standings: readonly Standing[]; id: keyof typeof app.introductions.groups }[] = [
  { id: 'approved', standings: ['approved'] },
  { id: 'asked', standings: ['asked'] },
  { id: 'introduced', standings: ['introduced'] },
  { id: 'didNotHappen', standings: ['did not happen'] },
  { id: 'setAside', standings: ['dismissed', 'withdrawn'] },
];

/** More than these stand there only when asked for. */
const shownAtFirst = 30;

interface Props {
  board: Board;
  read: (pair: IntroductionView) => void;
}

/** What was decided and what became of it, as far as a host may know. */
export const Decided = memo(function Decided({ board, read }: Props) {
  return groups.map(({ id, standings }) => (
    <Group
      key={id}
      id={id}
      pairs={board.introductions.filter(({ standing }) => standings.includes(standing))}
      timeZone={board.event.timeZone}
      read={read}
    />
  ));
});

interface GroupProps {
  id: keyof typeof app.introductions.groups;
  pairs: readonly IntroductionView[];
  timeZone: string;
  read: (pair: IntroductionView) => void;
}

function Group({ id, pairs, timeZone, read }: GroupProps) {
  const words = app.introductions.groups;
  const [all, setAll] = useState(false);
  if (pairs.length === 0) return null;
  const moments = new Set(pairs.flatMap(({ leavesAt }) => leavesAt ?? []));
  const [moment] = moments;
  const shown = all ? pairs : pairs.slice(0, shownAtFirst);
  return (
    <section aria-label={words[id].title} className={styles['group']}>
      <h2>
        {words[id].title} <span className={styles['count']}>{pairs.length}</span>
      </h2>
      {moments.size === 1 && moment !== undefined && (
        <p className={styles['moment']}>
          {app.introductions.allLeave(pairs.length, momentOf(moment, timeZone))}
        </p>
      )}
      <p className="soft small">{words[id].text}</p>
      <ul>
        {shown.map((pair) => (
          <DecidedPair
            key={pair.id}
            pair={pair}
            leaves={
              moments.size > 1 && pair.leavesAt !== null
                ? app.introductions.leaves(momentOf(pair.leavesAt, timeZone))
                : null
            }
            read={read}
          />
        ))}
      </ul>
      {shown.length < pairs.length && (
        <button
          type="button"
          className={styles['more']}
          onClick={() => {
            setAll(true);
          }}
        >
          {app.introductions.showAllPairs(pairs.length)}
        </button>
      )}
    </section>
  );
}
