import type { Tx } from './tx.ts';

// What may be done within any hour of real time (rule 13). Keys hold ids or networks, never addresses. Mails are paid for
// after people and counter rows were locked (event-desk.ts).

const live = `from unnest(b.spent_at) spent where spent > clock_timestamp() - interval '1 hour'`;

/**
 * What is added in one statement shares an instant later than all before it, so counting the last instant of a row
 * tells how many of the asked ones fitted.
 */
const spending = `
insert into budgets as b (key, spent_at)
select key, array_fill(statement_timestamp(), array[least(count(*)::int, $2::int)])
from unnest($1::text[]) key group by key order by key
on conflict (key) do update set spent_at = (
  select coalesce(array_agg(spent order by spent), '{}') || array_fill(
    greatest(statement_timestamp(), max(spent) + interval '1 microsecond'),
    array[least(cardinality(excluded.spent_at), $2::int - count(*)::int)]) ${live})
where (select count(*) ${live}) < $2::int
returning key, cardinality(array_positions(spent_at, spent_at[array_upper(spent_at, 1)])) as fitted`;

/**
 * Spends one of `limit` of each key, exactly, in one statement; a key that stands there twice spends twice.
 * @returns for each key whether it could; one that could not has spent nothing
 */
export async function spendMany(tx: Tx, keys: readonly string[], limit: number): Promise<boolean[]> {
  if (keys.length === 0) return [];
  const rows = await tx.prepared<{ key: string; fitted: number }>('spend-budgets', spending, [keys, limit]);
  const left = new Map(rows.map(({ key, fitted }) => [key, fitted]));
  return keys.map((key) => {
    const fitted = left.get(key) ?? 0;
    left.set(key, fitted - 1);
    return fitted > 0;
  });
}

/** The same of one key. @returns false, and spends nothing, when the budget is used up */
export async function spend(tx: Tx, key: string, limit: number): Promise<boolean> {
  const [could] = await spendMany(tx, [key], limit);
  return could === true;
}

/** Gives budgets back: these addresses answered. Locks in the order of `spendMany`. */
export async function forgiveMany(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx.prepared(
    'forgive-budgets',
    `delete from budgets where key in (select key from budgets where key = any($1::text[]) order by key for update)`,
    [keys],
  );
}

export const forgive = (tx: Tx, key: string): Promise<void> => forgiveMany(tx, [key]);

const adding = `
with gathered as (select * from unnest($1::text[], $2::int[]) as given (key, times)),
added as (
  insert into budgets as b (key, spent_at)
  select key, array_fill(clock_timestamp(), array[times]) from gathered where times > 0 order by key
  on conflict (key) do update set spent_at = array(select spent ${live}) || excluded.spent_at
  returning key, cardinality(spent_at) as spent
)
select key, spent from added
union all
select b.key, (select count(*)::int ${live}) from budgets b join gathered using (key) where times = 0`;

/**
 * Adds what a process has let through already, whatever the limit says by now, and looks at the same time: a key of 0
 * times is only looked at.
 * @returns how often each key was spent within the hour, this time included
 */
export async function addSpent(tx: Tx, times: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const rows = await tx.prepared<{ key: string; spent: number }>('add-budgets', adding, [
    [...times.keys()],
    [...times.values()],
  ]);
  return new Map(rows.map(({ key, spent }) => [key, spent]));
}

/** Mails to an address that has not answered: 3 an hour, counted together whatever they ask. */
export const unansweredMails = { key: (personId: string): string => `mail:${personId}`, limit: 3 } as const;
