import { type CritiqueSession, newId } from '#libs/domain';
import type { Picked } from './agreed-pairs.ts';
import type { Reader, Tx } from './tx.ts';

// "Whom would you like to keep talking to?" (critique.md, Afterwards). Private: no statement here tells anybody's choice to
// anybody else.

/** Whose choice, at which session. */
export interface Picker extends Picked {
  organizationId: string;
  critiqueSessionId: string;
}

/** Somebody of the reader's rounds. */
export interface RoundMate extends Picked {
  name: string;
}

/**
 * Everybody who was part of a session, once for each work they have to do with: the author of one that was or will be heard,
 * and its critics. Whoever declined was not there, nor whoever was missing and wrote nothing, nor somebody without a work who
 * neither came nor wrote. `$1` is the session.
 */
const there = `
  select w.id as work, w.person_id, w.attendee_id, slot.seat_table, true as is_author
    from submissions w join critique_sessions s on s.id = w.critique_session_id
      left join critique_slots slot on slot.submission_id = w.id
    where w.critique_session_id = $1 and w.state in ('accepted', 'heard')
      and (s.format = 'written' or slot.state <> 'skipped')
  union all
  select g.submission_id, g.person_id, g.attendee_id, slot.seat_table, false
    from assignments g join submissions w on w.id = g.submission_id join critique_sessions s on s.id = g.critique_session_id
      join attendees critic on critic.id = g.attendee_id
      left join critique_slots slot on slot.submission_id = w.id left join critiques c on c.assignment_id = g.id
    where g.critique_session_id = $1 and g.state <> 'declined' and (g.state <> 'missed' or c.words > 0)
      and (c.words > 0 or critic.checked_in_at is not null or exists (select from submissions own
        where own.critique_session_id = $1 and own.person_id = g.person_id and own.state in ('accepted', 'heard')))
      and w.state in ('accepted', 'heard') and (s.format = 'written' or slot.state <> 'skipped')`;

/**
 * The people of somebody's rounds, by name: those of their table, and at home those whose work they heard or who heard
 * theirs. Nobody who cancelled since or has left; a block changes nothing here, because it would show.
 */
export function peopleOfRounds(
  reader: Reader,
  {
    organizationId,
    critiqueSessionId,
    personId,
  }: Pick<Picker, 'organizationId' | 'critiqueSessionId' | 'personId'>,
): Promise<RoundMate[]> {
  return reader.query<RoundMate>(
    `with there as (${there}), mine as (select * from there where person_id = $2)
     select distinct on (a.name, a.id) a.id as "attendeeId", a.person_id as "personId", a.name
     from there t join attendees a on a.id = t.attendee_id join people p on p.id = a.person_id
     where t.person_id <> $2 and a.organization_id = $3 and a.status = 'confirmed' and p.erased_at is null
       and (exists (select from mine m where m.seat_table = t.seat_table)
         or exists (select from mine m where m.work = t.work and m.is_author <> t.is_author))
     order by a.name, a.id`,
    [critiqueSessionId, personId, organizationId],
  );
}

/** Everybody who was part of a session, as its end concerns them. */
export async function peopleOfSession(
  reader: Reader,
  { id, organizationId }: CritiqueSession,
): Promise<string[]> {
  const rows = await reader.query<{ personId: string }>(
    `with there as (${there})
     select person_id as "personId" from there
     union select person_id from submissions where critique_session_id = $1 and organization_id = $2 and state = 'waitlisted'
     order by 1`,
    [id, organizationId],
  );
  return rows.map(({ personId }) => personId);
}

/** Whom somebody chose, in their order. */
export function readPicks(
  reader: Reader,
  { critiqueSessionId, personId }: Pick<Picker, 'critiqueSessionId' | 'personId'>,
): Promise<Picked[]> {
  return reader.query<Picked>(
    `select picked_attendee_id as "attendeeId", picked_person_id as "personId" from connect_picks
     where critique_session_id = $1 and person_id = $2 order by place`,
    [critiqueSessionId, personId],
  );
}

/** Puts these in place of what this person chose before. */
export async function keepPicks(
  tx: Tx,
  { organizationId, critiqueSessionId, personId, attendeeId }: Picker,
  eventId: string,
  picks: readonly Picked[],
): Promise<void> {
  await tx.query('delete from connect_picks where critique_session_id = $1 and person_id = $2', [
    critiqueSessionId,
    personId,
  ]);
  for (const [at, picked] of picks.entries()) {
    await tx.query(
      `insert into connect_picks (id, organization_id, event_id, critique_session_id, attendee_id, person_id, place,
         picked_attendee_id, picked_person_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        newId(),
        organizationId,
        eventId,
        critiqueSessionId,
        attendeeId,
        personId,
        at + 1,
        picked.attendeeId,
        picked.personId,
        tx.now,
      ],
    );
  }
}
