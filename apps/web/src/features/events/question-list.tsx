import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { app } from '#libs/words';
import type { QuestionInput } from '../../lib/shapes.ts';
import { Folded } from './folded.tsx';
import { faultsOfQuestion, mostQuestions, moved, newQuestion } from './question-drafts.ts';
import styles from './question-list.module.css';
import { QuestionRow, labelOf } from './question-row.tsx';
import { useFocusAfterChange } from './use-focus-after-change.ts';
import { useRemoveQuestion } from './use-remove-question.ts';

interface Props {
  questions: QuestionInput[];
  change: (questions: QuestionInput[]) => void;
  faults: Record<string, string>;
}

/** What an event asks. A row is closed until it is edited, so that twenty long questions can be read and put in order. */
export function QuestionList({ questions, change, faults }: Props) {
  const words = app.events.questions;
  const [opened, setOpened] = useState<string>();
  const [said, setSaid] = useState('');
  const addButton = useRef<HTMLButtonElement>(null);
  const focusAfterChange = useFocusAfterChange(questions);
  const removeQuestion = useRemoveQuestion(questions, change);
  const add = (): void => {
    const question = newQuestion();
    change([...questions, question]);
    setOpened(question.id);
    focusAfterChange(`${question.id}-label`);
  };
  const move = (at: number, by: 1 | -1): void => {
    const question = questions[at];
    const to = at + by;
    if (question === undefined || to < 0 || to >= questions.length) return;
    change(moved(questions, at, by));
    setSaid(words.moved(labelOf(question), to + 1, questions.length));
    focusAfterChange(document.activeElement?.id);
  };
  const remove = (at: number): void => {
    const neighbour = questions[at + 1] ?? questions[at - 1];
    removeQuestion(at);
    focusAfterChange(neighbour === undefined ? addButton.current?.id : `${neighbour.id}-toggle`);
  };
  const required = questions.filter((question) => question.required).length;
  return (
    <Folded
      title={words.title}
      summary={words.summary(questions.length, required)}
      hasFault={Object.keys(faults).some((name) => name.startsWith('questions'))}
    >
      <p className="soft small">{words.help}</p>
      {questions.length > 1 && <p className={styles['keys']}>{words.keys}</p>}
      <ol aria-label={words.list} className={styles['list']}>
        {questions.map((question, at) => (
          <QuestionRow
            key={question.id}
            question={question}
            isFirst={at === 0}
            isLast={at === questions.length - 1}
            isOpen={opened === question.id}
            faults={faultsOfQuestion(faults, at)}
            toggle={() => {
              setOpened(opened === question.id ? undefined : question.id);
            }}
            change={(changed) => {
              change(questions.with(at, changed));
            }}
            move={(by) => {
              move(at, by);
            }}
            remove={() => {
              remove(at);
            }}
          />
        ))}
      </ol>
      <p role="status" className="unseen">
        {said}
      </p>
      <div className={styles['add']}>
        {questions.length < mostQuestions ? (
          <Button ref={addButton} id="add-question" variant="default" onClick={add}>
            {words.add}
          </Button>
        ) : (
          <p className="soft">{words.most(mostQuestions)}</p>
        )}
      </div>
    </Folded>
  );
}
