import { type Tx, handleFor } from '#libs/database';
import {
  type CancelCause,
  type EventState,
  type PanelPerson,
  handleEnd,
  panelEntry,
  panelOffEntry,
} from '#libs/domain';
import type { EventFacts, FactsOf } from '#libs/mail';
import type { Loaded, Loader, Tools } from './loader.ts';
import type { ClaimedMail } from './mail-row.ts';
import { eventOf, ticketFor } from './rsvp-row.ts';

// The subject of each is the person on the panel. A mail leaves only while they stand as it says.

interface EveningRow extends EventFacts {
  organizationName: string;
  organizationSlug: string;
  slug: string;
  eventState: EventState;
  cancelReason: string | null;
}

interface PanelistRow extends EveningRow {
  id: string;
  organizationId: string;
  personId: string;
  /** Null until they said yes. */
  attendeeId: string | null;
  name: string;
  part: 'moderator' | 'panelist';
  state: PanelPerson['state'];
  /** Who ended their RSVP of the evening, and with it the panel; null while it stands. */
  cancelCause: CancelCause | null;
  revision: number;
  topic: string;
  room: string;
  callMinutes: number;
  panelStartsAt: Date | null;
  panelEndsAt: Date | null;
}

const eveningColumns = `o.name as "organizationName", o.slug as "organizationSlug", e.slug, e.state as "eventState",
  e.cancel_reason as "cancelReason", e.title, e.starts_at as "startsAt", e.ends_at as "endsAt", e.time_zone as "timeZone",
  e.place, e.city, e.private_place as "privatePlace"`;

export const panelistInvitationLoader: Loader<FactsOf<'panelist-invitation'>> = async (tx, mail, tools) => {
  const row = await panelistOf(tx, mail);
  if (row?.state !== 'invited' || !isAhead(tx, row)) return null;
  return { facts: await factsOf(tx, row, tools), timeZone: null };
};

export const panelistConfirmedLoader: Loader<FactsOf<'panelist-confirmed'>> = async (tx, mail, tools) => {
  const row = await panelistOf(tx, mail);
  if (row?.state !== 'confirmed' || !isAhead(tx, row)) return null;
  const loaded = withEntry(row, await factsOf(tx, row, tools), tools);
  return row.attendeeId === null ? loaded : { ...loaded, ticket: ticketFor(tools, row.attendeeId).ticket };
};

/** Of several changes the last one speaks for all: the others find that the revision has gone on. */
export const panelistChangedLoader: Loader<FactsOf<'panelist-changed'>> = async (tx, mail, tools) => {
  const row = await panelistOf(tx, mail);
  if (row?.state !== 'confirmed' || !isAhead(tx, row)) return null;
  if ((await stepOf(tx, mail)) !== String(row.revision)) return null;
  return withEntry(row, await factsOf(tx, row, tools), tools);
};

/** Two days ahead by itself, or when the organizers ask; never after the evening has begun. */
export const panelistReminderLoader: Loader<FactsOf<'panelist-reminder'>> = async (tx, mail, tools) => {
  const row = await panelistOf(tx, mail);
  if (row?.state !== 'confirmed' || row.eventState === 'cancelled') return null;
  if (tx.now >= (row.panelStartsAt ?? row.startsAt)) return null;
  const step = await stepOf(tx, mail);
  if (!step.startsWith('asked ') && step !== String(row.revision)) return null;
  return { facts: await factsOf(tx, row, tools), timeZone: null };
};

/** Their row may be gone with its panel: then the organizers took them off it. */
export const panelistCancelledLoader: Loader<FactsOf<'panelist-cancelled'>> = async (
  tx,
  mail,
  { publicUrl },
) => {
  const [eventId = '', revision = ''] = (await stepOf(tx, mail)).split(':');
  const row = await panelistOf(tx, mail);
  const evening = row ?? (await eveningOf(tx, eventId));
  if (evening === undefined || tx.now >= evening.endsAt) return null;
  const why = whyOf(evening, row);
  if (why === null) return null;
  const facts = {
    name: row?.name ?? '',
    why,
    reason: why === 'evening' ? (evening.cancelReason ?? '') : '',
    event: eventOf(evening, false),
  } as const;
  const off = { panelPersonId: mail.subjectId, revision: Number(revision) };
  return {
    facts,
    timeZone: null,
    calendar: { method: 'CANCEL', entry: panelOffEntry(evening, off, publicUrl) },
  };
};

/** Null: they said yes again, or were asked again, before this left. */
function whyOf(
  evening: EveningRow,
  row: PanelistRow | undefined,
): FactsOf<'panelist-cancelled'>['why'] | null {
  if (evening.eventState === 'cancelled') return 'evening';
  if (row?.state === 'declined') return row.cancelCause === 'by-host' ? 'removed' : 'declined';
  return row === undefined || row.state === 'removed' ? 'removed' : null;
}

async function panelistOf(tx: Tx, { subjectId, personId }: ClaimedMail): Promise<PanelistRow | undefined> {
  const [row] = await tx.query<PanelistRow>(
    `select pp.id, pp.organization_id as "organizationId", pp.person_id as "personId",
       pp.attendee_id as "attendeeId", pp.name, pp.part, pp.state, pp.revision,
       (select a.cancel_cause from attendees a where a.id = pp.attendee_id) as "cancelCause",
       p.topic, p.room, p.call_minutes as "callMinutes", lower(p.during) as "panelStartsAt", upper(p.during) as "panelEndsAt",
       ${eveningColumns}
     from panel_people pp join panels p on p.id = pp.panel_id join events e on e.id = pp.event_id
       join organizations o on o.id = pp.organization_id
     where pp.id = $1 and pp.person_id = $2`,
    [subjectId, personId],
  );
  return row;
}

async function eveningOf(tx: Tx, eventId: string): Promise<EveningRow | undefined> {
  const [row] = await tx.query<EveningRow>(
    `select ${eveningColumns} from events e join organizations o on o.id = e.organization_id where e.id = $1`,
    [eventId],
  );
  return row;
}

async function stepOf(tx: Tx, { id }: ClaimedMail): Promise<string> {
  const [row] = await tx.query<{ step: string }>('select step from mails where id = $1', [id]);
  return row?.step ?? '';
}

/** People are asked before an evening is published, too. */
const isAhead = (tx: Tx, { eventState, endsAt }: PanelistRow): boolean =>
  eventState !== 'cancelled' && tx.now < endsAt;

async function factsOf(tx: Tx, row: PanelistRow, tools: Tools): Promise<FactsOf<'panelist-confirmed'>> {
  const { keys, publicUrl } = tools;
  const token = await handleFor(tx, keys, {
    purpose: 'panelist',
    organizationId: row.organizationId,
    personId: row.personId,
    subjectId: row.id,
    expiresAt: handleEnd(row.endsAt),
  });
  const { name, organizationName: organization, part, topic, room } = row;
  const urls = { pageUrl: `${publicUrl}/panelist/${token}`, questionsUrl: `${publicUrl}/evening/${token}` };
  return {
    name,
    organization,
    part,
    topic,
    room,
    event: eventOf(row, row.state === 'confirmed'),
    panel: heldAt(row),
    letters: row.attendeeId === null ? null : ticketFor(tools, row.attendeeId).letters,
    ...urls,
  };
}

function heldAt({
  panelStartsAt,
  panelEndsAt,
  callMinutes,
}: PanelistRow): FactsOf<'panelist-confirmed'>['panel'] {
  if (panelStartsAt === null || panelEndsAt === null) return null;
  const callAt = new Date(panelStartsAt.getTime() - callMinutes * 60_000);
  return { startsAt: panelStartsAt, endsAt: panelEndsAt, callAt };
}

function withEntry<Facts>(row: PanelistRow, facts: Facts, { publicUrl }: Tools): Loaded<Facts> {
  const { id: panelPersonId, revision, topic, room, privatePlace } = row;
  const panel = { panelPersonId, revision, topic, room, privatePlace, held: heldAt(row) };
  return {
    facts,
    timeZone: null,
    calendar: { method: 'REQUEST', entry: panelEntry(row, panel, publicUrl) },
  };
}
