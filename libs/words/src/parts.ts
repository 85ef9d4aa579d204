import type { app } from './en/app.ts';
import type { critiqueFiles } from './en/critique-files.ts';
import type { critiqueLetterPage } from './en/critique-letter.ts';
import type { critiqueNow } from './en/critique-now.ts';
import type { critiquePicksPage } from './en/critique-picks.ts';
import type { critiqueWorkPage } from './en/critique-work.ts';
import type { doorApp } from './en/door-app.ts';
import type { doorDesk } from './en/door-desk.ts';
import type { eveningPage } from './en/evening-page.ts';
import type { eveningContacts, eveningTables } from './en/evening-tables.ts';
import type { importWords } from './en/import.ts';
import type { mailHealth } from './en/mail-health.ts';
import type { mailLog } from './en/mail-log.ts';
import type { messagesApp } from './en/messages-app.ts';
import type { panelQuestions } from './en/panel-questions.ts';
import type { reasons } from './en/reasons.ts';
import type { seriesApp } from './en/series-app.ts';
import type { tablesApp } from './en/tables-app.ts';
import type { words } from './en/words.ts';
import type { InOtherWords } from './speech.ts';

/** The parts of the catalogue, by name. Each is loaded by itself in a browser: a phone needs few of them. */
export interface Parts {
  words: typeof words;
  reasons: typeof reasons;
  app: typeof app;
  critiqueFiles: typeof critiqueFiles;
  critiqueLetterPage: typeof critiqueLetterPage;
  critiqueNow: typeof critiqueNow;
  critiquePicksPage: typeof critiquePicksPage;
  critiqueWorkPage: typeof critiqueWorkPage;
  doorApp: typeof doorApp;
  doorDesk: typeof doorDesk;
  eveningPage: typeof eveningPage;
  eveningContacts: typeof eveningContacts;
  eveningTables: typeof eveningTables;
  mailHealth: typeof mailHealth;
  mailLog: typeof mailLog;
  messagesApp: typeof messagesApp;
  seriesApp: typeof seriesApp;
  tablesApp: typeof tablesApp;
  panelQuestions: typeof panelQuestions;
  importWords: typeof importWords;
}

export type PartName = keyof Parts;

/** Where a language has each part. One that has not all of them does not compile. */
export type Teacher = { readonly [Name in keyof Parts]: () => Promise<InOtherWords<Parts[Name]>> };
