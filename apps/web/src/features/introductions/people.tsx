import { TextInput } from '@mantine/core';
import { type ReactNode, memo, useDeferredValue, useMemo, useState } from 'react';
import { app } from '#libs/words';
import { useKeys } from '../../lib/keys.ts';
import type { Board, BoardPerson } from '../../lib/shapes.ts';
import { useNarrow } from '../../lib/use-narrow.ts';
import { byNeed, withCounts } from './deck.ts';
import { PersonRow } from './person-row.tsx';
import { moveThroughGrid } from './grid-keys.ts';
import styles from './people.module.css';
import { useDecided } from './use-decide.ts';
import { useMarkWellKnown } from './use-well-known.ts';

/** From here on a name is looked for by typing; more than these stand there only when asked for, on a phone two screens. */
const worthSearching = 24;
const shownAtFirst = 96;
const shownOnPhone = 24;

interface Props {
  board: Board;
  match: (first: string) => void;
  children: ReactNode;
}

/** Everybody who wants to be introduced, with how many they have of how many they want; nobody yet stands first. */
export function People({ board, match, children }: Props) {
  const words = app.introductions.people;
  const { dropped } = useDecided();
  const people = useMemo(
    () => byNeed(withCounts(board.people, board.introductions, dropped)),
    [board.people, board.introductions, dropped],
  );
  const waiting = people.filter(({ used }) => used === 0).length;
  if (people.length === 0) return null;
  return (
    <section aria-label={words.title} className={styles['people']}>
      <div className="row spread">
        <div>
          <h2>{words.title}</h2>
          <p className="soft">{words.nobodyYet(waiting, people.length)}</p>
        </div>
        <div className="row">{children}</div>
      </div>
      <PeopleList people={people} match={match} />
    </section>
  );
}

interface ListProps {
  people: readonly BoardPerson[];
  match: (first: string) => void;
}

const PeopleList = memo(function PeopleList({ people, match }: ListProps) {
  const words = app.introductions.people;
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState(false);
  const narrow = useNarrow();
  const search = useDeferredValue(typed).trim().toLocaleLowerCase('en');
  const mark = useMarkWellKnown();
  useKeys([
    {
      key: 'w',
      shown: 'W',
      label: app.introductions.keys.wellKnown,
      run: () => {
        const person = focused(people);
        if (person?.isPanelist === false) mark(person.attendeeId, !person.wellKnown);
      },
    },
  ]);
  const found = people.filter(({ name }) => name.toLocaleLowerCase('en').includes(search));
  const shown = all ? found : found.slice(0, narrow ? shownOnPhone : shownAtFirst);
  return (
    <>
      {people.length > worthSearching && (
        <TextInput
          className={styles['search'] ?? ''}
          type="search"
          label={words.search}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
          }}
        />
      )}
      <p className="soft small">
        {words.drag} {people.some(({ wellKnown }) => wellKnown) && words.legend}
      </p>
      <ul onKeyDown={moveThroughGrid} data-all={all}>
        {shown.map(({ attendeeId, name, used, cap, wellKnown }, place) => (
          <PersonRow
            key={attendeeId}
            id={attendeeId}
            name={name}
            used={used}
            cap={cap}
            wellKnown={wellKnown}
            first={place === 0}
            match={match}
          />
        ))}
      </ul>
      {found.length === 0 && <p role="status">{words.nobodyFound}</p>}
      {shown.length < found.length && (
        <button
          type="button"
          className={styles['more']}
          onClick={() => {
            setAll(true);
          }}
        >
          {words.showAll(found.length)}
        </button>
      )}
    </>
  );
});

/** Whose row has the focus. */
function focused(people: readonly BoardPerson[]): BoardPerson | undefined {
  const row = document.activeElement;
  const id = row instanceof HTMLElement ? row.dataset['person'] : undefined;
  return people.find(({ attendeeId }) => attendeeId === id);
}
