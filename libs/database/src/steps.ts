import { type Attendee, type EventDesk, type DeskStep, newId } from '#libs/domain';
import type { ActivityAction } from '#libs/words';
import { reseatLater } from './critique-sessions.ts';
import { queueMails } from './mails.ts';
import type { Tx } from './tx.ts';

/**
 * One statement for everything a desk, or a batch of desks, has decided: attendees, counters, one audit line and at most
 * one mail a step; the worker is woken once, at the commit. The counters are taken only from the version they were locked
 * at, and the CHECK of the table refuses an oversold room, whatever was decided above it. 256 RSVPs of one event are one
 * round trip.
 */
const write = `
with counted as (
  update event_seats s set capacity = d.capacity, ceiling = d.ceiling, taken = d.taken, held = d.held, waiting = d.waiting,
    arrivals = d.arrivals, version = d.version
  from jsonb_to_recordset($1::jsonb) as d("eventId" uuid, capacity int, ceiling int, taken int, held int, waiting int,
    arrivals int, version int, before int)
  where s.event_id = d."eventId" and s.version = d.before
  returning s.event_id
), sat as (
  insert into attendees as a (id, organization_id, event_id, person_id, name, part, status, cancel_cause, party_size, guests,
    seat, arrival, priority, held_until, confirmed_at, source, answers, profile, typed, may_write, own_word, note, version, created_at)
  select id, "organizationId", "eventId", "personId", name, part, status, "cancelCause", "partySize", guests,
    seat, arrival, priority, "heldUntil", "confirmedAt", source, answers, profile, typed, "mayWrite", "ownWord", note, version, "createdAt"
  from jsonb_to_recordset($2::jsonb) as r(id uuid, "organizationId" uuid, "eventId" uuid, "personId" uuid, name text, part text,
    status text, "cancelCause" text, "partySize" int, guests jsonb, seat boolean, arrival int, priority int,
    "heldUntil" timestamptz, "confirmedAt" timestamptz, source text, answers jsonb, profile jsonb, typed jsonb,
    "mayWrite" boolean, "ownWord" boolean, note text, version int, "createdAt" timestamptz)
  on conflict (id) do update set name = excluded.name, part = excluded.part, status = excluded.status, cancel_cause = excluded.cancel_cause,
    party_size = excluded.party_size, guests = excluded.guests, seat = excluded.seat, arrival = excluded.arrival,
    priority = excluded.priority, held_until = excluded.held_until, confirmed_at = excluded.confirmed_at,
    source = excluded.source, answers = excluded.answers, profile = excluded.profile, typed = excluded.typed,
    may_write = excluded.may_write, own_word = excluded.own_word, note = excluded.note, version = excluded.version
), audited as (
  insert into audit (id, organization_id, actor_kind, actor_id, action, subject_id, codes, at)
  select id, "organizationId", "actorKind", "actorId", action, "subjectId", codes, $5
  from jsonb_to_recordset($3::jsonb) as l(id uuid, "organizationId" uuid, "actorKind" text, "actorId" uuid, action text,
    "subjectId" uuid, codes jsonb)
), mailed as (
  -- No conflict target: naming one would ask for the right to read the mail.
  insert into mails (id, organization_id, kind, subject_id, person_id, step, due_at, created_at)
  select id, "organizationId", kind, "subjectId", "personId", step, $5, $5
  from jsonb_to_recordset($4::jsonb) as m(id uuid, "organizationId" uuid, kind text, "subjectId" uuid, "personId" uuid, step text)
  on conflict do nothing
)
select count(*)::int as counted, case when $6 then pg_notify('mail', '')::text end as told from counted`;

/**
 * Writes what the desks decided since they were opened or last written; the caller still holds their locks.
 * @param also attendees that changed without a step: other words in the form, other names of guests
 */
export async function writeSteps(
  tx: Tx,
  desks: readonly EventDesk[],
  also: readonly Attendee[] = [],
): Promise<void> {
  const taken = desks
    .map((desk) => ({ desk, steps: desk.steps.splice(0) }))
    .filter(({ steps }) => steps.length > 0);
  const steps = taken.flatMap(({ desk, steps }) => steps.map((step) => ({ desk, step })));
  const attendees = new Set([...steps.flatMap(({ step }) => step.attendee ?? []), ...also]);
  if (steps.length === 0 && attendees.size === 0) return;
  const mails = steps.flatMap(({ desk, step }) => mailOf(desk, step));
  const [row] = await tx.prepared<{ counted: number }>('desk-write', write, [
    JSON.stringify(
      taken.map(({ desk, steps }) => Object.assign({ before: versionBefore(desk, steps) }, desk.seats)),
    ),
    JSON.stringify([...attendees]),
    JSON.stringify(steps.map(({ desk, step }) => auditLineOf(desk, step))),
    JSON.stringify(mails),
    tx.now,
    mails.length > 0,
  ]);
  if (row?.counted !== taken.length) throw new Error('A counter row changed under its lock');
  await writeOffers(tx, steps);
  const leavers = steps.flatMap(({ step }) => (step.leavesPanels ? [step] : []));
  await leavePanels(tx, leavers);
  const left = new Set(steps.flatMap(({ desk, step }) => (mayFreeSeat(step) ? desk.seats.eventId : [])));
  if (left.size > 0) await reseatLater(tx, [...left]);
}

interface LeftPanel {
  id: string;
  organizationId: string;
  eventId: string;
  personId: string;
  attendeeId: string;
  revision: number;
}

/**
 * Whoever comes no more is on no panel of that evening, and what they gave for it is nobody's to read. The entry of the panel
 * leaves their calendar; whom the panel's own mail tells otherwise, a step tells nothing.
 */
async function leavePanels(tx: Tx, steps: readonly DeskStep[]): Promise<void> {
  if (steps.length === 0) return;
  const left = await tx.query<LeftPanel>(
    `with off as (
       update panel_people pp set state = 'declined', answered_at = $2, version = pp.version + 1, revision = pp.revision + 1
       from attendees a where a.id = any ($1) and pp.event_id = a.event_id and pp.attendee_id = a.id and pp.state = 'confirmed'
       returning pp.*),
     no_needs as (delete from panelist_needs where panel_person_id in (select id from off)),
     no_slides as (delete from slides where panel_person_id in (select id from off)),
     panels_told as (update panels set version = version + 1 where id in (select panel_id from off))
     select id, organization_id as "organizationId", event_id as "eventId", person_id as "personId",
       attendee_id as "attendeeId", revision from off`,
    [steps.map(({ subjectId }) => subjectId), tx.now],
  );
  const told = new Set(steps.flatMap(({ subjectId, mail }) => (mail === null ? [] : subjectId)));
  await queueMails(
    tx,
    left
      .filter(({ attendeeId }) => told.has(attendeeId))
      .map(({ id, organizationId, eventId, personId, revision }) => ({
        kind: 'panelist-cancelled',
        organizationId,
        subjectId: id,
        personId,
        step: `${eventId}:${String(revision)}`,
      })),
  );
}

/** Whoever is going stays so until they cancel, or until a guest list says otherwise. */
const mayFreeSeat = ({ action, codes: { status } }: DeskStep): boolean =>
  (action === 'attendee.cancelled' || action === 'attendee.imported') && status !== 'confirmed';

/** Each step was one version. */
const versionBefore = ({ seats }: EventDesk, steps: readonly DeskStep[]): number =>
  seats.version - steps.length;

function auditLineOf({ seats }: EventDesk, { subjectId, actor, action, codes }: DeskStep) {
  // The activity of an organization leaves out the people of a list, one by one.
  const named: ActivityAction | 'attendee.imported' = action;
  return {
    id: newId(),
    organizationId: seats.organizationId,
    actorKind: actor.kind,
    actorId: actor.kind === 'system' ? null : actor.id,
    action: named,
    subjectId,
    codes,
  };
}

function mailOf({ seats }: EventDesk, { attendee, mail }: DeskStep) {
  if (attendee === null || mail === null) return [];
  const { id: subjectId, personId } = attendee;
  return [{ id: newId(), organizationId: seats.organizationId, ...mail, subjectId, personId }];
}

/** An offer is a row of its own: at most one lives per person and event, and a used one never comes back (rule 6). */
async function writeOffers(tx: Tx, steps: readonly { desk: EventDesk; step: DeskStep }[]): Promise<void> {
  for (const { desk, step } of steps) {
    const { attendee, subjectId, offer } = step;
    if (offer === null) continue;
    if ('opens' in offer) {
      if (attendee === null) throw new Error('An offer is made to an attendee');
      await tx.query(
        `insert into offers (id, organization_id, event_id, attendee_id, person_id, state, expires_at, created_at)
         values ($1, $2, $3, $4, $5, 'live', $6, $7)`,
        [
          newId(),
          attendee.organizationId,
          attendee.eventId,
          attendee.id,
          attendee.personId,
          offer.opens,
          tx.now,
        ],
      );
    } else {
      await tx.query(
        `update offers set state = $3, ended_at = $4 where attendee_id = $1 and organization_id = $2 and state = 'live'`,
        [subjectId, desk.seats.organizationId, offer.ends, tx.now],
      );
    }
  }
}
