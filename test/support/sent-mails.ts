import { newId } from '#libs/domain';
import type { MailKind } from '#libs/mail';
import type { TestDatabase } from './postgres.ts';

interface GivenMail {
  organizationId?: string | null;
  person: { id: string; email: string };
  kind?: MailKind;
  subjectId?: string;
  state?: 'queued' | 'sent' | 'unsure' | 'failed' | 'suppressed';
  outcome?: string | null;
  /** The parts are emptied some time after the end. */
  emptied?: boolean;
}

/** A row of the queue as the worker leaves it. @returns its id */
export async function makeMail(database: TestDatabase, given: GivenMail): Promise<string> {
  const { person, state = 'sent', emptied = false } = given;
  const id = newId();
  const left = ['sent', 'unsure'].includes(state) && !emptied;
  await database.sql(
    `insert into mails (id, organization_id, kind, subject_id, person_id, step, state, due_at, to_address, message_id, outcome, final_at, created_at)
     values ($1, $2, $3, $4, $5, $11, $6, app_now(), $7, $8, $9, case when $10 then app_now() end, app_now())`,
    [
      id,
      given.organizationId ?? null,
      given.kind ?? 'rsvp-confirmed',
      given.subjectId ?? newId(),
      person.id,
      state,
      left ? person.email : null,
      left ? `<${id}@example.org>` : null,
      given.outcome ?? (state === 'sent' ? 'accepted' : null),
      state !== 'queued',
      id,
    ],
  );
  return id;
}

/** What is known to have come back of it. */
export async function bounceOf(database: TestDatabase, id: string): Promise<string | null> {
  const [row] = await database.sql<{ kind: string | null }>(
    'select bounce_kind as kind from mails where id = $1',
    [id],
  );
  return row?.kind ?? null;
}
