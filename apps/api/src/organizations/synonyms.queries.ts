import type { Reader, Tx } from '#libs/database';
import { type FoldedWord, synonymBounds } from '#libs/domain';

export interface SynonymsRow {
  id: string;
  words: string[];
  version: number;
}

const alphabet = new Intl.Collator('en');

/** By their first word. */
export async function readSynonymRows(reader: Reader, organizationId: string): Promise<SynonymsRow[]> {
  const rows = await reader.query<SynonymsRow>(
    'select id, words, version from synonyms where organization_id = $1 order by id',
    [organizationId],
  );
  return rows.sort((one, other) => alphabet.compare(one.words[0] ?? '', other.words[0] ?? ''));
}

/** One at a time changes the rows of an organization, so that a place stays free and the row that has a word stays. */
export async function lockSynonyms(tx: Tx, organizationId: string): Promise<void> {
  await tx.query('select id from organizations where id = $1 for no key update', [organizationId]);
}

/** A new row at a free place, under the lock. @returns whether there was one */
export async function insertSynonyms(
  tx: Tx,
  organizationId: string,
  { id, words, version }: SynonymsRow,
): Promise<boolean> {
  const inserted = await tx.query(
    `insert into synonyms (id, organization_id, place, words, version, created_at)
     select $2, $1, place, $3, $4, $5 from generate_series(1, $6) as free(place)
     where not exists (select from synonyms s where s.organization_id = $1 and s.place = free.place)
     order by place limit 1 returning id`,
    [organizationId, id, words, version, tx.now, synonymBounds.rows],
  );
  return inserted.length > 0;
}

/** Makes these the words of a row. @returns whether none of them stands in another: the primary key decides */
export async function claimForms(
  tx: Tx,
  organizationId: string,
  id: string,
  words: readonly FoldedWord[],
): Promise<boolean> {
  await tx.query('delete from synonym_forms where organization_id = $1 and synonyms_id = $2', [
    organizationId,
    id,
  ]);
  const forms = [...new Set(words.map(({ form }) => form))];
  const claimed = await tx.query(
    `insert into synonym_forms (organization_id, form, synonyms_id) select $1, form, $2 from unnest($3::text[]) as given(form)
     on conflict do nothing returning form`,
    [organizationId, id, forms],
  );
  return claimed.length === forms.length;
}

/** Folded form → the words of the row it stands in, for those that stand in another row than this. */
export async function rowsWithForms(
  reader: Reader,
  organizationId: string,
  id: string,
  words: readonly FoldedWord[],
): Promise<Map<string, string[]>> {
  const rows = await reader.query<{ form: string; words: string[] }>(
    `select f.form, s.words from synonym_forms f join synonyms s on s.id = f.synonyms_id
     where f.organization_id = $1 and f.form = any($2::text[]) and f.synonyms_id <> $3`,
    [organizationId, words.map(({ form }) => form), id],
  );
  return new Map(rows.map((row) => [row.form, row.words]));
}
