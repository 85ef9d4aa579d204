import { serialize } from 'node:v8';
import { newId } from '#libs/domain';
import { type LeaverCritiques, critiquesToErase } from './critiques-to-erase.ts';
import { type LeaverEvening, eveningToErase } from './evenings-to-erase.ts';
import { type Evening, type Guest, at } from './evening.ts';
import { makeMember, makePerson } from './factories.ts';

// Somebody whose name, address and words stand everywhere they can stand, so that what an erasure forgets is found.

export const name = 'Anaxandra Quillmark';
export const email = 'anaxandra@quillmark.example';
/** In everything they typed themselves. */
export const own = 'zanzifex';
export const marks = ['anaxandra', 'quillmark', own];

export interface Leaver {
  ana: Guest;
  /** Was asked about her, and may still answer. */
  ben: Guest;
  /** Was introduced to her. */
  cy: Guest;
  /** Is suggested with her. */
  dee: Guest;
  openPair: string;
  madePair: string;
  suggestedPair: string;
  critiques: LeaverCritiques;
  there: LeaverEvening;
}

/** Ana and Cy introduced, Ben asked about Ana on the Wednesday after, Dee suggested. It is Thursday. */
export async function somebodyEverywhere(evening: Evening): Promise<Leaver> {
  const { api } = evening;
  // Before her, so that he is the first of their pair and Cy the second of his.
  const ben = await evening.guest({ name: 'Ben Ode', profile: { crafts: ['mixing'], namedInAsks: true } });
  const person = await makePerson(api.database, { name, email });
  const profile = {
    crafts: [`${own} craft`],
    workingOn: `${own} work`,
    lookingFor: ['foley'],
    canHelpWith: [own],
    maxIntroductions: 3,
  };
  const ana = await evening.guest({ person, profile });
  const cy = await evening.guest({ name: 'Cy Park', profile: { crafts: ['mixing'], namedInAsks: true } });
  const dee = await evening.guest({ name: 'Dee Roth', profile: { crafts: ['mixing'] } });
  const madePair = await evening.approved(ana, cy);
  await evening.pass('2026-10-21T12:00');
  await evening.answer(ana, madePair, 'yes', `${own}@reach.example`);
  await evening.answer(cy, madePair, 'yes');
  await evening.pass('2026-10-21T16:00');
  const openPair = await evening.approved(ana, ben);
  const pinned = await evening.call<{ introduction: { id: string } }>('post', '', {
    attendeeA: ana.id,
    attendeeB: dee.id,
  });
  await evening.pass('2026-10-22T12:00');
  const suggestedPair = pinned.body.introduction.id;
  await api.setTime(at('2026-10-22T12:01').toISOString());
  const pairs = { openPair, madePair, suggestedPair };
  await fillTheRest(evening, { ana, ben, cy, dee, ...pairs });
  const critiques = await critiquesToErase(evening, { ana, ben, cy, dee }, { name, email, own });
  const there = await eveningToErase(evening, { ana, ben, cy }, { name, own });
  return { ana, ben, cy, dee, ...pairs, critiques, there };
}

async function fillTheRest(
  evening: Evening,
  { ana, ben, cy, openPair, madePair }: Omit<Leaver, 'critiques' | 'there'>,
): Promise<void> {
  const { organizationId, eventId, api } = evening;
  const sql = (text: string, values: unknown[] = []) => api.database.sql(text, values);
  const other = await makeMember(api.database, organizationId, 'host', { id: ana.personId });
  await sql('update organizations set reply_to = $2 where id = $1', [organizationId, email]);
  await sql(`update people set profile = $2, language = 'de' where id = $1`, [
    ana.personId,
    { workingOn: own },
  ]);
  await sql(
    `update attendees set answers = $2, typed = $3, imported = $4, guests = $5, party_size = 2, note = $6 where id = $1`,
    [
      ana.id,
      JSON.stringify([{ question: own, answer: own }]),
      JSON.stringify({ name, profile: { workingOn: own }, consents: {}, wording: '' }),
      JSON.stringify({ facts: {}, wrote: { name, profile: {}, answers: {} } }),
      JSON.stringify([`${own} guest`]),
      `Welcome, ${name}`,
    ],
  );
  await sql(
    `update introduction_sides set private_reason = $2, features = '{"needMet": 1}' where id in (
    select id from introduction_sides where introduction_id = any ($1::uuid[]) and person_id = $3)`,
    [[openPair, madePair], `I am ${own}`, ana.personId],
  );
  await sql(
    'update introduction_sides set private_reason = $3 where introduction_id = $1 and person_id = $2',
    [madePair, cy.personId, `I know ${name}`],
  );
  await sql('update introductions set note = $2 where id = $1', [openPair, `${name} is shy`]);
  const circle = newId();
  await sql(
    `insert into circles (id, organization_id, event_id, name, state, time_zone, started_by, version, created_at)
     values ($1, $2, $3, 'Foley', 'meeting', 'America/Los_Angeles', $4, 1, app_now())`,
    [circle, organizationId, eventId, ben.personId],
  );
  await sql(
    `insert into circle_members (id, organization_id, circle_id, person_id, attendee_id, place, consent, contact, joined_at, version)
     values ($1, $2, $3, $4, $5, 1, 'yes', $6, app_now(), 1)`,
    [newId(), organizationId, circle, ana.personId, ana.id, `${own}@circle.example`],
  );
  const mail = (kind: string, to: Guest, speaksOf: string[]) =>
    sql(
      `insert into mails (id, organization_id, kind, subject_id, person_id, step, speaks_of, state, due_at, message_id, to_address,
         subject, text_part, html_part, headers, final_at, created_at)
       values ($1, $2, $3, $2, $4, '', $5::uuid[], 'sent', app_now(), '<m@x>', $6, $7, $7, $7, $8, app_now(), app_now())`,
      [newId(), organizationId, kind, to.personId, speaksOf, to.email, `About ${name}`, { replyTo: email }],
    );
  await mail('circle-meeting', ben, [circle]);
  await mail('rsvp-confirmed', ana, []);
  const told = (typed: string | null, toldBy: Guest, toldOf: Guest | null, kind: string, place: number) =>
    sql(
      `insert into told_people (id, organization_id, event_id, attendee_id, person_id, kind, place, typed, told_attendee_id,
         told_person_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, app_now())`,
      [
        newId(),
        organizationId,
        eventId,
        toldBy.id,
        toldBy.personId,
        kind,
        place,
        typed,
        toldOf?.id ?? null,
        toldOf?.personId ?? null,
      ],
    );
  await told(`Somebody ${own}`, ana, null, 'known', 1);
  await told('anaxandra  quillmark', ben, null, 'known', 1);
  await told(email, cy, ana, 'talked', 1);
  await sql(`insert into morning_answers values ($1, $2, $3, $4, 12, 5, app_now())`, [
    ana.id,
    organizationId,
    eventId,
    ana.personId,
  ]);
  const list = newId();
  await sql(
    `insert into guest_list_imports (id, organization_id, event_id, file_name, state, headers, columns, created_by, created_at)
     values ($1, $2, $3, 'guests.csv', 'previewed', '["Name"]', $4, $5, app_now())`,
    [
      list,
      organizationId,
      eventId,
      JSON.stringify([{ header: 'Name', samples: [name, 'Ben Ode'] }]),
      ben.personId,
    ],
  );
  await sql(
    `insert into guest_list_rows (import_id, organization_id, line, cells, outcome, result)
     values ($1, $2, 2, $3, null, null), ($1, $2, 3, '[]', 'new', $4), ($1, $2, 4, $5, null, null)`,
    [
      list,
      organizationId,
      JSON.stringify([name, email.toUpperCase(), own]),
      JSON.stringify({ what: 'new', email, name }),
      JSON.stringify(['Ben Ode', ben.email]),
    ],
  );
  for (const result of [{ name }, { id: ana.id, words: own }, { name: `${name} ✓` }]) {
    await sql(`insert into idempotency_keys values ($1, $2, 0, '', $3)`, [
      'person:x',
      newId(),
      serialize(result),
    ]);
  }
  await sql(`insert into idempotency_keys values ($1, 'k', 0, '', $2)`, [
    `person:${ana.personId}`,
    serialize({ typed: own }),
  ]);
  await sql(`insert into budgets values ($1, array[now()])`, [`mail:${ana.personId}`]);
  await sql(
    `insert into grants (id, purpose, person_id, return_to, expires_at) values ($1, 'sign-in', $2, $3, now() + interval '1 hour')`,
    [newId(), ana.personId, `/e/${own}`],
  );
  await sql(`insert into well_known values ($1, $2, $3, app_now())`, [
    organizationId,
    ana.personId,
    ben.personId,
  ]);
  await sql(`insert into board_presence values ($1, $2, $3, null, now())`, [
    eventId,
    organizationId,
    ana.personId,
  ]);
  await sql(`insert into audience values ($1, $2, app_now())`, [organizationId, other.personId]);
  await sql(`insert into mail_stops values ($1, $2, $3, 'events', app_now())`, [
    newId(),
    ana.personId,
    organizationId,
  ]);
}
