import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';
import { tablesApp as words } from '#libs/words';
import { isDragged } from './dragged.ts';
import { isFull } from './rooms.ts';
import { SeatRow } from './seat-row.tsx';
import type { MixerRound, MixerTable } from './table-calls.ts';
import styles from './tables.module.css';
import type { Acts } from './use-acts.ts';

interface Props {
  table: MixerTable;
  round: MixerRound;
  came: ReadonlySet<string>;
  /** Null: it is only read. */
  acts: Acts | null;
}

/** A table with its number, its topic and its people. */
export function OneTable({ table, round, came, acts }: Props) {
  const item = useRef<HTMLLIElement>(null);
  const [isOver, setOver] = useState(false);
  const { table: number, topic, people } = table;
  const takes = acts !== null && !isFull(table);
  useEffect(() => {
    if (item.current === null || !takes) return;
    return dropTargetForElements({
      element: item.current,
      getData: () => ({ table: number }),
      canDrop: ({ source }) => isDragged(source.data) && source.data.table !== number,
      onDragEnter: () => {
        setOver(true);
      },
      onDragLeave: () => {
        setOver(false);
      },
      onDrop: () => {
        setOver(false);
      },
    });
  }, [number, takes]);
  return (
    <li ref={item} className={styles['table']} data-over={isOver}>
      <h3>{words.table(number)}</h3>
      <p className="soft">{topic === null ? words.noTopic : words.topic(topic)}</p>
      {people.length === 0 ? (
        <p className="soft">{words.empty}</p>
      ) : (
        <ul aria-label={words.table(number)}>
          {people.map((seat) => (
            <SeatRow
              key={seat.attendeeId}
              seat={seat}
              table={number}
              round={round}
              isHere={came.has(seat.attendeeId)}
              acts={acts}
            />
          ))}
        </ul>
      )}
    </li>
  );
}
