import type { Scope } from '#libs/domain';
import { DomainError } from '#libs/domain';
import { type DataSource, QueryFailedError } from 'typeorm';
import { Reader, Tx } from './tx.ts';

const attempts = 5;
const serializationFailure = '40001';
const deadlock = '40P01';

/**
 * The door to the data: `read` looks, `write` is the only way to a Tx. Each call is one transaction on behalf of one
 * scope, which row-level security enforces. Work must be pure database (rule 24), because a serialization failure or a
 * deadlock runs it again, at most 5 times.
 */
export class Database {
  constructor(private readonly source: DataSource) {}

  read<Result>(scope: Scope, work: (reader: Reader) => Promise<Result>): Promise<Result> {
    return this.transaction('start transaction read only', scope, Reader, work);
  }

  write<Result>(scope: Scope, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.transaction('start transaction', scope, Tx, work);
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async transaction<Handle, Result>(
    begin: string,
    scope: Scope,
    handle: new (...args: ConstructorParameters<typeof Reader>) => Handle,
    work: (handle: Handle) => Promise<Result>,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(begin, scope, handle, work);
      } catch (error) {
        if (attempt >= attempts || !isRetryable(error)) throw error;
      }
    }
  }

  private async once<Handle, Result>(
    begin: string,
    scope: Scope,
    handle: new (...args: ConstructorParameters<typeof Reader>) => Handle,
    work: (handle: Handle) => Promise<Result>,
  ): Promise<Result> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.connect().catch(unavailable);
      await runner.query(begin);
      // Told by hand, because TypeORM knows no read-only begin: otherwise `save` would commit in the middle of our work.
      runner.isTransactionActive = true;
      try {
        const result = await work(new handle(runner.manager, scope, await enter(runner, scope)));
        await runner.query('commit');
        return result;
      } catch (error) {
        // A broken connection cannot roll back; the server has done it.
        await runner.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        runner.isTransactionActive = false;
      }
    } finally {
      await runner.release();
    }
  }
}

/** Says who asks, for the length of the transaction, and reads product time in the same round trip. */
async function enter(
  runner: { query(sql: string, values: unknown[]): Promise<unknown> },
  scope: Scope,
): Promise<Date> {
  const organization = scope.kind === 'organization' ? scope.organizationId : '';
  const person = scope.kind === 'person' ? scope.personId : '';
  const rows = await runner.query(
    `select app_now() as now, set_config('app.scope', $1, true), set_config('app.organization', $2, true),
       set_config('app.person', $3, true)`,
    [scope.kind, organization, person],
  );
  const [row] = rows as { now: Date }[];
  if (row === undefined) throw new Error('The installation row is missing: run the migrations.');
  return row.now;
}

function unavailable(): never {
  throw new DomainError('unavailable');
}

function isRetryable(error: unknown): boolean {
  const code = sqlState(error);
  return code === serializationFailure || code === deadlock;
}

function sqlState(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  return (error.driverError as { code?: string }).code;
}

/** The name of the constraint that refused a statement, for a service to translate; undefined for any other error. */
export function refusedBy(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  return (error.driverError as { constraint?: string }).constraint;
}
