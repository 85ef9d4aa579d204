import { type Tx, handleFor, isRecipient } from '#libs/database';
import { EventMessage, type EventState, type SegmentStatus, found, handleEnd } from '#libs/domain';
import type { EventFacts, FactsOf } from '#libs/mail';
import type { Loader, Tools } from './loader.ts';
import type { ClaimedMail } from './mail-row.ts';
import { entryWith } from './rsvp-entry.ts';
import { eventOf, isAhead, manageUrl, rsvpOf } from './rsvp-row.ts';

// The subject of each is the message. A mail leaves only while its reader is still one of those it was written for.

type Facts = FactsOf<'event-announcement'>;

interface EveningRow extends EventFacts {
  organization: string;
  slug: string;
  state: EventState;
}

/** Where the reader stands in the evening of a message. */
interface Standing {
  status: SegmentStatus | 'held' | 'declined';
  attendeeId: string | null;
  invitationId: string | null;
  name: string;
}

export const eventReminderLoader: Loader<Facts> = async (tx, mail, tools) => {
  const { message, evening } = await messageOf(tx, mail);
  const isOver = message.rule?.anchor === 'start' && message.rule.minutes < 0 && tx.now >= evening.startsAt;
  return evening.state !== 'published' || isOver ? null : toReader(tx, mail, tools, message, evening);
};

export const eventAnnouncementLoader: Loader<Facts> = async (tx, mail, tools) => {
  const { message, evening } = await messageOf(tx, mail);
  return evening.state === 'draft' ? null : toReader(tx, mail, tools, message, evening);
};

/** Whoever asked for it reads it whatever state it is in by now, with what everybody may know. */
export const eventMessageTestLoader: Loader<Facts> = async (tx, mail, { publicUrl }) => {
  const message = await tx.one(EventMessage, { id: mail.subjectId });
  if (message === null) return null;
  const evening = await eveningOf(tx, message.eventId);
  const [reader] = await tx.query<{ name: string }>(
    `select coalesce(name, '') as name from people where id = $1`,
    [mail.personId],
  );
  const facts = factsOf(message, evening, reader?.name ?? '', `${publicUrl}/e/${evening.slug}`, false);
  return { facts, timeZone: null };
};

export const eventChangedLoader: Loader<FactsOf<'event-changed'>> = async (tx, mail, tools) => {
  const { message } = await messageOf(tx, mail);
  const standing = await standingOf(tx, message, mail.personId);
  if (standing?.attendeeId == null || message.before === null) return null;
  const row = await rsvpOf(tx, standing.attendeeId, mail.personId);
  if (row === undefined || !isAhead(tx, row)) return null;
  if (!(await isAmong(tx, message, mail.personId))) return null;
  const { startsAt, endsAt, timeZone, place, city, changed } = message.before;
  const isSeated = row.status === 'confirmed';
  const entry = await entryWith(tx, mail, row, tools);
  return {
    facts: {
      name: row.name,
      event: eventOf(row, isSeated),
      before: { timeZone, place, city, startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
      changed,
      note: message.text,
      manageUrl: await manageUrl(tx, row, tools),
      hasCalendar: entry.calendar?.method === 'REQUEST',
    },
    timeZone: null,
    ...entry,
  };
};

async function toReader(
  tx: Tx,
  mail: ClaimedMail,
  tools: Tools,
  message: EventMessage,
  evening: EveningRow,
): ReturnType<Loader<Facts>> {
  const standing = await standingOf(tx, message, mail.personId);
  if (standing === undefined || !(await isAmong(tx, message, mail.personId))) return null;
  const url = await urlOf(tx, mail, tools, message, standing, evening);
  const facts = factsOf(message, evening, standing.name, url, standing.status === 'confirmed');
  return { facts, timeZone: evening.timeZone };
}

async function messageOf(
  tx: Tx,
  { subjectId }: ClaimedMail,
): Promise<{ message: EventMessage; evening: EveningRow }> {
  const message = found(await tx.one(EventMessage, { id: subjectId }));
  return { message, evening: await eveningOf(tx, message.eventId) };
}

async function eveningOf(tx: Tx, eventId: string): Promise<EveningRow> {
  const [row] = await tx.query<EveningRow>(
    `select o.name as organization, e.slug, e.state, e.title, e.starts_at as "startsAt", e.ends_at as "endsAt",
       e.time_zone as "timeZone", e.place, e.city, e.private_place as "privatePlace"
     from events e join organizations o on o.id = e.organization_id where e.id = $1`,
    [eventId],
  );
  return found(row);
}

/** An RSVP says more than an invitation, unless it was cancelled. */
async function standingOf(
  tx: Tx,
  { eventId }: EventMessage,
  personId: string,
): Promise<Standing | undefined> {
  const rows = await tx.query<Standing>(
    `select a.status, a.id as "attendeeId", null::uuid as "invitationId", a.name from attendees a
     where a.event_id = $1 and a.person_id = $2
     union all
     select 'invited', null, i.id, '' from invitations i
     where i.event_id = $1 and i.person_id = $2 and i.state = 'live'
     order by 2 nulls last`,
    [eventId, personId],
  );
  const [first] = rows;
  return first?.status === 'cancelled' || first?.status === 'held' ? (rows[1] ?? first) : first;
}

/** By the whole of the segment, as when it was written to. */
const isAmong = (tx: Tx, { organizationId, eventId, segment }: EventMessage, personId: string) =>
  isRecipient(tx, { organizationId, eventId }, segment, personId);

/** Their own page; of somebody who is invited, the page that asks them. */
async function urlOf(
  tx: Tx,
  { personId }: ClaimedMail,
  { keys, publicUrl }: Tools,
  { organizationId }: EventMessage,
  { attendeeId, invitationId }: Standing,
  { endsAt }: EveningRow,
): Promise<string> {
  const [purpose, subjectId, path] =
    attendeeId === null
      ? (['invitation', found(invitationId), 'invited'] as const)
      : (['rsvp', attendeeId, 'my'] as const);
  const expiresAt = handleEnd(endsAt);
  const token = await handleFor(tx, keys, { purpose, organizationId, personId, subjectId, expiresAt });
  return `${publicUrl}/${path}/${token}`;
}

function factsOf(
  { subject, text }: EventMessage,
  evening: EveningRow,
  name: string,
  url: string,
  isSeated: boolean,
): Facts {
  const { organization } = evening;
  return { subject, text, name, organization, url, event: eventOf(evening, isSeated) };
}
