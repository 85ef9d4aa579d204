import type { Tx } from './tx.ts';

/**
 * Spends one of `limit` within any hour of real time (rule 13), atomically. Keys hold ids or networks, never addresses.
 * @returns false, and spends nothing, when the budget is used up
 */
export async function spend(tx: Tx, key: string, limit: number): Promise<boolean> {
  const rows = await tx.query(
    `insert into budgets as b (key, spent_at) values ($1, array[clock_timestamp()])
     on conflict (key) do update set spent_at =
       array(select spent from unnest(b.spent_at) spent where spent > clock_timestamp() - interval '1 hour')
         || clock_timestamp()
     where (select count(*) from unnest(b.spent_at) spent where spent > clock_timestamp() - interval '1 hour') < $2
     returning key`,
    [key, limit],
  );
  return rows.length > 0;
}

/** Gives a budget back: the address answered. */
export async function forgive(tx: Tx, key: string): Promise<void> {
  await tx.query('delete from budgets where key = $1', [key]);
}

/** Mails to an address that has not answered: 3 an hour, counted together whatever they ask. */
export const unansweredMails = { key: (personId: string): string => `mail:${personId}`, limit: 3 } as const;
