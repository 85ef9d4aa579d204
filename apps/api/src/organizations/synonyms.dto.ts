import { synonymBounds } from '#libs/domain';
import { FilledLines, WholeNumber } from '../problems/shapes.ts';
import type { SynonymsRow } from './synonyms.queries.ts';

export class SynonymsInput {
  /** 2 to 12 words or short phrases without commas. Case, accents and plural make no difference. */
  @FilledLines(synonymBounds.most, synonymBounds.longest) words!: string[];
}

export class SynonymsChange extends SynonymsInput {
  /** The version this change was made from; another one in the meantime is a conflict. */
  @WholeNumber(1, 2_147_483_647) version!: number;
}

export class SynonymsView {
  id!: string;
  words!: string[];
  version!: number;

  static of({ id, words, version }: SynonymsRow): SynonymsView {
    return { id, words, version };
  }
}

/** Words that mean the same everywhere. */
export class KnownSynonyms {
  words!: string[];
}

export class SynonymTableView {
  /** The organization's own, by their first word; at most 200. */
  rows!: SynonymsView[];
  /** Those that the product knows by itself. */
  known!: KnownSynonyms[];

  static of(rows: readonly SynonymsRow[], known: readonly (readonly string[])[]): SynonymTableView {
    return {
      rows: rows.map((row) => SynonymsView.of(row)),
      known: known.map((words) => ({ words: [...words] })),
    };
  }
}
