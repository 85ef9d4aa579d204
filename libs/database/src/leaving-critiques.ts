import { stored } from '#libs/words';
import { reseatLater } from './critique-sessions.ts';
import { type Leaving, namesThem, speaksOf } from './leaving.ts';
import type { Tx } from './tx.ts';

/**
 * Leaves every critique session: what they wrote and brought is emptied, in whatever state it is (docs/decisions/0020).
 * Rows stay with their ids, so that works heard, critics and credits still count. Their works in sessions that have not
 * come to them are taken back, and they hear nobody's any more.
 */
export async function leaveCritiques(tx: Tx, leaving: Leaving): Promise<void> {
  await lockSessions(tx, leaving);
  await leaveTables(tx, leaving);
  await emptyWorks(tx, leaving);
  await emptyCritiques(tx, leaving);
  await emptyNamings(tx, leaving);
  const { personId } = leaving;
  await tx.query('delete from connect_picks where person_id = $1 or picked_person_id = $1', [personId]);
  // The bytes go with the next look of the worker; a name is as its owner called it.
  await tx.query(
    `update files set name = '', peaks = null, delete_at = case when state = 'gone' then delete_at else least(delete_at, $2) end where person_id = $1`,
    [personId, tx.now],
  );
}

async function lockSessions(tx: Tx, { personId }: Leaving): Promise<void> {
  await tx.query(
    `select id from critique_sessions where id in (select critique_session_id from submissions where person_id = $1
       union select critique_session_id from assignments where person_id = $1
       union select critique_session_id from connect_picks where $1 in (person_id, picked_person_id))
     order by id for update`,
    [personId],
  );
}

/**
 * As if they had taken their works back and declined: hosts see a slot and a critic missing. Screens are told, and a job
 * gives both to others.
 */
async function leaveTables(tx: Tx, { personId }: Leaving): Promise<void> {
  const withdrawn = await tx.query<{ session: string }>(
    `update submissions s set state = 'withdrawn', place = null, version = s.version + 1 from critique_sessions c
     where c.id = s.critique_session_id and s.person_id = $1 and c.state <> 'ended' and s.state not in ('heard', 'withdrawn')
       and not exists (select from critique_slots t where t.submission_id = s.id and t.state in ('running', 'paused', 'done'))
     returning c.id as session`,
    [personId],
  );
  await tx.query(
    `update critique_slots t set state = 'skipped', author_missing_at = null, version = t.version + 1 from submissions s
     where s.id = t.submission_id and s.person_id = $1 and s.state = 'withdrawn' and t.state = 'planned'`,
    [personId],
  );
  const declined = await tx.query<{ session: string }>(
    `update assignments a set state = 'declined' from critique_sessions c
     where c.id = a.critique_session_id and a.person_id = $1 and a.state = 'assigned' and c.state <> 'ended'
     returning c.id as session`,
    [personId],
  );
  const changed = [...withdrawn, ...declined].map(({ session }) => session);
  const told = await tx.query<{ eventId: string }>(
    `update critique_sessions set version = version + 1 where id = any ($1::uuid[]) returning event_id as "eventId"`,
    [changed],
  );
  await reseatLater(
    tx,
    told.map(({ eventId }) => eventId),
  );
}

/** A work that stays in a plan needs a title, a question and where it is: none of these says anything. */
async function emptyWorks(tx: Tx, { personId, email }: Leaving): Promise<void> {
  await tx.query(
    `update submissions set title = case when state in ('draft', 'withdrawn') then '' else $2 end,
       question = case when state in ('draft', 'withdrawn') then '' else '…' end,
       link = case when state in ('draft', 'withdrawn') or link is null then null else $3 end,
       wants = '', avoid = '', notes = '', topics = '{}', co_authors = '{}', keeps_file = false
     where person_id = $1`,
    [personId, stored.workOfSomebodyWhoLeft, nowhere],
  );
  await tx.query(
    'update submissions set co_authors = array_remove(co_authors, $1) where $1 = any (co_authors)',
    [email],
  );
  // Topics of what they bring and can help with stand in the reasons for who hears whom.
  await tx.query(
    `update assignments set why = '[]' where person_id = $1 or submission_id in (select id from submissions where person_id = $1)`,
    [personId],
  );
}

/** A link that leads nowhere (RFC 2606). */
const nowhere = 'https://left.invalid/';

/** How many words there were stays a number: the author reads that somebody wrote who left. */
async function emptyCritiques(tx: Tx, { personId }: Leaving): Promise<void> {
  await tx.query(
    `update critiques set meaning = '', answer = '', neutral_question = '', opinion = '', marks = '[]', version = version + 1
     where person_id = $1`,
    [personId],
  );
}

const parts = ['meaning', 'answer', 'neutralQuestion', 'opinion'] as const;

interface Written extends Record<(typeof parts)[number], string> {
  id: string;
  isTheirs: boolean;
  marks: { at: number; text: string }[];
}

/**
 * What others wrote that names them: to them, even by a part of the name; to somebody else only by the whole name or the
 * address, because that author keeps the rest of it.
 */
async function emptyNamings(tx: Tx, leaving: Leaving): Promise<void> {
  const { personId, eventIds, email, names } = leaving;
  const rows = await tx.query<Written>(
    `select c.id, s.person_id = $1 as "isTheirs", c.meaning, c.answer, c.neutral_question as "neutralQuestion", c.opinion, c.marks
     from critiques c join submissions s on s.id = c.submission_id
     where s.event_id = any ($2::uuid[]) and c.person_id <> $1
       and exists (select from unnest($3::text[]) part
         where strpos(lower(concat_ws(' ', c.meaning, c.answer, c.neutral_question, c.opinion, c.marks::text)), part) > 0)
     order by c.id for no key update of c`,
    [personId, eventIds, [email, ...names.flatMap((name) => name.toLowerCase().split(/\s+/))]],
  );
  for (const row of rows) {
    const isNamed = (text: string): boolean =>
      row.isTheirs ? speaksOf(leaving, text) : namesThem(leaving, text);
    const kept = (text: string): string => (isNamed(text) ? '' : text);
    const marks = row.marks.filter(({ text }) => !isNamed(text));
    await tx.query(
      `update critiques set meaning = $2, answer = $3, neutral_question = $4, opinion = $5, marks = $6 where id = $1`,
      [row.id, ...parts.map((part) => kept(row[part])), JSON.stringify(marks)],
    );
  }
}
