import { Circle, CircleMember, toProfile } from '#libs/domain';
import { membersOf, presentOf } from './circles.ts';
import { obstaclesAmong } from './introductions.ts';
import type { Reader } from './tx.ts';

// What the mails about circles say, read at the moment they are rendered; null means that the mail must not leave.

export interface CircleReader {
  circle: Circle;
  member: CircleMember;
  name: string;
  eventTitle: string;
}

export interface CirclePerson {
  name: string;
  crafts: string[];
  contact: string;
}

/** The reader of a mail about their place in a circle, unless nothing may go to them now. */
export async function circleReader(
  reader: Reader,
  mail: { organizationId: string; personId: string },
  circleId: string,
): Promise<CircleReader | null> {
  const { organizationId, personId } = mail;
  const circle = await reader.one(Circle, { id: circleId, organizationId });
  const member = await reader.one(CircleMember, { circleId, organizationId, personId });
  if (circle === null || member?.leftAt !== null) return null;
  const obstacles = await obstaclesAmong(reader, organizationId, [personId]);
  if (obstacles.isClosed(personId)) return null;
  if (member.isIn && !(await isPresent(reader, circle, member))) return null;
  const [row] = await reader.query<{ name: string; eventTitle: string }>(
    `select a.name, e.title as "eventTitle" from attendees a join events e on e.id = a.event_id
     where a.id = $1 and a.organization_id = $2`,
    [member.attendeeId, organizationId],
  );
  return row === undefined ? null : { circle, member, ...row };
}

/** Whether somebody is in it and nothing has happened by which they leave at its next step. */
export async function isPresent(reader: Reader, circle: Circle, { id }: CircleMember): Promise<boolean> {
  const present = await presentOf(reader, circle.organizationId, await membersOf(reader, circle));
  return present.some((member) => member.id === id);
}

/** Everybody who is in it, the reader included, with the contact each chose. */
export async function circlePeople(reader: Reader, circle: Circle): Promise<CirclePerson[]> {
  const named = await presentOf(reader, circle.organizationId, await membersOf(reader, circle));
  const rows = await reader.query<{ name: string; profile: object; contact: string }>(
    `select a.name, a.profile, coalesce(m.contact, p.email) as contact
     from circle_members m join attendees a on a.id = m.attendee_id join people p on p.id = m.person_id
     where m.id = any ($1::uuid[]) and p.erased_at is null order by m.place`,
    [named.map(({ id }) => id)],
  );
  return rows.map(({ name, profile, contact }) => ({ name, crafts: toProfile(profile).crafts, contact }));
}
