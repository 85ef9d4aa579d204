import {
  type Reader,
  type SendingPause,
  type WorkersSeen,
  isAlarming,
  organizationsComplainedOf,
  sendingPause,
  sentPerComplaint,
  workersSeen,
} from '#libs/database';

export interface MailHealth {
  now: Date;
  worker: WorkersSeen;
  pause: SendingPause | null;
  queue: Queue;
  lastDay: LastDay;
  complaints: Complaints;
  /** How many addresses get no mail any more; which ones, nobody can tell from the table. */
  suppressed: number;
}

export interface Queue {
  /** Due, and not on their way. */
  waiting: number;
  underWay: number;
  /** For how long the oldest has been due, product time; null: none waits. */
  oldestSeconds: number | null;
}

/** Mails that ended within 24 hours of product time, by how. */
export interface LastDay {
  sent: number;
  failed: number;
  unsure: number;
  suppressed: number;
}

/** Of mails that left within 30 days. */
export interface Complaints {
  /** How many readers called one junk. */
  count: number;
  isAlarming: boolean;
  /** The names of organizations whose readers complain too often. */
  organizations: string[];
}

/** How the post of the whole installation is. @param reader in the scope of every organization */
export async function readMailHealth(reader: Reader): Promise<MailHealth> {
  return {
    now: reader.now,
    worker: await workersSeen(reader),
    pause: await sendingPause(reader),
    queue: await readQueue(reader),
    lastDay: await readLastDay(reader),
    complaints: await readComplaints(reader),
    suppressed: await countSuppressed(reader),
  };
}

async function readQueue(reader: Reader): Promise<Queue> {
  const [row] = await reader.query<Queue>(
    `select (select count(*)::int from mails where state = 'queued' and due_at <= $1) as waiting,
       (select count(*)::int from mails where state in ('sending', 'handed')) as "underWay",
       (select floor(extract(epoch from $1::timestamptz - min(due_at)))::int from mails
          where state = 'queued' and due_at <= $1) as "oldestSeconds"`,
    [reader.now],
  );
  return row ?? { waiting: 0, underWay: 0, oldestSeconds: null };
}

async function readLastDay(reader: Reader): Promise<LastDay> {
  const [row] = await reader.query<LastDay>(
    `select count(*) filter (where state = 'sent')::int as sent, count(*) filter (where state = 'failed')::int as failed,
       count(*) filter (where state = 'unsure')::int as unsure,
       count(*) filter (where state = 'suppressed')::int as suppressed
     from mails where final_at > $1::timestamptz - interval '24 hours'`,
    [reader.now],
  );
  return row ?? { sent: 0, failed: 0, unsure: 0, suppressed: 0 };
}

/**
 * Counts no more of what was sent than it takes to know: of 300,000 mails in 30 days the whole count took a second, and the page
 * asks every five.
 */
async function readComplaints(reader: Reader): Promise<Complaints> {
  const since = `final_at > $1::timestamptz - interval '30 days'`;
  const [row] = await reader.query<{ count: number }>(
    `select count(*)::int as count from mails where bounce_kind = 'complaint' and ${since}`,
    [reader.now],
  );
  const count = row?.count ?? 0;
  if (!isAlarming(count, 0)) return { count, isAlarming: false, organizations: [] };
  const [some] = await reader.query<{ sent: number }>(
    `select count(*)::int as sent from (select 1 from mails where state = 'sent' and ${since} limit $2) counted`,
    [reader.now, count * sentPerComplaint + 1],
  );
  const organizations = (await organizationsComplainedOf(reader)).map(({ name }) => name);
  return { count, isAlarming: isAlarming(count, some?.sent ?? 0), organizations };
}

async function countSuppressed(reader: Reader): Promise<number> {
  const [row] = await reader.query<{ count: number }>('select count(*)::int as count from suppressions');
  return row?.count ?? 0;
}
