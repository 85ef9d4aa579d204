import { deserialize, serialize } from 'node:v8';
import { DomainError, type Once } from '#libs/domain';
import type { Reader, Tx } from './tx.ts';

/**
 * How a keyed write stands: nobody asked before; another transaction is at it; its key came with another request; or
 * what it gave.
 */
export type KeyStanding = 'fresh' | 'running' | 'reused' | { result: unknown };

/**
 * Takes each key until the transaction ends and says how its write stands, in the order given. Of two with one key in
 * the same call the second is running. A fresh one is run by the caller, and handed to `keep` in this transaction.
 */
export async function lookUp(reader: Reader, onces: readonly Once[]): Promise<KeyStanding[]> {
  const taken = await takeKeys(reader, onces);
  // A statement of its own: a key may be free because its transaction committed after the one above had begun to look.
  const rows = await reader.prepared<{ place: number; isSame: boolean; result: Buffer }>(
    'once-find',
    `select asked.place::int as place, stored.fingerprint = asked.fingerprint as "isSame", stored.result
     from unnest($1::text[], $2::text[], $3::int[], $4::bytea[])
         with ordinality as asked(owner, key, step, fingerprint, place)
       join idempotency_keys stored
         on stored.owner = asked.owner and stored.key = asked.key and stored.step = asked.step`,
    [
      onces.map(({ owner }) => owner),
      onces.map(({ key }) => key),
      onces.map(({ step }) => step),
      onces.map(({ fingerprint }) => fingerprint),
    ],
  );
  const stored = new Map(rows.map((row) => [row.place - 1, row]));
  return onces.map((once, index): KeyStanding => {
    const row = stored.get(index);
    if (!taken.has(index)) return 'running';
    if (row === undefined) return 'fresh';
    if (!row.isSame) return 'reused';
    once.onRepeat();
    return { result: unpacked(row.result) };
  });
}

/** The places of the keys that are ours until the transaction ends. */
async function takeKeys(reader: Reader, onces: readonly Once[]): Promise<Set<number>> {
  // A lock can be taken again by its own transaction, so the second of two is told apart here.
  const first = new Map<string, number>();
  for (const [index, { owner, key }] of onces.entries()) {
    const name = `${owner} ${key}`;
    if (!first.has(name)) first.set(name, index);
  }
  const rows = await reader.prepared<{ name: string; isTaken: boolean }>(
    'once-take',
    `select name, pg_try_advisory_xact_lock(hashtextextended('idempotency-key ' || name, 0)) as "isTaken"
     from unnest($1::text[]) as asked(name)`,
    [[...first.keys()]],
  );
  return new Set(rows.flatMap(({ name, isTaken }) => (isTaken ? [first.get(name) ?? -1] : [])));
}

/** Stores what fresh writes gave, in the transaction of their effect. */
export async function keep(tx: Tx, answers: readonly { once: Once; result: unknown }[]): Promise<void> {
  if (answers.length === 0) return;
  await tx.prepared(
    'once-keep',
    `insert into idempotency_keys (owner, key, step, fingerprint, result)
     select * from unnest($1::text[], $2::text[], $3::int[], $4::bytea[], $5::bytea[])`,
    [
      answers.map(({ once }) => once.owner),
      answers.map(({ once }) => once.key),
      answers.map(({ once }) => once.step),
      answers.map(({ once }) => once.fingerprint),
      answers.map(({ result }) => packed(result)),
    ],
  );
}

// V8's own format and not JSON: rows come back with their Dates, and nothing with its undefined, so what is made of a
// stored result is what was made of the first. A newer Node reads what an older one wrote.
const packed = (result: unknown): Buffer => serialize(result);
const unpacked = (bytes: Buffer): unknown => deserialize(bytes);

/** What was stored; undefined for a write that is fresh. @throws DomainError request-running, idempotency-key-reused */
export function storedResult(standing: KeyStanding | undefined): { result: unknown } | undefined {
  if (standing === 'running') throw new DomainError('request-running');
  if (standing === 'reused') throw new DomainError('idempotency-key-reused');
  return standing === 'fresh' ? undefined : standing;
}

/** The work as the next write of a keyed request. Its step is settled here, so that running it again is the same step. */
export function atMostOnce<Result>(
  once: Once,
  work: (tx: Tx) => Promise<Result>,
): (tx: Tx) => Promise<Result> {
  const thisStep: Once = { ...once, step: once.step };
  once.step += 1;
  return async (tx) => {
    const [standing] = await lookUp(tx, [thisStep]);
    const stored = storedResult(standing);
    if (stored !== undefined) return stored.result as Result;
    const result = await work(tx);
    await keep(tx, [{ once: thisStep, result }]);
    return result;
  };
}
