import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import pg from 'pg';
import type { TestDatabase } from '../support/postgres.ts';

// Stops a worker at a chosen transaction of a mail, from outside: the worker speaks to Postgres through this line. Before
// a commit, a trigger waits for a lock that the test holds; after it, the line keeps the answer of Postgres to itself.

/** Which change of the row, and on which side of its commit. */
export interface RowStop {
  change: 'sending' | 'frozen' | 'handed' | 'sent';
  commit: 'before' | 'after';
}

export interface HeldLine {
  /** Where the worker connects in place of the database. */
  url: string;
  /** From now on. */
  stopAt(stop: RowStop): Promise<void>;
  /** Whether something stands there. */
  isHeld(): Promise<boolean>;
  /** Lets what waits before its commit go on. */
  release(): Promise<void>;
  /** After the kill: what was held never arrives at either end, and nothing is held any more. */
  cut(): Promise<void>;
  close(): Promise<void>;
}

const lock = 4747;
const notice = 'acquaint crash point';

const conditions: Record<RowStop['change'], string> = {
  sending: `old.state <> 'sending' and new.state = 'sending'`,
  frozen: `old.message_id is null and new.message_id is not null`,
  handed: `old.state <> 'handed' and new.state = 'handed'`,
  sent: `old.state <> 'sent' and new.state = 'sent'`,
};

export async function openLine(database: TestDatabase): Promise<HeldLine> {
  const keeper = new pg.Client({ connectionString: database.ownerUrl });
  await keeper.connect();
  await database.sql(
    `create function crash_point() returns trigger language plpgsql security definer as $$ begin
       if tg_argv[0] = 'before' then perform pg_advisory_xact_lock(${lock}); else raise notice '${notice}'; end if;
       return null; end $$`,
  );
  const target = new URL(database.appUrl);
  const wires = new Set<Wire>();
  const server = createServer((worker) => {
    const wire = new Wire(worker, connect(Number(target.port), target.hostname));
    wires.add(wire);
    worker.on('close', () => wires.delete(wire));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(database.appUrl);
  url.port = String((server.address() as AddressInfo).port);

  return {
    url: url.href,
    stopAt: async ({ change, commit }) => {
      await keeper.query(`select pg_advisory_lock(${lock})`);
      await database.sql(
        `create trigger crash_point after update on mails for each row when (${conditions[change]})
           execute function crash_point('${commit}')`,
      );
    },
    isHeld: async () => {
      if ([...wires].some(({ held }) => held)) return true;
      const [row] = await database.sql<{ waits: boolean }>(
        `select exists (select from pg_locks where locktype = 'advisory' and objid = ${lock} and not granted) as waits`,
      );
      return row?.waits === true;
    },
    release: async () => {
      await keeper.query('select pg_advisory_unlock_all()');
      await database.sql('drop trigger if exists crash_point on mails');
    },
    cut: async () => {
      for (const wire of wires) wire.cut();
      await database.sql(
        `select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and objid = ${lock} and not granted`,
      );
      await database.sql('drop trigger if exists crash_point on mails');
      await keeper.query(`select pg_advisory_unlock_all()`);
    },
    close: async () => {
      for (const wire of wires) wire.cut();
      server.close();
      await keeper.end();
    },
  };
}

/** One connection of the worker. Postgres says "ready" (Z) after each answer, with I when no transaction is open. */
class Wire {
  held = false;
  private armed = false;
  private answers = Buffer.alloc(0);
  private waiting: Buffer[] = [];

  constructor(
    private readonly worker: Socket,
    private readonly postgres: Socket,
  ) {
    worker.setNoDelay(true);
    postgres.setNoDelay(true);
    worker.pipe(postgres);
    postgres.on('data', (chunk) => {
      this.answers = Buffer.concat([this.answers, chunk]);
      this.pass();
    });
    for (const one of [worker, postgres]) {
      one.on('error', () => undefined);
      one.on('close', () => {
        this.cut();
      });
    }
  }

  cut(): void {
    this.worker.destroy();
    this.postgres.destroy();
  }

  /** Passes whole answers on, until the one that says that a marked transaction has ended. */
  private pass(): void {
    while (!this.held && this.answers.length >= 5) {
      const length = 1 + this.answers.readInt32BE(1);
      if (this.answers.length < length) return;
      const message = this.answers.subarray(0, length);
      this.answers = this.answers.subarray(length);
      const type = String.fromCharCode(message[0] ?? 0);
      if (type === 'N' && message.includes(notice)) this.armed = true;
      if (!this.armed) {
        this.worker.write(message);
        continue;
      }
      this.waiting.push(message);
      if (type !== 'Z') continue;
      if (String.fromCharCode(message[5] ?? 0) === 'I') this.held = true;
      else this.worker.write(Buffer.concat(this.waiting.splice(0)));
    }
  }
}
