import { app } from '#libs/words';
import { moveThroughRows } from '../../lib/keys.ts';
import { whyOf } from './critics.tsx';
import { peopleOf } from './plan-rows.ts';
import type { Plan } from './session-calls.ts';
import styles from './plan.module.css';

const words = app.critiqueSessions.plan;

/** Each person with what they hear and why, and who could be called. */
export function PeopleView({ plan }: { plan: Plan }) {
  return (
    <section aria-label={words.people}>
      <ul className={styles['people']} onKeyDown={moveThroughRows}>
        {peopleOf(plan).map(({ attendeeId, name, brings, hears }) => (
          <li key={attendeeId} className={styles['person']} tabIndex={-1} data-row>
            <div>
              <h3>{name}</h3>
              {brings !== null && <p className="soft">{brings.title}</p>}
            </div>
            <p className={styles['count']}>
              {hears.length === 0 ? words.hearsNothing : words.hears(hears.length)}
            </p>
            <ul className={styles['hears']}>
              {hears.map(({ hearing, work }) => (
                <li key={hearing.id} data-state={hearing.state}>
                  {work.title} <span className="soft">{words.by(work.author)}</span>{' '}
                  <span className="soft">({whyOf(hearing)})</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
