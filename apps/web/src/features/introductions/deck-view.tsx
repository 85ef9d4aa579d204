import { Button } from '@mantine/core';
import { useState } from 'react';
import { app } from '#libs/words';
import { Key } from '../../components/key.tsx';
import { useKeys } from '../../lib/keys.ts';
import type { Board, IntroductionView } from '../../lib/shapes.ts';
import { deckOf, neighbourOf, stepFrom } from './deck.ts';
import styles from './deck-view.module.css';
import { Fit, Pair } from './pair.tsx';
import { type Decide, useDecide, useDecided } from './use-decide.ts';

interface Props {
  board: Board;
  current: string | undefined;
  setCurrent: (id: string | undefined) => void;
  match: (first: string | null) => void;
}

/** One pair fills the screen; a decision brings the next at once. */
export function Deck({ board, current, setCurrent, match }: Props) {
  const words = app.introductions;
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const decided = useDecided();
  const deck = deckOf(board.introductions, decided.all, skipped);
  const pair = deck.find(({ id }) => id === current) ?? deck[0];
  const decide = useDecide(setCurrent);
  if (pair === undefined) return <AllDecided board={board} approvedNow={decided.approved.size} />;
  const moveOn = (act: () => void): void => {
    setCurrent(neighbourOf(deck, pair.id));
    act();
  };
  const step = (by: 1 | -1): void => {
    setCurrent(stepFrom(deck, pair.id, by));
  };
  const skip = (): void => {
    moveOn(() => {
      setSkipped([...skipped.filter((id) => id !== pair.id), pair.id]);
    });
  };
  return (
    <section aria-label={words.deck} className={styles['deck']}>
      <div className={styles['place']}>
        <p role="status">{words.place(deck.indexOf(pair) + 1, deck.length)}</p>
        <Fit pair={pair} />
        <ApproveAll deck={deck} decide={decide} />
      </div>
      <Pair key={pair.id} pair={pair} />
      <DeckKeys
        actions={{
          approve: () => {
            moveOn(() => {
              decide.approve(pair);
            });
          },
          drop: () => {
            moveOn(() => {
              decide.drop(pair);
            });
          },
          skip,
          next: () => {
            step(1);
          },
          before: () => {
            step(-1);
          },
          match: () => {
            match(pair.a.attendeeId);
          },
        }}
        single={deck.length === 1}
      />
    </section>
  );
}

const ApproveAll = ({ deck, decide }: { deck: readonly IntroductionView[]; decide: Decide }) =>
  deck.length < 2 ? null : (
    <Button
      variant="subtle"
      onClick={() => {
        decide.approveAll(deck);
      }}
    >
      {app.introductions.approveAll(deck.length)}
    </Button>
  );

interface Actions {
  approve: () => void;
  skip: () => void;
  drop: () => void;
  next: () => void;
  before: () => void;
  match: () => void;
}

/** The same six acts by key, touch and mouse. */
function DeckKeys({ actions, single }: { actions: Actions; single: boolean }) {
  const words = app.introductions;
  useKeys([
    { key: 'a', shown: 'A', label: words.keys.approve, run: actions.approve },
    { key: 's', shown: 'S', label: words.keys.skip, run: actions.skip },
    { key: 'n', shown: 'N', label: words.keys.never, run: actions.drop },
    { key: 'ArrowRight', shown: '→', label: words.keys.next, run: actions.next },
    { key: 'ArrowLeft', shown: '←', label: words.keys.before, run: actions.before },
    { key: 'm', shown: 'M', label: words.keys.match, run: actions.match },
  ]);
  return (
    <div className={styles['actions']}>
      <Button onClick={actions.approve} rightSection={<Key>A</Key>}>
        {words.approve}
      </Button>
      <Button variant="default" onClick={actions.skip} disabled={single} rightSection={<Key>S</Key>}>
        {words.skip}
      </Button>
      <Button variant="default" onClick={actions.drop} rightSection={<Key>N</Key>}>
        {words.never}
      </Button>
      <div className={styles['steps']}>
        <Button variant="default" onClick={actions.before} disabled={single} aria-label={words.keys.before}>
          ←
        </Button>
        <Button variant="default" onClick={actions.next} disabled={single} aria-label={words.keys.next}>
          →
        </Button>
      </div>
    </div>
  );
}

function AllDecided({ board, approvedNow }: { board: Board; approvedNow: number }) {
  const words = app.introductions;
  const approved = board.introductions.filter(({ standing }) => standing === 'approved').length + approvedNow;
  return (
    <section aria-label={words.deck} className={styles['done']}>
      <h2>{words.allDecided}</h2>
      <p role="status">{words.allDecidedText(approved)}</p>
    </section>
  );
}
