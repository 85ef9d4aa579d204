import { useEffect, useLayoutEffect, useRef } from 'react';
import { app } from '#libs/words';
import { intend, undo } from '../../lib/intentions.ts';
import type { QuestionInput } from '../../lib/shapes.ts';
import { labelOf } from './question-row.tsx';

const keyOf = ({ id }: QuestionInput): string => `question:${id}`;

/** Takes a question out of the form; for ten seconds it can come back to its place. Nothing is saved by either. */
export function useRemoveQuestion(
  questions: QuestionInput[],
  change: (questions: QuestionInput[]) => void,
): (at: number) => void {
  // The way back is pressed outside of this form, when other things may have been typed.
  const now = useRef({ questions, change });
  useLayoutEffect(() => {
    now.current = { questions, change };
  });
  const removed = useRef(new Set<string>());
  useEffect(() => {
    const keys = removed.current;
    return () => {
      // The form is gone: there is nothing to come back to.
      const waiting = [...keys];
      keys.clear();
      waiting.forEach(undo);
    };
  }, []);
  return (at) => {
    const question = questions[at];
    if (question === undefined) return;
    const key = keyOf(question);
    removed.current.add(key);
    change(questions.toSpliced(at, 1));
    intend({
      key,
      sentence: app.events.questions.removed(labelOf(question)),
      apply: () => Promise.resolve(),
      settled: ({ undone }) => {
        if (removed.current.delete(key) && undone === true)
          now.current.change(now.current.questions.toSpliced(at, 0, question));
      },
    });
  };
}
