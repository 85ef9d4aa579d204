import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { ActionIcon, Menu } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { tablesApp } from '#libs/words';
import type { Dragged } from './dragged.ts';
import { isFull } from './rooms.ts';
import type { MixerRound, Seat } from './table-calls.ts';
import styles from './tables.module.css';
import type { Acts } from './use-acts.ts';

const { person: words, marks } = tablesApp;

interface Props {
  seat: Seat;
  table: number;
  round: MixerRound;
  isHere: boolean;
  acts: Acts | null;
}

/** Somebody at a table, to be moved or marked as gone. */
export function SeatRow({ seat, table, round, isHere, acts }: Props) {
  const row = useRef<HTMLLIElement>(null);
  const { attendeeId, name, left } = seat;
  const moves = acts !== null && !left;
  useEffect(() => {
    if (row.current === null || !moves) return;
    return draggable({
      element: row.current,
      getInitialData: (): Dragged & Record<string, unknown> => ({
        kind: 'seat',
        person: { attendeeId, name },
        table,
      }),
    });
  }, [attendeeId, name, table, moves]);
  return (
    <li ref={row} className={styles['seat']} data-moves={moves} data-left={left}>
      <span className={styles['name']}>{name}</span>
      <span className={styles['marks']}>{marksOf(seat, isHere).join(', ')}</span>
      {acts !== null && <SeatMenu {...{ seat, table, round, acts }} />}
    </li>
  );
}

function marksOf({ left, source, visible }: Seat, isHere: boolean): string[] {
  if (left) return [marks.left];
  return [
    ...(isHere ? [] : [marks.notHere]),
    ...(source === 'drawn' ? [] : [marks[source]]),
    ...(visible ? [] : [marks.hidden]),
  ];
}

function SeatMenu({ seat, table, round, acts }: Omit<Props, 'isHere' | 'acts'> & { acts: Acts }) {
  const others = round.tables.filter((one) => one.table !== table);
  const move = (to: number) => () => {
    acts.move(seat, round.round, table, to);
  };
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" size={44} aria-label={words.menu(seat.name)} disabled={acts.isBusy}>
          <span aria-hidden="true">⋯</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={styles['menu'] ?? ''}>
        {seat.left ? (
          <Menu.Item
            onClick={() => {
              acts.comeBack(seat);
            }}
          >
            {words.comeBack}
          </Menu.Item>
        ) : (
          <>
            <Menu.Item
              onClick={() => {
                acts.leave(seat);
              }}
            >
              {words.leave}
            </Menu.Item>
            {others.map((one) => (
              <Menu.Item key={one.table} disabled={isFull(one)} onClick={move(one.table)}>
                {words.moveTo(one.table)} {isFull(one) && `(${words.full})`}
              </Menu.Item>
            ))}
            <Menu.Item onClick={move(round.tables.length + 1)}>
              {words.newTable(round.tables.length + 1)}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
