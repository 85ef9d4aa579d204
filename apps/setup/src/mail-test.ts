import 'reflect-metadata';
import { Database, type MailSender, mailSender, openDataSource } from '#libs/database';
import { everyOrganization, normaliseEmail } from '#libs/domain';
import {
  type MailTest,
  type RecordCheck,
  type TestState,
  checkRecords,
  postMailTest,
  readMailTest,
  senderFacts,
  systemResolver,
} from '#libs/mail-health';
import { mailHealth } from '#libs/words';
import { setTimeout as pause } from 'node:timers/promises';
import { SettingsError } from '#libs/settings';
import { readMailTestConfig } from './config.ts';

// npm run mail:test -- someone@example.org: proves that the worker of this installation sends, by the queue, the worker and
// the mail server of every other mail. Exits with 0 when the server took it, else with 1 and the reason.

const words = mailHealth.terminal;
const lookEveryMs = 250;
/** A worker looks every five seconds, and a mail server may take its time to answer. */
const patienceMs = 60_000;

const say = (line: string): void => void process.stdout.write(line);

async function main(): Promise<boolean> {
  const typed = process.argv[2];
  if (typed === undefined) return complain(words.usage);
  const address = normaliseEmail(typed);
  if (address === null) return complain(words.noAddress(typed));
  const { appUrl, mode } = readMailTestConfig();
  const db = new Database(await openDataSource(appUrl, mode, 'acquaint-mail-test', 1));
  try {
    say(words.to(address));
    const left = await send(db, address);
    await sayRecords(await db.read(everyOrganization, mailSender));
    return left;
  } finally {
    await db.close();
  }
}

/** @returns whether the mail server took it */
async function send(db: Database, address: string): Promise<boolean> {
  const testId = await db.write(everyOrganization, (tx) => postMailTest(tx, address));
  let shown: TestState | undefined;
  for (let waited = 0; ; waited += lookEveryMs) {
    const test = await db.read(everyOrganization, (reader) => readMailTest(reader, testId));
    if (test === null) throw new Error('The mail is not in the queue.');
    if (test.state !== shown) say(words.step(mailHealth.test.steps[test.state]));
    shown = test.state;
    if (test.verdict !== 'waiting') return ended(test);
    if (waited >= patienceMs) return complain(words.verdict(mailHealth.test.tooLong));
    await pause(lookEveryMs);
  }
}

function ended({ verdict, outcome }: MailTest): boolean {
  if (outcome !== null) say(words.step(mailHealth.test.answer(outcome)));
  const sentence = words.verdict(mailHealth.verdicts[verdict]);
  if (verdict !== 'sent') return complain(sentence);
  say(sentence);
  return true;
}

function complain(line: string): false {
  process.stderr.write(line);
  return false;
}

async function sayRecords(sender: MailSender | null): Promise<void> {
  say(words.records);
  if (sender === null) {
    say(words.step(mailHealth.records.unknown));
    return;
  }
  for (const check of await checkRecords(senderFacts(sender), systemResolver())) sayRecord(check);
}

function sayRecord({ record, state, name, found, add }: RecordCheck): void {
  const { names, good, look, notLooked } = mailHealth.records;
  const standing = state === 'good' ? good : state === 'no-server' ? notLooked : look;
  const sentences: Readonly<Record<string, string>> = mailHealth.records.states[record];
  say(words.record(names[record], standing, sentences[state] ?? state));
  if (found !== null) say(words.found(found));
  if (add !== null && name !== null) say(words.add(name, add));
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  process.stderr.write(error instanceof SettingsError ? `${error.message}\n` : words.failed(String(error)));
  process.exitCode = 1;
}
