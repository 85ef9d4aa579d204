import type { Teacher } from '../parts.ts';

export const teacher: Teacher = {
  app: async () => (await import('./app.ts')).app,
  critiqueFiles: async () => (await import('./critique-files.ts')).critiqueFiles,
  critiqueLetterPage: async () => (await import('./critique-letter.ts')).critiqueLetterPage,
  critiqueNow: async () => (await import('./critique-now.ts')).critiqueNow,
  critiquePicksPage: async () => (await import('./critique-picks.ts')).critiquePicksPage,
  critiqueWorkPage: async () => (await import('./critique-work.ts')).critiqueWorkPage,
  doorApp: async () => (await import('./door-app.ts')).doorApp,
  doorDesk: async () => (await import('./door-desk.ts')).doorDesk,
  eveningPage: async () => (await import('./evening-page.ts')).eveningPage,
  eveningContacts: async () => (await import('./evening-tables.ts')).eveningContacts,
  eveningTables: async () => (await import('./evening-tables.ts')).eveningTables,
  importWords: async () => (await import('./import.ts')).importWords,
  mailHealth: async () => (await import('./mail-health.ts')).mailHealth,
  mailLog: async () => (await import('./mail-log.ts')).mailLog,
  messagesApp: async () => (await import('./messages-app.ts')).messagesApp,
  panelQuestions: async () => (await import('./panel-questions.ts')).panelQuestions,
  reasons: async () => (await import('./reasons.ts')).reasons,
  seriesApp: async () => (await import('./series-app.ts')).seriesApp,
  tablesApp: async () => (await import('./tables-app.ts')).tablesApp,
  words: async () => (await import('./words.ts')).words,
};
