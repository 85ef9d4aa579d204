import { newId } from '#libs/domain';
import type { Evening, Guest } from './evening.ts';

// The critique sessions of somebody who is to be erased: works, files, critiques, picks and credits with their words in.

export interface LeaverCritiques {
  /** Over: her work was heard by Cy, and she heard his. */
  session: string;
  /** Open: she has a draft with a file there, and submitted nothing. */
  next: string;
  /** Planned: her work waits for its slot, and she is to hear Dee's. */
  planned: string;
  work: string;
  /** Cy's, of hers. */
  critiqueOfHers: string;
  /** Hers, of Cy's. */
  critiqueByHer: string;
  /** Ben's, of Cy's, which names her. */
  critiqueOfCy: string;
}

export async function critiquesToErase(
  evening: Evening,
  { ana, ben, cy, dee }: Record<'ana' | 'ben' | 'cy' | 'dee', Guest>,
  { name, email, own }: Record<'name' | 'email' | 'own', string>,
): Promise<LeaverCritiques> {
  const { organizationId, eventId, api } = evening;
  const sql = (text: string, values: unknown[] = []) => api.database.sql(text, values);
  const session = async (state: string): Promise<string> => {
    const id = newId();
    await sql(
      `insert into critique_sessions (id, organization_id, event_id, format, critics_per_work, state, ended_at, released_at, feedback_to,
         created_at)
       values ($1, $2, $3, 'live', 2, $4::text, case when $4 = 'ended' then app_now() end, case when $4 = 'ended' then app_now() end,
         'facilitator', app_now())`,
      [id, organizationId, eventId, state],
    );
    return id;
  };
  const workIn = async (where: string, who: Guest, state: string, text: string): Promise<string> => {
    const id = newId();
    await sql(
      `insert into submissions (id, organization_id, event_id, critique_session_id, attendee_id, person_id, state, title, medium, link,
         question, wants, avoid, notes, topics, submitted_at, place, heard_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7::text, $8::text, 'link', $9, $8::text, $8::text, $8::text, $8::text, array[$8::text], app_now(),
         case when $7 in ('accepted', 'heard') then 1 end, case when $7 = 'heard' then app_now() end, app_now())`,
      [
        id,
        organizationId,
        eventId,
        where,
        who.id,
        who.personId,
        state,
        text,
        `https://${text.replaceAll(' ', '')}.example/a`,
      ],
    );
    return id;
  };
  const hears = async (where: string, work: string, who: Guest, state = 'done'): Promise<string> => {
    const id = newId();
    await sql(
      `insert into assignments (id, organization_id, event_id, critique_session_id, submission_id, attendee_id, person_id, state, source,
         why, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 'plan', $9, app_now())`,
      [
        id,
        organizationId,
        eventId,
        where,
        work,
        who.id,
        who.personId,
        state,
        JSON.stringify(who === ana ? [{ code: 'topics', topics: [own] }] : [{ code: 'drawn' }]),
      ],
    );
    return id;
  };
  const writes = async (assignment: string, text: string, rest = ''): Promise<string> => {
    const id = newId();
    await sql(
      `insert into critiques (id, organization_id, assignment_id, submission_id, person_id, meaning, answer, neutral_question, opinion,
         marks, words, saved_at)
       select $1::uuid, organization_id, id, submission_id, person_id, $3::text, $4::text, $3::text, $3::text, $5::jsonb, 30, app_now()
       from assignments where id = $2`,
      [id, assignment, text, rest === '' ? text : rest, JSON.stringify([{ at: 1000, text }])],
    );
    return id;
  };
  const over = await session('ended');
  const work = await workIn(over, ana, 'heard', own);
  const cys = await workIn(over, cy, 'heard', 'Harbour');
  await sql('update submissions set co_authors = $2 where id = $1', [work, [cy.email]]);
  await sql('update submissions set co_authors = $2 where id = $1', [cys, [email, dee.email]]);
  const critiqueOfHers = await writes(
    await hears(over, work, cy),
    'Quillmark, the end stays.',
    'The start stays too.',
  );
  const critiqueByHer = await writes(await hears(over, cys, ana), `It ${own}s.`);
  const critiqueOfCy = await writes(await hears(over, cys, ben), `As ${name} said.`, 'The room stays.');
  await sql('update critiques set thanked_at = app_now() where id = $1', [critiqueByHer]);
  const next = await session('open');
  const draft = await workIn(next, ana, 'draft', own);
  const file = newId();
  await sql(
    `insert into files (id, organization_id, event_id, critique_session_id, person_id, state, name, bytes, received, type, peaks,
       storage_key, touched_at, created_at)
     values ($1::uuid, $2, $3, $4, $5, 'ready', $6, 10, 10, 'audio/wav', '[1, 2]', $1::uuid::text, now(), app_now())`,
    [file, organizationId, eventId, next, ana.personId, `${own}.wav`],
  );
  await sql(`update submissions set file_id = $2, medium = 'audio', link = null where id = $1`, [
    draft,
    file,
  ]);
  const planned = await session('planned');
  const waits = await workIn(planned, ana, 'accepted', own);
  await sql(
    `insert into critique_slots (id, organization_id, event_id, critique_session_id, submission_id, seat_table, round, state)
     values ($1, $2, $3, $4, $5, 1, 1, 'planned')`,
    [newId(), organizationId, eventId, planned, waits],
  );
  await hears(planned, await workIn(planned, dee, 'accepted', 'Tide'), ana, 'assigned');
  const picks = async (who: Guest, whom: Guest): Promise<unknown> =>
    sql(
      `insert into connect_picks (id, organization_id, event_id, critique_session_id, attendee_id, person_id, place,
         picked_attendee_id, picked_person_id, created_at) values ($1, $2, $3, $4, $5, $6, 1, $7, $8, app_now())`,
      [newId(), organizationId, eventId, over, who.id, who.personId, whom.id, whom.personId],
    );
  await picks(ana, cy);
  await picks(dee, ana);
  await sql(
    `insert into credit_entries (id, organization_id, person_id, amount, reason, subject_id, created_at)
     values ($1, $2, $3, 3, 'start', $3, app_now())`,
    [newId(), organizationId, ana.personId],
  );
  return { session: over, next, planned, work, critiqueOfHers, critiqueByHer, critiqueOfCy };
}
