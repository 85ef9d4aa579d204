import type { Reader } from '#libs/database';
import type { Event, Member, Segment, WrittenKind } from '#libs/domain';
import { type MailParts, mailTypes } from '#libs/mail';

interface Written {
  kind: WrittenKind;
  subject: string;
  text: string;
  segment: Segment;
}

/**
 * A message as the member would read it if they were one of its readers. The private place shows where everybody it goes to has
 * a seat; links lead to the page of the event.
 */
export async function previewOf(
  reader: Reader,
  { organizationId, personId }: Member,
  event: Event,
  { kind, subject, text, segment }: Written,
  site: string,
): Promise<MailParts> {
  const [row] = await reader.query<{ organization: string; accent: string | null; name: string }>(
    `select o.name as organization, o.accent, coalesce(p.name, '') as name from organizations o, people p
     where o.id = $1 and p.id = $2`,
    [organizationId, personId],
  );
  const { organization = '', accent = null, name = '' } = row ?? {};
  const url = `${site}/e/${event.slug}`;
  const seated = segment.status.every((status) => status === 'confirmed');
  const facts = { subject, text, name, organization, url, event: factsOf(event, seated) };
  const topic = kind === 'reminder' ? 'reminders' : 'announcements';
  return mailTypes[`event-${kind}`].render(facts, { organization, accent, stop: { topic, url } });
}

function factsOf(event: Event, seated: boolean) {
  const { title, startsAt, endsAt, timeZone, place, city, privatePlace } = event;
  return { title, startsAt, endsAt, timeZone, place, city, privatePlace: seated ? privatePlace : null };
}
