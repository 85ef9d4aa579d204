import {
  type Actor,
  type AttendeeStatus,
  type Scan,
  type ScanKind,
  type ScanOutcome,
  byTime,
  newId,
  outcomeOf,
  presenceOf,
  system,
} from '#libs/domain';
import type { Tx } from './tx.ts';

// Who came, from scans that may arrive in any order, twice, or hours late. Every scan is kept once for its nonce; when
// somebody came follows from all of theirs (presenceOf), under the lock of their row. Scans of any number of doors and
// events are three statements.

/** One scan that arrived; `attendeeId` is an attendee of this event, or of none: then it is only written down. */
export interface NewScan {
  organizationId: string;
  eventId: string;
  attendeeId: string | null;
  /** What it is when it is nobody's. */
  otherwise: Extract<ScanOutcome, 'forged' | 'wrong-event' | 'not-confirmed'>;
  nonce: string;
  kind: ScanKind;
  scannedAt: Date;
  forced: boolean;
  actor: Actor;
  /** Which door or who, as the other doors are told. */
  by: string | null;
}

export interface ScanResult {
  nonce: string;
  outcome: ScanOutcome;
  attendeeId: string | null;
  name: string | null;
  /** As it stands now, whatever this scan came to. */
  checkedInAt: Date | null;
  by: string | null;
}

interface Kept extends Scan {
  by: string | null;
}

interface Standing {
  id: string;
  organizationId: string;
  eventId: string;
  name: string;
  status: AttendeeStatus;
  checkedInAt: Date | null;
  undoneAt: Date | null;
  isIn: boolean;
  scans: Kept[];
}

interface KeptRow extends Kept {
  organizationId: string;
  attendeeId: string | null;
}

type WrittenScan = Omit<NewScan, 'otherwise'> & { outcome: ScanOutcome };

/**
 * Keeps scans and moves when their people came; a nonce that is known is answered as it was.
 * @returns one result a scan, in the order given
 * @throws Error when another transaction keeps the same nonce at this moment: done again it is known
 */
export async function keepScans(tx: Tx, scans: readonly NewScan[]): Promise<ScanResult[]> {
  const standings = await lockStandings(tx, scans);
  const known = await lookAtScans(tx, scans, standings);
  const written: WrittenScan[] = [];
  for (const scan of [...scans].sort(byTime)) {
    if (known.has(keyOf(scan))) continue;
    const standing = standingOf(standings, scan);
    if (standing !== undefined) written.push(...importedOf(standing, scan));
    const outcome = standing === undefined ? unlisted(scan) : take(standing, scan);
    const { organizationId, nonce, kind, scannedAt, by } = scan;
    known.set(keyOf(scan), {
      organizationId,
      nonce,
      kind,
      scannedAt,
      by,
      outcome,
      attendeeId: standing?.id ?? null,
    });
    written.push({ ...scan, attendeeId: standing?.id ?? null, outcome });
  }
  await write(tx, written, [...standings.values()]);
  return scans.map((scan) => resultOf(scan, known, standings));
}

const keyOf = ({ organizationId, nonce }: Pick<NewScan, 'organizationId' | 'nonce'>): string =>
  `${organizationId} ${nonce}`;

const unlisted = ({ attendeeId, otherwise }: NewScan): ScanOutcome =>
  attendeeId === null ? otherwise : 'wrong-event';

/** One more scan of somebody; whether they are in is what the doors were told before it. */
function take(standing: Standing, scan: NewScan): ScanOutcome {
  const { scans, status } = standing;
  const { nonce, kind, scannedAt, by } = scan;
  const { undoneAt } = presenceOf(scans, status);
  const outcome = outcomeOf(scan, { isIn: standing.isIn, undoneAt }, status);
  scans.push({ nonce, kind, scannedAt, by, outcome });
  standing.isIn = presenceOf(scans, status).since !== null;
  return outcome;
}

/** An attendee of another event is nobody here, whoever asks. */
function standingOf(standings: ReadonlyMap<string, Standing>, scan: NewScan): Standing | undefined {
  const standing = scan.attendeeId === null ? undefined : standings.get(scan.attendeeId);
  return standing?.eventId === scan.eventId && standing.organizationId === scan.organizationId
    ? standing
    : undefined;
}

/** What a guest list said before there was a scan is a check-in like any other, and from here on one of the scans. */
function importedOf(standing: Standing, { organizationId, eventId }: NewScan): WrittenScan[] {
  const { id: attendeeId, checkedInAt, scans } = standing;
  if (checkedInAt === null || presenceOf(scans, standing.status).since !== null) return [];
  const said = { nonce: newId(), kind: 'in', scannedAt: checkedInAt, outcome: 'ok', by: null } as const;
  scans.push(said);
  return [{ ...said, organizationId, eventId, attendeeId, forced: false, actor: system }];
}

function resultOf(
  scan: NewScan,
  known: ReadonlyMap<string, KeptRow>,
  standings: ReadonlyMap<string, Standing>,
): ScanResult {
  const kept = known.get(keyOf(scan));
  if (kept === undefined) throw new Error('A scan was not kept');
  const { nonce, kind, outcome, attendeeId } = kept;
  const standing = attendeeId === null ? undefined : standings.get(attendeeId);
  // A nonce of another event is told nothing of that one.
  if (standing?.eventId !== scan.eventId)
    return { nonce, outcome, attendeeId: null, name: null, checkedInAt: null, by: null };
  const since = standing.isIn ? presenceOf(standing.scans, standing.status).since : null;
  return {
    nonce,
    outcome,
    attendeeId,
    // Of an address that was typed: whose it is, is for the list to say.
    name: kind === 'walk-in' ? null : standing.name,
    checkedInAt: since?.scannedAt ?? null,
    by: since?.by ?? null,
  };
}

/** In the order of their ids, so that two doors never wait for each other in a circle. */
const lock = `select a.id, a.organization_id as "organizationId", a.event_id as "eventId", a.name, a.status,
    a.checked_in_at as "checkedInAt", a.undone_at as "undoneAt"
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as asked(id, event_id, organization_id)
  join attendees a on a.id = asked.id and a.event_id = asked.event_id and a.organization_id = asked.organization_id
  order by a.id for no key update of a`;

async function lockStandings(tx: Tx, scans: readonly NewScan[]): Promise<Map<string, Standing>> {
  // Each with its own evening: a door of somebody else that sends the same id asks beside it, never instead of it.
  const asked = new Map<string, { attendeeId: string; eventId: string; organizationId: string }>();
  for (const { attendeeId, eventId, organizationId } of scans)
    if (attendeeId !== null)
      asked.set(`${organizationId} ${eventId} ${attendeeId}`, { attendeeId, eventId, organizationId });
  if (asked.size === 0) return new Map();
  const each = [...asked.values()];
  const rows = await tx.prepared<Omit<Standing, 'scans' | 'isIn'>>('door-lock', lock, [
    each.map(({ attendeeId }) => attendeeId),
    each.map(({ eventId }) => eventId),
    each.map(({ organizationId }) => organizationId),
  ]);
  return new Map(rows.map((row) => [row.id, { ...row, isIn: row.checkedInAt !== null, scans: [] }]));
}

const scanColumns = `c.organization_id as "organizationId", c.nonce, c.attendee_id as "attendeeId", c.kind,
    c.scanned_at as "scannedAt", c.outcome, coalesce(l.label, p.name) as by`;
/** By whom: the label of a door, or the name of a member. */
export const scanActors = `left join door_links l on c.actor_kind = 'link' and l.id = c.actor_id
  left join people p on c.actor_kind = 'person' and p.id = c.actor_id`;

/** What was kept of these people, and under these nonces; a statement of its own, so that it sees what the lock waited for. */
const look = `select ${scanColumns} from check_ins c ${scanActors} where c.attendee_id = any ($1)
  union all
  select ${scanColumns} from unnest($2::uuid[], $3::uuid[]) as asked(organization_id, nonce)
    join check_ins c on c.organization_id = asked.organization_id and c.nonce = asked.nonce ${scanActors}`;

async function lookAtScans(
  tx: Tx,
  scans: readonly NewScan[],
  standings: ReadonlyMap<string, Standing>,
): Promise<Map<string, KeptRow>> {
  const rows = await tx.prepared<KeptRow>('door-look', look, [
    [...standings.keys()],
    scans.map(({ organizationId }) => organizationId),
    scans.map(({ nonce }) => nonce),
  ]);
  const kept = new Map(rows.map((row) => [keyOf(row), row]));
  for (const row of kept.values())
    if (row.attendeeId !== null) standings.get(row.attendeeId)?.scans.push(row);
  return kept;
}

const writing = `with kept as (
  insert into check_ins (organization_id, nonce, event_id, attendee_id, kind, outcome, forced, scanned_at, actor_kind, actor_id)
  select "organizationId", nonce, "eventId", "attendeeId", kind, outcome, forced, "scannedAt", "actorKind", "actorId"
  from jsonb_to_recordset($1::jsonb) as s("organizationId" uuid, nonce uuid, "eventId" uuid, "attendeeId" uuid, kind text,
    outcome text, forced boolean, "scannedAt" timestamptz, "actorKind" text, "actorId" uuid)
  on conflict do nothing returning 1
), came as (
  update attendees a set checked_in_at = s."checkedInAt", undone_at = s."undoneAt"
  from jsonb_to_recordset($2::jsonb) as s(id uuid, "checkedInAt" timestamptz, "undoneAt" timestamptz) where a.id = s.id
)
select count(*)::int as kept from kept`;

async function write(tx: Tx, scans: readonly WrittenScan[], standings: readonly Standing[]): Promise<void> {
  if (scans.length === 0) return;
  const moved = standings.flatMap((standing) => {
    const { since, undoneAt } = presenceOf(standing.scans, standing.status);
    const checkedInAt = since?.scannedAt ?? null;
    const isSame = sameTime(checkedInAt, standing.checkedInAt) && sameTime(undoneAt, standing.undoneAt);
    return isSame ? [] : [{ id: standing.id, checkedInAt, undoneAt }];
  });
  const [row] = await tx.prepared<{ kept: number }>('door-write', writing, [
    JSON.stringify(scans.map(rowOf)),
    JSON.stringify(moved),
  ]);
  if (row?.kept !== scans.length) throw new Error('A nonce was kept by somebody else at this moment');
}

const sameTime = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime();

const rowOf = ({ actor, ...scan }: WrittenScan) => ({
  ...scan,
  actorKind: actor.kind,
  actorId: actor.kind === 'system' ? null : actor.id,
});
