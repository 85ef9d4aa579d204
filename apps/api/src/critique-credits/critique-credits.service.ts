import { Database, creditsCount, enterCredits, lockCredits, record } from '#libs/database';
import { type Member, found, newId } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { CreditsInput } from './critique-credits.dto.ts';
import {
  type PeopleCredits,
  type PersonCreditsRow,
  readPeopleCredits,
  readPersonCredits,
} from './critique-credits.queries.ts';

/** The organization's ledger of "give to get", as its hosts see it. A limited host sees the people of their events. */
@Injectable()
export class CritiqueCreditsService {
  constructor(private readonly db: Database) {}

  list(member: Member, query: { search?: string; after?: string }): Promise<PeopleCredits> {
    return this.db.read(member.scope, async (reader) => {
      if (!(await creditsCount(reader, member.organizationId)))
        return { counted: false, rows: [], next: null };
      return { counted: true, ...(await readPeopleCredits(reader, member, query)) };
    });
  }

  /** @throws DomainError not-found for anybody who is not listed; critique-credits-short */
  grant(member: Member, { personId, amount }: CreditsInput): Promise<PersonCreditsRow> {
    const { organizationId, actor } = member;
    return this.db.write(member.scope, async (tx) => {
      found(await readPersonCredits(tx, member, personId));
      await lockCredits(tx, personId);
      const subjectId = newId();
      const entry = { amount, reason: 'granted', subjectId, createdBy: member.personId } as const;
      await enterCredits(tx, { organizationId, personId }, entry);
      const action = amount > 0 ? 'critique-credits.granted' : 'critique-credits.taken';
      await record(tx, actor, action, personId, { amount });
      return found(await readPersonCredits(tx, member, personId));
    });
  }
}
