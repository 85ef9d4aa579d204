import { Database, type Reader, type Tx, beginCritique, holdSession } from '#libs/database';
import {
  Assignment,
  Critique,
  CritiqueSession,
  DomainError,
  StoredFile,
  Submission,
  found,
  takesCritiques,
} from '#libs/domain';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import type { CritiqueKey } from '../critique-sessions/critique-links.service.ts';
import { RefusedWith } from '../problems/refused-with.ts';
import { type CritiqueInput, CritiqueView } from './critiques.dto.ts';
import type { OwnCritique, OwnWork } from './own-critique.ts';

/** What a critic writes: theirs alone until the release. */
@Injectable()
export class CritiquesService {
  constructor(private readonly db: Database) {}

  /** @throws DomainError not-found, also for what another critic wrote */
  look(key: CritiqueKey, work: OwnWork): Promise<OwnCritique> {
    return this.db.read(key.scope, async (reader) => {
      const { organizationId, eventId } = key;
      const session = found(
        await reader.one(CritiqueSession, { id: work.critiqueSessionId, organizationId, eventId }),
      );
      return readOwn(reader, key, session, work.assignmentId);
    });
  }

  /**
   * Keeps what was typed. Nobody's screen is told: it would say who is writing.
   * @throws DomainError not-found, assignment-over, critique-closed, opinion-not-wanted, changed-meanwhile with what stands
   */
  save(
    key: CritiqueKey,
    { critiqueSessionId, assignmentId }: OwnWork,
    input: CritiqueInput,
  ): Promise<OwnCritique> {
    const { organizationId, eventId } = key;
    return this.db.write(key.scope, async (tx) => {
      const session = await holdSession(tx, { organizationId, eventId, id: critiqueSessionId });
      const own = await readOwn(tx, key, session, assignmentId);
      if (!own.assignment.stands) throw new DomainError('assignment-over');
      if (!takesCritiques(session, tx.now)) throw new DomainError('critique-closed');
      const work = found(await tx.one(Submission, { id: own.assignment.submissionId, organizationId }));
      refuseUnwantedOpinion(work, input);
      return keep(tx, own, input, await lengthOf(tx, work));
    });
  }
}

async function readOwn(
  reader: Reader,
  { organizationId, eventId, personId }: CritiqueKey,
  session: CritiqueSession,
  assignmentId: string,
): Promise<OwnCritique> {
  const assignment = found(
    await reader.one(Assignment, {
      id: assignmentId,
      critiqueSessionId: session.id,
      organizationId,
      eventId,
      personId,
    }),
  );
  const critique = await reader.one(Critique, { assignmentId, organizationId, personId });
  return { session, assignment, critique, now: reader.now };
}

function refuseUnwantedOpinion({ opinions }: Submission, { opinion = '' }: CritiqueInput): void {
  if (opinions || opinion.trim() === '') return;
  throw new DomainError('opinion-not-wanted', [
    { pointer: '/opinion', detail: words.problems['opinion-not-wanted'] },
  ]);
}

/** In milliseconds; null where nobody knows: a link, or words on paper. */
async function lengthOf(
  tx: Tx,
  { fileId, organizationId, lengthSeconds }: Submission,
): Promise<number | null> {
  const file = fileId === null ? null : await tx.one(StoredFile, { id: fileId, organizationId });
  return file?.lengthMs ?? (lengthSeconds === null ? null : lengthSeconds * 1000);
}

async function keep(
  tx: Tx,
  own: OwnCritique,
  { version, ...parts }: CritiqueInput,
  length: number | null,
): Promise<OwnCritique> {
  const { assignment } = own;
  // Its row is locked, so that of two tabs the second one sees what the first one wrote.
  const kept = await tx.locked(Critique, { assignmentId: assignment.id });
  const critique = kept ?? newCritique(assignment);
  if (critique.version !== version) throw changedMeanwhile({ ...own, critique: kept });
  const inside = parts.marks?.map(({ at, text }) => ({ at: Math.min(at, length ?? at), text }));
  critique.write({ ...parts, ...(inside && { marks: inside }) }, tx.now);
  if (kept !== null) await tx.save(critique);
  else if (!(await beginCritique(tx, critique))) {
    throw changedMeanwhile({ ...own, critique: await tx.one(Critique, { assignmentId: assignment.id }) });
  }
  return { ...own, critique };
}

const changedMeanwhile = (stands: OwnCritique): RefusedWith =>
  new RefusedWith(new DomainError('changed-meanwhile'), CritiqueView.of(stands));

const newCritique = ({ id, organizationId, submissionId, personId }: Assignment): Critique =>
  Object.assign(new Critique(), {
    organizationId,
    assignmentId: id,
    submissionId,
    personId,
    meaning: '',
    answer: '',
    neutralQuestion: '',
    opinion: '',
    marks: [],
    words: 0,
    version: 0,
  });
