import { QueryFailedError, type QueryRunner } from 'typeorm';

export type Value =
  | string
  | number
  | boolean
  | Date
  | null
  | Buffer
  | readonly string[]
  | readonly number[]
  | readonly Date[]
  | readonly Buffer[];

/** The driver's connection, as far as a prepared statement needs it. */
interface Connection {
  query(statement: { name: string; text: string; values: Value[] }): Promise<{ rows: unknown[] }>;
}

/** See `Reader.prepared`. */
export async function runPrepared<Row>(
  runner: QueryRunner,
  name: string,
  sql: string,
  values: readonly Value[],
): Promise<Row[]> {
  const connection = (await runner.connect()) as Connection;
  try {
    const { rows } = await connection.query({ name, text: sql, values: [...values] });
    return rows as Row[];
  } catch (error) {
    throw new QueryFailedError(sql, [...values], error as Error);
  }
}
