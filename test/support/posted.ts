import type { Database } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import { type MailRequest, post } from '#libs/mail';
import { mailRows } from './mails.ts';
import type { TestDatabase } from './postgres.ts';
import { until } from './worker.ts';

/** Queues a mail and reads what a running worker made of it. */
export async function posted(
  { database, db }: { database: TestDatabase; db: Database },
  organizationId: string,
  mail: Omit<MailRequest, 'organizationId'>,
) {
  await db.write(inOrganization(organizationId, system), (tx) => post(tx, [{ ...mail, organizationId }]));
  const rows = () =>
    mailRows(database, 'person_id = $1 and kind = $2 and subject_id = $3 and step = $4', [
      mail.personId,
      mail.kind,
      mail.subjectId,
      mail.step ?? '',
    ]);
  await until(
    async () => ['sent', 'suppressed', 'failed'].includes((await rows())[0]?.state ?? ''),
    'It did not end',
  );
  const [row] = await rows();
  const [parts] = await database.sql<{ text: string | null }>(
    'select text_part as text from mails where id = $1',
    [row?.id],
  );
  return { state: row?.state, outcome: row?.outcome, subject: row?.subject, text: parts?.text ?? '' };
}
