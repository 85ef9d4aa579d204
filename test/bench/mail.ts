import './support/production.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Database, openDataSource } from '#libs/database';
import { idleFigure } from './support/mail-idle.ts';
import { MailQueue } from './support/mail-queue.ts';
import { type BenchSink, type BenchWorker, startSink, startWorker } from './support/mail-programs.ts';
import { sendRaw } from './support/mail-raw.ts';
import { openGround } from './support/ground.ts';
import { type Figure, interleaved, perSecond, tell } from './support/passes.ts';

// P6, P7 and P9 of the goals: from the queue to a mail server, into the queue, and a worker that has nothing to do.
//
// npm run bench:mail -- --mails 1000 --rounds 5; `-- P6` measures P6 alone.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { mails: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '5' } },
});
const [mails, rounds] = [Number(values.mails), Number(values.rounds)];
const bulk = 10_000;
const wanted = (goal: string): boolean => positionals.length === 0 || positionals.includes(goal);

const ground = await openGround();
const db = new Database(await openDataSource(ground.appUrl, 'live', 'bench', 2));
const sinks: BenchSink[] = [];
try {
  const queue = await MailQueue.lay(ground, db, bulk);
  if (wanted('P7')) await measureQueueing(queue);
  for (const answerMs of wanted('P6') ? [0, 20] : []) await measureSending(queue, answerMs);
  await queue.close();
  await queue.empty();
  if (wanted('P9')) await measureIdle();
  if (wanted('P7')) await measurePickup(queue);
} finally {
  for (const sink of sinks) sink.stop();
  await db.close();
  await ground.stop();
}

/** A goal that is missed fails the run. */
function judge(figure: Figure): void {
  if (!tell(figure)) process.exitCode = 1;
}

/** P7, first half: one transaction, as an announcement makes it. */
async function measureQueueing(queue: MailQueue): Promise<void> {
  const { ours = NaN, byHand = NaN } = await interleaved(
    [
      async () => ({ ours: await queue.timed(() => queue.post(bulk)) }),
      async () => ({ byHand: await queue.timed(() => queue.insertByHand(bulk)) }),
    ],
    rounds,
  );
  judge({
    what: `P7 ${bulk} mails queued in one transaction`,
    is: `${ours.toFixed(0)} ms, by hand ${byHand.toFixed(0)} ms`,
    value: byHand / ours,
    goal: 0.8,
    atLeast: true,
  });
}

/** P6: the same messages, from the same number of connections, to the same server, while the worker runs jobs too. */
async function measureSending(queue: MailQueue, answerMs: number): Promise<void> {
  const sink = await startSink(answerMs);
  sinks.push(sink);
  const worker = await startWorker(ground, sink.url);
  let jobs = 0;
  const received = async (): Promise<number> => {
    const { bodies, different, seconds } = await sink.tell();
    if (bodies !== mails || different !== mails) throw new Error(`${bodies} mails came, to ${different}`);
    return (bodies - 1) / seconds;
  };
  const besideJobs = async (send: () => Promise<void>): Promise<number> => {
    await sink.begin();
    const end = queue.steadyJobs();
    try {
      await send();
    } finally {
      jobs += await end();
    }
    return received();
  };
  const { ours = NaN, raw = NaN } = await interleaved(
    [
      async () => {
        await queue.empty();
        const send = async (): Promise<void> => {
          await queue.post(mails);
          await queue.allSent(mails);
        };
        return { ours: await besideJobs(send) };
      },
      async () => {
        const letters = await queue.letters();
        return { raw: await besideJobs(() => sendRaw(sink.url, letters)) };
      },
    ],
    rounds,
  );
  await worker.stop();
  judge({
    what: `P6 ${mails} mails to a server that thinks for ${answerMs} ms`,
    is: `${perSecond(ours)} of ${perSecond(raw)} (nodemailer), beside ${jobs} jobs`,
    value: ours / raw,
    goal: 0.95,
    atLeast: true,
  });
}

/** P9, of a worker that has nothing to do. */
async function measureIdle(): Promise<void> {
  const worker = await workerOn(0);
  // Postgres cleans up after the ground within a minute, in hundreds of transactions of its own, and tells of them late.
  await pause(80_000);
  const perIdleSecond = await idleFigure(ground.sql, 60);
  await worker.stop();
  judge({
    what: 'P9 transactions of an idle worker',
    is: `${perIdleSecond.toFixed(2)}/s in a minute`,
    value: perIdleSecond,
    goal: 1,
    atLeast: false,
  });
}

/** P7, second half, while jobs run too. */
async function measurePickup(queue: MailQueue): Promise<void> {
  const worker = await workerOn(0);
  const { p50, p99, jobs } = await queue.pickups(500);
  await worker.stop();
  const is = (ms: number): string => `${ms.toFixed(1)} ms of 500 mails beside ${jobs} jobs`;
  judge({ what: 'P7 pickup p50', is: is(p50), value: p50, goal: 5, atLeast: false });
  judge({ what: 'P7 pickup p99', is: is(p99), value: p99, goal: 40, atLeast: false });
}

async function workerOn(answerMs: number): Promise<BenchWorker> {
  const sink = await startSink(answerMs);
  sinks.push(sink);
  return startWorker(ground, sink.url);
}
