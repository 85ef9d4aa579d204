import { everyOrganization } from '#libs/domain';
import {
  type Tx,
  expireKey,
  forgetAskers,
  forgetNeeds,
  forgetOnceMore,
  forgetPictures,
  forgetPrivateWords,
  followUpKey,
  forgetUnconfirmed,
  forgetUnusedLists,
  forgetWhatIsOver,
} from '#libs/database';
import { type JobType, type Jobs, later } from '#libs/jobs';
import type { Handler } from './context.ts';
import { sweepOrphans } from './files/orphans.ts';
import { emptyOldParts } from './mail/queue.ts';

/** What waits for no moment of a row: it runs when the change commits that adds it, or a minute later. */
export const rowless = ['critique.reseat', 'critique.settle-picks'] as const satisfies readonly JobType[];

/** What the view `due_work` names, less the mails, which are their own queue. */
type Duty = Exclude<JobType, 'sweep' | 'sweep-files' | 'clock.step' | (typeof rowless)[number]>;

interface DueRow {
  task: Duty | 'mail.deliver';
  organizationId: string;
  subjectId: string;
  dueAt: Date;
}

interface DueJob {
  key: string;
  add(tx: Tx): Promise<void>;
}

/** Payload and key of each duty, as those who add the job at first write them. */
const duties: Readonly<Record<Duty, (row: DueRow) => DueJob>> = {
  'attendees.import': duty('attendees.import', ({ organizationId, subjectId }) => ({
    payload: { organizationId, importId: subjectId },
    key: `import:${subjectId}`,
  })),
  'attendees.expire': duty('attendees.expire', ({ organizationId, subjectId, dueAt }) => ({
    payload: { organizationId, eventId: subjectId },
    key: expireKey(subjectId, dueAt),
  })),
  'introductions.morning': duty('introductions.morning', ({ organizationId, subjectId, dueAt }) => ({
    payload: { organizationId, eventId: subjectId },
    key: `morning:${subjectId}:${dueAt.toISOString()}`,
  })),
  'introductions.digest': duty('introductions.digest', ({ organizationId, subjectId, dueAt }) => ({
    payload: { organizationId, eventId: subjectId },
    key: `digest:${subjectId}:${dueAt.toISOString()}`,
  })),
  'introductions.expire-suggestion': duty(
    'introductions.expire-suggestion',
    ({ organizationId, subjectId }) => ({
      payload: { organizationId, introductionId: subjectId },
      key: `expire-suggestion:${subjectId}`,
    }),
  ),
  'introductions.ask': duty('introductions.ask', ({ organizationId, subjectId, dueAt }) => ({
    payload: { organizationId, personId: subjectId },
    key: `ask:${organizationId}:${subjectId}:${dueAt.toISOString()}`,
  })),
  'introductions.remind': duty('introductions.remind', ({ organizationId, subjectId, dueAt }) => ({
    payload: { organizationId, personId: subjectId },
    key: `remind:${organizationId}:${subjectId}:${dueAt.toISOString()}`,
  })),
  'introductions.end-ask': duty('introductions.end-ask', ({ organizationId, subjectId, dueAt }) => ({
    payload: { organizationId, introductionId: subjectId },
    key: `end-ask:${subjectId}:${dueAt.toISOString()}`,
  })),
  'introductions.follow-up': duty('introductions.follow-up', ({ organizationId, subjectId, dueAt }) => ({
    payload: { organizationId, personId: subjectId },
    key: followUpKey(organizationId, subjectId, dueAt),
  })),
  'introductions.lapse': duty('introductions.lapse', ({ organizationId, subjectId }) => ({
    payload: { organizationId, introductionId: subjectId },
    key: `lapse:${subjectId}`,
  })),
  'introductions.release': duty('introductions.release', ({ organizationId, subjectId }) => ({
    payload: { organizationId, introductionId: subjectId },
    key: `release:${subjectId}`,
  })),
  'introductions.learn': duty('introductions.learn', () => ({ payload: {}, key: 'learn' })),
  'circles.step': duty('circles.step', ({ organizationId, subjectId }) => ({
    payload: { organizationId, circleId: subjectId },
    key: `circle:${subjectId}`,
  })),
  'critique.remind': duty('critique.remind', ({ organizationId, subjectId }) => ({
    payload: { organizationId, critiqueSessionId: subjectId },
    key: `critique-remind:${subjectId}`,
  })),
  'critique.release': duty('critique.release', ({ organizationId, subjectId }) => ({
    payload: { organizationId, critiqueSessionId: subjectId },
    key: `critique-release:${subjectId}`,
  })),
  'critique.call-off': duty('critique.call-off', ({ organizationId, subjectId }) => ({
    payload: { organizationId, critiqueSessionId: subjectId },
    key: `critique-call-off:${subjectId}`,
  })),
  'critique.author-missing': duty('critique.author-missing', ({ organizationId, subjectId, dueAt }) => ({
    payload: { organizationId, slotId: subjectId },
    key: `author-missing:${subjectId}:${dueAt.toISOString()}`,
  })),
  'panels.settle-questions': duty('panels.settle-questions', ({ organizationId, subjectId }) => ({
    payload: { organizationId, panelId: subjectId },
    key: `settle-questions:${subjectId}`,
  })),
  'series.make': duty('series.make', ({ organizationId, subjectId }) => ({
    payload: { organizationId, seriesId: subjectId },
    key: `series:${subjectId}`,
  })),
  'messages.send': duty('messages.send', ({ organizationId, subjectId, dueAt }) => ({
    payload: { organizationId, messageId: subjectId },
    key: `message:${subjectId}:${dueAt.toISOString()}`,
  })),
  'files.delete': duty('files.delete', ({ organizationId, subjectId }) => ({
    payload: { organizationId, fileId: subjectId },
    key: `delete-file:${subjectId}`,
  })),
};

function duty<Type extends Duty>(type: Type, read: (row: DueRow) => { payload: Jobs[Type]; key: string }) {
  return (row: DueRow): DueJob => {
    const { payload, key } = read(row);
    return { key, add: (tx) => later(tx, type, payload, { key, runAt: row.dueAt }) };
  };
}

/** Wakes everything whose moment has come, and keeps the short list of retention periods. */
export const sweep: Handler<'sweep'> = async (_payload, { db }) => {
  await db.write(everyOrganization, async (tx) => {
    await wakeDueWork(tx);
    await emptyOldParts(tx);
    await forgetWhatIsOver(tx);
    await forgetUnusedLists(tx);
    await forgetPrivateWords(tx);
    await forgetNeeds(tx);
    await forgetPictures(tx);
    await forgetAskers(tx);
    // The last, because it holds rows of the desk until the commit.
    await forgetUnconfirmed(tx);
  });
  // By itself, because it holds rows of people, evenings and desks.
  await db.write(everyOrganization, forgetOnceMore);
};

/** Once a day, because it looks at every file there is. */
export const sweepFiles: Handler<'sweep-files'> = (_payload, context) =>
  sweepOrphans(context, everyOrganization);

/** Adds a job for every due duty that no living job is at; jobs whose moment came because the clock moved run now. */
export async function wakeDueWork(tx: Tx): Promise<void> {
  const due = await tx.query<DueRow>(
    `select distinct task, organization_id as "organizationId", subject_id as "subjectId", due_at as "dueAt" from due_work
     where due_at <= app_now() and task <> 'mail.deliver' order by due_at limit 10000`,
  );
  if (due.length === 0) return;
  const alive = await livingKeys(tx);
  for (const row of due) {
    if (row.task === 'mail.deliver') continue;
    const job = duties[row.task](row);
    if (!alive.has(job.key)) await job.add(tx);
  }
}

/** Jobs that run, are about to, or wait after a failure. One that waits for a moment of product time may be woken. */
async function livingKeys(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ key: string }>(
    `select key from graphile_worker.jobs where key is not null and attempts < max_attempts
       and (locked_at is not null or run_at <= now() or attempts > 0)`,
  );
  return new Set(rows.map(({ key }) => key));
}
