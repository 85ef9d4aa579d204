import { Button } from '@mantine/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { app } from '#libs/words';
import { StateWord } from '../../components/state-word.tsx';
import { say } from '../../lib/notes.ts';
import type { Board, IntroductionView } from '../../lib/shapes.ts';
import { forgetBefore } from './before-store.ts';
import { useChanges } from './board-changes.ts';
import { deckOf, neighbourOf, stepFrom } from './deck.ts';
import { DeckActions } from './deck-actions.tsx';
import styles from './deck-view.module.css';
import { closeDrafts, keepDraft, useDrafts } from './drafts.ts';
import { LookingToo } from './here.tsx';
import { Fit, Pair } from './pair.tsx';
import { fetchEditor } from './reason.tsx';
import { type Decide, useDecide, useDecided } from './use-decide.ts';
import { usePresence } from './use-live.ts';

/** The pair that is shown, and its place in the deck: when it goes, the one that takes its place is shown. */
export interface Current {
  id: string;
  at: number;
}

interface Props {
  board: Board;
  current: Current | undefined;
  setCurrent: (current: Current) => void;
  match: (first: string | null) => void;
  read: (pair: IntroductionView) => void;
}

/** One pair fills the screen; a decision brings the next at once. */
export function Deck({ board, current, setCurrent, match, read }: Props) {
  const words = app.introductions;
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const decided = useDecided();
  const { added } = useChanges();
  const top = useRef<HTMLElement>(null);
  const deck = deckOf(board.introductions, decided.all, skipped);
  const drafts = useDrafts();
  const decide = useDecide((id) => {
    setCurrent({ id, at: 0 });
  });
  // What somebody is typing about stays before them, even when another host decided the pair meanwhile.
  const kept = board.introductions.find(({ id }) => drafts.has(id) && (current?.id ?? id) === id);
  const found = deck.find(({ id }) => id === current?.id) ?? kept;
  const pair = found ?? deck[Math.min(current?.at ?? 0, deck.length - 1)];
  usePresence(pair?.id ?? null);
  useEffect(fetchEditor, []);
  if (pair === undefined) return <AllDecided board={board} approvedNow={decided.approved.size} />;
  const isOpen = deck.includes(pair);
  const show = (id: string | undefined): void => {
    if (id === undefined) return;
    setCurrent({ id, at: deck.findIndex((one) => one.id === id) });
    fillScreen(top);
  };
  const moveOn = (act: () => void): void => {
    show(neighbourOf(deck, pair.id));
    act();
  };
  const decideOn = (act: (pair: IntroductionView) => void): void => {
    if (drafts.get(pair.id) === 'typed') {
      say('fault', words.reason.unsaved);
      return;
    }
    closeDrafts(pair.id);
    forgetBefore(pair.id);
    moveOn(() => {
      act(pair);
    });
  };
  return (
    <section ref={top} aria-label={words.deck} className={styles['deck']}>
      <div className={styles['place']}>
        <p role="status">
          {isOpen ? words.place(deck.indexOf(pair) + 1, deck.length) : words.standings[pair.standing]}
          <span className="unseen">{words.placeNames(pair.a.name, pair.b.name)}</span>
        </p>
        <Fit pair={pair} />
        {added.includes(pair.id) && <StateWord tone="quiet">{words.changes.new}</StateWord>}
        <LookingToo pair={pair} />
        <ApproveAll deck={deck} decide={decide} />
      </div>
      <Pair key={pair.id} pair={pair} people={board.people} read={read} />
      <DeckActions
        single={deck.length < 2}
        open={isOpen}
        actions={{
          approve: () => {
            decideOn(decide.approve);
          },
          drop: () => {
            decideOn(decide.drop);
          },
          skip: () => {
            moveOn(() => {
              setSkipped([...skipped.filter((id) => id !== pair.id), pair.id]);
            });
          },
          next: () => {
            show(stepFrom(deck, pair.id, 1));
          },
          before: () => {
            show(stepFrom(deck, pair.id, -1));
          },
          match: () => {
            match(pair.a.attendeeId);
          },
          read: () => {
            read(pair);
          },
          reword: () => {
            keepDraft(pair.id, 'a', { was: pair.reasonForA, typed: pair.reasonForA });
          },
        }}
      />
    </section>
  );
}

/** After the first decision the pair has the whole screen: the page's head is read once. */
function fillScreen({ current }: RefObject<HTMLElement | null>): void {
  const above = current?.getBoundingClientRect().top ?? 0;
  if (Math.abs(above) > 1) window.scrollBy({ top: above, behavior: 'instant' });
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
