import type { Reader } from './tx.ts';

/** An organization's own rows of words that mean the same, oldest first; at most 200 of 2 to 12 words. */
export async function synonymsOf(
  reader: Reader,
  organizationId: string,
): Promise<readonly (readonly string[])[]> {
  const rows = await reader.query<{ words: string[] }>(
    'select words from synonyms where organization_id = $1 order by id',
    [organizationId],
  );
  return rows.map(({ words }) => words);
}
