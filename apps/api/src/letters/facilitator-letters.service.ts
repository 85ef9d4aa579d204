import { Database, type Reader } from '#libs/database';
import { type CritiqueSession, DomainError, type Member, found } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { Letter } from './letter.ts';
import { readLetter, readSession, readWork } from './letters.queries.ts';

export interface WorkWithLetter {
  submissionId: string;
  title: string;
  author: string | null;
}

export interface FacilitatorLetter {
  author: string | null;
  letter: Letter;
}

/** The letters of a session, for its hosts, only where the session says that they read them too (critique.md, rule 6). */
@Injectable()
export class FacilitatorLettersService {
  constructor(private readonly db: Database) {}

  /** @throws DomainError not-found, critique-letters-private */
  list(
    member: Member,
    eventId: string,
    critiqueSessionId: string,
  ): Promise<{ released: boolean; works: WorkWithLetter[] }> {
    return this.db.read(member.scope, async (reader) => {
      const session = await sharedSession(reader, member, eventId, critiqueSessionId);
      if (session.releasedAt === null) return { released: false, works: [] };
      const works = await reader.query<WorkWithLetter>(
        `select s.id as "submissionId", s.title, case when p.erased_at is null then a.name end as author
         from submissions s join attendees a on a.id = s.attendee_id join people p on p.id = s.person_id
         where s.critique_session_id = $1 and s.organization_id = $2 and s.state = 'heard'
         order by s.place nulls last, s.id`,
        [critiqueSessionId, member.organizationId],
      );
      return { released: true, works };
    });
  }

  /** @throws DomainError not-found, critique-letters-private */
  letter(
    member: Member,
    eventId: string,
    { critiqueSessionId, submissionId }: { critiqueSessionId: string; submissionId: string },
  ): Promise<FacilitatorLetter> {
    return this.db.read(member.scope, async (reader) => {
      await sharedSession(reader, member, eventId, critiqueSessionId);
      const { work, session } = await readWork(reader, member.organizationId, submissionId);
      const letter = found(
        session.id === critiqueSessionId ? await readLetter(reader, { work, session }) : null,
      );
      const [author] = await reader.query<{ name: string | null }>(
        `select case when p.erased_at is null then a.name end as name from attendees a join people p on p.id = a.person_id
         where a.id = $1 and a.organization_id = $2`,
        [work.attendeeId, member.organizationId],
      );
      return { author: author?.name ?? null, letter };
    });
  }
}

async function sharedSession(
  reader: Reader,
  { organizationId }: Member,
  eventId: string,
  critiqueSessionId: string,
): Promise<CritiqueSession> {
  const session = await readSession(reader, { organizationId, eventId, critiqueSessionId });
  if (session.feedbackTo !== 'facilitator') throw new DomainError('critique-letters-private');
  return session;
}
