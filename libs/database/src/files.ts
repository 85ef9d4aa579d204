import {
  CritiqueSession,
  DomainError,
  Event,
  Member,
  StoredFile,
  found,
  may,
  newId,
  refuseUnlessWorksOpen,
} from '#libs/domain';
import { realNow } from './clock.ts';
import { retention } from './retention.ts';
import { wakeAt } from './jobs.ts';
import { type Keys, keyedHash, sameHash } from './tokens.ts';
import type { Reader, Tx } from './tx.ts';

/** Who wants to hear or see a work: somebody at the evening by their link, or staff by their session. */
export interface FileViewer {
  kind: 'attendee' | 'staff';
  personId: string;
}

/**
 * Whether somebody may hear a file now (critique.md, rule 8): its author; whoever is assigned to the work that has it and
 * has a seat, for 30 days after the session also where its author keeps the file; staff who run sessions, until the session ends or after it where the letters are theirs too.
 */
export async function mayHear(
  reader: Reader,
  { id, organizationId }: { id: string; organizationId: string },
  viewer: FileViewer,
): Promise<StoredFile | null> {
  const file = await reader.one(StoredFile, { id, organizationId, state: 'ready' });
  if (file === null || (file.deleteAt !== null && file.deleteAt <= reader.now)) return null;
  const is = viewer.kind === 'staff' ? isFacilitator : isAuthorOrCritic;
  return (await is(reader, file, viewer.personId)) ? file : null;
}

async function isAuthorOrCritic(reader: Reader, file: StoredFile, personId: string): Promise<boolean> {
  if (file.personId === personId) return true;
  const rows = await reader.query(
    `select 1 from submissions s
       join assignments a on a.submission_id = s.id and a.organization_id = s.organization_id
       join attendees t on t.id = a.attendee_id and t.organization_id = a.organization_id
       join critique_sessions c on c.id = s.critique_session_id and c.organization_id = s.organization_id
     where s.file_id = $1 and s.organization_id = $2 and s.state in ('accepted', 'heard')
       and a.person_id = $3 and a.state in ('assigned', 'done') and t.person_id = $3 and t.status = 'confirmed'
       and (c.ended_at is null or c.ended_at + interval '${retention.workFiles}' > $4)`,
    [file.id, file.organizationId, personId, reader.now],
  );
  return rows.length > 0;
}

async function isFacilitator(reader: Reader, file: StoredFile, personId: string): Promise<boolean> {
  const { organizationId, eventId } = file;
  const member = await reader.one(Member, { organizationId, personId });
  const isTheirs = member?.eventIds == null || member.eventIds.includes(eventId);
  if (member === null || !isTheirs || !may(member.role, 'critique.run')) return false;
  const rows = await reader.query(
    `select 1 from submissions s join critique_sessions c on c.id = s.critique_session_id and c.organization_id = s.organization_id
     where s.file_id = $1 and s.organization_id = $2 and s.state in ('submitted', 'accepted', 'waitlisted', 'heard')
       and (c.state <> 'ended' or c.feedback_to = 'facilitator')`,
    [file.id, organizationId],
  );
  return rows.length > 0;
}

const ticketMs = 15 * 60_000;

export interface FileTicket extends FileViewer {
  organizationId: string;
}

/** What a ticket opens, and where: a file, in the browser whose mark has this hash. */
export interface TicketPlace {
  fileId: string;
  browser: Buffer;
}

/**
 * "payload.hmac" of who may ask for a file for the next 15 minutes of real time, from the browser that asked for the ticket
 * alone; it grants nothing by itself. 96 characters: a part of an address holds 100 of them.
 */
export async function fileTicket(
  reader: Pick<Reader, 'query'>,
  keys: Keys,
  place: TicketPlace,
  { kind, personId, organizationId }: FileTicket,
): Promise<string> {
  const until = Buffer.alloc(6);
  until.writeUIntBE((await realNow(reader)).getTime() + ticketMs, 0, 6);
  const who = [Buffer.from([kind === 'staff' ? 1 : 0]), idBytes(personId), idBytes(organizationId), until];
  const payload = Buffer.concat(who).toString('base64url');
  return `${payload}.${signature(keys, place, payload, keys.current.id).toString('base64url')}`;
}

/** Whose ticket it is; null when it is forged, torn, of another file or browser, too old, or of a key that was retired. */
export async function readFileTicket(
  reader: Reader,
  keys: Keys,
  place: TicketPlace,
  ticket: string,
): Promise<FileTicket | null> {
  const [payload = '', mac = '', ...rest] = ticket.split('.');
  const given = Buffer.from(mac, 'base64url');
  const isOurs = [...keys.all.keys()].some((keyId) =>
    sameHash(signature(keys, place, payload, keyId), given),
  );
  const who = Buffer.from(payload, 'base64url');
  if (rest.length > 0 || !isOurs || who.length !== 39) return null;
  if (who.readUIntBE(33, 6) <= (await realNow(reader)).getTime()) return null;
  const kind = who.readUInt8(0) === 1 ? 'staff' : 'attendee';
  return { kind, personId: idOf(who.subarray(1, 17)), organizationId: idOf(who.subarray(17, 33)) };
}

const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const signature = (keys: Keys, { fileId, browser }: TicketPlace, payload: string, keyId: string): Buffer =>
  keyedHash(keys, 'file ticket', `${fileId}\n${browser.toString('base64url')}\n${payload}`, keyId);

/** How long a writer may be silent before another takes over; the writer itself stops well before. */
export const writerLeaseMs = 20_000;

export interface NewFile {
  organizationId: string;
  eventId: string;
  critiqueSessionId: string;
  personId: string;
  name: string;
  bytes: number;
  storageKey: string;
  quotaBytes: number;
}

/**
 * Makes room for a file that is about to arrive. What the same person began to send for the session before, or sent and
 * never used, makes way.
 * @throws DomainError not-found, files-quota-reached, and those of a session that takes no more works
 */
export async function expectFile(tx: Tx, given: NewFile): Promise<StoredFile> {
  const { organizationId, eventId, critiqueSessionId, personId } = given;
  await tx.query('select 1 from organizations where id = $1 for no key update', [organizationId]);
  const session = found(await tx.one(CritiqueSession, { id: critiqueSessionId, eventId, organizationId }));
  const evening = found(await tx.one(Event, { id: eventId, organizationId }));
  refuseUnlessWorksOpen(session, evening, tx.now);
  await tx.query(
    `update files f set delete_at = $4 where critique_session_id = $1 and organization_id = $2 and person_id = $3 and state <> 'gone'
       and (writer is null or touched_at < clock_timestamp() - make_interval(secs => $5)) and delete_at is null
       and not exists (select 1 from submissions s where s.file_id = f.id and s.organization_id = f.organization_id)`,
    [critiqueSessionId, organizationId, personId, tx.now, writerLeaseMs / 1000],
  );
  await refuseOverQuota(tx, given);
  const at = await realNow(tx);
  const file = Object.assign(new StoredFile(), {
    id: newId(),
    organizationId,
    eventId,
    critiqueSessionId,
    personId,
    state: 'arriving',
    name: given.name,
    bytes: String(given.bytes),
    received: '0',
    type: null,
    lengthMs: null,
    peaks: null,
    storageKey: given.storageKey,
    writer: null,
    touchedAt: at,
    deleteAt: null,
    createdAt: tx.now,
  });
  await tx.insert(StoredFile, file);
  return file;
}

/** The organization's row is held, so two who come at once are counted one after the other. */
async function refuseOverQuota(tx: Tx, { organizationId, bytes, quotaBytes }: NewFile): Promise<void> {
  const [row] = await tx.query<{ bytes: string }>(
    `select coalesce(sum(bytes), 0) as bytes from files where organization_id = $1 and state <> 'gone'
       and (delete_at is null or delete_at > $2)`,
    [organizationId, tx.now],
  );
  if (Number(row?.bytes ?? 0) + bytes > quotaBytes) throw new DomainError('files-quota-reached');
}

export interface OwnFile {
  id: string;
  organizationId: string;
  personId: string;
}

/**
 * Makes somebody the only writer of a file, who goes on at exactly this byte.
 * @throws DomainError not-found, upload-busy while another writes, upload-elsewhere for another byte
 */
export async function claimFile(
  tx: Tx,
  { id, organizationId, personId }: OwnFile,
  writer: string,
  from: number,
): Promise<StoredFile> {
  const file = await tx.locked(StoredFile, { id, organizationId, personId, state: 'arriving' });
  if (file?.deleteAt !== null) throw new DomainError('not-found');
  const now = await realNow(tx);
  if (file.writer !== null && now.getTime() - file.touchedAt.getTime() < writerLeaseMs)
    throw new DomainError('upload-busy');
  if (Number(file.received) !== from) throw new DomainError('upload-elsewhere');
  file.writer = writer;
  file.touchedAt = now;
  return tx.save(file);
}

/**
 * Admits that less of a file is there than its row says, unless somebody writes it: a process that was killed may have
 * moved it to where files are kept without saying so, and a disk may have lost the end of it.
 */
export async function admitLoss(
  tx: Tx,
  { id, organizationId, personId }: OwnFile,
  there: number,
): Promise<void> {
  await tx.query(
    `update files set received = $4 where id = $1 and organization_id = $2 and person_id = $3 and state = 'arriving'
       and received > $4 and (writer is null or touched_at < clock_timestamp() - make_interval(secs => $5))`,
    [id, organizationId, personId, there, writerLeaseMs / 1000],
  );
}

/** Says how far its writer is, and takes the pen away at the end. @returns whether they are still the writer */
export async function keepProgress(
  tx: Tx,
  id: string,
  writer: string,
  received: number,
  isDone: boolean,
): Promise<boolean> {
  const rows = await tx.query(
    `update files set received = $3, touched_at = clock_timestamp(), writer = case when $4 then null else writer end
     where id = $1 and writer = $2 and state = 'arriving' returning id`,
    [id, writer, received, isDone],
  );
  return rows.length > 0;
}

/** The file is whole and kept. @returns false when somebody else is its writer by now, or it was let go meanwhile */
export async function fileArrived(
  tx: Tx,
  { id, writer, type, lengthMs }: { id: string; writer: string; type: string; lengthMs: number | null },
): Promise<boolean> {
  const rows = await tx.query(
    `update files set state = 'ready', received = bytes, type = $3, length_ms = $4, writer = null, touched_at = clock_timestamp()
     where id = $1 and writer = $2 and state = 'arriving' and delete_at is null returning id`,
    [id, writer, type, lengthMs],
  );
  return rows.length > 0;
}

/** Nobody needs its bytes any more: nobody may fetch it from here on, and the worker deletes them, by its row if not by the job. */
export async function letFileGo(
  tx: Tx,
  { id, organizationId }: Pick<OwnFile, 'id' | 'organizationId'>,
): Promise<void> {
  await tx.query(
    `update files set delete_at = $3, writer = null where id = $1 and organization_id = $2 and state <> 'gone'`,
    [id, organizationId, tx.now],
  );
  const when = { key: `delete-file:${id}`, runAt: tx.now };
  await wakeAt(tx, 'files.delete', { organizationId, fileId: id }, when);
}

/**
 * What nobody went on with for a day of real time makes way: an upload that stopped halfway, and a file that came and that no
 * work has.
 */
export async function letStaleFilesGo(tx: Tx): Promise<void> {
  await tx.query(
    `update files f set delete_at = app_now(), writer = null
     where state in ('arriving', 'ready') and delete_at is null and touched_at < clock_timestamp() - interval '24 hours'
       and not exists (select 1 from submissions s where s.file_id = f.id and s.organization_id = f.organization_id)`,
  );
}
