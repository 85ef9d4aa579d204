import { everyOrganization } from '#libs/domain';
import { Database, beat, lastBeat, listen, loggable, openDataSource, tellMailSender } from '#libs/database';
import { Arriving, openStorage } from '#libs/files';
import { SuggestionThreads } from '#libs/suggestions';
import { learnEverything } from '#libs/words';
import { Logger, type Runner, run } from 'graphile-worker';
import { EventEmitter } from 'node:events';
import { ImapMailbox } from './bounces/mailbox.ts';
import { ReportWatch } from './bounces/watch.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { taskList } from './handlers.ts';
import { type Log, newLog } from './log.ts';
import { deliveryOf } from './mail/delivery.ts';
import { PostOffice } from './mail/post-office.ts';
import { toldSender } from './mail/told-sender.ts';
import { smtpServer } from './mail/smtp-connection.ts';
import { SmtpTransport } from './mail/smtp.ts';
import { Mailbox, type Transport } from './mail/transport.ts';

/** A rest of the ten seconds that a stop may take (rule 27). */
const patienceMs = 7_000;
/** A silent worker has lost its jobs after 15 s, and somebody notices within 5 s more. */
const beatEverySeconds = 5;
const jobsAtOnce = 4;
/** New jobs are notified; this is for those that wait for their time. */
const pollSeconds = 10;

export interface RunningWorker {
  /** Resolves when the worker ended by itself, which it should not. */
  ended: Promise<void>;
  /** Takes nothing new, finishes or gives back what it has, and closes its connections. */
  stop(): Promise<void>;
}

/**
 * Time and the post of one installation. Any number may run side by side.
 * Idle, it makes 0.8 transactions a second: 4 job slots every 10 s, the queue of mails and a heartbeat every 5 s.
 */
export async function startWorker(config: Config): Promise<RunningWorker> {
  await learnEverything();
  const log = newLog(config.mode);
  const db = new Database(await openDataSource(config.databaseUrl, config.mode, 'acquaint-worker'));
  const stopping = new AbortController();
  const context: Context = {
    db,
    log,
    keys: config.keys,
    publicUrl: config.publicUrl,
    storage: openStorage(config.files),
    arriving: new Arriving(config.files.folder),
    threads: new SuggestionThreads((error) => {
      log.error({ error: loggable(error) }, 'the search for suggestions died');
    }),
    stopping: stopping.signal,
  };
  const office = postOffice(config, context);
  const listening = await listen(config.databaseUrl, ['mail'], () => {
    office.wake();
  });
  await db.write(everyOrganization, (tx) => tellMailSender(tx, toldSender(config)));
  const { runner, stopBeating } = await runJobs(config, context);
  office.start();
  const reports = reportWatch(config, context);
  reports?.start();
  return {
    ended: runner.promise,
    stop: async () => {
      stopping.abort();
      await Promise.allSettled([office.stop(patienceMs), runner.stop(), reports?.stop()]);
      await stopBeating();
      await listening.close();
      await db.close();
    },
  };
}

function postOffice(config: Config, { db, log, stopping }: Context): PostOffice {
  const { keys, publicUrl, mailFrom, mailLeaseSeconds: leaseSeconds, smtpUrl, mail } = config;
  const { bounceAddress, connections, pauseMs, dkim } = mail;
  const server = smtpUrl === null ? null : smtpServer(smtpUrl);
  const newTransport = (onSenderTaken?: () => void): Transport =>
    server === null
      ? new Mailbox()
      : new SmtpTransport({
          server,
          deadlineSeconds: leaseSeconds * 0.8,
          dkim,
          ...(onSenderTaken !== undefined && { onSenderTaken }),
        });
  const sender = { keys, publicUrl, mailFrom, bounceAddress };
  const delivery = deliveryOf({ db, sender, log, leaseSeconds, stopping });
  return new PostOffice(delivery, { connections, pauseMs, newTransport });
}

function reportWatch({ bounceImapUrl }: Config, context: Context): ReportWatch | null {
  return bounceImapUrl === null ? null : new ReportWatch(new ImapMailbox(bounceImapUrl), context);
}

/** The job queue under the same role as everything else, with a heartbeat under the name by which it locks jobs. */
async function runJobs(
  config: Config,
  context: Context,
): Promise<{ runner: Runner; stopBeating: () => Promise<void> }> {
  const events = new EventEmitter();
  let poolId: string | undefined;
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => {
    poolId = workerPool.id;
  });
  const runner = await run({
    connectionString: config.databaseUrl,
    taskList: taskList(context),
    crontab: '* * * * * sweep ?jobKey=sweep&max=1\n17 4 * * * sweep-files ?jobKey=sweep-files&max=1',
    concurrency: jobsAtOnce,
    pollInterval: pollSeconds * 1000,
    maxPoolSize: 3,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: patienceMs,
    logger: jobLogger(context.log),
    events,
  });
  const id = poolId;
  if (id === undefined) throw new Error('The job queue did not say its name');
  const say = async (): Promise<void> => {
    const silent = await context.db.write(everyOrganization, (tx) => beat(tx, id));
    if (silent > 0) context.log.warn({ silent }, 'workers fell silent; their jobs are free again');
  };
  await say();
  const timer = setInterval(() => {
    say().catch((error: unknown) => {
      context.log.error({ error: loggable(error) }, 'no heartbeat');
    });
  }, beatEverySeconds * 1000);
  return {
    runner,
    stopBeating: async () => {
      clearInterval(timer);
      await context.db.write(everyOrganization, (tx) => lastBeat(tx, id)).catch(() => undefined);
    },
  };
}

/** The queue's own words, as structured lines; what it says about each job as it goes is left out. */
function jobLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error({ queue: true }, message);
    else if (level === 'warning') log.warn({ queue: true }, message);
  });
}
