import {
  type Database,
  type Keys,
  type Tx,
  dropRows,
  openDesks,
  makeListedPeople,
  planList,
  readStaged,
  record,
  renewMornings,
  settleRows,
  stagedRows,
  writeGuests,
} from '#libs/database';
import {
  DomainError,
  Event,
  GuestListImport,
  type ListPlan,
  Member,
  found,
  inOrganization,
  system,
} from '#libs/domain';
import { type Jobs, later } from '#libs/jobs';

/** About 60 ms of work: short enough that an RSVP of the same event never waits noticeably for the counter row. */
const batchRows = 500;

type Payload = Jobs['attendees.import'];

/**
 * Imports a list batch by batch, each in its own transaction that also says how far it came: killed anywhere, it goes
 * on where it stood. Right and event are checked again in every batch; when one refuses, the rest is not imported.
 */
export async function importGuestList(
  payload: Payload,
  { db, keys, stopping }: { db: Database; keys: Keys; stopping?: AbortSignal },
): Promise<void> {
  const scope = inOrganization(payload.organizationId, system);
  try {
    while (await db.write(scope, (tx) => importBatch(tx, keys, payload))) {
      if (stopping?.aborted !== true) continue;
      await db.write(scope, (tx) =>
        later(tx, 'attendees.import', payload, { key: `import:${payload.importId}` }),
      );
      return;
    }
  } catch (error) {
    if (!(error instanceof DomainError) || error.category === 'unavailable') throw error;
    await db.write(scope, (tx) => giveUp(tx, payload, error));
  }
}

/** @returns whether there may be more */
async function importBatch(tx: Tx, keys: Keys, payload: Payload): Promise<boolean> {
  const list = await lockImport(tx, payload);
  if (list?.state !== 'importing') return false;
  const event = await allowedEvent(tx, list);
  const staged = await stagedRows(tx, list, list.lastLine, batchRows);
  const last = staged.at(-1);
  if (last === undefined) {
    list.finish(tx.now);
    await tx.save(list);
    await record(tx, system, 'guest-list.imported', list.id, { ...list.counts });
    await renewMornings(tx, list.organizationId, list.eventId);
    return false;
  }
  const rows = readStaged(list, event, staged);
  await makeListedPeople(tx, keys, rows);
  const desk = found((await openDesks(tx, [list.eventId])).get(list.eventId));
  const repeated = new Map(staged.map(({ line, sameAs }) => [line, sameAs ?? undefined]));
  const plan = await planList(tx, list, event, rows, (_, line) => repeated.get(line));
  await writeGuests(tx, desk, plan.guests, list);
  await settleRows(tx, list, plan.results);
  list.advance(last.line, outcomes(plan));
  await tx.save(list);
  return true;
}

function lockImport(tx: Tx, { organizationId, importId: id }: Payload): Promise<GuestListImport | null> {
  return tx.locked(GuestListImport, { id, organizationId });
}

/** @throws DomainError not-allowed or not-found when who started it may not any more, event-cancelled */
async function allowedEvent(tx: Tx, { organizationId, eventId, startedBy }: GuestListImport): Promise<Event> {
  const member = startedBy === null ? null : await tx.one(Member, { organizationId, personId: startedBy });
  if (member === null) throw new DomainError('not-allowed');
  member.refuseUnlessMay('guest-list.import', eventId);
  const event = found(await tx.one(Event, { id: eventId, organizationId }));
  if (event.state === 'cancelled') throw new DomainError('event-cancelled');
  return event;
}

const outcomes = ({ results }: Pick<ListPlan, 'results'>) => results.map(({ result }) => result.what);

async function giveUp(tx: Tx, payload: Payload, { code }: DomainError): Promise<void> {
  const list = await lockImport(tx, payload);
  if (list?.state !== 'importing') return;
  list.fail(code, tx.now);
  await tx.save(list);
  await dropRows(tx, list);
  await record(tx, system, 'guest-list.import-failed', list.id, { code });
}
