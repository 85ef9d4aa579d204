import { Button } from '@mantine/core';
import { useState } from 'react';
import { app } from '#libs/words';
import { Empty } from '../../components/empty.tsx';
import { useBoard } from './board-query.ts';
import { Decided } from './decided.tsx';
import { Deck } from './deck-view.tsx';
import { MatchDialog } from './match-dialog.tsx';
import { Outcome } from './outcome.tsx';
import { People } from './people.tsx';
import { Searching } from './searching.tsx';
import { useSuggest } from './use-suggest.ts';
import styles from './board.module.css';

/** The morning after: who came and wants to meet somebody, one pair after the other, and what became of them. */
export function IntroductionsBoard() {
  const words = app.introductions;
  const board = useBoard();
  const suggest = useSuggest();
  const [matching, setMatching] = useState<{ first: string | null }>();
  const [current, setCurrent] = useState<string>();
  const { came, optedIn, notAsked, refused } = board.counts;
  const fresh = board.introductions.length === 0;
  const find = (): void => {
    suggest.start({});
  };
  return (
    <div className={styles['board']}>
      <p className={styles['counts']}>{words.counts(came, optedIn, notAsked, refused)}</p>
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
      {!fresh && (
        <Deck
          board={board}
          current={current}
          setCurrent={setCurrent}
          match={(first) => {
            setMatching({ first });
          }}
        />
      )}
      {suggest.outcome !== undefined && !suggest.searching && (
        <Outcome outcome={suggest.outcome} start={suggest.start} />
      )}
      {optedIn > 1 && (
        <People
          board={board}
          match={(first) => {
            setMatching({ first });
          }}
        >
          <Button
            variant="default"
            onClick={() => {
              setMatching({ first: null });
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
      <Decided board={board} />
      {matching !== undefined && (
        <MatchDialog
          board={board}
          first={matching.first}
          close={() => {
            setMatching(undefined);
          }}
          made={(id) => {
            setMatching(undefined);
            setCurrent(id);
          }}
        />
      )}
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
