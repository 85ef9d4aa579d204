import type { QuestionInput } from '../../lib/shapes.ts';

export type QuestionKind = QuestionInput['kind'];

export const mostQuestions = 20;
export const leastOptions = 2;
export const mostOptions = 20;

export const hasOptions = (kind: QuestionKind): boolean => kind === 'choice' || kind === 'several';

/** A question nobody has typed yet. Its id is made here, so that it stays the same row while it moves. */
export const newQuestion = (): QuestionInput => ({
  id: newUuid(),
  kind: 'short',
  label: '',
  required: false,
  options: [],
});

/** Of version 4. Not randomUUID, which browsers keep from pages on plain http. */
function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes.set([((bytes[6] ?? 0) & 0x0f) | 0x40, bytes[7] ?? 0, ((bytes[8] ?? 0) & 0x3f) | 0x80], 6);
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** One place up or down; at the end of the list it stays. */
export function moved<Row>(rows: readonly Row[], at: number, by: 1 | -1): Row[] {
  const row = rows[at];
  const to = at + by;
  if (row === undefined || to < 0 || to >= rows.length) return [...rows];
  return rows.toSpliced(at, 1).toSpliced(to, 0, row);
}

/** Options belong to some kinds only; what was typed for them before waits in the form in case the kind changes back. */
export const sendableQuestion = (question: QuestionInput): QuestionInput => ({
  ...question,
  options: hasOptions(question.kind) ? question.options.filter((option) => option.trim() !== '') : [],
});

/** What the api said of one question, by the name of its field; every fault of an option is one of its options. */
export function faultsOfQuestion(faults: Record<string, string>, at: number): Record<string, string> {
  const start = `questions.${String(at)}.`;
  return Object.fromEntries(
    Object.entries(faults)
      .filter(([name]) => name.startsWith(start))
      .map(([name, fault]) => [name.slice(start.length).split('.')[0] ?? '', fault]),
  );
}
