import type { Question } from '#libs/domain';
import { words } from '#libs/words';
import type { ReactElement, ReactNode } from 'react';
import { Choice, Field, type FieldFault, faultOf } from './layout.tsx';

/** What was typed, by the id of the question: several texts where several can be chosen. */
export type TypedByQuestion = Readonly<Record<string, readonly string[]>>;

/** The name of a question's field, and the id its faults lead to. */
export const answerField = (questionId: string): string => `answer.${questionId}`;

export interface QuestionFieldsProps {
  questions: readonly Question[];
  answers: TypedByQuestion;
  faults: readonly FieldFault[];
}

/** The event's own questions, in their order. */
export function QuestionFields({ questions, answers, faults }: QuestionFieldsProps): ReactElement {
  return (
    <>
      {questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          typed={answers[question.id] ?? []}
          fault={faultOf(faults, answerField(question.id))}
        />
      ))}
    </>
  );
}

interface QuestionFieldProps {
  question: Question;
  typed: readonly string[];
  fault: string | undefined;
}

function QuestionField({ question, typed, fault }: QuestionFieldProps): ReactElement {
  const { id, kind, label, required } = question;
  const name = answerField(id);
  if (kind === 'short' || kind === 'long') {
    return (
      <Field
        name={name}
        label={label}
        value={typed[0]}
        fault={fault}
        optional={!required}
        maxLength={kind === 'short' ? 200 : 2000}
        {...(kind === 'long' && { rows: 4 })}
      />
    );
  }
  if (kind === 'agreement') {
    return (
      <Group name={name} fault={fault}>
        <Choice name={name} label={labelled(question)} checked={typed.includes('yes')} />
      </Group>
    );
  }
  return (
    <Group name={name} fault={fault} legend={labelled(question)}>
      <Options question={question} typed={typed} />
    </Group>
  );
}

/** A radio cannot be taken back without script, so one that may stay unanswered has a way to say so. */
function Options({ question, typed }: Omit<QuestionFieldProps, 'fault'>): ReactElement {
  const { id, kind, options, required } = question;
  const type = kind === 'several' ? 'checkbox' : 'radio';
  const chosen = (option: string): boolean => typed.includes(option);
  return (
    <>
      {options.map((option) => (
        <Choice
          key={option}
          type={type}
          name={answerField(id)}
          value={option}
          label={option}
          checked={chosen(option)}
        />
      ))}
      {type === 'radio' && !required ? (
        <Choice
          type="radio"
          name={answerField(id)}
          value=""
          label={words.pages.rsvp.noAnswer}
          checked={typed.length === 0}
        />
      ) : null}
    </>
  );
}

const labelled = ({ label, required }: Question): string =>
  required ? label : `${label} (${words.layout.optional})`;

/** Boxes that belong together; what is wrong with them is read out with each. */
function Group({
  name,
  legend,
  fault,
  children,
}: {
  name: string;
  legend?: string;
  fault: string | undefined;
  children: ReactNode;
}): ReactElement {
  return (
    <fieldset
      className="field"
      id={name}
      aria-describedby={fault === undefined ? undefined : `${name}-fault`}
    >
      {legend === undefined ? null : <legend>{legend}</legend>}
      <div>{children}</div>
      {fault === undefined ? null : (
        <span className="fault" id={`${name}-fault`}>
          {fault}
        </span>
      )}
    </fieldset>
  );
}
