import type { Scope } from '#libs/domain';
import { DomainError } from '#libs/domain';
import { type DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import { type Value, runPrepared } from './prepared.ts';
import { atMostOnce, lookUp, storedResult } from './once.ts';
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
    return this.transaction(Reader, scope, work);
  }

  /**
   * A scope that carries a key (rule 29) has each of its writes happen once: asked again, the answer is what `work` gave
   * the first time, without running it. Such a result holds plain values and rows, no methods and no secrets.
   * @throws DomainError request-running, idempotency-key-reused
   */
  write<Result>(scope: Scope, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.transaction(Tx, scope, scope.once === undefined ? work : atMostOnce(scope.once, work));
  }

  /**
   * What the next keyed write of this request gave when it was asked before, for work that must not even begin again;
   * undefined when it is new.
   * @throws DomainError request-running, idempotency-key-reused
   */
  async answeredBefore({ once }: Scope): Promise<{ result: unknown } | undefined> {
    if (once === undefined) return undefined;
    const [found] = await this.read({ kind: 'installation' }, (reader) => lookUp(reader, [once]));
    return storedResult(found);
  }

  /**
   * One named statement, a transaction of its own in one round trip where a scope takes four: for what every request asks
   * of the installation's own tables. It stands on nobody's behalf, so the rows of every organization are hidden from it.
   */
  async lookOnce<Row>(name: string, sql: string, values: readonly Value[]): Promise<Row[]> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.connect().catch(unavailable);
      return await runPrepared<Row>(runner, name, sql, values);
    } finally {
      await runner.release();
    }
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async transaction<Handle extends Reader, Result>(
    handle: HandleClass<Handle>,
    scope: Scope,
    work: (handle: Handle) => Promise<Result>,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(handle, scope, work);
      } catch (error) {
        if (attempt >= attempts || !isRetryable(error)) throw error;
      }
    }
  }

  private async once<Handle extends Reader, Result>(
    handle: HandleClass<Handle>,
    scope: Scope,
    work: (handle: Handle) => Promise<Result>,
  ): Promise<Result> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.connect().catch(unavailable);
      await runner.startTransaction();
      try {
        const now = await enter(runner, scope, handle.access);
        const result = await work(new handle(runner.manager, scope, now));
        await runner.commitTransaction();
        return result;
      } catch (error) {
        // A broken connection cannot roll back; the server has done it.
        await runner.rollbackTransaction().catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}

interface HandleClass<Handle extends Reader> {
  new (...args: ConstructorParameters<typeof Reader>): Handle;
  readonly access: 'read only' | 'read write';
}

const entering = `
select app_now() as now, set_config('app.scope', $1, true), set_config('app.organization', $2, true),
  set_config('app.person', $3, true), set_config('transaction_read_only', $4, true)`;

/** Says who asks and what for, for the length of the transaction, and reads product time in the same round trip. */
async function enter(runner: QueryRunner, scope: Scope, access: 'read only' | 'read write'): Promise<Date> {
  const organization = scope.kind === 'organization' ? scope.organizationId : '';
  const person = scope.kind === 'person' ? scope.personId : '';
  const values = [scope.kind, organization, person, access === 'read only' ? 'on' : 'off'];
  const [row] = await runPrepared<{ now: Date }>(runner, 'enter', entering, values);
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
