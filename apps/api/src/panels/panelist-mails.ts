import type { Tx } from '#libs/database';
import type { PanelPerson } from '#libs/domain';
import { type MailRequest, post } from '#libs/mail';

// What people on a panel are told by mail. Each of these stands after the row is saved: it counts the revision of what
// their calendar shows, in the row and in the person given. What a mail says is read when it leaves.

type Told = Pick<PanelPerson, 'id' | 'organizationId' | 'eventId' | 'personId' | 'state' | 'revision'>;

/** Several changes in a row are one mail, once nothing has changed for this long. */
const calmMs = 5 * 60_000;
const reminderMs = 2 * 24 * 3_600_000;

export function personInvited(tx: Tx, person: Told): Promise<void> {
  return post(tx, [{ ...mailTo(person, 'panelist-invitation'), step: `asked ${tx.now.toISOString()}` }]);
}

/** Asked again, or reminded of their evening; at most once a day of UTC, however often it is called. */
export async function personReminded(tx: Tx, person: Told): Promise<void> {
  const kind = person.state === 'invited' ? 'panelist-invitation' : 'panelist-reminder';
  const step = `asked ${tx.now.toISOString().slice(0, 10)}`;
  if (person.state === 'invited' || person.state === 'confirmed')
    await post(tx, [{ ...mailTo(person, kind), step }]);
}

/** Their yes, with the evening for their calendar, and the reminder two days ahead. */
export async function personConfirmed(tx: Tx, person: Told): Promise<void> {
  await revise(tx, person);
  await post(tx, [{ ...mailTo(person, 'panelist-confirmed'), step: String(person.revision) }]);
  await remindLater(tx, 'id', person.id);
}

/** Their no after a yes takes the evening out of their calendar. Whoever never said yes has nothing to take back. */
export async function personDeclined(tx: Tx, person: Told): Promise<void> {
  await revise(tx, person);
  await post(tx, [cancellation(person)]);
}

/** The organizers took somebody off the panel. */
export async function personRemoved(tx: Tx, person: Told): Promise<void> {
  if (person.state !== 'invited' && person.state !== 'declined') await personDeclined(tx, person);
}

/** Time, room or place changed, of one panel or of the whole evening. */
export async function panelChanged(tx: Tx, what: { panelId: string } | { eventId: string }): Promise<void> {
  const [column, id] =
    'panelId' in what ? (['panel_id', what.panelId] as const) : (['event_id', what.eventId] as const);
  const people = await tx.query<Told>(
    `update panel_people set revision = revision + 1 where ${column} = $1 and state = 'confirmed'
     returning id, organization_id as "organizationId", event_id as "eventId", person_id as "personId", state, revision`,
    [id],
  );
  const dueAt = new Date(tx.now.getTime() + calmMs);
  await post(
    tx,
    people.map((person) => ({ ...mailTo(person, 'panelist-changed'), step: String(person.revision), dueAt })),
  );
  await remindLater(tx, column, id);
}

/** The evening is cancelled: it leaves the calendars of all who had said yes. */
export async function panelsCancelled(tx: Tx, eventId: string): Promise<void> {
  const people = await tx.query<Told>(
    `update panel_people set revision = revision + 1 where event_id = $1 and state = 'confirmed'
     returning id, organization_id as "organizationId", event_id as "eventId", person_id as "personId", state, revision`,
    [eventId],
  );
  await post(tx, people.map(cancellation));
}

async function revise(tx: Tx, person: Told): Promise<void> {
  const [row] = await tx.query<{ revision: number }>(
    'update panel_people set revision = revision + 1 where id = $1 and organization_id = $2 returning revision',
    [person.id, person.organizationId],
  );
  person.revision = row?.revision ?? person.revision + 1;
}

/** A reminder is of one revision: a later one is posted anew, and the earlier finds at its time that it is out of date. */
async function remindLater(tx: Tx, column: 'id' | 'panel_id' | 'event_id', id: string): Promise<void> {
  const people = await tx.query<Told & { startsAt: Date }>(
    `select pp.id, pp.organization_id as "organizationId", pp.event_id as "eventId", pp.person_id as "personId", pp.state,
       pp.revision, coalesce(lower(pp.during), e.starts_at) as "startsAt"
     from panel_people pp join events e on e.id = pp.event_id where pp.${column} = $1 and pp.state = 'confirmed'`,
    [id],
  );
  const reminders = people.map((person) => ({
    ...mailTo(person, 'panelist-reminder'),
    step: String(person.revision),
    dueAt: new Date(person.startsAt.getTime() - reminderMs),
  }));
  await post(
    tx,
    reminders.filter(({ dueAt }) => dueAt > tx.now),
  );
}

/** Their row may be gone when it leaves, so it carries what their calendar has to know. */
const cancellation = (person: Told): MailRequest => ({
  ...mailTo(person, 'panelist-cancelled'),
  step: `${person.eventId}:${String(person.revision)}`,
});

type Kind = Extract<MailRequest['kind'], `panelist-${string}`>;

const mailTo = (person: Told, kind: Kind): MailRequest => ({
  organizationId: person.organizationId,
  kind,
  subjectId: person.id,
  personId: person.personId,
});
