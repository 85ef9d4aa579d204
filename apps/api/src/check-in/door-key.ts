import { type Reader, sameHash } from '#libs/database';
import { type Actor, DomainError, lateScansEnd } from '#libs/domain';

/** A door as it stands: its link with the hours of its evening. */
export interface DoorLinkRow {
  id: string;
  organizationId: string;
  eventId: string;
  label: string;
  keyHash: Buffer;
  expiresAt: Date;
  revokedAt: Date | null;
}

/** The same, seen from within its organization. */
export interface DoorRow extends DoorLinkRow {
  startsAt: Date;
  isCancelled: boolean;
}

/**
 * Refuses whoever shows another key than that of the code, and every door that is closed. Scans are still taken for a week
 * after the end (docs/decisions/0027).
 * @throws DomainError link-unusable, door-code-wrong, door-link-over
 */
export function admitDoor<Row extends DoorLinkRow>(
  link: Row | undefined,
  keyHash: Buffer,
  now: Date,
  { late }: { late: boolean },
): Row {
  if (link?.revokedAt !== null) throw new DomainError('link-unusable');
  if (!sameHash(link.keyHash, keyHash)) throw new DomainError('door-code-wrong');
  if (now >= (late ? lateScansEnd(link.expiresAt) : link.expiresAt)) throw new DomainError('door-link-over');
  return link;
}

export const actorOfDoor = ({ id }: Pick<DoorLinkRow, 'id'>): Actor => ({ kind: 'link', id });

const columnsUntil = (
  end: string,
) => `l.id, l.organization_id as "organizationId", l.event_id as "eventId", l.label, l.key_hash as "keyHash",
  ${end} as "expiresAt", l.revoked_at as "revokedAt"`;

/** The columns of a DoorLinkRow, whether its evening was cancelled or not: that is seen within its organization alone. */
export const doorColumns = columnsUntil('l.expires_at');

/** The columns of a DoorRow. An evening that is cancelled is over from that moment on. */
export const doorRowColumns = `${columnsUntil('least(l.expires_at, e.cancelled_at)')},
  e.starts_at as "startsAt", e.cancelled_at is not null as "isCancelled"`;

/** As it stands at this moment, for whoever was admitted a moment ago. @throws DomainError as `admitDoor` */
export async function stillAdmitted(
  reader: Reader,
  { id, organizationId, keyHash }: DoorLinkRow,
  which: { late: boolean },
): Promise<DoorRow> {
  const [row] = await reader.query<DoorRow>(
    `select ${doorRowColumns} from door_links l join events e on e.id = l.event_id
     where l.id = $1 and l.organization_id = $2`,
    [id, organizationId],
  );
  return admitDoor(row, keyHash, reader.now, which);
}
