import type { Reader } from './tx.ts';

/**
 * Whether a person runs this installation: an owner of its oldest organization (docs/decisions/0035).
 * @param reader in the scope of that person, or a wider one
 */
export async function runsInstallation(reader: Reader, personId: string): Promise<boolean> {
  const [first] = await reader.query<{ id: string | null }>('select first_organization() as id');
  const rows = await reader.query(
    `select 1 from members where organization_id = $1 and person_id = $2 and role = 'owner'`,
    [first?.id ?? null, personId],
  );
  return rows.length > 0;
}
