import { Button } from '@mantine/core';
import { app } from '#libs/words';
import { Key } from '../../../components/key.tsx';
import { figures } from '../../../phone/figures.ts';
import { useKeys } from '../../../lib/keys.ts';
import type { RunSlot, SlotAct } from './run-calls.ts';
import styles from './run.module.css';

const words = app.critiqueRun.author;

interface Props {
  slot: RunSlot;
  /** Works on the waitlist. */
  waiting: number;
  now: number;
  act: (act: SlotAct) => void;
  isBusy: boolean;
}

/** An author who is not there, and for how long they are waited for. */
export function AuthorMissing({ slot: { forfeitsAt }, waiting, now, act, isBusy }: Props) {
  const leftMs = forfeitsAt === null ? 0 : Math.max(0, Date.parse(forfeitsAt) - now);
  const turn = forfeitsAt === null ? 'author-missing' : 'author-here';
  const isForfeited = forfeitsAt !== null && leftMs === 0;
  const shown = words.key.toUpperCase();
  useKeys([
    {
      key: words.key,
      shown,
      label: forfeitsAt === null ? words.missing : words.here,
      run: () => {
        if (!isBusy) act(turn);
      },
    },
    ...(isForfeited
      ? [
          {
            key: words.giveKey,
            shown: words.giveKey.toUpperCase(),
            label: waiting > 0 ? words.giveAway : words.passOver,
            run: () => {
              if (!isBusy) act('author-missing');
            },
          },
        ]
      : []),
  ]);
  if (forfeitsAt === null)
    return (
      <p>
        <Button
          variant="subtle"
          className={styles['quiet'] ?? ''}
          disabled={isBusy}
          rightSection={<Key>{shown}</Key>}
          onClick={() => {
            act('author-missing');
          }}
        >
          {words.missing}
        </Button>
      </p>
    );
  return (
    <div className={styles['missing']}>
      <p>
        {/* Not announced each second: the beginning is, by the button that stands here then. */}
        <strong className={styles['missingFigures']}>
          {leftMs > 0 ? words.waiting(figures(leftMs)) : words.forfeited}
        </strong>{' '}
        {leftMs > 0 && words.waitlist(waiting)}
      </p>
      <div className={styles['missingActs']}>
        <Button
          disabled={isBusy}
          rightSection={<Key>{shown}</Key>}
          onClick={() => {
            act('author-here');
          }}
        >
          {words.here}
        </Button>
        {isForfeited && (
          <Button
            variant="default"
            disabled={isBusy}
            rightSection={<Key>{words.giveKey.toUpperCase()}</Key>}
            onClick={() => {
              act('author-missing');
            }}
          >
            {waiting > 0 ? words.giveAway : words.passOver}
          </Button>
        )}
      </div>
    </div>
  );
}
