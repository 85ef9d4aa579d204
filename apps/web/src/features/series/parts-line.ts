import { seriesApp, spokenLocale } from '#libs/words';
import type { SeriesPart } from './series-queries.ts';

/** "title and seats". */
export const partsLine = (parts: readonly SeriesPart[]): string =>
  new Intl.ListFormat(spokenLocale()).format(parts.map((part) => seriesApp.parts[part]));
