import { type Consent, newId } from '#libs/domain';
import { endPairsOfOptedOut } from './ended-pairs.ts';
import type { Reader, Tx } from './tx.ts';

export type Answered = Pick<
  Consent,
  'organizationId' | 'personId' | 'purpose' | 'answer' | 'wording' | 'source'
>;

/** Keeps an answer; a different one to the same question is withdrawn in the same transaction. */
export function keepConsent(tx: Tx, consent: Answered): Promise<void> {
  return keepConsents(tx, [consent]);
}

/**
 * Keeps many answers; of two of one person to one question in the same call the last counts. A yes to introductions that
 * becomes a no ends what was asked because of it.
 */
export async function keepConsents(tx: Tx, consents: readonly Answered[]): Promise<void> {
  const last = new Map(consents.map((one) => [`${one.organizationId} ${one.personId} ${one.purpose}`, one]));
  if (last.size === 0) return;
  const rows = JSON.stringify([...last.values()].map((one) => ({ ...one, id: newId() })));
  const withdrawn = await tx.prepared<Withdrawn>(
    'consents-withdraw',
    `update consents c set withdrawn_at = $2
     from jsonb_to_recordset($1::jsonb) as told("organizationId" uuid, "personId" uuid, purpose text, answer text)
     where c.organization_id = told."organizationId" and c.person_id = told."personId" and c.purpose = told.purpose
       and c.withdrawn_at is null and c.answer <> told.answer
     returning c.organization_id as "organizationId", c.person_id as "personId", c.purpose, c.answer`,
    [rows, tx.now],
  );
  await tx.prepared(
    'consents-keep',
    `insert into consents (id, organization_id, person_id, purpose, answer, wording, source, answered_at)
     select id, "organizationId", "personId", purpose, answer, wording, source, $2
     from jsonb_to_recordset($1::jsonb) as told(id uuid, "organizationId" uuid, "personId" uuid, purpose text, answer text,
       wording text, source text)
     on conflict do nothing`,
    [rows, tx.now],
  );
  const optedOut = withdrawn.filter(
    ({ purpose, answer }) => purpose === 'introductions' && answer === 'given',
  );
  for (const [organizationId, people] of Map.groupBy(optedOut, (one) => one.organizationId)) {
    await endPairsOfOptedOut(
      tx,
      organizationId,
      people.map(({ personId }) => personId),
    );
  }
}

type Withdrawn = Pick<Consent, 'organizationId' | 'personId' | 'purpose' | 'answer'>;

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
