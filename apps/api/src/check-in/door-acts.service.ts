import {
  Database,
  type ScanResult,
  type Tx,
  atDesk,
  keepScans,
  peopleByEmail,
  readDoorNews,
  spend,
  unansweredMails,
} from '#libs/database';
import { Attendee, type EventDesk, byTime, newId } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { Synced } from './synced.ts';
import { type DoorRow, actorOfDoor, stillAdmitted } from './door-key.ts';
import type { DoorKey } from './door-links.service.ts';
import { type HeardScan, mayLetIn, needsDesk, newScanOf } from './scans.ts';

/** Walk-ins and others let in that one organization may tell by mail within an hour. */
const mailsOfDoors = { key: (organizationId: string) => `door-mails:${organizationId}`, limit: 500 } as const;

/**
 * Lets in who was not going: walk-ups, the waitlist, an amber ticket (docs/decisions/0027). Each is an act at the desk of
 * the event, with its check-in in the same transaction.
 */
@Injectable()
export class DoorActsService {
  constructor(private readonly db: Database) {}

  /** @throws DomainError link-unusable, door-link-over when it was closed since it was opened */
  sync({ link, scope }: DoorKey, scans: readonly HeardScan[], since: Date | null): Promise<Synced> {
    return this.db.write(scope, async (tx) => {
      const door = await stillAdmitted(tx, link, { late: true });
      const { organizationId, eventId } = door;
      // Before the counter row, as everywhere: the people first, then the lock.
      const people = await peopleByEmail(
        tx,
        scans.flatMap((scan) => (mayLetIn(scan, door, tx.now) ? (scan.walkIn?.email ?? []) : [])),
      );
      const seated = await atDesk(tx, organizationId, eventId, (desk) =>
        letIn(tx, desk, door, scans, people),
      );
      const kept = await keepScans(
        tx,
        seated.map((scan) => newScanOf(scan, door, actorOfDoor(door), tx.now)),
      );
      const results = kept.map((result, index) => namedAsTyped(result, scans[index]));
      const isOver = tx.now >= door.expiresAt;
      const news = await readDoorNews(tx, door, isOver ? null : since);
      return { now: tx.now, results, news, isOver };
    });
  }
}

/** Whoever types an address is not told whose it is: a walk-in has the name that was typed with it. */
const namedAsTyped = (result: ScanResult, scan: HeardScan | undefined): ScanResult =>
  scan?.walkIn == null || result.attendeeId === null ? result : { ...result, name: scan.walkIn.name };

/** Seats who has to be seated; the scans come back with whom each is of. */
async function letIn(
  tx: Tx,
  desk: EventDesk,
  door: DoorRow,
  scans: readonly HeardScan[],
  people: ReadonlyMap<string, string>,
): Promise<HeardScan[]> {
  // Under the lock of the seats: whoever sent the same scan at the same moment has been here before.
  const known = await knownScans(tx, door.organizationId, scans);
  const met = new Map<string, Attendee>();
  const whose = new Map<string, string | null>();
  for (const scan of [...scans].sort(byTime)) {
    const before = known.get(scan.nonce);
    if (before !== undefined || !needsDesk(scan) || !mayLetIn(scan, door, tx.now)) {
      whose.set(scan.nonce, before === undefined ? scan.attendeeId : before);
      continue;
    }
    const attendee = await attendeeOf(tx, desk, scan, people, met);
    whose.set(scan.nonce, attendee?.id ?? scan.attendeeId);
    if (attendee === null || attendee.status === 'confirmed') continue;
    desk.letIn(attendee, { tell: await mayTell(tx, attendee) }, actorOfDoor(door));
  }
  return scans.map((scan) => ({ ...scan, attendeeId: whose.get(scan.nonce) ?? null }));
}

/** Whose each scan is that was kept before. */
async function knownScans(
  tx: Tx,
  organizationId: string,
  scans: readonly HeardScan[],
): Promise<Map<string, string | null>> {
  const rows = await tx.query<{ nonce: string; attendeeId: string | null }>(
    `select nonce, attendee_id as "attendeeId" from check_ins where organization_id = $1 and nonce = any ($2)`,
    [organizationId, scans.map(({ nonce }) => nonce)],
  );
  return new Map(rows.map(({ nonce, attendeeId }) => [nonce, attendeeId]));
}

/** The same object for the same attendee twice; null when it is of nobody here. */
async function attendeeOf(
  tx: Tx,
  desk: EventDesk,
  { attendeeId, walkIn }: HeardScan,
  people: ReadonlyMap<string, string>,
  met: Map<string, Attendee>,
): Promise<Attendee | null> {
  const { organizationId, eventId } = desk.seats;
  const personId = walkIn === null ? undefined : people.get(walkIn.email);
  const key = attendeeId ?? personId;
  if (key === undefined) return null;
  const known = met.get(key);
  if (known !== undefined) return known;
  const ids = { organizationId, eventId };
  const attendee =
    (await tx.one(Attendee, personId === undefined ? { ...ids, id: key } : { ...ids, personId })) ??
    (walkIn === null || personId === undefined ? null : newcomer(tx, { ...ids, personId }, walkIn.name));
  if (attendee === null) return null;
  met.set(attendee.id, attendee);
  met.set(attendee.personId, attendee);
  return attendee;
}

/** Whoever gives name and address at the door may be written to, as whom a host adds. */
const newcomer = (
  tx: Tx,
  ids: { organizationId: string; eventId: string; personId: string },
  name: string,
): Attendee =>
  Object.assign(Attendee.of({ id: newId(), ...ids }, name, tx.now), { source: 'door', mayWrite: true });

/** At most 500 mails an hour of an organization's doors, and 3 to an address that never answered (rule 13). */
async function mayTell(tx: Tx, { organizationId, personId }: Attendee): Promise<boolean> {
  const [person] = await tx.query<{ confirmed: boolean }>(
    'select confirmed_at is not null as confirmed from people where id = $1',
    [personId],
  );
  if (!(await spend(tx, mailsOfDoors.key(organizationId), mailsOfDoors.limit))) return false;
  if (person?.confirmed === true) return true;
  return spend(tx, unansweredMails.key(personId), unansweredMails.limit);
}
