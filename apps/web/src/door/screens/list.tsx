import { useState } from 'react';
import { doorApp, spokenLocale } from '#libs/words';
import { minuteOf } from '../../lib/times.ts';
import { Button } from '../../phone/button.tsx';
import { Field } from '../../phone/field.tsx';
import type { Person } from '../model/people.ts';
import { found } from '../model/search.ts';
import type { Door } from '../session/door.ts';
import type { DoorState } from '../session/state.ts';
import styles from './list.module.css';

const words = doorApp.list;

/** More would only be scrolled past. */
const mostShown = 60;

/** Everybody, found by the first letters; the next on the waitlist stands on top until somebody is looked for. */
export function List({ door, state: { people, event } }: { door: Door; state: DoorState }) {
  const [typed, setTyped] = useState('');
  const all = found(people, typed).sort((a, b) => a.name.localeCompare(b.name, spokenLocale()));
  const next = typed === '' ? nextOf(people) : undefined;
  const rest = all.length - mostShown;
  const row = (person: Person) => <Row key={person.id} {...{ person, door }} timeZone={event.timeZone} />;
  return (
    <section className={styles['list']}>
      <h1 className="unseen">{words.title}</h1>
      <Field
        type="search"
        label={words.search}
        name="search"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
        }}
      />
      <p role="status" className="unseen">
        {typed !== '' && words.found(all.length)}
      </p>
      {next !== undefined && (
        <section className={styles['next']} aria-labelledby="next">
          <h2 id="next">{words.next}</h2>
          <ul>{row(next)}</ul>
        </section>
      )}
      {all.length === 0 && (
        <div>
          <p>{words.nobody}</p>
          <p className="soft">{words.nobodyText}</p>
        </div>
      )}
      <ul className={styles['rows']}>{all.slice(0, mostShown).map(row)}</ul>
      {rest > 0 && <p className="soft">{words.more(rest)}</p>}
    </section>
  );
}

function nextOf(people: readonly Person[]): Person | undefined {
  const waiting = people.filter(({ status, place }) => status === 'waitlisted' && place !== null);
  return waiting.sort((a, b) => (a.place ?? 0) - (b.place ?? 0))[0];
}

function Row({ person, door, timeZone }: { person: Person; door: Door; timeZone: string }) {
  const { name, code, guests, note, party, isWaiting, checkedInAt } = person;
  return (
    <li className={styles['row']}>
      <div>
        <p className={styles['name']}>{name}</p>
        <p className={styles['detail']}>
          <span className={styles['code']}>{code}</span>
          <span>{standingOf(person, timeZone)}</span>
          {party > 1 && checkedInAt === null && <span>{doorApp.verdict.admit(party)}</span>}
          {guests.length > 0 && <span>{doorApp.verdict.with(guests.join(', '))}</span>}
          {isWaiting && <span>{words.waiting}</span>}
        </p>
        {note !== null && <p className={styles['note']}>{note}</p>}
      </div>
      <Act person={person} door={door} />
    </li>
  );
}

function Act({ person, door }: { person: Person; door: Door }) {
  const { name, checkedInAt, status } = person;
  if (checkedInAt !== null)
    return (
      <Button aria-label={words.undoName(name)} onClick={() => void door.undo(person)}>
        {words.undo}
      </Button>
    );
  if (status === 'going')
    return (
      <Button look="main" aria-label={words.checkInName(name)} onClick={() => void door.checkIn(person)}>
        {words.checkIn}
      </Button>
    );
  return (
    <Button aria-label={words.letInName(name)} onClick={() => void door.letIn(person)}>
      {words.letIn}
    </Button>
  );
}

function standingOf({ checkedInAt, by, status, place, part }: Person, timeZone: string): string {
  const { waits } = doorApp.verdict;
  if (checkedInAt !== null) return words.in(minuteOf(checkedInAt, timeZone), by);
  if (status === 'waitlisted') return waits.waitlisted(place);
  if (status === 'pending' || status === 'offered' || status === 'held') return waits[status];
  if (status === 'going') return part === 'panelist' ? words.panelist : words.going;
  return words[status];
}
