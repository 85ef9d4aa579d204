import { type ReportOutcome, complaintAlarm, takeReport } from '#libs/database';
import { everyOrganization } from '#libs/domain';
import { reportOf } from '#libs/mail-reports';
import type { Context } from '../context.ts';

/** Takes in one message that came back; twice is once. @returns what came of it; `no-report`: anything else that was there */
export async function takeIn(
  { db, keys, log }: Pick<Context, 'db' | 'keys' | 'log'>,
  bytes: Uint8Array,
): Promise<ReportOutcome | 'no-report'> {
  const report = reportOf(bytes);
  if (report === null) return 'no-report';
  const outcome = await db.write(everyOrganization, (tx) => takeReport(tx, keys, report));
  if (outcome === 'complaint') {
    const alarm = await db.read(everyOrganization, complaintAlarm);
    if (alarm !== null) log.warn(alarm, 'too many readers call our mail spam');
  }
  return outcome;
}
