import type { Language } from './languages.ts';
import { learn } from './speech.ts';

const doors = {
  de: async () => (await import('./de/door-app.ts')).doorApp,
  es: async () => (await import('./es/door-app.ts')).doorApp,
} as const;

/** The sentences of the door alone: its shell is kept for evenings without a network, and shall hold no others. */
export async function learnDoor(language: Language): Promise<void> {
  if (language !== 'en') learn(language, { doorApp: await doors[language]() });
}
