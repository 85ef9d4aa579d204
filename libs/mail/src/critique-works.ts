import { words } from '#libs/words';
import type { Block } from './layout/mail-parts.ts';
import { clipped } from './layout/plain.ts';

/** A work as a critic reads of it. */
export interface CritiqueWork {
  title: string;
  /** Null while the session is blind. */
  author: string | null;
}

const sentences = words.mail.critique;

/** Titles are cut and names are not. */
const titleWords = 8;

export const workTitle = (title: string): string => clipped(title, titleWords);

/** One line a work. */
export const workBlocks = (works: readonly CritiqueWork[]): Block[] =>
  works.map(({ title, author }) => ({
    label: sentences.hears,
    value:
      author === null ? sentences.workUnnamed(workTitle(title)) : sentences.work(workTitle(title), author),
  }));

/** The same where the words above say what is to be done with them. */
export const workLines = (works: readonly CritiqueWork[]): Block[] =>
  works.map(({ title, author }) => ({
    paragraph:
      author === null ? sentences.workUnnamed(workTitle(title)) : sentences.work(workTitle(title), author),
  }));

export const sampleWorks: readonly CritiqueWork[] = [
  { title: 'Harbour at five', author: 'Ben Ode' },
  { title: 'The long way down', author: 'Cleo Fry' },
  { title: 'Nightshift, second version', author: 'Dan Mori' },
];
