import { Database, type Tx, keepConsent, recordApart, withdrawSharing } from '#libs/database';
import { Consent, type Once, everyOrganization, found } from '#libs/domain';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import { type Ledger, readLedger } from './ledger.queries.ts';

/**
 * What a person agreed to and what was shared about them, over all organizations. Whatever is withdrawn here looks like
 * silence to everybody else: nothing of it stands in an organization's activity.
 */
@Injectable()
export class LedgerService {
  constructor(private readonly db: Database) {}

  ledgerOf(personId: string): Promise<Ledger> {
    return this.db.read(everyOrganization, (reader) => readLedger(reader, personId));
  }

  /** One answer; withdrawn before, it stays so. Introductions end with it. @throws DomainError not-found */
  withdraw(personId: string, consentId: string, once?: Once): Promise<null> {
    return this.keep(personId, 'consent.withdrawn', once, async (tx) => {
      await withdrawConsent(tx, found(await tx.one(Consent, { id: consentId, personId })));
    });
  }

  /** What one introduction shares: the other no longer sees how to reach them. @throws DomainError not-found */
  takeBack(personId: string, introductionId: string, once?: Once): Promise<null> {
    return this.keep(personId, 'sharing.withdrawn', once, async (tx) => {
      const [side] = await tx.query<{ organizationId: string }>(
        `select organization_id as "organizationId" from introduction_sides where introduction_id = $1 and person_id = $2`,
        [introductionId, personId],
      );
      await withdrawSharing(tx, { ...found(side), introductionId, personId });
    });
  }

  /** Every yes and everything that is shared by introductions, at once. */
  withdrawAll(personId: string, once?: Once): Promise<null> {
    return this.keep(personId, 'consent.withdrawn-all', once, async (tx) => {
      const { consents, shared } = await readLedger(tx, personId);
      for (const { id } of consents.filter(isLiveYes)) {
        await withdrawConsent(tx, found(await tx.one(Consent, { id, personId })));
      }
      // In one order, as everything that locks several introductions.
      const ids = shared.flatMap(({ introductionId, takenBackAt }) =>
        takenBackAt === null ? [introductionId] : [],
      );
      for (const introductionId of ids.sort()) {
        const [side] = await tx.query<{ organizationId: string }>(
          `select organization_id as "organizationId" from introduction_sides where introduction_id = $1 and person_id = $2`,
          [introductionId, personId],
        );
        await withdrawSharing(tx, { ...found(side), introductionId, personId });
      }
    });
  }

  private keep(
    personId: string,
    action: string,
    once: Once | undefined,
    work: (tx: Tx) => Promise<unknown>,
  ): Promise<null> {
    return this.db.write({ ...everyOrganization, once }, async (tx) => {
      await work(tx);
      await recordApart(tx, { kind: 'person', id: personId }, action, personId);
      return null;
    });
  }
}

const isLiveYes = ({ answer, withdrawnAt }: Pick<Consent, 'answer' | 'withdrawnAt'>): boolean =>
  answer === 'given' && withdrawnAt === null;

/** Kept as a no of the person's own, so that no list and no morning mail asks or answers again for them. */
async function withdrawConsent(tx: Tx, consent: Consent): Promise<void> {
  if (!isLiveYes(consent)) return;
  const { organizationId, personId, purpose } = consent;
  const wording = words.pages.rsvp.wording;
  await keepConsent(tx, { organizationId, personId, purpose, answer: 'refused', wording, source: 'answer' });
}
