import { spawn } from 'node:child_process';
import { Database, openDataSource, parseKeys, pauseSending, resumeSending, suppress } from '#libs/database';
import { mailHealth as words } from '#libs/words';
import { testKeys } from '../../../test/support/api.ts';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.ts';
import { type SmtpSink, startSink } from '../../../test/support/smtp-sink.ts';
import { startTestWorker } from '../../../test/support/worker.ts';
import type { RunningWorker } from '../../worker/src/worker.ts';

let database: TestDatabase;
let db: Database;
let sink: SmtpSink;
let worker: RunningWorker | undefined;

beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'spec', 2));
  sink = await startSink();
});
afterEach(async () => {
  sink.behave();
  await worker?.stop();
  worker = undefined;
});
afterAll(async () => {
  await sink.stop();
  await db.close();
  await database.drop();
});

const startWorker = async () => {
  worker = await startTestWorker({ database, smtpUrl: sink.url });
};

interface Ended {
  code: number | null;
  out: string;
  complaint: string;
}

/** As `npm run mail:test -- …` runs it, from its source. */
function mailTest(
  args: readonly string[],
  environment: Record<string, string> = { DATABASE_URL: database.appUrl },
): Promise<Ended> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=source',
      '--import',
      './test/support/run-typescript.mjs',
      'apps/setup/src/mail-test.ts',
      ...args,
    ],
    {
      env: { PATH: process.env['PATH'], ACQUAINT_MODE: 'test', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said = { out: '', complaint: '' };
  child.stdout.on('data', (bytes: Buffer) => (said.out += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (said.complaint += bytes.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({ code, ...said });
    });
  });
}

const address = 'someone@elsewhere.example';

describe('npm run mail:test', () => {
  it('proves that the worker sends, by a mail that arrives, and ends with 0', async () => {
    await startWorker();
    const { code, out, complaint } = await mailTest([address]);
    expect([code, complaint]).toEqual([0, '']);
    expect(out).toContain(words.test.steps.sent);
    expect(out).toContain(words.test.answer('accepted'));
    expect(out).toContain(words.verdicts.sent);
    expect(sink.messages.map(({ to }) => to)).toEqual([[address]]);
  });

  it('tells of the three records of the domain that the worker sends from', async () => {
    await startWorker();
    const { out } = await mailTest([address]);
    for (const name of ['SPF', 'DKIM', 'DMARC'])
      expect(out).toMatch(new RegExp(`^  ${name}: .+\\. .+\\.$`, 'm'));
    expect(out).toContain(words.records.states.dkim['not-signed']);
  });

  it.each<[string, string, () => Promise<unknown>]>([
    ['no worker runs', words.verdicts['worker-silent'], () => Promise.resolve()],
    [
      'sending is paused',
      words.verdicts.paused,
      async () => {
        await db.write({ kind: 'system' }, (tx) => pauseSending(tx, 'sign-in'));
        await startWorker();
      },
    ],
    [
      'the server refuses it for good',
      words.verdicts.failed,
      async () => {
        sink.behave(() => ({ kind: 'refuse', code: 554 }));
        await startWorker();
      },
    ],
    [
      'the server says "not now"',
      words.verdicts['put-off'],
      async () => {
        sink.behave(() => ({ kind: 'refuse', code: 451 }));
        await startWorker();
      },
    ],
    [
      'nobody knows whether it arrived',
      words.verdicts.unsure,
      async () => {
        sink.behave(({ at }) => (at === 'data' ? { kind: 'drop' } : { kind: 'accept' }));
        await startWorker();
      },
    ],
  ])('ends with 1 and says so when %s', async (_, sentence, arrange) => {
    await arrange();
    const { code, complaint } = await mailTest(['another@far.example']);
    await db.write({ kind: 'system' }, (tx) => resumeSending(tx));
    expect(complaint).toContain(sentence);
    expect(code).toBe(1);
  });

  it('ends with 1 and says so when nothing is sent to the address any more', async () => {
    await db.write({ kind: 'system' }, (tx) =>
      suppress(tx, parseKeys(testKeys), 'gone@far.example', 'hard-bounce'),
    );
    await startWorker();
    const { code, out, complaint } = await mailTest(['gone@far.example']);
    expect([code, complaint.trim()]).toEqual([1, words.verdicts.suppressed]);
    expect(out).toContain(words.test.answer('suppressed-address'));
  });

  it('asks for an address, for one that is one, and for the settings of the installation', async () => {
    expect(await mailTest([])).toEqual({ code: 1, out: '', complaint: words.terminal.usage });
    const { code, complaint } = await mailTest(['nobody']);
    expect([code, complaint]).toEqual([1, words.terminal.noAddress('nobody')]);
    const unset = await mailTest([address], {});
    expect([unset.code, unset.complaint]).toEqual([
      1,
      expect.stringContaining('DATABASE_URL is missing') as string,
    ]);
  });
});
