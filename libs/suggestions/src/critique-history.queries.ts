import type { Reader } from '#libs/database';

// What people of an evening shared at its critique sessions and small tables, as the matcher counts it.

/**
 * Who sat at the same small table. Of a critique session, once it has begun: authors that were not passed over, and critics
 * who came; where there is one table for all, sitting at it says nothing. Of a mixer: in the rounds that were held, whoever
 * had not left before the round began.
 */
export function readSharedTables(
  reader: Reader,
  organizationId: string,
  eventId: string,
): Promise<{ a: string; b: string }[]> {
  return reader.query(
    `with seat as (
       select s.id as held, 0 as round, slot.seat_table, w.person_id from critique_sessions s
         join critique_slots slot on slot.critique_session_id = s.id and slot.state <> 'skipped'
         join submissions w on w.id = slot.submission_id
       where s.organization_id = $1 and s.event_id = $2 and s.format = 'tables' and s.state in ('running', 'ended')
       union
       select s.id, 0, slot.seat_table, g.person_id from critique_sessions s
         join critique_slots slot on slot.critique_session_id = s.id and slot.state <> 'skipped'
         join assignments g on g.submission_id = slot.submission_id and g.state in ('assigned', 'done')
       where s.organization_id = $1 and s.event_id = $2 and s.format = 'tables' and s.state in ('running', 'ended')
       union
       select m.id, s.round, s.seat_table, s.person_id from mixers m
         join mixer_seats s on s.mixer_id = m.id and s.round <= m.round
           and (s.left_at is null or s.left_at > m.round_starts[s.round])
       where m.organization_id = $1 and m.event_id = $2 and m.format = 'tables' and m.state in ('running', 'ended')
         and m.tables > 1)
     select distinct one.person_id as a, other.person_id as b from seat one
       join seat other on other.held = one.held and other.round = one.round and other.seat_table = one.seat_table
         and one.person_id < other.person_id
     order by 1, 2`,
    [organizationId, eventId],
  );
}

/** Which author thanked which critic at this evening, once the letters are handed over. */
export function readThanks(
  reader: Reader,
  organizationId: string,
  eventId: string,
): Promise<{ author: string; critic: string }[]> {
  return reader.query(
    `select distinct w.person_id as author, c.person_id as critic
     from critiques c join submissions w on w.id = c.submission_id join critique_sessions s on s.id = w.critique_session_id
     where s.organization_id = $1 and s.event_id = $2 and s.released_at is not null and c.thanked_at is not null
       and w.person_id <> c.person_id
     order by 1, 2`,
    [organizationId, eventId],
  );
}
