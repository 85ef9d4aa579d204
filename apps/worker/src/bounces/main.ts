import 'reflect-metadata';
import { Database, loggable, openDataSource } from '#libs/database';
import { longestReport } from '#libs/mail-reports';
import { SettingsError } from '#libs/settings';
import { readConfig } from '../config.ts';
import { newLog } from '../log.ts';
import { takeIn } from './take-in.ts';

// npm run --silent mail:bounce < message: one report, for an alias of a mail server on this machine.

/** sysexits.h: the mail server keeps the message and comes again. */
const tryLater = 75;

async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    // The rest is read and dropped, so that the mail server is not cut off.
    if (length < longestReport) chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}

try {
  const config = readConfig();
  const log = newLog(config.mode);
  const db = new Database(await openDataSource(config.databaseUrl, config.mode, 'acquaint-bounce', 1));
  try {
    const outcome = await takeIn({ db, keys: config.keys, log }, await readInput());
    // Also what is no report is done with: a refusal would make the mail server write a report about a report.
    process.stdout.write(`${outcome}\n`);
  } finally {
    await db.close();
  }
} catch (error) {
  const why = error instanceof SettingsError ? error.message : JSON.stringify(loggable(error));
  process.stderr.write(`The report was not taken in: ${why}\n`);
  process.exitCode = tryLater;
}
