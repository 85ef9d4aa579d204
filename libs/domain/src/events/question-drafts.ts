import { words } from '#libs/words';
import { DomainError, type ShapeError } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Question, QuestionKind } from './questions.ts';

export const mostQuestions = 20;
export const mostOptions = 20;

/** A question as an organizer sends it; without an id it is a new one. */
export interface QuestionDraft {
  id?: string;
  kind: QuestionKind;
  label: string;
  required?: boolean;
  options?: readonly string[];
}

/**
 * The questions of an event in their order. An id that is given stays, so that answers find their question again after
 * it was reworded or moved.
 * @throws DomainError wrong-shape, with a pointer to each option or id that cannot stand
 */
export function questionsOf(drafts: readonly QuestionDraft[]): Question[] {
  const faults = drafts.flatMap((draft, at) => [...idFaults(drafts, at), ...optionFaults(draft, at)]);
  if (faults.length > 0) throw new DomainError('wrong-shape', faults);
  return drafts.map(({ id = newId(), kind, label, required = false, options = [] }) => {
    return { id, kind, label, required, options: [...options] };
  });
}

export const hasOptions = (kind: QuestionKind): boolean => kind === 'choice' || kind === 'several';

function idFaults(drafts: readonly QuestionDraft[], at: number): ShapeError[] {
  const id = drafts[at]?.id;
  const isFirst = drafts.findIndex((draft) => draft.id === id) === at;
  if (id === undefined || isFirst) return [];
  return [{ pointer: `/questions/${String(at)}/id`, detail: words.shapes.questionTwice }];
}

function optionFaults({ kind, options = [] }: QuestionDraft, at: number): ShapeError[] {
  const pointer = `/questions/${String(at)}/options`;
  if (!hasOptions(kind)) {
    return options.length === 0 ? [] : [{ pointer, detail: words.shapes.optionsUnasked }];
  }
  if (options.length < 2) return [{ pointer, detail: words.shapes.optionsNeeded }];
  return options.flatMap((option, place) => {
    const isRepeated = options.indexOf(option) !== place;
    return isRepeated ? [{ pointer: `${pointer}/${String(place)}`, detail: words.shapes.optionTwice }] : [];
  });
}
