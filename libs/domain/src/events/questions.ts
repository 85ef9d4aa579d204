import { type ShapeError, faultAt } from '../errors.ts';

export const questionKinds = ['short', 'long', 'choice', 'several', 'agreement'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** What an organizer asks everybody who RSVPs; the answers are for hosts alone. */
export interface Question {
  id: string;
  kind: QuestionKind;
  label: string;
  required: boolean;
  /** What can be chosen from, for `choice` and `several`. */
  options: string[];
}

/** An answer with the question as it was worded then; `id` is missing where a guest list asked. */
export interface Answer {
  id?: string;
  question: string;
  answer: string | string[];
}

/** What was typed, by the id of its question: a text, the chosen ones, or "yes" to an agreement. */
export type TypedAnswers = Readonly<Record<string, string | readonly string[]>>;

const longest: Readonly<Record<QuestionKind, number>> = {
  short: 200,
  long: 2000,
  choice: 100,
  several: 100,
  agreement: 3,
};

/** Why an answer cannot be taken. */
export type AnswerFault = 'missing' | 'too-long' | 'not-an-option';

export interface CheckedAnswers {
  answers: Answer[];
  /** By the id of the question; empty when everything can be taken. */
  faults: { id: string; fault: AnswerFault }[];
}

/** The answers in the order of the questions. Answers to questions that are not asked any more are left out. */
export function checkAnswers(questions: readonly Question[], typed: TypedAnswers): CheckedAnswers {
  const checked: CheckedAnswers = { answers: [], faults: [] };
  for (const question of questions) {
    const given = givenTo(question, typed[question.id]);
    const fault = faultOf(question, given);
    if (fault !== null) checked.faults.push({ id: question.id, fault });
    else if (given.length > 0) checked.answers.push(answerTo(question, given));
  }
  return checked;
}

/** Whether what somebody answered before still answers everything that is required. */
export function unanswered(questions: readonly Question[], answers: readonly Answer[]): Question[] {
  const answered = new Set(answers.map(({ id }) => id));
  return questions.filter(({ id, required }) => required && !answered.has(id));
}

/** Faults as the problem's body has them, each under the field of its question. */
export function answerShapes(
  faults: CheckedAnswers['faults'],
  sentence: (fault: AnswerFault) => string,
): ShapeError[] {
  return faults.map(({ id, fault }) => faultAt(`/answers/${id}`, () => sentence(fault)));
}

function givenTo({ kind }: Question, typed: string | readonly string[] | undefined): string[] {
  const texts = (typeof typed === 'string' ? [typed] : [...(typed ?? [])]).map((text) => text.trim());
  const given = [...new Set(texts.filter((text) => text !== ''))];
  return kind === 'several' ? given : given.slice(0, 1);
}

function faultOf({ kind, required, options }: Question, given: readonly string[]): AnswerFault | null {
  if (given.length === 0) return required ? 'missing' : null;
  if (given.some((text) => text.length > longest[kind])) return 'too-long';
  const allowed = kind === 'agreement' ? ['yes'] : options;
  const chosen = kind !== 'short' && kind !== 'long';
  return chosen && !given.every((text) => allowed.includes(text)) ? 'not-an-option' : null;
}

function answerTo({ id, kind, label }: Question, given: readonly string[]): Answer {
  return { id, question: label, answer: kind === 'several' ? [...given] : (given[0] ?? '') };
}
