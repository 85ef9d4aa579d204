import { Button } from '@mantine/core';
import { Suspense, lazy, useCallback, useState } from 'react';
import { app } from '#libs/words';
import { Empty } from '../../components/empty.tsx';
import { undoLast } from '../../lib/intentions.ts';
import { useKeys } from '../../lib/keys.ts';
import type { IntroductionView } from '../../lib/shapes.ts';
import { useBoard } from './board-query.ts';
import { Changes } from './changes.tsx';
import { Decided } from './decided.tsx';
import { type Current, Deck } from './deck-view.tsx';
import { DragPeople } from './drag-people.tsx';
import { Here } from './here.tsx';
import { Outcome } from './outcome.tsx';
import { People } from './people.tsx';
import { RoomSection } from './room-section.tsx';
import { Searching } from './searching.tsx';
import { useSuggest } from './use-suggest.ts';
import styles from './board.module.css';

const MatchDialog = lazy(async () => ({ default: (await import('./match-dialog.tsx')).MatchDialog }));
const MailsDialog = lazy(async () => ({ default: (await import('./mails-dialog.tsx')).MailsDialog }));

interface Matching {
  first: string | null;
  second: string | null;
}

/** The morning after: who came and wants to meet somebody, one pair after the other, and what became of them. */
export function IntroductionsBoard() {
  const words = app.introductions;
  const board = useBoard();
  const suggest = useSuggest();
  const [matching, setMatching] = useState<Matching>();
  const [reading, setReading] = useState<IntroductionView>();
  const [current, setCurrent] = useState<Current>();
  const match = useCallback((first: string | null, second: string | null = null) => {
    setMatching({ first, second });
  }, []);
  const matchOne = useCallback((first: string) => {
    setMatching({ first, second: null });
  }, []);
  useKeys([{ key: 'u', shown: 'U', label: words.keys.undo, run: undoLast }]);
  const { came, optedIn, notAsked, refused } = board.counts;
  const fresh = board.introductions.length === 0;
  const show = (id: string): void => {
    setCurrent({ id, at: 0 });
  };
  const find = (): void => {
    suggest.start({});
  };
  return (
    <div className={styles['board']}>
      <div className={styles['counts']}>
        <p>{words.counts(came, optedIn, notAsked, refused)}</p>
        <Here />
      </div>
      {suggest.searching && <Searching cancel={suggest.cancel} />}
      {fresh && (
        <Start
          optedIn={optedIn}
          came={came}
          suggestedAt={board.suggestedAt}
          busy={suggest.searching}
          find={find}
        />
      )}
      <DragPeople dropped={match}>
        {!fresh && (
          <>
            <Deck board={board} current={current} setCurrent={setCurrent} match={match} read={setReading} />
            <Changes board={board} show={show} />
          </>
        )}
        {suggest.outcome !== undefined && !suggest.searching && (
          <Outcome outcome={suggest.outcome} start={suggest.start} />
        )}
        {optedIn > 1 && (
          <People board={board} match={matchOne}>
            <Button
              variant="default"
              onClick={() => {
                match(null);
              }}
            >
              {words.match.open}
            </Button>
            {!fresh && (
              <Button variant="default" disabled={suggest.searching} onClick={find}>
                {words.again}
              </Button>
            )}
          </People>
        )}
      </DragPeople>
      {!fresh && <RoomSection people={board.people} introductions={board.introductions} />}
      <Decided board={board} read={setReading} />
      <Suspense>
        {matching !== undefined && (
          <MatchDialog
            board={board}
            first={matching.first}
            second={matching.second}
            close={() => {
              setMatching(undefined);
            }}
            made={(id) => {
              setMatching(undefined);
              show(id);
            }}
          />
        )}
        {reading !== undefined && (
          <MailsDialog
            pair={reading}
            close={() => {
              setReading(undefined);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}

interface StartProps {
  came: number;
  optedIn: number;
  suggestedAt: string | null;
  busy: boolean;
  find: () => void;
}

function Start({ came, optedIn, suggestedAt, busy, find }: StartProps) {
  const words = app.introductions.start;
  if (came === 0) return <Empty title={words.nobodyCame} text={words.nobodyCameText} />;
  if (optedIn < 2) return <Empty title={words.tooFew} text={words.tooFewText} />;
  if (suggestedAt !== null) {
    return (
      <Empty title={words.nothingFits} text={words.nothingFitsText}>
        <Button disabled={busy} onClick={find}>
          {app.introductions.again}
        </Button>
      </Empty>
    );
  }
  return (
    <Empty title={words.title(optedIn)} text={words.text}>
      <Button disabled={busy} onClick={find}>
        {words.find}
      </Button>
    </Empty>
  );
}
