import { stored } from '#libs/words';
import { type Leaving, namesThem, speaksOf } from './leaving.ts';
import type { Tx } from './tx.ts';

/**
 * Leaves every panel, table and door. Rows stay with their ids where somebody else counts on them: votes of others on a
 * question, the tables of others. Screens are told.
 */
export async function leaveEvenings(tx: Tx, leaving: Leaving): Promise<void> {
  const { personId } = leaving;
  await takeQuestionsBack(tx, leaving);
  await emptyQuestionsAbout(tx, leaving);
  await leavePanels(tx, personId);
  await leaveTables(tx, personId);
  // That the two know each other stays, as two ids.
  await tx.query('delete from contact_swaps where $1 in (person_id, other_person_id)', [personId]);
  await tx.query(
    `update door_links set label = '', revoked_at = coalesce(revoked_at, $2) where created_by = $1`,
    [personId, tx.now],
  );
}

/** The line-up is one fewer. The bytes of slides have no row from here on, which is how the worker finds them. */
async function leavePanels(tx: Tx, personId: string): Promise<void> {
  for (const table of ['panelist_needs', 'slides', 'panelist_photos', 'panelist_profiles'])
    await tx.query(`delete from ${table} where person_id = $1`, [personId]);
  const left = await tx.query<{ panelId: string }>(
    `update panel_people set state = 'declined', name = $2, appears = null, answered_at = coalesce(answered_at, $3),
       version = version + 1
     where person_id = $1 returning panel_id as "panelId"`,
    [personId, stored.somebodyWhoLeft, tx.now],
  );
  await tellPanels(tx, left);
}

/**
 * What they asked with their name, nobody reads any more. What they asked without it stays, and is nobody's: if it went at
 * the moment at which somebody leaves, whoever saw it would know whose it was. Votes stay as ids, for the same reason.
 */
async function takeQuestionsBack(tx: Tx, leaving: Leaving): Promise<void> {
  const { personId } = leaving;
  const asked = await tx.query<{ id: string; panelId: string }>(
    `update panel_questions set text = '…', named = false, starred = false,
       state = case when state in ('open', 'answered') then 'hidden' else state end
     where person_id = $1 and named returning id, panel_id as "panelId"`,
    [personId],
  );
  await tx.query(
    'update panels set current_question_id = null where current_question_id = any ($1::uuid[])',
    [asked.map(({ id }) => id)],
  );
  await tellPanels(tx, asked);
  await tx.query(
    'update panel_questions set person_id = null, attendee_id = null where person_id = $1 and not named',
    [personId],
  );
}

/**
 * What others asked that names them: of them, even by a part of the name; of somebody else only by the whole name or the
 * address, because the rest of it is the asker's.
 */
async function emptyQuestionsAbout(tx: Tx, leaving: Leaving): Promise<void> {
  const { personId, eventIds, email, names } = leaving;
  const asked = await tx.query<{ id: string; panelId: string; text: string; isOfThem: boolean }>(
    `select q.id, q.panel_id as "panelId", q.text, coalesce(p.person_id = $1, false) as "isOfThem"
     from panel_questions q left join panel_people p on p.id = q.for_id
     where q.event_id = any ($2::uuid[]) and q.person_id is distinct from $1
       and exists (select from unnest($3::text[]) part where strpos(lower(q.text), part) > 0)
     order by q.id for no key update of q`,
    [personId, eventIds, [email, ...names.flatMap((name) => name.toLowerCase().split(/\s+/))]],
  );
  const naming = asked.filter(({ text, isOfThem }) =>
    isOfThem ? speaksOf(leaving, text) : namesThem(leaving, text),
  );
  await tx.query(`update panel_questions set text = '…' where id = any ($1::uuid[])`, [
    naming.map(({ id }) => id),
  ]);
  await tellPanels(tx, naming);
}

/** Their chair stays empty: nobody is moved. */
async function leaveTables(tx: Tx, personId: string): Promise<void> {
  await tx.query(
    `with left_now as (update mixer_seats s set left_at = $2 from mixers m
         where m.id = s.mixer_id and s.person_id = $1 and s.left_at is null and m.state <> 'ended' returning m.id)
     update mixers set version = version + 1 where id in (select id from left_now)`,
    [personId, tx.now],
  );
}

async function tellPanels(tx: Tx, rows: readonly { panelId: string }[]): Promise<void> {
  const ids = [...new Set(rows.map(({ panelId }) => panelId))].sort();
  await tx.query(
    `update panels set version = version + 1 where id in
       (select id from panels where id = any ($1::uuid[]) order by id for no key update)`,
    [ids],
  );
}
