import {
  Database,
  type Reader,
  type Thanks,
  type WorkVersion,
  lockSession,
  recordApart,
  retention,
  thanksFor,
  versionsOf,
} from '#libs/database';
import { DomainError, Submission, found } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { CritiqueKey } from '../critique-sessions/critique-links.service.ts';
import { type Letter, type LetterStanding, standingOf } from './letter.ts';
import { readLetter, readSession, readWork } from './letters.queries.ts';

/** The author's own file, and until when it stays. */
export interface KeptFile {
  name: string;
  state: 'ready' | 'gone';
  kept: boolean;
  /** null: it stays, or its day is not known before the feedback is out. */
  deleteAt: Date | null;
}

export interface LetterPage {
  standing: LetterStanding;
  format: 'live' | 'tables' | 'written';
  letter: Letter | null;
  versions: WorkVersion[];
  file: KeptFile | null;
  /** What this person was thanked for as a critic. */
  thanks: Thanks[];
}

/** The feedback as its author reads it: theirs alone, after the release (critique.md, rules 6 and 7). */
@Injectable()
export class LettersService {
  constructor(private readonly db: Database) {}

  /** @throws DomainError not-found for a session of another evening */
  page(key: CritiqueKey, critiqueSessionId: string): Promise<LetterPage> {
    return this.db.read(key.scope, async (reader) => {
      const session = await readSession(reader, { ...key, critiqueSessionId });
      const work = await ownWork(reader, key, critiqueSessionId);
      const letter = work === null ? null : await readLetter(reader, { work, session });
      return {
        standing: standingOf(session, work),
        format: session.format,
        letter,
        versions:
          work === null || letter === null ? [] : await versionsOf(reader, key.organizationId, work.id),
        file: work === null ? null : await fileOf(reader, work),
        thanks:
          session.releasedAt === null
            ? []
            : await thanksFor(reader, { ...key, critiqueSessionId }, key.personId),
      };
    });
  }

  /** For the PDF and the text. @throws DomainError not-found when there is no letter (yet) */
  letter(key: CritiqueKey, critiqueSessionId: string): Promise<Letter> {
    return this.db.read(key.scope, async (reader) => {
      const session = await readSession(reader, { ...key, critiqueSessionId });
      const work = found(await ownWork(reader, key, critiqueSessionId));
      return found(await readLetter(reader, { work, session }));
    });
  }

  /** The letter of another version of the work one brought here. @throws DomainError not-found for anything else */
  version(key: CritiqueKey, critiqueSessionId: string, submissionId: string): Promise<Letter> {
    return this.db.read(key.scope, async (reader) => {
      await readSession(reader, { ...key, critiqueSessionId });
      const work = found(await ownWork(reader, key, critiqueSessionId));
      const versions = await versionsOf(reader, key.organizationId, work.id);
      found(versions.find((version) => version.submissionId === submissionId));
      const other = await readWork(reader, key.organizationId, submissionId);
      return found(other.work.personId === key.personId ? await readLetter(reader, other) : null);
    });
  }

  /**
   * Once a critique; its critic sees it. It stands in no activity: who thanked whom is between the two.
   * @throws DomainError not-found unless it stands in the letter that its author can read
   */
  thank(key: CritiqueKey, critiqueSessionId: string, critiqueId: string): Promise<void> {
    return this.db.write(key.scope, async (tx) => {
      const session = await readSession(tx, { ...key, critiqueSessionId });
      const work = found(await ownWork(tx, key, critiqueSessionId));
      const letter = found(await readLetter(tx, { work, session }));
      found(letter.critiques.find(({ id, left }) => id === critiqueId && !left));
      const thanked = await tx.query(
        'update critiques set thanked_at = $3 where id = $1 and organization_id = $2 and thanked_at is null returning id',
        [critiqueId, key.organizationId, tx.now],
      );
      if (thanked.length === 0) return;
      await recordApart(tx, { kind: 'person', id: key.personId }, 'critique.thanked', critiqueId);
    });
  }

  /**
   * Keeps the author's file, or lets it go on its day: 30 days after the session ended, or now where that has passed.
   * @throws DomainError not-found, critique-file-gone
   */
  keepFile(key: CritiqueKey, critiqueSessionId: string, keep: boolean): Promise<void> {
    return this.db.write(key.scope, async (tx) => {
      const session = await lockSession(tx, { ...key, id: critiqueSessionId });
      const work = found(await ownWork(tx, key, critiqueSessionId));
      const kept = await tx.query(
        `update files set delete_at = case when $3::boolean or $4::timestamptz is null then null
           else greatest($5::timestamptz, $4::timestamptz + interval '${retention.workFiles}') end
         where id = $1 and organization_id = $2 and state = 'ready' returning id`,
        [work.fileId, key.organizationId, keep, session.endedAt, tx.now],
      );
      if (kept.length === 0) throw new DomainError('critique-file-gone');
      await tx.query('update submissions set keeps_file = $3 where id = $1 and organization_id = $2', [
        work.id,
        key.organizationId,
        keep,
      ]);
      const action = keep ? 'critique-file.kept' : 'critique-file.let-go';
      await recordApart(tx, { kind: 'person', id: key.personId }, action, work.id);
    });
  }
}

const ownWork = (
  reader: Reader,
  { organizationId, personId }: CritiqueKey,
  critiqueSessionId: string,
): Promise<Submission | null> => reader.one(Submission, { critiqueSessionId, organizationId, personId });

async function fileOf(
  reader: Reader,
  { fileId, organizationId, keepsFile }: Submission,
): Promise<KeptFile | null> {
  const [file] = await reader.query<{ name: string; state: string; deleteAt: Date | null }>(
    `select name, state, delete_at as "deleteAt" from files where id = $1 and organization_id = $2 and state <> 'arriving'`,
    [fileId, organizationId],
  );
  if (file === undefined) return null;
  const { name, state, deleteAt } = file;
  return {
    name,
    state: state === 'ready' ? 'ready' : 'gone',
    kept: keepsFile,
    deleteAt: keepsFile ? null : deleteAt,
  };
}
