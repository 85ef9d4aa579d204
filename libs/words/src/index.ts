import { apiWords } from './en/api.ts';
import { auth } from './en/auth.ts';
import { importWords } from './en/import.ts';
import { demo } from './en/demo.ts';
import { layout } from './en/layout.ts';
import { mailWords } from './en/mail.ts';
import { problems } from './en/problems.ts';
import { shapes, statuses } from './en/shapes.ts';

/** The catalogue of every sentence a person reads, by feature. English only; another language is another object of this type. */
export const words = { api: apiWords, auth, demo, import: importWords, layout, mail: mailWords, problems, shapes, statuses } as const;
export type Words = typeof words;
export { reasons, reasonSentence, wordList, type ReasonValues } from './en/reasons.ts';
