import { type Language, languageCodes } from './languages.ts';
import type { PartName, Teacher } from './parts.ts';
import { learn } from './speech.ts';

const teachers: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ teacher: Teacher }>>> = {
  de: () => import('./de/teacher.ts'),
  es: () => import('./es/teacher.ts'),
};

/** Loads parts of a language, so that they can be spoken from then on. @throws what an import throws, without a network */
export async function learnParts(language: Language, names: readonly PartName[]): Promise<void> {
  if (language === 'en') return;
  const { teacher } = await teachers[language]();
  await Promise.all(
    names.map(async (name) => {
      learn(language, { [name]: await teacher[name]() });
    }),
  );
}

/** For processes that answer everybody. */
export async function learnEverything(): Promise<void> {
  for (const language of languageCodes) {
    if (language === 'en') continue;
    const { teacher } = await teachers[language]();
    await learnParts(language, Object.keys(teacher) as PartName[]);
  }
}
