import { app } from '#libs/words';
import { figures } from '../../../phone/figures.ts';
import type { Run } from './run-calls.ts';
import { type Table, momentAt } from './tables.ts';
import styles from './run.module.css';

const words = app.critiqueRun;

interface Props {
  run: Run;
  tables: readonly Table[];
  now: number;
  shown: number;
  show: (table: number) => void;
}

/** One table fills the screen; the others say how they stand. */
export function TableTabs({ run, tables, now, shown, show }: Props) {
  return (
    <nav aria-label={words.tables} className={styles['tables']}>
      <ul>
        {tables.map((table) => (
          <li key={table.table}>
            <button
              type="button"
              aria-current={table.table === shown ? 'true' : undefined}
              onClick={() => {
                show(table.table);
              }}
            >
              <span>{words.table(table.table)}</span>
              <span className={styles['tableFigures']}>{standing(run, table, now)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function standing(run: Run, { current }: Table, now: number): string {
  if (current === undefined) return words.states.done;
  if (current.authorMissingAt !== null) return words.author.awaited;
  const { state, remainingMs } = momentAt(run, current, now);
  if (state === 'running') return figures(remainingMs);
  if (state === 'over') return words.over;
  return words.states[state];
}
