import { useEffect } from 'react';
import { doorApp } from '#libs/words';
import { minuteOf } from '../../lib/times.ts';
import { Button } from '../../phone/button.tsx';
import type { Meaning, Verdict } from '../model/decide.ts';
import type { Person } from '../model/people.ts';
import { personOn } from '../session/answers.ts';
import type { Door } from '../session/door.ts';
import type { DoorState, Shown } from '../session/state.ts';
import { Sign } from './sign.tsx';
import styles from './verdict.module.css';

const words = doorApp.verdict;

/** Long enough to read a name at arm's length; what needs a decision stays until it is pressed away. */
const greenMs = 4000;
/** Somebody reads what they typed, and may take it back. */
const walkInMs = 10_000;

interface Props {
  shown: Shown;
  door: Door;
  state: DoorState;
}

/** What a scan means, over the whole screen: colour, word, name. The camera reads on behind it. */
export function VerdictScreen({ shown, door, state: { event, people } }: Props) {
  const { verdict } = shown;
  const { tone, meaning, name, since, by } = verdict;
  const person = personOn(shown, people);
  useEffect(() => {
    if (tone !== 'green') return;
    const timer = setTimeout(
      () => {
        door.next();
      },
      meaning === 'walked-in' ? walkInMs : greenMs,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [door, tone, meaning]);
  return (
    <section className={styles['verdict']} data-tone={tone} data-meaning={meaning} aria-label={words.label}>
      <div role="alert" className={styles['said']}>
        <Sign tone={tone} />
        <p className={styles['word']}>{wordOf(meaning, person)}</p>
        {name !== null && <p className={styles['name']}>{name}</p>}
        {meaning === 'already' && since !== null && (
          <p className={styles['line']}>{words.since(minuteOf(since, event.timeZone), by)}</p>
        )}
        <Lines verdict={verdict} person={person} />
      </div>
      <div className={styles['acts']}>
        <Button
          autoFocus
          onClick={() => {
            door.next();
          }}
        >
          {words.next}
        </Button>
        <Acts verdict={verdict} person={person} door={door} />
      </div>
    </section>
  );
}

const isDeclined = (meaning: Meaning, person: Person | null): boolean =>
  meaning === 'cancelled' && person?.status === 'declined';

const wordOf = (meaning: Meaning, person: Person | null): string =>
  isDeclined(meaning, person) ? words.declined : words.words[meaning];

function textOf(meaning: Meaning, person: Person | null): string | undefined {
  if (isDeclined(meaning, person)) return words.texts.declined;
  return meaning in words.texts ? words.texts[meaning as keyof typeof words.texts] : undefined;
}

function Lines({ verdict: { meaning }, person }: { verdict: Verdict; person: Person | null }) {
  const text = textOf(meaning, person);
  const isComing = meaning !== 'already' && meaning !== 'undone';
  return (
    <>
      {text !== undefined && <p className={styles['line']}>{text}</p>}
      {person !== null && meaning === 'not-confirmed' && <p className={styles['line']}>{waitOf(person)}</p>}
      {person !== null && isComing && person.party > 1 && (
        <p className={styles['party']}>
          {words.admit(person.party)}
          {person.guests.length > 0 && <span>{words.with(person.guests.join(', '))}</span>}
        </p>
      )}
      {person?.note != null && meaning !== 'undone' && <p className={styles['note']}>{person.note}</p>}
    </>
  );
}

function waitOf({ status, place }: Person): string {
  if (status === 'waitlisted') return words.waits.waitlisted(place);
  return status === 'pending' || status === 'offered' || status === 'held' ? words.waits[status] : '';
}

interface ActsProps {
  verdict: Verdict;
  person: Person | null;
  door: Door;
}

function Acts({ verdict: { meaning }, person, door }: ActsProps) {
  if (meaning === 'walked-in' || meaning === 'unknown')
    return <Button onClick={() => void door.takeBack()}>{words.takeBack}</Button>;
  if (person === null) return null;
  if (meaning === 'not-confirmed' || meaning === 'cancelled')
    return (
      <Button onClick={() => void door.letIn(person)}>
        {person.status === 'waitlisted' ? words.seat : words.letIn}
      </Button>
    );
  if (meaning !== 'in' && meaning !== 'let-in' && meaning !== 'already') return null;
  return (
    <Button onClick={() => void door.undo(person)}>
      {meaning === 'already' ? words.undoEarlier : words.undo}
    </Button>
  );
}
