import { newId } from '#libs/domain';
import type { Evening, Guest } from './evening.ts';

// What an evening keeps of somebody who is to be erased: on a panel, in its questions, at a table, at the door.

export interface LeaverEvening {
  panel: string;
  panelPerson: string;
  /** Hers, on the screen, with a vote of Ben's. */
  question: string;
  /** Ben's, which names her. */
  questionOfBen: string;
  /** Hers, without her name. */
  unnamed: string;
  mixer: string;
}

export async function eveningToErase(
  { organizationId, eventId, api }: Evening,
  { ana, ben, cy }: Record<'ana' | 'ben' | 'cy', Guest>,
  { name, own }: Record<'name' | 'own', string>,
): Promise<LeaverEvening> {
  const sql = (text: string, values: unknown[] = []) => api.database.sql(text, values);
  const [panel, panelPerson, question, questionOfBen] = [newId(), newId(), newId(), newId()];
  const unnamed = newId();
  await sql(
    `insert into panels (id, organization_id, event_id, topic, position, settled_at, created_at)
     values ($1, $2, $3, 'Foley', 900, app_now(), app_now())`,
    [panel, organizationId, eventId],
  );
  const appears = { name, pronunciation: own, bio: own, links: [], photoId: null };
  await sql(
    `insert into panel_people (id, organization_id, event_id, panel_id, person_id, part, position, state, name, appears, invited_at,
       answered_at, created_at)
     values ($1, $2, $3, $4, $5, 'panelist', 1, 'confirmed', $6, $7, app_now(), app_now(), app_now())`,
    [panelPerson, organizationId, eventId, panel, ana.personId, name, JSON.stringify(appears)],
  );
  await sql('insert into panelist_needs values ($1, $2, $3, $4)', [
    panelPerson,
    organizationId,
    ana.personId,
    own,
  ]);
  await sql(
    `insert into panelist_profiles (person_id, name, pronunciation, bio, links, photo_id, updated_at) values ($1, $2, $3, $3, $4, null, app_now())`,
    [ana.personId, name, own, JSON.stringify([{ label: own, url: `https://${own}.example` }])],
  );
  await sql(
    `insert into panelist_photos (id, person_id, type, bytes, created_at) values ($1, $2, 'image/jpeg', $3, app_now())`,
    [newId(), ana.personId, Buffer.from(own)],
  );
  await sql(
    `insert into slides (id, organization_id, event_id, panel_person_id, person_id, name, type, bytes, storage_key, created_at)
     values ($1, $2, $3, $4, $5, $6, 'application/pdf', 10, $7, app_now())`,
    [newId(), organizationId, eventId, panelPerson, ana.personId, `${own}.pdf`, newId()],
  );
  const asks = (id: string, who: Guest, text: string, forId: string | null, named = true): Promise<unknown> =>
    sql(
      `insert into panel_questions (id, organization_id, event_id, panel_id, attendee_id, person_id, for_id, named, text, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $9, $8, app_now())`,
      [id, organizationId, eventId, panel, who.id, who.personId, forId, text, named],
    );
  await asks(question, ana, `Why ${own}?`, null);
  await asks(unnamed, ana, 'Which room was the worst?', null, false);
  await asks(questionOfBen, ben, 'Quillmark, what do you hear?', panelPerson);
  await sql(
    'insert into question_votes (question_id, organization_id, person_id, created_at) values ($1, $2, $3, app_now()), ($4, $2, $5, app_now())',
    [question, organizationId, ben.personId, questionOfBen, ana.personId],
  );
  await sql('update panels set current_question_id = $2 where id = $1', [panel, question]);
  const mixer = await tableOfTwo(sql, { organizationId, eventId }, ana, cy);
  await sql(
    `insert into contact_swaps (organization_id, event_id, person_id, attendee_id, other_person_id, other_attendee_id, how, created_at)
     values ($1, $2, $3, $4, $5, $6, 'name', app_now()), ($1, $2, $5, $6, $3, $4, 'name', app_now())`,
    [organizationId, eventId, ana.personId, ana.id, cy.personId, cy.id],
  );
  await sql(
    `insert into door_links (id, organization_id, event_id, label, salt, key_hash, created_by, expires_at, created_at) values ($1, $2, $3, $4, decode(repeat('00', 16), 'hex'), decode(repeat('00', 32), 'hex'), $5,
       app_now() + interval '1 hour', app_now())`,
    [newId(), organizationId, eventId, `The phone of ${name}`, ana.personId],
  );
  await sql('update attendees set door_note = $2 where id = $1', [ana.id, `Ask about ${own}`]);
  return { panel, panelPerson, question, questionOfBen, unnamed, mixer };
}

async function tableOfTwo(
  sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>,
  { organizationId, eventId }: { organizationId: string; eventId: string },
  ...people: Guest[]
): Promise<string> {
  const [row] = await sql(
    `insert into mixers (id, organization_id, event_id, format, state, round, tables, created_at)
     values ($1, $2, $3, 'tables', 'running', 1, 1, app_now())
     on conflict (event_id) do update set state = 'running', round = 1 returning id`,
    [newId(), organizationId, eventId],
  );
  const mixer = String(row?.['id']);
  for (const { id, personId } of people)
    await sql(
      `insert into mixer_seats (id, organization_id, event_id, mixer_id, attendee_id, person_id, round, seat_table, source, created_at)
       values ($1, $2, $3, $4, $5, $6, 1, 1, 'drawn', app_now())`,
      [newId(), organizationId, eventId, mixer, id, personId],
    );
  return mixer;
}
