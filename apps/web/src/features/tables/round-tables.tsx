import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useEffectEvent } from 'react';
import { tablesApp as words } from '#libs/words';
import { OneTable } from './one-table.tsx';
import { type Dragged, isDragged } from './dragged.ts';
import { cameOf, firstOpen } from './rooms.ts';
import type { Mixer, MixerRound } from './table-calls.ts';
import styles from './tables.module.css';
import type { Acts } from './use-acts.ts';

/** Every table of a round. A round that is over, and all of them at the end, are only read. */
export function RoundTables({ mixer, round, acts }: { mixer: Mixer; round: MixerRound; acts: Acts }) {
  const isOpen = mixer.state !== 'ended' && round.round >= firstOpen(mixer);
  const came = cameOf(mixer);
  useDrops(({ person, table: from }, table) => {
    if (from !== table) acts.move(person, round.round, from, table);
  });
  return (
    <>
      {isOpen && <p className="soft">{words.person.drag}</p>}
      <ol className={styles['grid']}>
        {round.tables.map((table) => (
          <OneTable key={table.table} table={table} round={round} came={came} acts={isOpen ? acts : null} />
        ))}
      </ol>
    </>
  );
}

/** A name that is let go over a table. */
function useDrops(drop: (dragged: Dragged, table: number) => void): void {
  const dropped = useEffectEvent(drop);
  useEffect(
    () =>
      monitorForElements({
        onDrop: ({ source, location }) => {
          const table = location.current.dropTargets[0]?.data['table'];
          if (isDragged(source.data) && typeof table === 'number') dropped(source.data, table);
        },
      }),
    [],
  );
}
