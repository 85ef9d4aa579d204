import type { Reader } from '#libs/database';
import type { Member, MorningNumbers, PairSoFar, PastEvening } from '#libs/domain';

/** The formats by which evenings are told together; one evening can have several, or none. */
export const formats = ['panel', 'mixer', 'critique-session', 'none'] as const;
export type Format = (typeof formats)[number];

/** An evening with what it takes to name it. */
export interface EveningRow extends PastEvening {
  title: string;
  startsAt: Date;
  timeZone: string;
  formats: Format[];
}

/** As many as one page tells of, newest first. */
const mostEvenings = 100;

/**
 * Published evenings that were over at that midnight: one, or all that the member may see. Who asked for a place and who came
 * is what the guest list says now; everything else is as of the midnight.
 */
export async function readEvenings(
  reader: Reader,
  { organizationId, eventIds }: Pick<Member, 'organizationId' | 'eventIds'>,
  asOf: Date,
  only: string | null = null,
): Promise<EveningRow[]> {
  const evenings = await reader.query<Omit<EveningRow, keyof Counts | 'mornings' | 'pairs'>>(
    `select e.id, e.title, e.starts_at as "startsAt", e.ends_at as "endsAt", e.time_zone as "timeZone",
       array_remove(array[
         case when exists (select from panels f where f.event_id = e.id) then 'panel' end,
         case when exists (select from mixers f where f.event_id = e.id) then 'mixer' end,
         case when exists (select from critique_sessions f where f.event_id = e.id) then 'critique-session' end], null) as formats
     from events e where e.organization_id = $1 and e.state = 'published' and e.ends_at <= $2
       and ($3::uuid[] is null or e.id = any ($3)) and ($4::uuid is null or e.id = $4)
     order by e.starts_at desc, e.id limit ${String(mostEvenings)}`,
    [organizationId, asOf, eventIds, only],
  );
  const ids = evenings.map(({ id }) => id);
  const guests = new Map((await readGuests(reader, organizationId, ids, asOf)).map((row) => [row.id, row]));
  const mornings = Map.groupBy(await readMornings(reader, organizationId, ids), ({ eventId }) => eventId);
  const pairs = Map.groupBy(await readPairs(reader, organizationId, ids), ({ eventId }) => eventId);
  return evenings.map((evening) => ({
    ...evening,
    formats: evening.formats.length === 0 ? ['none'] : evening.formats,
    ...(guests.get(evening.id) ?? nobody),
    mornings: mornings.get(evening.id) ?? [],
    pairs: pairs.get(evening.id) ?? [],
  }));
}

const nobody: Counts = { rsvps: 0, going: 0, came: 0, optedIn: 0, covered: 0, wanted: 0 };

type Counts = Pick<PastEvening, 'rsvps' | 'going' | 'came' | 'optedIn' | 'covered' | 'wanted'>;
type Guests = Counts & Pick<PastEvening, 'id'>;

function readGuests(
  reader: Reader,
  organizationId: string,
  ids: readonly string[],
  asOf: Date,
): Promise<Guests[]> {
  return reader.query<Guests>(
    `with guest as (
       select a.event_id, a.status, a.checked_in_at is not null and a.status not in ('cancelled', 'declined') as came,
         -- As the board shows it: whoever was asked before they withdrew goes on wanting introductions (leftInSilence).
         a.created_at <= $3 and p.erased_at is null and exists (select from consents c where c.organization_id = a.organization_id
           and c.person_id = a.person_id and c.purpose = 'introductions' and c.answer = 'given'
           and c.answered_at <= $3 and (c.withdrawn_at is null or c.withdrawn_at > $3
             or exists (select from introductions i where i.event_id = a.event_id and a.id in (i.attendee_a, i.attendee_b)
               and i.frozen_at <= c.withdrawn_at))) as wants,
         a.created_at <= $3 and exists (select from consents c where c.organization_id = a.organization_id
           and c.person_id = a.person_id and c.purpose = 'introductions' and c.answer = 'given'
           and c.answered_at <= $3) as wanted,
         exists (select from introductions i where i.event_id = a.event_id and a.id in (i.attendee_a, i.attendee_b)
           and i.introduced_at <= $3) as introduced
       from attendees a join people p on p.id = a.person_id
       where a.organization_id = $1 and a.event_id = any ($2::uuid[])
         and a.status <> 'held' and a.cancel_cause is distinct from 'not-confirmed')
     select event_id as id, count(*)::int as rsvps, count(*) filter (where status = 'confirmed')::int as going,
       count(*) filter (where came)::int as came, count(*) filter (where came and wants)::int as "optedIn",
       count(*) filter (where came and wants and introduced)::int as covered, count(*) filter (where came and wanted)::int as wanted
     from guest group by event_id`,
    [organizationId, ids, asOf],
  );
}

function readMornings(
  reader: Reader,
  organizationId: string,
  ids: readonly string[],
): Promise<(MorningNumbers & { eventId: string })[]> {
  return reader.query(
    `select event_id as "eventId", answered_at as "answeredAt", talked_to as "talkedTo", new_people as "newPeople"
     from morning_answers
     where organization_id = $1 and event_id = any ($2::uuid[]) and talked_to is not null and new_people is not null
     order by answered_at, attendee_id`,
    [organizationId, ids],
  );
}

/** The truth of each pair, which never leaves here but in groups (insights.ts). */
function readPairs(
  reader: Reader,
  organizationId: string,
  ids: readonly string[],
): Promise<(PairSoFar & { eventId: string })[]> {
  return reader.query(
    `select i.event_id as "eventId", array[i.person_a, i.person_b] as people, i.source, i.state, i.frozen_at as "frozenAt",
       i.appears_until as "appearsUntil", i.introduced_at as "introducedAt", i.ask_first is not null as "oneFirst",
       (select count(*)::int from introduction_sides s where s.introduction_id = i.id and s.consent in ('yes', 'no')) as answers,
       i.talked_at as "talkedAt", i.met_at as "metAt", i.working_at as "workingAt"
     from introductions i
     where i.organization_id = $1 and i.event_id = any ($2::uuid[]) and i.state not in ('dismissed', 'withdrawn')
     order by i.id`,
    [organizationId, ids],
  );
}
