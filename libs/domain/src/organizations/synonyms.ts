import { words as catalogue } from '#libs/words';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError, type ShapeError } from '../errors.ts';
import { foldTerm } from '../introductions/terms.ts';

/** Of one organization; the database keeps them too (migration 0006). */
export const synonymBounds = { rows: 200, fewest: 2, most: 12, longest: 40 } as const;

/** Words that an organization takes for one: a row of its own, beside those the product knows. */
@Entity('synonyms')
export class Synonyms {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  /** 1 to 200: what bounds the rows. It says nothing about their order. */
  @Column('int') place!: number;
  @Column('varchar', { length: 40, array: true }) words!: string[];
  @Column('int') version!: number;
  @Column('timestamptz') createdAt!: Date;

  /** @throws DomainError changed-meanwhile when `seen` is not the version of now */
  change(words: readonly string[], seen: number): void {
    if (this.version !== seen) throw new DomainError('changed-meanwhile');
    this.words = [...words];
    this.version += 1;
  }
}

/** A word as it was typed at a place of its list, and the form in which it is compared with others. */
export interface FoldedWord {
  at: number;
  word: string;
  form: string;
}

/**
 * The words of one row: white space put in order, repeats dropped. Forms may repeat: "vocal" and "vocals" may stand in
 * one row, but do not make one.
 * @throws DomainError wrong-shape, pointing at `/words` or at each word that cannot stand
 */
export function readSynonyms(typed: readonly string[]): FoldedWord[] {
  const folded = typed.map((word, at) => ({ at, word: tidied(word), form: foldTerm(word) }));
  const faults = folded.flatMap((one) => faultsOf(one));
  if (faults.length > 0) throw new DomainError('wrong-shape', faults);
  if (new Set(folded.map(({ form }) => form)).size < synonymBounds.fewest)
    throw new DomainError('wrong-shape', [{ pointer: '/words', detail: catalogue.synonyms.tooFew }]);
  const plain = folded.map(({ word }) => word.toLowerCase());
  return folded.filter((_, place) => plain.indexOf(plain[place] ?? '') === place);
}

/**
 * The refusal of words that stand in other rows.
 * @param rows folded form → the words of the row it stands in
 */
export function synonymsTaken(
  words: readonly FoldedWord[],
  rows: ReadonlyMap<string, readonly string[]>,
): DomainError {
  const faults = words.flatMap(({ at, word, form }) => {
    const row = rows.get(form);
    return row === undefined ? [] : [faultAt(at, catalogue.synonyms.taken(word, row.join(', ')))];
  });
  return new DomainError('synonym-taken', faults);
}

const tidied = (word: string): string => word.trim().replace(/\s+/g, ' ');

const faultAt = (at: number, detail: string): ShapeError => ({ pointer: `/words/${String(at)}`, detail });

/** Characters as Postgres counts them. A comma parts words wherever they are typed, so none of them holds one. */
function faultsOf({ at, word, form }: FoldedWord): ShapeError[] {
  const { longest } = synonymBounds;
  if (Array.from(word).length > longest) return [faultAt(at, catalogue.synonyms.tooLong(longest))];
  if (word.includes(',')) return [faultAt(at, catalogue.synonyms.comma(word))];
  if (form === '') return [faultAt(at, catalogue.synonyms.saysNothing(word))];
  return [];
}
