import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseKeys, returnPathOf } from '#libs/database';
import { makePerson } from '../../../../test/support/factories.ts';
import { type TestDatabase, createDatabase } from '../../../../test/support/postgres.ts';
import { lines, postfix } from '../../../../test/support/returned-mails.ts';
import { bounceOf, makeMail } from '../../../../test/support/sent-mails.ts';

const secret = `t1:${Buffer.alloc(32, 7).toString('base64url')}`;

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

/** What a mail server does with a message for an alias. */
async function pipe(message: Buffer, databaseUrl = database.appUrl) {
  const child = spawn(
    process.execPath,
    [
      '--conditions=source',
      '--import',
      './test/support/run-typescript.mjs',
      'apps/worker/src/bounces/main.ts',
    ],
    {
      env: {
        PATH: process.env['PATH'],
        ACQUAINT_MODE: 'test',
        DATABASE_URL: databaseUrl,
        PUBLIC_URL: 'http://127.0.0.1:3000',
        SECRET_KEYS: secret,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdin.end(message);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: said.trim() };
}

describe('the pipe of a mail server', () => {
  it('takes a report in, and drops what is longer than a report', async () => {
    const person = await makePerson(database);
    const id = await makeMail(database, { person });
    const path = returnPathOf(parseKeys(secret), id, 'bounces@guild.example');
    const report = Buffer.concat([postfix({ path, recipient: person.email }), Buffer.alloc(3_000_000, 'x')]);
    expect(await pipe(report)).toEqual({ code: 0, said: 'hard' });
    expect(await bounceOf(database, id)).toBe('hard');
  });

  it('is done with what is no report, because a refusal would be answered with one more', async () => {
    expect(await pipe(lines('From: Ana <ana@example.org>', '', 'Hello'))).toEqual({
      code: 0,
      said: 'no-report',
    });
  });

  it('asks the mail server to come again when the database is away', async () => {
    const away = database.appUrl.replace(/:\d+\//, ':1/');
    expect(await pipe(postfix(), away)).toEqual({ code: 75, said: '' });
  });
});
