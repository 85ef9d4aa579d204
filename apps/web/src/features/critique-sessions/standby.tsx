import { Button } from '@mantine/core';
import { app } from '#libs/words';
import { Fault } from '../../components/fault.tsx';
import { useKeys } from '../../lib/keys.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { Plan, Standby } from './session-calls.ts';
import { type Choosing, refuses } from './use-choosing.ts';
import styles from './plan.module.css';

const words = app.critiqueSessions.plan;

/** Who is called when a critic is missing. */
export function StandbyList({ plan: { standby } }: { plan: Plan }) {
  return (
    <section className={styles['standby']} aria-labelledby="standby">
      <h3 id="standby">{words.standby}</h3>
      <p className="soft">{standby.length === 0 ? words.noStandby : words.standbyText}</p>
      <ul>
        {standby.map(({ attendeeId, name, hears }) => (
          <li key={attendeeId}>
            {name} {hears > 0 && <span className="soft">{words.hears(hears)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Stays in view while a critic is chosen: what is being decided, and who without a work could take it. */
export function ChoosingBar({ plan, choosing }: { plan: Plan; choosing: Choosing }) {
  const { chosen } = choosing;
  const run = (): void => {
    document.querySelector<HTMLElement>(`.${styles['choosing'] ?? ''} li button`)?.focus();
  };
  useKeys(chosen === null ? [] : [{ key: 's', shown: 'S', label: app.critiqueSessions.keys.without, run }]);
  if (chosen === null) return null;
  const { hearing, work } = chosen;
  return (
    <section className={styles['choosing']} aria-label={words.choosing}>
      <div className={styles['choosingHead']}>
        <p role="status">
          {hearing === null ? words.chosenLack(work.title) : words.chosen(hearing.critic, work.title)}
        </p>
        <Button variant="default" onClick={choosing.leave}>
          {words.leave}
        </Button>
      </div>
      <p className="soft">{words.notTogether}</p>
      {choosing.error !== null ? (
        <Fault>
          <p>{sentenceOf(choosing.error)}</p>
          <Button variant="default" onClick={choosing.lookAgain}>
            {app.failure.again}
          </Button>
        </Fault>
      ) : choosing.isLooking ? (
        <p className="soft">{words.looking}</p>
      ) : (
        <ul className={styles['critics']} aria-label={words.standby}>
          {plan.standby.map((person) => (
            <li key={person.attendeeId}>
              <Candidate person={person} choosing={choosing} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Candidate({ person, choosing }: { person: Standby; choosing: Choosing }) {
  const against = choosing.againstPerson(person);
  const why = against.map((conflict) => words.conflicts[conflict]);
  const isOpen = !refuses(against);
  const note = why.length > 0 ? why.join(', ') : person.hears > 0 ? words.hears(person.hears) : '';
  return (
    <button
      type="button"
      className={styles['critic']}
      data-partner={isOpen}
      aria-disabled={!isOpen}
      onClick={() => {
        if (isOpen) choosing.give(person);
      }}
    >
      {isOpen && <span className="unseen">{words.give}</span>} <b>{person.name}</b>{' '}
      {!isOpen && <span className="unseen">{words.cannotGive}</span>} {note !== '' && <span>{note}</span>}
    </button>
  );
}
