import {
  type Admission,
  Attendee,
  type ConsentPurpose,
  DomainError,
  type EventDesk,
  type ShapeError,
  type TypedAnswers,
  type TypedRsvp,
  answerShapes,
  checkAnswers,
  found,
  holdMinutes,
  newId,
  notFound,
  ownLimit,
  system,
} from '#libs/domain';
import { words } from '#libs/words';
import { type Answered, keepConsents } from './consents.ts';
import { attendeeColumns, callWaiting, openDesks, wakeToExpire } from './event-desk.ts';
import { keepOwnWords } from './own-words.ts';
import { writeSteps } from './steps.ts';
import type { Reader, Tx } from './tx.ts';

/** Somebody who wants to come. Whose address it is, and whether that is proven, comes from session or link. */
export interface Newcomer {
  organizationId: string;
  eventId: string;
  personId: string;
  proven: boolean;
  typed: TypedRsvp;
  /** Answers to the event's questions as they were just typed; null when they were checked before, behind a link. */
  answers: TypedAnswers | null;
}

/**
 * Seats any number of people at any number of events, in the order given, in four statements: the lock, the events, the
 * people, and everything that was decided. One refused newcomer refuses nobody else. The rows of proven people who say
 * something of themselves are locked by the caller, before any counter row.
 * @param desks of all their events, where the caller had to open them before
 * @returns the attendee as they stand now, or why not, in the order of the newcomers
 */
export async function seatNewcomers(
  tx: Tx,
  newcomers: readonly Newcomer[],
  desks?: ReadonlyMap<string, EventDesk>,
): Promise<(Attendee | DomainError)[]> {
  desks ??= await openDesks(
    tx,
    newcomers.map(({ eventId }) => eventId),
  );
  const known = await lookAt(tx, newcomers);
  const changed: Changed = { admitted: [], invited: [], retyped: new Set(), heldAt: new Set() };
  const answers = newcomers.map((newcomer, index): Attendee | DomainError => {
    try {
      const one = found(known[index]);
      seat(deskOf(desks, newcomer), one, newcomer, changed);
      return one.attendee;
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  });
  await writeSteps(tx, [...desks.values()], [...changed.retyped]);
  await keepConsents(
    tx,
    changed.admitted.flatMap(({ newcomer }) => consentsOf(newcomer)),
  );
  await keepOwnWords(
    tx,
    changed.admitted.map(({ newcomer: { typed }, attendee: teller }) => ({ teller, ...typed })),
  );
  await acceptInvitations(tx, changed.invited);
  for (const desk of changed.heldAt) await wakeToExpire(tx, desk, minuteAfter(holdEnd(tx.now)));
  for (const desk of desks.values()) await callWaiting(tx, desk);
  return answers;
}

/** Why whoever asked as this newcomer does would be refused; null when the rest depends on who they are. */
export function refusalForEverybody(
  desks: ReadonlyMap<string, EventDesk>,
  newcomer: Newcomer,
): DomainError | null {
  try {
    const desk = deskOf(desks, newcomer);
    const { typed, faults } = checked(desk, newcomer);
    desk.refuseForEverybody(typed, faults);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** What else follows from who was seated. */
interface Changed {
  admitted: { newcomer: Newcomer; attendee: Attendee }[];
  invited: Newcomer[];
  /** Holds whose person sent the form again, and people of a list who came by themselves: no step writes those. */
  retyped: Set<Attendee>;
  heldAt: Set<EventDesk>;
}

function deskOf(desks: ReadonlyMap<string, EventDesk>, { eventId, organizationId }: Newcomer): EventDesk {
  const desk = desks.get(eventId);
  if (desk?.seats.organizationId !== organizationId) throw notFound();
  return desk;
}

/** What they typed, with the answers that stand, and what is wrong with the others. */
function checked(
  { event }: EventDesk,
  { typed, answers }: Newcomer,
): { typed: TypedRsvp; faults: ShapeError[] } {
  if (answers === null) return { typed, faults: [] };
  const { answers: standing, faults } = checkAnswers(event.questions, answers);
  return {
    typed: { ...typed, answers: standing },
    faults: answerShapes(faults, (fault) => words.answerFaults[fault]),
  };
}

function seat(desk: EventDesk, known: Known, newcomer: Newcomer, changed: Changed): void {
  const { proven, personId } = newcomer;
  const { attendee, admission } = known;
  const { typed, faults } = checked(desk, newcomer);
  const before = desk.steps.length;
  if (proven)
    desk.admit(attendee, {
      typed: withOwnLimit(typed, known),
      admission,
      faults,
      actor: { kind: 'person', id: personId },
    });
  else desk.ask(attendee, { typed, admission, faults, actor: system });
  const moved = desk.steps.length > before;
  if (moved && proven) changed.admitted.push({ newcomer, attendee });
  if (moved && proven && admission.invited) changed.invited.push(newcomer);
  if (moved && !proven) changed.heldAt.add(desk);
  if (!moved && attendee.status === 'held') changed.retyped.add(attendee);
  // They may be on the list already, but now by their own word.
  if (proven && attendee.isLive && !attendee.ownWord) {
    Object.assign(attendee, { mayWrite: true, ownWord: true });
    changed.retyped.add(attendee);
  }
}

/** The number alone is taken along: no other word of theirs is copied from one organization to another unseen. */
function withOwnLimit(typed: TypedRsvp, { attendee, mostElsewhere }: Known): TypedRsvp {
  const said = { ...attendee.profile, ...typed.profile };
  return { ...typed, profile: { ...typed.profile, ...ownLimit(attendee.part, said, mostElsewhere) } };
}

const consentsOf = ({ organizationId, personId, typed: { consents, wording } }: Newcomer): Answered[] =>
  Object.entries(consents).map(([purpose, answer]) => ({
    organizationId,
    personId,
    purpose: purpose as ConsentPurpose,
    answer,
    wording,
    source: 'page',
  }));

/** However they came, they answered their invitation. */
async function acceptInvitations(tx: Tx, invited: readonly Newcomer[]): Promise<void> {
  if (invited.length === 0) return;
  await tx.prepared(
    'desk-accept',
    `update invitations i set state = 'accepted' from unnest($1::uuid[], $2::uuid[]) as came(event_id, person_id)
     where i.event_id = came.event_id and i.person_id = came.person_id and i.state = 'live'`,
    [invited.map(({ eventId }) => eventId), invited.map(({ personId }) => personId)],
  );
}

const minute = 60_000;
const holdEnd = (now: Date): number => now.getTime() + holdMinutes * minute;
/** All holds that end within one minute end by one job, as the view `due_work` has it. */
const minuteAfter = (time: number): Date => new Date((Math.floor(time / minute) + 1) * minute);

interface Known {
  attendee: Attendee;
  admission: Admission;
  /** How many introductions they said they want, to whomever; null: never said. */
  mostElsewhere: number | null;
}

type KnownRow = Admission & Pick<Known, 'mostElsewhere'> & { id: string | null };

/** One look-up a person, each by its index: on a fresh installation the planner's empty statistics would scan instead. */
const people = `select mine.*,
    exists (select from bars b where b.organization_id = asked.organization_id and b.person_id = asked.person_id) as barred,
    exists (select from invitations i where i.event_id = asked.event_id and i.person_id = asked.person_id
      and i.state in ('live', 'accepted')) as invited,
    exists (select from audience m where m.organization_id = asked.organization_id and m.person_id = asked.person_id) as "inAudience",
    (select (p.profile->>'maxIntroductions')::int from people p where p.id = asked.person_id) as "mostElsewhere"
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality as asked(organization_id, event_id, person_id, at)
  left join lateral (select ${attendeeColumns} from attendees a
    where a.event_id = asked.event_id and a.person_id = asked.person_id limit 1) mine on true
  order by asked.at`;

/** The one row of each person at their event, or a new one; the same object for the same person twice. */
async function lookAt(tx: Tx, newcomers: readonly Newcomer[]): Promise<Known[]> {
  const rows = await tx.prepared<KnownRow>('desk-people', people, [
    newcomers.map(({ organizationId }) => organizationId),
    newcomers.map(({ eventId }) => eventId),
    newcomers.map(({ personId }) => personId),
  ]);
  const attendees = new Map<string, Attendee>();
  return newcomers.map((newcomer, index) => {
    const { barred, invited, inAudience, mostElsewhere, ...row } = found(rows[index]);
    const key = `${newcomer.eventId} ${newcomer.personId}`;
    const attendee = attendees.get(key) ?? attendeeFrom(tx, newcomer, row);
    attendees.set(key, attendee);
    return { attendee, admission: { barred, invited, inAudience }, mostElsewhere };
  });
}

function attendeeFrom(tx: Tx, newcomer: Newcomer, row: { id: string | null }): Attendee {
  if (row.id !== null) return Object.assign(new Attendee(), row);
  const { organizationId, eventId, personId, typed } = newcomer;
  return Attendee.of({ id: newId(), organizationId, eventId, personId }, typed.name, tx.now);
}

/** What the organization knows about somebody, for the gates that are about the person. */
export async function admissionOf(
  reader: Reader,
  organizationId: string,
  eventId: string,
  personId: string,
): Promise<Admission> {
  const [row] = await reader.prepared<KnownRow>('desk-people', people, [
    [organizationId],
    [eventId],
    [personId],
  ]);
  const { barred, invited, inAudience } = found(row);
  return { barred, invited, inAudience };
}
