import { type Consent, newId } from '#libs/domain';
import type { Reader, Tx } from './tx.ts';

export type Answered = Pick<
  Consent,
  'organizationId' | 'personId' | 'purpose' | 'answer' | 'wording' | 'source'
>;

/** Keeps an answer; a different one to the same question is withdrawn in the same transaction. */
export async function keepConsent(tx: Tx, consent: Answered): Promise<void> {
  const { organizationId, personId, purpose, answer, wording, source } = consent;
  await tx.query(
    `update consents set withdrawn_at = $4
     where organization_id = $1 and person_id = $2 and purpose = $3 and withdrawn_at is null and answer <> $5`,
    [organizationId, personId, purpose, tx.now, answer],
  );
  await tx.query(
    `insert into consents (id, organization_id, person_id, purpose, answer, wording, source, answered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [newId(), organizationId, personId, purpose, answer, wording, source, tx.now],
  );
}

/** What the person last answered this organization about one purpose; null when never asked. */
export async function liveConsent(
  reader: Reader,
  organizationId: string,
  personId: string,
  purpose: Consent['purpose'],
): Promise<Consent['answer'] | null> {
  const [row] = await reader.query<{ answer: Consent['answer'] }>(
    `select answer from consents
     where organization_id = $1 and person_id = $2 and purpose = $3 and withdrawn_at is null`,
    [organizationId, personId, purpose],
  );
  return row?.answer ?? null;
}
