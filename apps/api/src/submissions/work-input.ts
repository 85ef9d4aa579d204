import type { Tx } from '#libs/database';
import {
  type CritiqueSession,
  DomainError,
  type Medium,
  type Submission,
  type WorkSource,
  type WorkTexts,
} from '#libs/domain';
import { words } from '#libs/words';
import type { CritiqueKey } from '../critique-sessions/critique-links.service.ts';
import type { WorkInput } from './submissions.dto.ts';
import { readEarlierWorks, readFile } from './submissions.queries.ts';

// What somebody sends of their work, as it is kept.

export function textsOf(input: WorkInput): WorkTexts {
  const { title = '', link = null, question, wants, avoid, notes, topics, opinions, coAuthors } = input;
  return {
    title,
    link: link === '' ? null : link,
    question: question.trim(),
    wants: wants.trim(),
    avoid: avoid.trim(),
    notes: notes.trim(),
    topics: [...new Set(topics)],
    opinions,
    coAuthors: [...new Set(coAuthors.map((address) => address.trim()).filter((address) => address !== ''))],
    previousId: input.previousId,
  };
}

const wrongShape = (pointer: string, detail: string): DomainError =>
  new DomainError('wrong-shape', [{ pointer, detail }]);

/** What it comes as: the type was sniffed when the file arrived, and is never the sender's to say. */
export async function sourceOf(
  tx: Tx,
  { personId }: CritiqueKey,
  session: CritiqueSession,
  work: Submission,
  { fileId, link }: WorkInput,
): Promise<WorkSource> {
  const { faults } = words.critiqueWork;
  const linked = link !== undefined && link !== null && link !== '';
  if (fileId === null) return { fileId, medium: linked ? 'link' : null, lengthSeconds: null };
  if (linked) throw wrongShape('/link', faults.eitherOr);
  if (fileId === work.fileId) return { fileId, medium: work.medium, lengthSeconds: work.lengthSeconds };
  const file = await readFile(tx, session, personId, fileId);
  if (file === null) throw wrongShape('/fileId', faults.file);
  const lengthSeconds = file.lengthMs === null ? null : Math.max(1, Math.ceil(file.lengthMs / 1000));
  return { fileId, medium: mediumOf(file.type), lengthSeconds };
}

function mediumOf(type: string | null): Medium {
  if (type?.startsWith('audio/') === true) return 'audio';
  return type?.startsWith('video/') === true ? 'video' : 'text';
}

export async function refuseForeignPrevious(
  tx: Tx,
  { organizationId, personId }: CritiqueKey,
  sessionId: string,
  previousId: string | null,
): Promise<void> {
  if (previousId === null) return;
  const earlier = await readEarlierWorks(tx, organizationId, personId, sessionId);
  if (earlier.some(({ id }) => id === previousId)) return;
  throw wrongShape('/previousId', words.critiqueWork.faults.previous);
}
