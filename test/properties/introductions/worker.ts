import type { Database } from '#libs/database';
import { ask } from '../../../apps/worker/src/introductions/ask.ts';
import { endAsk } from '../../../apps/worker/src/introductions/end-ask.ts';
import { expireSuggestion } from '../../../apps/worker/src/introductions/expire-suggestion.ts';
import { followUp } from '../../../apps/worker/src/introductions/follow-up.ts';
import { lapse } from '../../../apps/worker/src/introductions/lapse.ts';
import { release } from '../../../apps/worker/src/introductions/release.ts';
import { remind } from '../../../apps/worker/src/introductions/remind.ts';
import type { Api } from '../../support/api.ts';
import { deliverDue } from '../../support/evening.ts';
import type { Random } from '../random.ts';
import { setFrozenClock } from './worlds.ts';

// The worker's own handlers and post, woken in the order of due moments. Some jobs die before their commit and run again,
// some run twice.

interface Due {
  task: keyof typeof handlers;
  organizationId: string;
  subjectId: string;
}

type Handler = (due: Due, tools: { db: Database }) => Promise<void>;

const ofPerson = ({ organizationId, subjectId: personId }: Due) => ({ organizationId, personId });
const ofPair = ({ organizationId, subjectId: introductionId }: Due) => ({ organizationId, introductionId });

const handlers = {
  'introductions.ask': (due, tools) => ask(ofPerson(due), tools),
  'introductions.end-ask': (due, tools) => endAsk(ofPair(due), tools),
  'introductions.expire-suggestion': (due, tools) => expireSuggestion(ofPair(due), tools),
  'introductions.follow-up': (due, tools) => followUp(ofPerson(due), tools),
  'introductions.lapse': (due, tools) => lapse(ofPair(due), tools),
  'introductions.release': (due, tools) => release(ofPair(due), tools),
  'introductions.remind': (due, tools) => remind(ofPerson(due), tools),
} as const satisfies Record<string, Handler>;

/** Crashes and repetitions that happened. */
export interface Mishaps {
  crashed: number;
  repeated: number;
}

const lanes = 3;

/** Lets time pass for all worlds, waking everything that is due on the way. */
export async function passAll(api: Api, until: number, random: Random, mishaps: Mishaps): Promise<void> {
  for (;;) {
    const [row] = await api.database.sql<{ next: Date | null }>(
      `select min(due_at) as next from due_work where task = any ($1)`,
      [[...Object.keys(handlers), 'mail.deliver']],
    );
    const next = row?.next?.getTime() ?? Infinity;
    if (next > until) break;
    await setFrozenClock(api, next);
    const due = await api.database.sql<Due & Record<string, unknown>>(
      `select distinct task, organization_id as "organizationId", subject_id as "subjectId" from due_work
       where due_at <= $1 and task = any ($2) order by task, "subjectId"`,
      [new Date(next), Object.keys(handlers)],
    );
    const byWorld = [...Map.groupBy(due, ({ organizationId }) => organizationId).values()];
    await Promise.all(
      Array.from({ length: lanes }, async (_, lane) => {
        for (const jobs of byWorld.filter((_jobs, at) => at % lanes === lane))
          for (const job of jobs) await wake(api, job, random, mishaps);
      }),
    );
    await Promise.all(Array.from({ length: lanes }, () => deliverDue(api)));
  }
  await setFrozenClock(api, until);
}

async function wake({ db }: Api, due: Due, random: Random, mishaps: Mishaps): Promise<void> {
  const handler: Handler = handlers[due.task];
  if (random.happens(0.04)) {
    mishaps.crashed += 1;
    await handler(due, { db: dyingBeforeCommit(db) }).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
  }
  await handler(due, { db });
  if (!random.happens(0.04)) return;
  mishaps.repeated += 1;
  await handler(due, { db });
}

class Crash extends Error {}

/** The door of a worker that is killed when its work is done and not kept. */
function dyingBeforeCommit(db: Database): Database {
  const write: Database['write'] = (scope, work) =>
    db.write(scope, async (tx) => {
      await work(tx);
      throw new Crash();
    });
  return Object.assign(Object.create(db) as Database, { write });
}
