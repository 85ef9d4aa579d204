import type { OwnWork, WorkInput } from './calls.ts';

/** What stands in the fields, as it was typed. */
export interface WorkForm {
  title: string;
  link: string;
  fileId: string | null;
  question: string;
  wants: string;
  avoid: string;
  notes: string;
  topics: string;
  opinions: boolean;
  coAuthors: string;
  previousId: string | null;
}

export type FieldName = keyof WorkForm;

const empty: WorkForm = {
  title: '',
  link: '',
  fileId: null,
  question: '',
  wants: '',
  avoid: '',
  notes: '',
  topics: '',
  opinions: false,
  coAuthors: '',
  previousId: null,
};

export const fieldNames = Object.keys(empty) as FieldName[];

export function formOf(work: OwnWork['work']): WorkForm {
  if (work === null) return empty;
  const { title, question, wants, avoid, notes, opinions, previousId } = work;
  return {
    title,
    link: work.link ?? '',
    fileId: work.file?.id ?? null,
    question,
    wants,
    avoid,
    notes,
    topics: work.topics.join(', '),
    opinions,
    coAuthors: work.coAuthors.join(', '),
    previousId,
  };
}

const pieces = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** What the server is sent. A file goes before a link that was typed too. */
export function inputOf(form: WorkForm): Omit<WorkInput, 'version'> {
  const link = form.link.trim();
  return {
    title: form.title.trim(),
    link: link === '' || form.fileId !== null ? null : link,
    fileId: form.fileId,
    question: form.question.trim(),
    wants: form.wants.trim(),
    avoid: form.avoid.trim(),
    notes: form.notes.trim(),
    topics: pieces(form.topics, /[,;\n]/),
    opinions: form.opinions,
    coAuthors: pieces(form.coAuthors, /[,;\s]/),
    previousId: form.previousId,
  };
}

/** Whether the server takes both for one: a comma at the end of a list, or a space, is no difference. */
const isSame = (field: FieldName, one: WorkForm, other: WorkForm): boolean =>
  JSON.stringify(inputOf(one)[field]) === JSON.stringify(inputOf(other)[field]);

export const isSameForm = (one: WorkForm, other: WorkForm): boolean =>
  fieldNames.every((field) => isSame(field, one, other));

export interface MergedForm {
  form: WorkForm;
  /** A field was changed here and elsewhere; it stands as it was typed here. */
  doubled: boolean;
}

/** What was typed here since `base`, and what another window has kept meanwhile, field by field. */
export function merge(base: WorkForm, typed: WorkForm, theirs: WorkForm): MergedForm {
  const form = { ...typed };
  let doubled = false;
  for (const field of fieldNames) {
    if (isSame(field, theirs, base) || isSame(field, theirs, typed)) continue;
    if (isSame(field, typed, base)) Object.assign(form, { [field]: theirs[field] });
    else doubled = true;
  }
  return { form, doubled };
}
