import { doorApp } from '#libs/words';
import { minuteOf } from '../../lib/times.ts';
import { Button } from '../../phone/button.tsx';
import type { Door } from '../session/door.ts';
import type { Look } from '../session/kept.ts';
import type { DoorState } from '../session/state.ts';
import styles from './list.module.css';

const words = doorApp.look;

/** What turned out otherwise than somebody was told at the door. */
export function Looks({ door, state, back }: { door: Door; state: DoorState; back: () => void }) {
  const { looks, event } = state;
  return (
    <section className={styles['list']}>
      <h1>{words.title}</h1>
      <p>{looks.length === 0 ? words.none : words.text}</p>
      <ul className={styles['rows']}>
        {looks.map((look) => (
          <li key={look.scan.nonce} className={styles['row']}>
            <div>
              <p className={styles['name']}>{nameOf(look)}</p>
              <p className={styles['detail']}>
                <span>{words.at(minuteOf(look.scan.scannedAt, event.timeZone))}</span>
                <span>{words.said(doorApp.verdict.words[look.said])}</span>
              </p>
              <p>{truthOf(look, event.timeZone)}</p>
            </div>
            <Button
              aria-label={words.doneName(nameOf(look))}
              onClick={() => void door.lookedAt(look.scan.nonce)}
            >
              {words.done}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={back}>{words.back}</Button>
      </div>
    </section>
  );
}

const nameOf = ({ result, name }: Look): string => result.name ?? name ?? words.nobody;

function truthOf({ result: { outcome, checkedInAt, by } }: Look, timeZone: string): string {
  if (outcome === 'already') return words.is.already(checkedInAt && minuteOf(checkedInAt, timeZone), by);
  return words.is[outcome];
}
