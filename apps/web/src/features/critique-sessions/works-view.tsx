import { app } from '#libs/words';
import { moveThroughRows } from '../../lib/keys.ts';
import { Critics } from './critics.tsx';
import { type WorkGroup, type WorkRow, groupsOf } from './plan-rows.ts';
import type { Plan } from './session-calls.ts';
import type { Changes } from './use-changes.ts';
import type { Choosing } from './use-choosing.ts';
import styles from './plan.module.css';

const words = app.critiqueSessions.plan;

interface Props {
  plan: Plan;
  choosing: Choosing;
  changes: Changes;
}

/** Works in their order, table by table once there is a plan, each with who hears it. */
export function WorksView({ plan, choosing, changes }: Props) {
  return (
    <div className={styles['groups']} onKeyDown={moveThroughRows}>
      {groupsOf(plan).map((group) => (
        <section key={`${group.kind} ${String(group.table)}`} aria-label={titleOf(group)}>
          <h3 className={styles['group']}>{titleOf(group)}</h3>
          <ol className={styles['works']}>
            {group.rows.map((row) => (
              <Work key={row.work.id} {...{ row, choosing, changes }} capacity={capacityIn(plan, group)} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function titleOf({ kind, table }: WorkGroup): string {
  if (kind === 'order') return words.inOrder;
  if (kind === 'waiting') return words.waitlist;
  return table === null ? words.list : words.table(table);
}

/** Before the plan: from which place on a work would wait. */
const capacityIn = ({ session }: Plan, { kind }: WorkGroup): number | null =>
  kind === 'order' ? session.capacity : null;

function Work({ row, capacity, ...acts }: Omit<Props, 'plan'> & { row: WorkRow; capacity: number | null }) {
  const { work } = row;
  const waits = capacity !== null && work.place !== null && work.place > capacity;
  const facts = [...(waits ? [words.wouldWait] : []), work.author, words.media[work.medium], ...work.topics];
  return (
    <li className={styles['work']} tabIndex={-1} data-row data-waits={waits || work.state === 'waitlisted'}>
      <span className={styles['place']} aria-hidden>
        {numberOf(row)}
      </span>
      <div className={styles['about']}>
        <h4>{work.title}</h4>
        <p className="soft">{facts.join(' · ')}</p>
        <p>{work.question}</p>
        {!work.coming && <p className={styles['warn']}>{words.notComing}</p>}
      </div>
      {(row.hearings.length > 0 || row.lacks > 0) && <Critics row={row} {...acts} />}
    </li>
  );
}

const numberOf = ({ work }: WorkRow): string => String(work.round ?? work.place ?? '–');
