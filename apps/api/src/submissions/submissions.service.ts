import {
  Database,
  type Reader,
  type Tx,
  chargeWork,
  creditBalance,
  creditsCount,
  creditsSpentOn,
  letFileGo,
  lockCredits,
  lockSession,
  record,
  replaceWork,
  returnSpent,
  tellScreens,
} from '#libs/database';
import {
  CritiqueSession,
  DomainError,
  type Once,
  Submission,
  critiqueCredits,
  found,
  newId,
  refuseUnlessWorksOpen,
  worksClosedBy,
  worksUntil,
} from '#libs/domain';
import { postChanges } from '#libs/mail';
import { Injectable } from '@nestjs/common';
import type { CritiqueKey } from '../critique-sessions/critique-links.service.ts';
import { RefusedWith } from '../problems/refused-with.ts';
import { OwnWorkView, type WorkInput } from './submissions.dto.ts';
import {
  type EarlierWorkRow,
  type EveningOfSession,
  type OwnWork,
  readEarlierWorks,
  readEvening,
  readFileOfWork,
  readNextPlace,
  readSlotBegun,
} from './submissions.queries.ts';
import { listenSecondsOf, standingOf } from './standing.ts';
import { refuseForeignPrevious, sourceOf, textsOf } from './work-input.ts';

/** A session that is held, its evening, and the work of whoever asks. */
interface Held {
  tx: Tx;
  session: CritiqueSession;
  evening: EveningOfSession;
  work: Submission | null;
}

/** What authors do about their own work. Whose it is was proven by a link; each act answers with how it stands then. */
@Injectable()
export class SubmissionsService {
  constructor(private readonly db: Database) {}

  /** @throws DomainError not-found */
  look(key: CritiqueKey, sessionId: string): Promise<OwnWork> {
    return this.db.read(key.scope, (reader) => readOwnWork(reader, key, sessionId));
  }

  /** @throws DomainError not-found */
  earlier(key: CritiqueKey, sessionId: string): Promise<EarlierWorkRow[]> {
    const { organizationId, personId, scope } = key;
    return this.db.read(scope, async (reader) => {
      await sessionOf(reader, key, sessionId);
      return readEarlierWorks(reader, organizationId, personId, sessionId);
    });
  }

  /**
   * @throws DomainError changed-meanwhile with the work as it stands; critique-deadline-passed, critique-works-closed, event-cancelled;
   * wrong-shape for a file or an earlier work that is not theirs; critique-work-unfinished, critique-work-planned
   */
  save(key: CritiqueKey, sessionId: string, input: WorkInput): Promise<OwnWork> {
    return this.held(key, sessionId, undefined, async ({ tx, session, evening, work }) => {
      refuseUnlessWorksOpen(session, evening, tx.now);
      const kept = work ?? newWork(key, session, tx.now);
      if (kept.version !== input.version) throw await asItStands(tx, key, sessionId);
      const { title, question, link, fileId } = kept;
      const texts = textsOf(input);
      await refuseForeignPrevious(tx, key, session.id, texts.previousId);
      kept.write(texts, await sourceOf(tx, key, session, kept, input), input.version);
      await tx.save(kept);
      if (fileId !== null && fileId !== kept.fileId)
        await letFileGo(tx, { id: fileId, organizationId: key.organizationId });
      if (kept.isIn && looksOther({ title, question, link, fileId }, kept)) await tellScreens(tx, session);
    });
  }

  /**
   * Brings a work. Repeating it is harmless.
   * @throws DomainError not-found, critique-work-unfinished with pointers, critique-credits-short, and those of a session
   * that takes no more
   */
  submit(key: CritiqueKey, sessionId: string, once?: Once): Promise<OwnWork> {
    return this.held(key, sessionId, once, async ({ tx, session, evening, work }) => {
      const mine = found(work);
      if (mine.isIn) return;
      refuseUnlessWorksOpen(session, evening, tx.now);
      mine.submit(tx.now, session.state === 'open' ? null : await readNextPlace(tx, session));
      await chargeWork(tx, mine);
      await tx.save(mine);
      await record(tx, { kind: 'person', id: key.personId }, 'critique-work.brought', session.id);
      await tellScreens(tx, session);
    });
  }

  /**
   * Takes a work back, as long as nobody has heard it. Repeating it is harmless.
   * @throws DomainError not-found, critique-work-heard, critique-works-closed once critics write at home
   */
  withdraw(key: CritiqueKey, sessionId: string, once?: Once): Promise<OwnWork> {
    return this.held(key, sessionId, once, async ({ tx, session, work }) => {
      const mine = found(work);
      if (mine.state === 'withdrawn') return;
      const was = mine.state;
      const { fileId, submittedAt } = mine;
      await refuseOnceHeard(tx, session, mine);
      mine.withdraw();
      await tx.save(mine);
      if (fileId !== null) await letFileGo(tx, { id: fileId, organizationId: key.organizationId });
      if (was === 'draft') return;
      // Whoever was not there when its time came gets nothing back by this way either.
      if (was !== 'accepted' && submittedAt !== null) await returnSpent(tx, key.organizationId, [mine.id]);
      const changed = was === 'accepted' ? await replaceWork(tx, session, mine) : new Set<string>();
      await record(tx, { kind: 'person', id: key.personId }, 'critique-work.withdrawn', session.id);
      await tellScreens(tx, session);
      await postChanges(tx, session, changed);
    });
  }

  /** People before the session (the order of locks), then everything below it. */
  private held(
    key: CritiqueKey,
    sessionId: string,
    once: Once | undefined,
    act: (held: Held) => Promise<void>,
  ): Promise<OwnWork> {
    const { organizationId, eventId, personId } = key;
    return this.db.write({ ...key.scope, once }, async (tx) => {
      await lockCredits(tx, personId);
      const session = await lockSession(tx, { organizationId, eventId, id: sessionId });
      const evening = found(await readEvening(tx, eventId));
      await act({ tx, session, evening, work: await workOf(tx, key, sessionId) });
      return readOwnWork(tx, key, sessionId);
    });
  }
}

const sessionOf = async (
  reader: Reader,
  { organizationId, eventId }: CritiqueKey,
  id: string,
): Promise<CritiqueSession> => found(await reader.one(CritiqueSession, { id, eventId, organizationId }));

const workOf = (
  reader: Reader,
  { organizationId, personId }: CritiqueKey,
  critiqueSessionId: string,
): Promise<Submission | null> => reader.one(Submission, { critiqueSessionId, organizationId, personId });

async function readOwnWork(reader: Reader, key: CritiqueKey, sessionId: string): Promise<OwnWork> {
  const session = await sessionOf(reader, key, sessionId);
  const evening = found(await readEvening(reader, key.eventId));
  const work = await workOf(reader, key, sessionId);
  return {
    attendeeId: key.attendeeId,
    session,
    timeZone: evening.timeZone,
    until: worksUntil(session, evening),
    closed: worksClosedBy(session, evening, reader.now),
    listenSeconds: listenSecondsOf(session),
    work,
    file: work === null ? null : await readFileOfWork(reader, work),
    standing: work === null ? null : await standingOf(reader, session, evening, work),
    credits: await readCredits(reader, key, work),
  };
}

/** Another window kept something else meanwhile: the refusal brings it. */
const asItStands = async (reader: Reader, key: CritiqueKey, sessionId: string): Promise<RefusedWith> =>
  new RefusedWith(
    new DomainError('changed-meanwhile'),
    OwnWorkView.of(await readOwnWork(reader, key, sessionId)),
  );

async function readCredits(
  reader: Reader,
  key: CritiqueKey,
  work: Submission | null,
): Promise<OwnWork['credits']> {
  if (!(await creditsCount(reader, key.organizationId))) return null;
  return {
    balance: await creditBalance(reader, key),
    cost: critiqueCredits.work,
    spent: work === null ? 0 : await creditsSpentOn(reader, work),
  };
}

const newWork = (key: CritiqueKey, session: CritiqueSession, now: Date): Submission =>
  Object.assign(new Submission(), {
    id: newId(),
    organizationId: key.organizationId,
    eventId: key.eventId,
    critiqueSessionId: session.id,
    attendeeId: key.attendeeId,
    personId: key.personId,
    state: 'draft',
    medium: null,
    fileId: null,
    lengthSeconds: null,
    keepsFile: false,
    submittedAt: null,
    place: null,
    heardAt: null,
    version: 0,
    createdAt: now,
  });

/**
 * Whether a plan or a room shows something else of it. Its other texts are kept with every pause in the typing: a session
 * that counted them would refuse whoever plans it, again and again.
 */
const looksOther = (
  before: Pick<Submission, 'title' | 'question' | 'link' | 'fileId'>,
  after: Submission,
): boolean =>
  (['title', 'question', 'link', 'fileId'] as const).some((field) => before[field] !== after[field]);

/** A work is heard by people who made time for it: from its slot on, and at home from the plan on, it stays. */
async function refuseOnceHeard(tx: Tx, session: CritiqueSession, work: Submission): Promise<void> {
  if (session.calledOffAt !== null) throw new DomainError('critique-called-off');
  if (session.state === 'ended') throw new DomainError('critique-works-closed');
  if (session.state === 'running' && session.format === 'written' && work.state === 'accepted')
    throw new DomainError('critique-works-closed');
  if (await readSlotBegun(tx, work)) throw new DomainError('critique-work-heard');
}
