import { agenda } from './agenda.ts';
import { apiWords } from './api.ts';
import { auth } from './auth.ts';
import { calendarWords } from './calendar.ts';
import { guestListFile } from './guest-list-file.ts';
import { importWords } from './import.ts';
import { invitedWords } from './invitations.ts';
import { introductions } from './introductions.ts';
import { circlePage } from './circles.ts';
import { critiqueCreditWords } from './critique-credits.ts';
import { critiquePicks } from './critique-picks.ts';
import { critiqueInvitation, critiqueWork } from './critique-work.ts';
import { insightWords } from './insights.ts';
import { critiqueTemplateWords } from './critique-sessions.ts';
import { demo } from './demo.ts';
import { eveningInvitation } from './evening-page.ts';
import { layout } from './layout.ts';
import { letterFile } from './critique-letter.ts';
import { mailWords, mailboxWords } from './mail.ts';
import { messageWords } from './messages.ts';
import { myIntroductions } from './my-introductions.ts';
import { morningPage } from './mornings.ts';
import { myMail } from './my-mail.ts';
import { panelistPage } from './panelist-page.ts';
import { pages } from './pages.ts';
import { answerFaults, problems } from './problems.ts';
import { prints } from './prints.ts';
import { privacy } from './privacy.ts';
import { seriesWords } from './series.ts';
import { shapes, statuses } from './shapes.ts';
import { synonymFaults } from './synonyms.ts';
import { critiqueFiles as critiqueFilesEn } from './critique-files.ts';
import { spoken } from '../speech.ts';

/** The sentences of api and worker, by feature. */
export const words = /* @__PURE__ */ spoken('words', {
  agenda,
  answerFaults,
  api: apiWords,
  auth,
  calendar: calendarWords,
  circles: circlePage,
  critiqueCredits: critiqueCreditWords,
  critiqueFiles: critiqueFilesEn,
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
  messages: messageWords,
  morning: morningPage,
  myIntroductions,
  myMail,
  pages,
  panelistPage,
  prints,
  privacy,
  problems,
  series: seriesWords,
  shapes,
  statuses,
  synonyms: synonymFaults,
} as const);
