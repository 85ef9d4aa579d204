import type { TestDatabase } from './postgres.ts';

const terms =
  'mixing,mastering,foley,sound design,co-writing,vinyl prep,contracts,room acoustics,session player,film scoring';

/** An evening, or as much of it as rows need. */
interface Place {
  api: { database: Pick<TestDatabase, 'sql'> };
  organizationId: string;
  eventId: string;
}

/** Many who came and said yes, each with what they do, look for and help with; written at once, as one by one takes minutes. */
export async function crowdAt({ api, organizationId, eventId }: Place, people: number): Promise<void> {
  await api.database.sql(
    `with named as (
       select n, gen_random_uuid() as id, $4::text || '-' || n || '@crowd.example' as email, string_to_array($5, ',') as terms
       from generate_series(1, $3::int) n),
     made as (
       insert into people (id, email, name, confirmed_at, created_at)
       select id, email, 'Guest ' || n, app_now(), app_now() from named),
     came as (
       insert into attendees (id, organization_id, event_id, person_id, name, status, seat, confirmed_at, checked_in_at,
         source, profile, version, created_at)
       select gen_random_uuid(), $2::uuid, $1::uuid, id, 'Guest ' || n, 'confirmed', true, app_now(), app_now(), 'import',
         jsonb_build_object('crafts', jsonb_build_array(terms[1 + n % 10]), 'lookingFor',
           jsonb_build_array(terms[1 + n / 10 % 10], 'topic ' || n % 37), 'canHelpWith', jsonb_build_array(terms[1 + n / 7 % 10])),
         1, app_now() from named)
     insert into consents (id, organization_id, person_id, purpose, answer, wording, source, answered_at)
     select gen_random_uuid(), $2::uuid, id, 'introductions', 'given', '2026-10', 'import', app_now() from named`,
    [eventId, organizationId, people, eventId, terms],
  );
}
