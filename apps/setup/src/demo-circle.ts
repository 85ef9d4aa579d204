import { type Tx, enterCredits, payCritics } from '#libs/database';
import {
  Assignment,
  Critique,
  CritiqueSession,
  CritiqueSlot,
  type Event,
  StoredFile,
  Submission,
  critiqueCredits,
  newId,
  wordsOf,
} from '#libs/domain';
import { post } from '#libs/mail';
import { words } from '#libs/words';
import { type GuestName, type Seat, seedSeats } from './demo-guests.ts';
import type { KeptTune, TuneName } from './demo-tunes.ts';

const { tonight, works, heard, critiques } = words.demo.circle;

/** What both evenings are made from. */
export interface Circle {
  organizationId: string;
  /** Of the organizer. */
  ownerId: string;
  people: Readonly<Record<GuestName, string>>;
  tunes: Readonly<Record<TuneName, KeptTune>>;
}

interface Ids {
  organizationId: string;
  eventId: string;
  critiqueSessionId: string;
}

type Work = (typeof works)[keyof typeof works] | (typeof heard)[keyof typeof heard];

const minute = 60_000;
/** From the start of last week's evening to its first song, and from one song to the next. */
const [opening, slot] = [10 * minute, 20 * minute];
const month = 30 * 24 * 60 * minute;

/** Five songs that were heard, with what was written about them; their letters leave now, by mail. */
export async function seedLastCircle(tx: Tx, event: Event, circle: Circle): Promise<Submission[]> {
  const { organizationId, people, tunes } = circle;
  const ids = { organizationId, eventId: event.id, critiqueSessionId: newId() };
  const session = sessionOf(ids, event, 'live', { criticsPerWork: 2 });
  const endedAt = new Date(event.startsAt.getTime() + opening + 5 * slot);
  const times = { plannedAt: event.createdAt, startedAt: event.startsAt, endedAt, releaseAt: endedAt };
  Object.assign(session, { state: 'ended', criticsUsed: 2, ...times, releasedAt: endedAt });
  await tx.insert(CritiqueSession, session);

  const names = Object.keys(heard) as (keyof typeof heard)[];
  const seats = await seedSeats(tx, event, people, names, true);
  const submissions: Submission[] = [];
  for (const [at, name] of names.entries()) {
    const work = workOf(ids, seats[name], heard[name], name, event.createdAt);
    const startedAt = new Date(event.startsAt.getTime() + opening + at * slot);
    const heardAt = new Date(startedAt.getTime() + slot);
    Object.assign(work, { state: 'heard', place: at + 1, heardAt });
    if (name === 'noor') await giveFile(tx, work, tunes.noorLast, new Date(endedAt.getTime() + month));
    await tx.insert(Submission, work);
    const done = { phase: 7, phaseStartedAt: startedAt, startedAt, endedAt: heardAt };
    await tx.insert(CritiqueSlot, slotOf(ids, work, at + 1, done));
    submissions.push(work);
  }
  await seedCritiques(tx, ids, seats, new Map(names.map((name, at) => [name, submissions[at]])), endedAt);
  for (const work of submissions) await takeCredits(tx, work);
  await payCritics(tx, session);
  await post(
    tx,
    names.map((name) => {
      return { organizationId, kind: 'critique-feedback', subjectId: session.id, personId: people[name] };
    }),
  );
  return submissions;
}

async function seedCritiques(
  tx: Tx,
  ids: Ids,
  seats: Record<keyof typeof heard, Seat>,
  submissions: ReadonlyMap<keyof typeof heard, Submission | undefined>,
  endedAt: Date,
): Promise<void> {
  const { organizationId } = ids;
  for (const { author, critic, marks, thanked, ...parts } of critiques) {
    const submissionId = submissions.get(author)?.id ?? '';
    const assignment = Object.assign(new Assignment(), ids, seats[critic], {
      ...{ id: newId(), submissionId, state: 'done', source: 'plan', fixed: false },
      ...{ why: [{ code: 'drawn' }], createdAt: endedAt },
    });
    await tx.insert(Assignment, assignment);
    await tx.insert(
      Critique,
      Object.assign(new Critique(), parts, {
        ...{ id: newId(), organizationId, assignmentId: assignment.id, submissionId },
        ...{ personId: seats[critic].personId, savedAt: endedAt, version: 1 },
        marks: marks.map(([at, text]) => ({ at: at * 1000, text })),
        words: Object.values(parts).reduce((sum, text) => sum + wordsOf(text), 0),
        thankedAt: thanked ? tx.now : null,
      }),
    );
  }
}

/** Nine songs are in for eight slots, and one guest has none: everything is ready to be planned and run. */
export async function seedTonight(
  tx: Tx,
  event: Event,
  circle: Circle,
  earlier: readonly Submission[],
): Promise<void> {
  const { organizationId, people, tunes } = circle;
  const ids = { organizationId, eventId: event.id, critiqueSessionId: newId() };
  const { rules } = tonight;
  await tx.insert(
    CritiqueSession,
    sessionOf(ids, event, 'tables', { tables: 2, criticsPerWork: 2, topicsMatter: true, rules }),
  );
  const names = Object.keys(works) as (keyof typeof works)[];
  const seats = await seedSeats(tx, event, people, [...names, 'rosa'], false);
  for (const [at, name] of names.entries()) {
    const brought = new Date(tx.now.getTime() - (names.length - at) * 47 * minute);
    const work = workOf(ids, seats[name], works[name], name, brought);
    work.previousId =
      earlier.find(({ personId, title }) => personId === work.personId && title === work.title)?.id ?? null;
    if (name in tunes) await giveFile(tx, work, tunes[name as TuneName], null);
    await tx.insert(Submission, work);
    if (name in heard) await grantWhatLacks(tx, circle, work.personId);
    await takeCredits(tx, work);
  }
  await post(
    tx,
    (['rosa', 'noor'] as const).map((name) => {
      const { attendeeId: subjectId, personId } = seats[name];
      return { organizationId, kind: 'rsvp-confirmed', subjectId, personId };
    }),
  );
}

function sessionOf(
  { critiqueSessionId: id, ...ids }: Ids,
  event: Event,
  format: 'live' | 'tables',
  given: Parameters<typeof CritiqueSession.of>[2],
): CritiqueSession {
  const kind = { format, template: 'songwriting' } as const;
  return CritiqueSession.of({ id, ...ids }, kind, given, event, event.createdAt);
}

const slotOf = (ids: Ids, { id }: Submission, round: number, done: Partial<CritiqueSlot>): CritiqueSlot =>
  Object.assign(new CritiqueSlot(), ids, done, {
    ...{ id: newId(), submissionId: id, seatTable: 1, round, state: 'done', version: 1 },
    ...{ pausedAt: null, pausedMs: 0, extraPhase: null, authorMissingAt: null },
  });

/** Behind a link until it is given a file. */
function workOf(ids: Ids, seat: Seat, about: Work, name: string, at: Date): Submission {
  const { title, question, wants, avoid } = about;
  return Object.assign(new Submission(), ids, seat, {
    ...{ id: newId(), state: 'submitted', title, question, wants, avoid, notes: '' },
    ...{ medium: 'link', link: `https://example.org/songs/${name}`, fileId: null, lengthSeconds: null },
    ...{ topics: 'topics' in about ? [...about.topics] : [], opinions: name === 'sam' || name === 'noor' },
    ...{ coAuthors: [], previousId: null, keepsFile: false },
    ...{ submittedAt: at, createdAt: at, place: null, heardAt: null, version: 1 },
  });
}

async function giveFile(tx: Tx, work: Submission, tune: KeptTune, deleteAt: Date | null): Promise<void> {
  const { organizationId, eventId, critiqueSessionId, personId } = work;
  const { storageKey, lengthMs, peaks } = tune;
  const bytes = String(tune.bytes);
  const fileId = newId();
  await tx.insert(
    StoredFile,
    Object.assign(new StoredFile(), {
      ...{ id: fileId, organizationId, eventId, critiqueSessionId, personId, state: 'ready' },
      ...{
        name: `${work.title}.wav`,
        type: 'audio/wav',
        bytes,
        received: bytes,
        lengthMs,
        peaks,
        storageKey,
      },
      ...{ writer: null, touchedAt: tx.now, deleteAt, createdAt: work.createdAt },
    }),
  );
  Object.assign(work, { fileId, medium: 'audio', link: null });
}

const takeCredits = (tx: Tx, { id: subjectId, organizationId, personId }: Submission): Promise<void> =>
  enterCredits(
    tx,
    { organizationId, personId },
    { amount: -critiqueCredits.work, reason: 'submitted', subjectId, createdBy: null },
  );

/** Who brought a song last week wrote two critiques for it and lacks one credit for the next. */
const grantWhatLacks = (tx: Tx, { organizationId, ownerId }: Circle, personId: string): Promise<void> =>
  enterCredits(
    tx,
    { organizationId, personId },
    { amount: 1, reason: 'granted', subjectId: newId(), createdBy: ownerId },
  );
