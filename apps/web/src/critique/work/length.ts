import { critiqueWorkPage } from '#libs/words';
import type { WorkFile } from './calls.ts';

/** "4:05 minutes"; nothing for what has no length. */
export function lengthOf({ lengthMs }: Pick<WorkFile, 'lengthMs'>): string | null {
  if (lengthMs === null) return null;
  return lengthInWords(Math.ceil(lengthMs / 1000));
}

export const lengthInWords = (seconds: number): string =>
  critiqueWorkPage.minutes(Math.floor(seconds / 60), seconds % 60);
