import { type Language, type PartName, learnParts } from '#libs/words';

// Apart from language.ts, because whatever names the parts brings all of them into the shell that the door keeps.

export const partsFor =
  (...parts: readonly PartName[]) =>
  (language: Language): Promise<void> =>
    learnParts(language, parts);
