import type { Reader } from '#libs/database';

/** How somebody answered asks whose seven days are over; before that nobody may notice an answer by anything. */
export interface AnswersRow {
  personId: string;
  answered: number;
  yes: number;
}

/** One answer flips which of two equal pairs is suggested, and would show itself by that; five tell only a tendency. */
const fewestAnswers = 5;

/** Of this organization. A silence is no yes. Shown to nobody; scores shrink it (answerLeaning). */
export function readAnswers(
  reader: Reader,
  organizationId: string,
  people: readonly string[],
): Promise<AnswersRow[]> {
  return reader.query<AnswersRow>(
    `select person_id as "personId", count(*)::int as answered, count(*) filter (where consent = 'yes')::int as yes
     from introduction_sides
     where organization_id = $1 and person_id = any ($2::uuid[]) and consent in ('yes', 'no', 'no_answer')
       and ask_ends_at <= $3
     group by person_id having count(*) >= $4 order by person_id`,
    [organizationId, people, reader.now, fewestAnswers],
  );
}

/**
 * Who wished at this evening to meet whom, of those whose name was found among the guests; and who chose whom after a critique
 * session. A choice that is not returned moves a score, as a wish does, and nothing else.
 */
export function readWishes(
  reader: Reader,
  organizationId: string,
  eventId: string,
): Promise<{ from: string; to: string }[]> {
  return reader.query(
    `select person_id as "from", told_person_id as "to" from told_people
     where organization_id = $1 and event_id = $2 and kind = 'wish' and told_person_id <> person_id
     union select person_id, picked_person_id from connect_picks where organization_id = $1 and event_id = $2
     order by 1, 2`,
    [organizationId, eventId],
  );
}

/** Whom more people know than this vouches for nobody, and would make pairs by the thousand. */
const mostInCommon = 50;

/** For each person whom at least two of these people know, as told to this organization, introduced by it or swapped at its evenings: those who do. */
export async function readContactsInCommon(
  reader: Reader,
  organizationId: string,
  people: readonly string[],
): Promise<string[][]> {
  const rows = await reader.query<{ knownBy: string[] }>(
    `select array_agg(one order by one) as "knownBy" from (
       select person_a as one, person_b as other from known_pairs
         where organization_id = $1 and source in ('told', 'introduced', 'swapped') and person_a = any ($2::uuid[])
       union
       select person_b, person_a from known_pairs
         where organization_id = $1 and source in ('told', 'introduced', 'swapped') and person_b = any ($2::uuid[])) k
     group by other having count(*) between 2 and $3 order by other`,
    [organizationId, people, mostInCommon],
  );
  return rows.map(({ knownBy }) => knownBy);
}
