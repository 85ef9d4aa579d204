import { CloseButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { app } from '#libs/words';
import type { BoardPerson } from '../../lib/shapes.ts';
import { found, largest, mostShown, smallest, toggled } from './choice.ts';
import styles from './circles.module.css';

interface Props {
  people: readonly BoardPerson[];
  /** In the order of choosing, as attendees. */
  chosen: readonly string[];
  change: (chosen: readonly string[]) => void;
}

/** Four to eight of the people on the board, found by typing; those chosen stand above, in their order. */
export function ChoosePeople({ people, chosen, change }: Props) {
  const words = app.circles.form;
  const [typed, setTyped] = useState('');
  const matching = found(people, typed);
  const shown = matching.slice(0, mostShown);
  const needed = Math.max(smallest - chosen.length, 0);
  return (
    <fieldset className={styles['people']}>
      <legend>{words.people}</legend>
      <p className="soft">{words.peopleHelp}</p>
      <Chosen people={people} chosen={chosen} change={change} />
      <p role="status" className={styles['count']}>
        {[
          words.count(chosen.length),
          ...(needed > 0 ? [words.needed(needed)] : []),
          ...(chosen.length === largest ? [words.full] : []),
        ].join(' · ')}
      </p>
      {people.length > largest && (
        <TextInput
          type="search"
          label={words.find}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
          }}
          onKeyDown={(event) => {
            // Enter would send the form from a field that only looks.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      )}
      {shown.length === 0 && <p>{words.nobody}</p>}
      <ul className={styles['choices']}>
        {shown.map(({ attendeeId, name, crafts }) => (
          <li key={attendeeId}>
            <label className={styles['choice']}>
              <input
                type="checkbox"
                checked={chosen.includes(attendeeId)}
                disabled={chosen.length === largest && !chosen.includes(attendeeId)}
                onChange={() => {
                  change(toggled(chosen, attendeeId));
                }}
              />
              <span>
                {name}
                {crafts.length > 0 && <span className={styles['crafts']}>{crafts.join(', ')}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {matching.length > shown.length && <p className="soft">{words.more(matching.length - shown.length)}</p>}
    </fieldset>
  );
}

function Chosen({ people, chosen, change }: Props) {
  const words = app.circles.form;
  if (chosen.length === 0) return null;
  const nameOf = (id: string): string => people.find(({ attendeeId }) => attendeeId === id)?.name ?? '';
  return (
    <ol className={styles['chosen']} aria-label={words.chosen}>
      {chosen.map((id) => (
        <li key={id}>
          {nameOf(id)}
          <CloseButton
            size="lg"
            aria-label={words.remove(nameOf(id))}
            onClick={() => {
              change(toggled(chosen, id));
            }}
          />
        </li>
      ))}
    </ol>
  );
}
