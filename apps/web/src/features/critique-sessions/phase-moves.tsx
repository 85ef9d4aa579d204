import { ActionIcon, CloseButton } from '@mantine/core';
import { app } from '#libs/words';

import type { Phase } from './session-calls.ts';
import { idOf } from './settings-draft.ts';
import styles from './settings.module.css';

const words = app.critiqueSessions.form;

interface Props {
  phase: Phase;
  isFirst: boolean;
  isLast: boolean;
  move: (by: 1 | -1) => void;
  remove: () => void;
}

/** At its ends a phase stays and its button keeps the focus: a disabled one would lose it to the page. */
export function PhaseMoves({ phase, isFirst, isLast, move, remove }: Props) {
  const only = isFirst && isLast;
  return (
    <div className={styles['moves']}>
      <ActionIcon
        id={idOf(phase, 'up')}
        size="xl"
        variant="subtle"
        aria-label={words.up(phase.label)}
        aria-disabled={isFirst}
        onClick={() => {
          move(-1);
        }}
      >
        ↑
      </ActionIcon>
      <ActionIcon
        id={idOf(phase, 'down')}
        size="xl"
        variant="subtle"
        aria-label={words.down(phase.label)}
        aria-disabled={isLast}
        onClick={() => {
          move(1);
        }}
      >
        ↓
      </ActionIcon>
      <CloseButton
        id={idOf(phase, 'remove')}
        size="xl"
        aria-label={words.removePhase(phase.label)}
        aria-disabled={only}
        onClick={() => {
          if (!only) remove();
        }}
      />
    </div>
  );
}
