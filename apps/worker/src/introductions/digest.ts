import { type Tx, decidersOf, suggestionsWaiting } from '#libs/database';
import {
  DomainError,
  type ErrorCode,
  Event,
  eventCap,
  eveningTakesMore,
  inOrganization,
  system,
} from '#libs/domain';
import { type Jobs, later } from '#libs/jobs';
import { post } from '#libs/mail';
import { lockEvening, makeSuggestions, readIntroductions, readWhoCame } from '#libs/suggestions';
import type { Context } from '../context.ts';

/** What will not be otherwise in a minute: then nothing is suggested, and nobody is told. */
const forGood: readonly ErrorCode[] = [
  'introductions-too-many-people',
  'introductions-over',
  'event-cancelled',
];

/**
 * The second working day after an evening: suggestions are made, unless a host did, and the hosts are told how many wait.
 * Whatever stops it before the commit leaves the day in the row, and the sweeper wakes it again. A search that dies is tried
 * again each hour; after a day of that the hosts hear nothing, and may still ask for suggestions themselves.
 */
export async function digest(
  { organizationId, eventId }: Jobs['introductions.digest'],
  { db, threads, stopping, log }: Pick<Context, 'db' | 'threads' | 'stopping' | 'log'>,
): Promise<void> {
  const scope = inOrganization(organizationId, system);
  const close = (tx: Tx) => tellHosts(tx, organizationId, eventId);
  const closeAlone = () =>
    db.write(scope, async (tx) => {
      await lockEvening(tx, organizationId, eventId);
      return close(tx);
    });
  const isWanted = await db.read(scope, async (reader) => {
    const event = await reader.one(Event, { id: eventId, organizationId });
    if (event?.state !== 'published' || !eveningTakesMore(event.endsAt, reader.now)) return false;
    // What panelists were asked is there before any host has looked.
    const present = await readIntroductions(reader, organizationId, eventId);
    if (present.some(({ source, isUntouched }) => source !== 'question' || !isUntouched)) return false;
    const came = await readWhoCame(reader, organizationId, eventId);
    return (
      came.filter(({ answer, part, profile }) => answer === 'given' && eventCap(part, profile) > 0).length > 1
    );
  });
  if (!isWanted) {
    await closeAlone();
    return;
  }
  const decider = { organizationId, actor: system, scope };
  const waiting = { signal: stopping, tell: () => undefined };
  try {
    await makeSuggestions({ db, threads, decider, eventId, waiting }, { anew: false }, close);
  } catch (error) {
    if (stopping.aborted) return;
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'introductions-search-failed') {
      const triedAgainAt = await db.write(scope, (tx) => tryAgain(tx, organizationId, eventId));
      log.error({ eventId, triedAgainAt }, 'no suggestions were found for the digest');
      if (triedAgainAt !== null) return;
    } else if (!forGood.includes(error.code)) throw error;
    await closeAlone();
  }
}

/** @returns when, or null once it is given up */
async function tryAgain(tx: Tx, organizationId: string, eventId: string): Promise<Date | null> {
  const event = await lockEvening(tx, organizationId, eventId);
  // Another worker was first, or a late list has moved the day.
  if (event.digestAt === null || tx.now < event.digestAt) throw new DomainError('changed-meanwhile');
  if (!event.failDigest(tx.now)) return null;
  await tx.save(event);
  const { digestAt: runAt } = event;
  const key = `digest:${eventId}:${runAt.toISOString()}`;
  await later(tx, 'introductions.digest', { organizationId, eventId }, { key, runAt });
  return runAt;
}

/** Within a write that has locked the evening: the day is over, and whoever decides hears of what waits, once. */
async function tellHosts(tx: Tx, organizationId: string, eventId: string): Promise<{ told: number }> {
  const event = await tx.one(Event, { id: eventId, organizationId });
  const dueAt = event?.digestAt ?? null;
  // Another worker was first, or a late list has moved the day.
  if (dueAt === null || tx.now < dueAt) throw new DomainError('changed-meanwhile');
  await tx.query(
    'update events set digest_at = null, digest_failed_at = null where id = $1 and organization_id = $2',
    [eventId, organizationId],
  );
  if ((await suggestionsWaiting(tx, organizationId, eventId)) === 0) return { told: 0 };
  const people = await decidersOf(tx, organizationId, eventId);
  await post(
    tx,
    people.map((personId) => ({
      organizationId,
      kind: 'introduction-digest' as const,
      subjectId: eventId,
      personId,
      dueAt,
    })),
  );
  return { told: people.length };
}
