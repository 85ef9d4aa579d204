import { apiWords } from './en/api.ts';
import { auth } from './en/auth.ts';
import { guestListFile } from './en/guest-list-file.ts';
import { importWords } from './en/import.ts';
import { invitedWords } from './en/invitations.ts';
import { introductions } from './en/introductions.ts';
import { demo } from './en/demo.ts';
import { layout } from './en/layout.ts';
import { mailWords, mailboxWords } from './en/mail.ts';
import { pages } from './en/pages.ts';
import { answerFaults, problems } from './en/problems.ts';
import { shapes, statuses } from './en/shapes.ts';
import { synonymFaults } from './en/synonyms.ts';

/** The catalogue of every sentence a person reads, by feature. English only; another language is another object of this type. */
export const words = {
  answerFaults,
  api: apiWords,
  auth,
  demo,
  guestListFile,
  import: importWords,
  introductions,
  invited: invitedWords,
  layout,
  mail: mailWords,
  mailbox: mailboxWords,
  pages,
  problems,
  shapes,
  statuses,
  synonyms: synonymFaults,
} as const;
export type Words = typeof words;
export { reasons, reasonSentence, wordList, type ReasonValues } from './en/reasons.ts';
/** Apart from `words`, so that the browser loads the sentences of the app and no others. */
export { app } from './en/app.ts';
export { importWords } from './en/import.ts';
