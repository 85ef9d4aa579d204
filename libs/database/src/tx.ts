import type { Scope } from '#libs/domain';
import {
  type EntityManager,
  type EntityTarget,
  type FindManyOptions,
  type FindOneOptions,
  type FindOptionsWhere,
  type ObjectLiteral,
} from 'typeorm';
import { type Value, runPrepared } from './prepared.ts';

export type { Value };

/** Looks and does not touch. Every look sees the rows of its scope and one moment of product time. */
export class Reader {
  static readonly access: 'read only' | 'read write' = 'read only';

  constructor(
    protected readonly manager: EntityManager,
    readonly scope: Scope,
    /** Product time, read once when the transaction began. */
    readonly now: Date,
  ) {}

  one<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    where: FindOptionsWhere<Row>,
  ): Promise<Row | null> {
    return this.manager.findOne(entity, { where });
  }

  find<Row extends ObjectLiteral>(entity: EntityTarget<Row>, options: FindManyOptions<Row>): Promise<Row[]> {
    return this.manager.find(entity, options);
  }

  /** Rows of a plain statement; values go in by `$n` only. Columns come back as the statement names them. */
  async query<Row>(sql: string, values: readonly Value[] = []): Promise<Row[]> {
    const result: unknown = await this.manager.query(sql, [...values]);
    // A statement that changes rows comes back from the driver as [rows, count].
    if (
      Array.isArray(result) &&
      result.length === 2 &&
      Array.isArray(result[0]) &&
      typeof result[1] === 'number'
    ) {
      return result[0] as Row[];
    }
    return result as Row[];
  }

  /**
   * A hot statement, planned once a connection under its name and sent past TypeORM, which costs as much again
   * (performance.md). A name belongs to one text for the life of the process. Fails as `query` does.
   */
  async prepared<Row>(name: string, sql: string, values: readonly Value[] = []): Promise<Row[]> {
    const { queryRunner } = this.manager;
    if (queryRunner === undefined) throw new Error('A handle stands on the connection of its transaction.');
    return runPrepared<Row>(queryRunner, name, sql, values);
  }
}

/** The only handle that writes: it exists inside `Database.write` and nowhere else. */
export class Tx extends Reader {
  static override readonly access = 'read write';

  /** Marks the type: a Reader is no Tx even where their methods agree. */
  declare readonly writes: true;

  /** The row, locked until the transaction ends. */
  locked<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    where: FindOptionsWhere<Row>,
  ): Promise<Row | null> {
    const options: FindOneOptions<Row> = { where, lock: { mode: 'pessimistic_write' } };
    return this.manager.findOne(entity, options);
  }

  save<Row extends ObjectLiteral>(row: Row): Promise<Row> {
    return this.manager.save(row);
  }

  async insert<Row extends ObjectLiteral>(entity: EntityTarget<Row>, row: Row | Row[]): Promise<void> {
    await this.manager.insert(entity, row);
  }
}
