import { Database, previewedPair, sidesOf, spend } from '#libs/database';
import { DomainError, Introduction, type Member, found, newId } from '#libs/domain';
import { post } from '#libs/mail';
import { Injectable } from '@nestjs/common';
import type { MailPreview, SideName } from './introduction-mails.dto.ts';
import { previewsOf } from './mail-preview.ts';

/** Tests that a host may send to themself within any hour. */
const mostTests = 20;

/** What a host reads of the mails before they leave. */
@Injectable()
export class IntroductionMailsService {
  constructor(private readonly db: Database) {}

  /** @throws DomainError not-found */
  preview(member: Member, eventId: string, id: string): Promise<MailPreview[]> {
    const { organizationId } = member;
    return this.db.read(member.scope, async (reader) => {
      const introduction = found(await reader.one(Introduction, { id, eventId, organizationId }));
      return previewsOf(await previewedPair(reader, introduction));
    });
  }

  /** @throws DomainError not-found, too-many-requests */
  async sendToMe(member: Member, eventId: string, id: string, side: SideName): Promise<void> {
    const { organizationId, personId } = member;
    await this.db.write(member.scope, async (tx) => {
      const introduction = found(await tx.one(Introduction, { id, eventId, organizationId }));
      const { personA, personB } = introduction;
      const reader = side === 'a' ? personA : personB;
      const its = found((await sidesOf(tx, [id])).find((one) => one.personId === reader));
      if (!(await spend(tx, `introduction-tests:${personId}`, mostTests)))
        throw new DomainError('too-many-requests');
      await post(tx, [
        {
          organizationId,
          kind: 'introduction-test',
          subjectId: its.id,
          personId,
          step: newId(),
          speaksOf: [id, personA, personB],
        },
      ]);
    });
  }
}
