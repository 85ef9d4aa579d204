import { panelQuestions } from '#libs/words';
import { useKeys } from '../../lib/keys.ts';
import type { ModerationInput } from '../live.ts';
import type { Queue } from './queue.ts';
import type { Desk } from './use-desk.ts';

const words = panelQuestions.moderate.keys;

/** The question whose row has the focus. */
export const chosenRow = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'];

function focusRow(id: string | undefined): void {
  if (id !== undefined) document.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus();
}

/** The same acts by key, on the question that has the focus. Z is the undo of what still waits, so what was hidden has U. */
export function useDeskKeys({ view, act, unhideLast }: Desk, { onScreen, waiting }: Queue): void {
  const onChosen = (name: ModerationInput['act']) => (): void => {
    const questionId = chosenRow();
    if (questionId !== undefined) act({ act: name, questionId });
  };
  const star = (): void => {
    const question = waiting.find(({ id }) => id === chosenRow());
    if (question !== undefined) act({ act: question.starred ? 'unstar' : 'star', questionId: question.id });
  };
  const highlight = (): void => {
    const questionId = chosenRow();
    if (questionId !== undefined) act({ act: 'highlight', questionId });
    else if (onScreen !== null) act({ act: 'unhighlight', questionId: onScreen.id });
  };
  const answered = (): void => {
    const questionId = chosenRow() ?? onScreen?.id;
    if (questionId !== undefined) act({ act: 'answered', questionId });
  };
  const timer = (): void => {
    if (view.timer !== null) act({ act: view.timer.pausedAt === null ? 'pause-timer' : 'resume-timer' });
  };
  const first = (): void => {
    focusRow(waiting[0]?.id);
  };
  const last = (): void => {
    focusRow(waiting.at(-1)?.id);
  };
  useKeys([
    { key: 'ArrowDown', shown: '↓', label: words.down, run: first },
    { key: 'ArrowUp', shown: '↑', label: words.up, run: last },
    { key: 'o', shown: 'O', label: words.highlight, once: true, run: highlight },
    { key: 's', shown: 'S', label: words.star, once: true, run: star },
    { key: 'a', shown: 'A', label: words.answered, once: true, run: answered },
    { key: 'h', shown: 'H', label: words.hide, once: true, run: onChosen('hide') },
    { key: 'u', shown: 'U', label: words.undo, once: true, run: unhideLast },
    { key: ' ', shown: words.space, label: words.timer, once: true, run: timer },
  ]);
}
