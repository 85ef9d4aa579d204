import type { Reader } from '#libs/database';
import { type Consent, type Profile, toProfile } from '#libs/domain';
import { stored } from '#libs/words';

/** What stands around somebody's answers. */
export interface MorningRow {
  attendeeId: string;
  eventId: string;
  organizationName: string;
  accent: string | null;
  eventTitle: string;
  timeZone: string;
  endsAt: Date;
  /** Their own copy for this evening. */
  profile: Partial<Profile>;
  introductions: Consent['answer'] | null;
  /** Where they last answered about introductions. */
  introductionsBy: Consent['source'] | null;
  nameVisible: Consent['answer'] | null;
  profileVisible: Consent['answer'] | null;
  talkedTo: number | null;
  newPeople: number | null;
  answeredAt: Date | null;
}

export interface NamedPeople {
  attendeeIds: string[];
  names: string[];
}

/** What somebody who came sees of the morning after: who else lets their name be seen, and their own answers. */
export interface Morning {
  attendeeId: string;
  organizationName: string;
  accent: string | null;
  eventTitle: string;
  timeZone: string;
  until: Date;
  people: NamedGuest[];
  talked: NamedPeople;
  wishes: NamedPeople;
  talkedTo: number | null;
  newPeople: number | null;
  introductions: Consent['answer'] | null;
  /** Whether the question about introductions is put: to whoever was never asked, said no, or answered it here. */
  asksIntroductions: boolean;
  nameVisible: boolean;
  profileVisible: boolean;
  profile: Profile;
}

/** Of somebody who came to an evening that took place and is over; null for everybody else. */
export async function readMorning(
  reader: Reader,
  { organizationId, personId, attendeeId }: { organizationId: string; personId: string; attendeeId: string },
): Promise<MorningRow | null> {
  const [row] = await reader.query<MorningRow>(
    `select a.id as "attendeeId", a.event_id as "eventId", o.name as "organizationName", o.accent, e.title as "eventTitle",
       e.time_zone as "timeZone", e.ends_at as "endsAt", a.profile, i.answer as introductions, i.source as "introductionsBy",
       v.answer as "nameVisible", w.answer as "profileVisible", m.talked_to as "talkedTo", m.new_people as "newPeople", m.answered_at as "answeredAt"
     from attendees a join events e on e.id = a.event_id join organizations o on o.id = a.organization_id
     join people p on p.id = a.person_id and p.erased_at is null
     left join consents i on i.organization_id = a.organization_id and i.person_id = a.person_id
       and i.purpose = 'introductions' and i.withdrawn_at is null
     left join consents v on v.organization_id = a.organization_id and v.person_id = a.person_id
       and v.purpose = 'name-visible' and v.withdrawn_at is null
     left join consents w on w.organization_id = a.organization_id and w.person_id = a.person_id
       and w.purpose = 'profile-visible' and w.withdrawn_at is null
     left join morning_answers m on m.attendee_id = a.id
     where a.id = $1 and a.person_id = $2 and a.organization_id = $3 and a.checked_in_at is not null
       and a.status not in ('held', 'declined', 'cancelled') and e.state = 'published' and e.ends_at <= $4`,
    [attendeeId, personId, organizationId, reader.now],
  );
  return row ?? null;
}

/** Somebody else who came and lets others see their name. */
export interface NamedGuest {
  attendeeId: string;
  name: string;
  /** Empty unless they let others see it. */
  crafts: string[];
}

/** More names than anybody looks through. */
const mostNames = 500;

/** In the order of their names (product.md, People). */
export async function readNamedGuests(
  reader: Reader,
  organizationId: string,
  eventId: string,
  readerId: string,
): Promise<NamedGuest[]> {
  const visible = (purpose: string): string =>
    `exists (select from consents c where c.organization_id = a.organization_id and c.person_id = a.person_id
       and c.purpose = '${purpose}' and c.answer = 'given' and c.withdrawn_at is null)`;
  const rows = await reader.query<{ attendeeId: string; name: string; crafts: unknown }>(
    `select a.id as "attendeeId", a.name, case when ${visible('profile-visible')} then a.profile -> 'crafts' end as crafts
     from attendees a join people p on p.id = a.person_id and p.erased_at is null
     where a.organization_id = $1 and a.event_id = $2 and a.person_id <> $3 and a.checked_in_at is not null
       and a.status not in ('held', 'declined', 'cancelled') and a.name <> $4 and ${visible('name-visible')}
     order by lower(a.name), a.id limit ${String(mostNames)}`,
    [organizationId, eventId, readerId, stored.nameNotGiven],
  );
  return rows.map(({ crafts, ...guest }) => ({
    ...guest,
    crafts: toProfile({ crafts: crafts as string[] }).crafts,
  }));
}
