import { Button, Select, TextInput, Textarea } from '@mantine/core';
import { type KeyboardEvent, useId } from 'react';
import { app } from '#libs/words';
import type { QuestionInput } from '../../lib/shapes.ts';
import { Tick } from './choices.tsx';
import { type QuestionKind, hasOptions, leastOptions, mostOptions } from './question-drafts.ts';
import styles from './question-list.module.css';

interface FieldsProps {
  question: QuestionInput;
  change: (question: QuestionInput) => void;
  faults: Record<string, string>;
}

interface Props extends FieldsProps {
  isFirst: boolean;
  isLast: boolean;
  isOpen: boolean;
  toggle: () => void;
  move: (by: 1 | -1) => void;
  remove: () => void;
}

export const labelOf = ({ label }: QuestionInput): string =>
  label.trim() === '' ? app.events.questions.noLabel : label;

/** One question: what it asks and how, its place in the list, and below, once opened, its fields. */
export function QuestionRow({ isOpen, isFirst, isLast, toggle, move, remove, ...fields }: Props) {
  const words = app.events.questions;
  const { question, faults } = fields;
  const below = useId();
  const shown = isOpen || Object.keys(faults).length > 0;
  const label = labelOf(question);
  const onKey = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className={styles['question']}>
      <div className={styles['head']} onKeyDown={onKey}>
        <button
          id={`${question.id}-toggle`}
          type="button"
          className={styles['toggle']}
          aria-expanded={shown}
          aria-controls={below}
          onClick={toggle}
        >
          <span className={styles['label']}>{label}</span>
          <span className={styles['kind']}>
            {words.kinds[question.kind]}
            {question.required && ` · ${words.requiredShort}`}
          </span>
        </button>
        <div className={styles['acts']}>
          <MoveButton id={question.id} by={-1} atEnd={isFirst} name={words.up(label)} move={move} />
          <MoveButton id={question.id} by={1} atEnd={isLast} name={words.down(label)} move={move} />
          <Button variant="subtle" aria-label={words.remove(label)} onClick={remove}>
            {app.events.form.remove}
          </Button>
        </div>
      </div>
      <div id={below} className={styles['fields']} hidden={!shown}>
        {shown && <QuestionFields {...fields} />}
      </div>
    </li>
  );
}

interface MoveProps {
  id: string;
  by: 1 | -1;
  atEnd: boolean;
  name: string;
  move: (by: 1 | -1) => void;
}

/** At the end of the list it does nothing but stays, so that the focus is not lost there. */
function MoveButton({ id, by, atEnd, name, move }: MoveProps) {
  return (
    <Button
      id={`${id}-${by === 1 ? 'down' : 'up'}`}
      variant="subtle"
      className={styles['move'] ?? ''}
      aria-label={name}
      aria-disabled={atEnd}
      onClick={() => {
        move(by);
      }}
    >
      <span aria-hidden="true">{by === 1 ? '↓' : '↑'}</span>
    </Button>
  );
}

const kinds = () =>
  (Object.keys(app.events.questions.kinds) as QuestionKind[]).map((value) => ({
    value,
    label: app.events.questions.kinds[value],
  }));

function QuestionFields({ question, change, faults }: FieldsProps) {
  const words = app.events.questions;
  const set = (part: Partial<QuestionInput>): void => {
    change({ ...question, ...part });
  };
  return (
    <>
      <TextInput
        id={`${question.id}-label`}
        label={question.kind === 'agreement' ? words.agreementLabel : words.label}
        required
        maxLength={200}
        value={question.label}
        onChange={({ currentTarget }) => {
          set({ label: currentTarget.value });
        }}
        error={faults['label']}
      />
      <Select
        label={words.kind}
        data={kinds()}
        value={question.kind}
        allowDeselect={false}
        onChange={(kind) => {
          if (kind !== null) set({ kind });
        }}
        error={faults['kind']}
      />
      {hasOptions(question.kind) && (
        <Textarea
          label={words.options}
          description={words.optionsHelp(leastOptions, mostOptions)}
          autosize
          minRows={3}
          maxRows={20}
          required
          value={question.options.join('\n')}
          onChange={({ currentTarget }) => {
            set({ options: currentTarget.value === '' ? [] : currentTarget.value.split('\n') });
          }}
          error={faults['options']}
        />
      )}
      <Tick
        label={words.required}
        checked={question.required}
        change={(required) => {
          set({ required });
        }}
      />
    </>
  );
}
