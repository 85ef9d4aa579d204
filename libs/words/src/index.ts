import { app as appEn } from './en/app.ts';
import { critiqueFiles as critiqueFilesEn } from './en/critique-files.ts';
import { critiqueLetterPage as critiqueLetterPageEn } from './en/critique-letter.ts';
import { critiqueNow as critiqueNowEn } from './en/critique-now.ts';
import { critiquePicksPage as critiquePicksPageEn } from './en/critique-picks.ts';
import { critiqueWorkPage as critiqueWorkPageEn } from './en/critique-work.ts';
import { doorApp as doorAppEn } from './en/door-app.ts';
import { doorDesk as doorDeskEn } from './en/door-desk.ts';
import { eveningPage as eveningPageEn } from './en/evening-page.ts';
import {
  eveningContacts as eveningContactsEn,
  eveningTables as eveningTablesEn,
} from './en/evening-tables.ts';
import { mailHealth as mailHealthEn } from './en/mail-health.ts';
import { mailLog as mailLogEn } from './en/mail-log.ts';
import { messagesApp as messagesAppEn } from './en/messages-app.ts';
import { tablesApp as tablesAppEn } from './en/tables-app.ts';
import { importWords as importWordsEn } from './en/import.ts';
import { panelQuestions as panelQuestionsEn } from './en/panel-questions.ts';
import { reasons as reasonsEn } from './en/reasons.ts';
import { seriesApp as seriesAppEn } from './en/series-app.ts';
import { words as wordsEn } from './en/words.ts';
import { spoken } from './speech.ts';

/** The catalogue of every sentence a person reads, by feature. It answers in the language that is spoken. */
export const words = /* @__PURE__ */ spoken('words', wordsEn);
export type Words = typeof words;
export const reasons = /* @__PURE__ */ spoken('reasons', reasonsEn);
export { reasonSentence, wordList, type ReasonValues } from './en/reasons.ts';
/** Apart from `words`, so that the browser loads the sentences of the app and no others. */
export const app = /* @__PURE__ */ spoken('app', appEn);
export const critiqueFiles = /* @__PURE__ */ spoken('critiqueFiles', critiqueFilesEn);
export const critiqueLetterPage = /* @__PURE__ */ spoken('critiqueLetterPage', critiqueLetterPageEn);
export const critiqueNow = /* @__PURE__ */ spoken('critiqueNow', critiqueNowEn);
export const critiquePicksPage = /* @__PURE__ */ spoken('critiquePicksPage', critiquePicksPageEn);
export const critiqueWorkPage = /* @__PURE__ */ spoken('critiqueWorkPage', critiqueWorkPageEn);
export const doorApp = /* @__PURE__ */ spoken('doorApp', doorAppEn);
export const doorDesk = /* @__PURE__ */ spoken('doorDesk', doorDeskEn);
export const eveningPage = /* @__PURE__ */ spoken('eveningPage', eveningPageEn);
export const eveningContacts = /* @__PURE__ */ spoken('eveningContacts', eveningContactsEn);
export const eveningTables = /* @__PURE__ */ spoken('eveningTables', eveningTablesEn);
export const mailHealth = /* @__PURE__ */ spoken('mailHealth', mailHealthEn);
export const mailLog = /* @__PURE__ */ spoken('mailLog', mailLogEn);
export const messagesApp = /* @__PURE__ */ spoken('messagesApp', messagesAppEn);
export const seriesApp = /* @__PURE__ */ spoken('seriesApp', seriesAppEn);
export const tablesApp = /* @__PURE__ */ spoken('tablesApp', tablesAppEn);
export const panelQuestions = /* @__PURE__ */ spoken('panelQuestions', panelQuestionsEn);
/** What the activity of an organization has a sentence for. */
export type ActivityAction = keyof (typeof app)['activity']['actions'];
export const importWords = /* @__PURE__ */ spoken('importWords', importWordsEn);
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
