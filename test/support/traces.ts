import type { TestDatabase } from './postgres.ts';

// Where in the whole database a word stands: in any column that can hold one, of any table.

/** "table.column" of everything that can hold words: texts, lists of texts, JSON and bytes. */
export async function wordColumns(database: TestDatabase): Promise<string[]> {
  return (await columnsOf(database)).map(({ table, column }) => `${table}.${column}`);
}

/** Which columns hold one of these words, whatever its case; in bytes also as two bytes a letter. */
export async function tracesOf(database: TestDatabase, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { table, column, isBytes } of await columnsOf(database)) {
    const text = isBytes ? `replace(encode(${column}, 'escape'), '\\000', '')` : `${column}::text`;
    const rows = await database.sql(
      `select 1 from ${table}, unnest($1::text[]) as word where strpos(lower(${text}), lower(word)) > 0 limit 1`,
      [words],
    );
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

function columnsOf(database: TestDatabase): Promise<{ table: string; column: string; isBytes: boolean }[]> {
  return database.sql(
    `select c.table_name as table, c.column_name as column, c.data_type = 'bytea' as "isBytes"
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and (c.data_type in ('text', 'character varying', 'jsonb',
       'json', 'bytea') or c.udt_name in ('_text', '_varchar', '_jsonb', '_bytea'))
     order by 1, 2`,
  );
}
