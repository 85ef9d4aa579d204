import type { CritiqueSession } from '#libs/domain';
import type { Reader } from './tx.ts';

/**
 * Why somebody does not hear the works of somebody else (critique.md, rule 2). `blocked` either way is told to nobody; `apart`
 * is a host's own "keep apart". `again`: heard them last time; the only one that may give way.
 */
export type ApartBecause = 'blocked' | 'apart' | 'co-author' | 'employer' | 'again';

export interface ForbiddenPair {
  /** People. */
  authorId: string;
  criticId: string;
  why: ApartBecause;
}

/**
 * Everything that keeps these people from hearing each other in a session, one way or both; nobody hears themselves, which
 * is not listed. A pair with several reasons is listed with each.
 */
export async function forbiddenPairs(
  reader: Reader,
  session: Pick<CritiqueSession, 'id' | 'organizationId' | 'eventId' | 'employersApart'>,
  people: readonly string[],
): Promise<ForbiddenPair[]> {
  const both = await reader.query<{ a: string; b: string; why: ApartBecause }>(
    `select person_a as a, person_b as b, 'blocked' as why from pairs_apart($1::uuid[], $3) where why = 'blocked'
     union
     select person_a, person_b, 'apart' from known_pairs where organization_id = $2 and source = 'kept-apart'
       and person_a = any ($1::uuid[]) and person_b = any ($1::uuid[])
     union
     select one.person_id, other.person_id, 'employer' from ${employed('$4', '$2', '$1')} one
       join ${employed('$4', '$2', '$1')} other on other.employer = one.employer and other.person_id > one.person_id
       where $5`,
    [people, session.organizationId, reader.now, session.eventId, session.employersApart],
  );
  const oneWay = await reader.query<ForbiddenPair>(
    `with ${lastTime('$1', '$2', '$3')}
     select w.person_id as "authorId", p.id as "criticId", 'co-author' as why
     from submissions w join people p on p.email = any (w.co_authors) and p.id = any ($1::uuid[])
     where w.critique_session_id = $2 and w.organization_id = $3 and w.person_id = any ($1::uuid[])
     union
     select heard.author, heard.critic, 'again' from heard where heard.ended_at = (select max(one.ended_at) from parts one
         join parts other on other.event_id = one.event_id and other.person_id = heard.critic where one.person_id = heard.author)`,
    [people, session.id, session.organizationId],
  );
  return [
    ...both.flatMap(({ a, b, why }) => [
      { authorId: a, criticId: b, why },
      { authorId: b, criticId: a, why },
    ]),
    ...oneWay,
  ];
}

/**
 * Who of these people had a part in which evening of critique, and when its last session ended; and who heard whom there.
 * "Last time" is the latest evening at which both had a part, whatever the organization held since.
 */
const lastTime = (people: string, session: string, organizationId: string): string => `
  ended as (select id, event_id, max(ended_at) over (partition by event_id) as ended_at from critique_sessions
    where organization_id = ${organizationId} and id <> ${session} and ended_at is not null and called_off_at is null),
  parts as (
    select ended.event_id, ended.ended_at, w.person_id from submissions w join ended on ended.id = w.critique_session_id
      where w.organization_id = ${organizationId} and w.person_id = any (${people}::uuid[]) and w.state = 'heard'
    union
    select ended.event_id, ended.ended_at, g.person_id from assignments g join ended on ended.id = g.critique_session_id
      where g.organization_id = ${organizationId} and g.person_id = any (${people}::uuid[]) and g.state in ('assigned', 'done')),
  heard as (
    select distinct w.person_id as author, g.person_id as critic, ended.ended_at
    from assignments g join submissions w on w.id = g.submission_id join ended on ended.id = g.critique_session_id
    where g.organization_id = ${organizationId} and g.state in ('assigned', 'done') and w.state = 'heard'
      and g.person_id = any (${people}::uuid[]) and w.person_id = any (${people}::uuid[]))`;

/** Where people work, as a guest list said it; nothing for those of whom no list did. */
export const employed = (eventId: string, organizationId: string, people: string): string =>
  `(select person_id, lower(trim(imported #>> '{facts,profile,employer,value}')) as employer from attendees
    where event_id = ${eventId} and organization_id = ${organizationId} and person_id = any (${people}::uuid[])
      and trim(imported #>> '{facts,profile,employer,value}') <> '')`;
