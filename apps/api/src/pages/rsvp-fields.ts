import { DomainError, type Question, answerShapes, checkAnswers } from '#libs/domain';
import { words } from '#libs/words';
import { RsvpInput } from '../attendees/rsvp.dto.ts';
import { problemOf } from '../problems/problem.filter.ts';
import { validation } from '../problems/validation.pipe.ts';
import { type FormBody, typed } from './form-body.ts';
import { guestField } from './guest-fields.tsx';
import type { FieldFault } from './layout.tsx';
import { type TypedByQuestion, answerField } from './question-fields.tsx';
import { listFault, profileIn, profileTexts } from './profile-fields.ts';
import { type RsvpFields, labelOf } from './rsvp-form.tsx';

export function fieldsOf(body: FormBody | undefined): RsvpFields {
  return {
    name: typed(body, 'name'),
    email: typed(body, 'email').trim(),
    introductions: typed(body, 'introductions'),
    ...profileTexts(body),
    nameVisible: typed(body, 'nameVisible') !== '',
    profileVisible: typed(body, 'profileVisible') !== '',
    answers: answersIn(body),
    guests: guestsIn(body),
  };
}

/** What was typed under the event's questions; a field that was left empty is not in it. */
export function answersIn(body: FormBody = {}): TypedByQuestion {
  const prefix = answerField('');
  const answers = Object.entries(body)
    .filter(([field]) => field.startsWith(prefix))
    .map(([field, value]): [string, string[]] => [field.slice(prefix.length), textsOf(value)])
    .filter(([, texts]) => texts.length > 0);
  return Object.fromEntries(answers);
}

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (text): text is string => typeof text === 'string' && text.trim() !== '',
  );

/** No event lets anybody bring more. */
const mostGuests = 10;

/** The names that were typed, in their order; an empty line is nobody. */
export function guestsIn(body: FormBody = {}): string[] {
  return Array.from({ length: mostGuests }, (_, row) => typed(body, guestField(row + 1)).trim()).filter(
    (name) => name !== '',
  );
}

/**
 * The form as the api takes it. A box that is not ticked was left alone and says nothing.
 * @param own whether the form was filled in beforehand with what this person said of themself
 * @throws DomainError wrong-shape, pointing at the fields
 */
export async function readRsvp(fields: RsvpFields, own: boolean): Promise<RsvpInput> {
  const { name, email, introductions, nameVisible, profileVisible, answers, guests } = fields;
  const input = {
    name,
    email,
    ...(introductions !== '' && { introductions: introductions === 'yes' }),
    ...(nameVisible && { nameVisible }),
    ...(profileVisible && { profileVisible }),
    ...profileIn(fields, own),
    answers,
    guests,
  };
  return (await validation.transform(input, { type: 'body', metatype: RsvpInput })) as RsvpInput;
}

/**
 * What is wrong, by field. A name or an address
 * that cannot be taken stops the api before it looks at the answers: the page says all of it at once.
 */
function rsvpFaults(
  error: DomainError,
  fields: RsvpFields,
  questions: readonly Question[] = [],
): FieldFault[] {
  const unseen = error.code === 'wrong-shape' ? checkAnswers(questions, fields.answers).faults : [];
  const shapes = [...error.shapes, ...answerShapes(unseen, (fault) => words.answerFaults[fault])];
  return shapes.map(({ pointer, detail }) => {
    const field = fieldAt(pointer);
    return { field, detail: listFault(field, fields) ?? detail };
  });
}

/**
 * How a form that was refused comes back: with its faults, or with one sentence where no field is at fault.
 * @throws the error itself where it is no refusal, or the product cannot answer now
 */
export function refusedForm(
  error: unknown,
  requestId: string,
  fields: RsvpFields,
  questions: readonly Question[],
): { status: number; form: { fields: RsvpFields; faults: FieldFault[]; refusal: string | undefined } } {
  if (!(error instanceof DomainError)) throw error;
  const { status } = problemOf(error, requestId);
  if (status === 503) throw error;
  const faults = rsvpFaults(error, fields, questions);
  return { status, form: { fields, faults, refusal: faults.length === 0 ? error.message : undefined } };
}

/** Where on the page a pointer of the api leads: "/answers/<id>" to its question, "/guests" to the first of them. */
export function fieldAt(pointer: string): string {
  const [field = '', part] = pointer.slice(1).split('/');
  if (field === 'answers' && part !== undefined) return answerField(part);
  return field === 'guests' ? guestField(1) : field;
}

/** The same faults for the list above the page, each with what its field is called. */
export function withLabels(faults: readonly FieldFault[], questions: readonly Question[]): FieldFault[] {
  return faults.map(({ field, detail }) => ({
    field,
    detail: words.pages.rsvp.faultOf(labelOf(field, questions), detail),
  }));
}
