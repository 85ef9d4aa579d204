import type { app } from './en/app.ts';
import type { words } from './en/words.ts';

/** The catalogue of every sentence a person reads, by feature. It answers in the language that is spoken. */
export { words } from './en/words.ts';
export type Words = typeof words;
export { reasonSentence, reasons, wordList, type ReasonValues } from './en/reasons.ts';
/** Apart from `words` and from each other, each in a module of its own, so that a browser loads the sentences of its app and no others. */
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
export { mailHealth } from './en/mail-health.ts';
export { mailLog } from './en/mail-log.ts';
export { messagesApp } from './en/messages-app.ts';
export { seriesApp } from './en/series-app.ts';
export { tablesApp } from './en/tables-app.ts';
export { panelQuestions } from './en/panel-questions.ts';
/** What the activity of an organization has a sentence for. */
export type ActivityAction = keyof (typeof app)['activity']['actions'];
export { importWords } from './en/import.ts';
export { learnDoor } from './door-lesson.ts';
export * from './languages.ts';
export { learnEverything, learnParts } from './lessons.ts';
export type { PartName } from './parts.ts';
export {
  learn,
  listenTo,
  speak,
  speaking,
  spokenDirection,
  spokenLanguage,
  spokenLocale,
  type InOtherWords,
  type Lesson,
} from './speech.ts';
export { stored } from './stored.ts';
