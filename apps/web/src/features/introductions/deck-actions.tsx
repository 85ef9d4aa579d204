import { Button } from '@mantine/core';
import { app } from '#libs/words';
import { Key } from '../../components/key.tsx';
import { useKeys } from '../../lib/keys.ts';
import styles from './deck-view.module.css';

interface Actions {
  approve: () => void;
  skip: () => void;
  drop: () => void;
  next: () => void;
  before: () => void;
  match: () => void;
  read: () => void;
  reword: () => void;
}

interface Props {
  actions: Actions;
  /** There is no other pair to go to. */
  single: boolean;
  /** The pair still waits for a decision. */
  open: boolean;
}

/** The same acts by key, touch and mouse. */
export function DeckActions({ actions, single, open }: Props) {
  const words = app.introductions;
  const decides = [
    { key: 'a', shown: 'A', label: words.keys.approve, run: actions.approve },
    { key: 's', shown: 'S', label: words.keys.skip, run: actions.skip },
    { key: 'n', shown: 'N', label: words.keys.never, run: actions.drop },
  ];
  useKeys([
    ...(open ? decides : []),
    { key: 'ArrowRight', shown: '→', label: words.keys.next, run: actions.next },
    { key: 'ArrowLeft', shown: '←', label: words.keys.before, run: actions.before },
    { key: 'm', shown: 'M', label: words.keys.match, run: actions.match },
    { key: 'Enter', shown: 'Enter', label: words.keys.reword, run: actions.reword },
    { key: 'v', shown: 'V', label: words.keys.mails, run: actions.read },
  ]);
  return (
    <div className={styles['actions']}>
      <Button onClick={actions.approve} disabled={!open} rightSection={<Key>A</Key>}>
        {words.approve}
      </Button>
      <Button variant="default" onClick={actions.skip} disabled={single || !open} rightSection={<Key>S</Key>}>
        {words.skip}
      </Button>
      <Button variant="default" onClick={actions.drop} disabled={!open} rightSection={<Key>N</Key>}>
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
