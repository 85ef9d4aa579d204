import { agenda } from './en/agenda.ts';
import { apiWords } from './en/api.ts';
import type { app } from './en/app.ts';
import { auth } from './en/auth.ts';
import { guestListFile } from './en/guest-list-file.ts';
import { importWords } from './en/import.ts';
import { invitedWords } from './en/invitations.ts';
import { introductions } from './en/introductions.ts';
import { circlePage } from './en/circles.ts';
import { critiqueCreditWords } from './en/critique-credits.ts';
import { critiqueFiles } from './en/critique-files.ts';
import { critiquePicks } from './en/critique-picks.ts';
import { critiqueInvitation, critiqueWork } from './en/critique-work.ts';
import { insightWords } from './en/insights.ts';
import { critiqueTemplateWords } from './en/critique-sessions.ts';
import { demo } from './en/demo.ts';
import { eveningInvitation } from './en/evening-page.ts';
import { layout } from './en/layout.ts';
import { letterFile } from './en/critique-letter.ts';
import { mailWords, mailboxWords } from './en/mail.ts';
import { myIntroductions } from './en/my-introductions.ts';
import { morningPage } from './en/mornings.ts';
import { panelistPage } from './en/panelist-page.ts';
import { pages } from './en/pages.ts';
import { answerFaults, problems } from './en/problems.ts';
import { prints } from './en/prints.ts';
import { privacy } from './en/privacy.ts';
import { shapes, statuses } from './en/shapes.ts';
import { synonymFaults } from './en/synonyms.ts';

/** The catalogue of every sentence a person reads, by feature. English only; another language is another object of this type. */
export const words = {
  agenda,
  answerFaults,
  api: apiWords,
  auth,
  circles: circlePage,
  critiqueCredits: critiqueCreditWords,
  critiqueFiles,
  critiqueInvitation,
  critiquePicks,
  critiqueWork,
  critiqueTemplates: critiqueTemplateWords,
  demo,
  eveningInvitation,
  guestListFile,
  import: importWords,
  introductions,
  insights: insightWords,
  invited: invitedWords,
  layout,
  letter: letterFile,
  mail: mailWords,
  mailbox: mailboxWords,
  morning: morningPage,
  myIntroductions,
  pages,
  panelistPage,
  prints,
  privacy,
  problems,
  shapes,
  statuses,
  synonyms: synonymFaults,
} as const;
export type Words = typeof words;
export { reasons, reasonSentence, wordList, type ReasonValues } from './en/reasons.ts';
/** Apart from `words`, so that the browser loads the sentences of the app and no others. */
export { app } from './en/app.ts';
export { critiqueFiles } from './en/critique-files.ts';
export { critiqueLetterPage } from './en/critique-letter.ts';
export { critiqueNow } from './en/critique-now.ts';
export { critiquePicksPage } from './en/critique-picks.ts';
export { critiqueWorkPage } from './en/critique-work.ts';
export { doorApp } from './en/door-app.ts';
export { doorDesk } from './en/door-desk.ts';
export { eveningPage } from './en/evening-page.ts';
export { eveningContacts, eveningTables } from './en/evening-tables.ts';
export { tablesApp } from './en/tables-app.ts';
export { panelQuestions } from './en/panel-questions.ts';
/** What the activity of an organization has a sentence for. */
export type ActivityAction = keyof (typeof app)['activity']['actions'];
export { importWords } from './en/import.ts';
