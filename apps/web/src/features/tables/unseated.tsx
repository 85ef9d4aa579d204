import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { tablesApp } from '#libs/words';
import { unseatedOf } from './rooms.ts';
import type { Guest, Mixer } from './table-calls.ts';
import styles from './tables.module.css';
import type { Acts } from './use-acts.ts';

const words = tablesApp.unseated;

/** From so many names on there is a field to find one. */
const manyNames = 8;

/** Late comers: who came and sits nowhere, and who may still come. */
export function UnseatedPeople({ mixer, acts }: { mixer: Mixer; acts: Acts }) {
  const { here, coming } = unseatedOf(mixer);
  return (
    <section className={styles['part']} aria-labelledby="unseated">
      <h2 id="unseated">{words.title}</h2>
      {here.length === 0 ? <p className="soft">{words.none}</p> : <People people={here} acts={acts} />}
      {coming.length > 0 && (
        <details className={styles['more']}>
          <summary>{words.others(coming.length)}</summary>
          <p className="soft">{words.othersHelp}</p>
          <People people={coming} acts={acts} />
        </details>
      )}
    </section>
  );
}

function People({ people, acts }: { people: readonly Guest[]; acts: Acts }) {
  const [typed, setTyped] = useState('');
  const sought = typed.trim().toLocaleLowerCase();
  const found = people.filter(({ name }) => name.toLocaleLowerCase().includes(sought));
  return (
    <>
      {people.length >= manyNames && (
        <TextInput
          type="search"
          label={words.search}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
          }}
        />
      )}
      <ul className={styles['people']}>
        {found.map((person) => (
          <li key={person.attendeeId}>
            <span className={styles['name']}>{person.name}</span>
            <Button
              variant="default"
              aria-label={words.seatName(person.name)}
              disabled={acts.isBusy}
              onClick={() => {
                acts.seat(person);
              }}
            >
              {words.seat}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
