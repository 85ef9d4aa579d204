import type { Features, IntroductionSource, TrainingRow } from '#libs/domain';
import { type Keys, keyedHash } from './tokens.ts';
import type { Reader, Tx } from './tx.ts';

/** Asks harvested at once. */
const slice = 1000;

/** More say nothing new, and learning from them takes 6 s. Keys are hashes, so that the first by key are any. */
const mostRows = 20_000;

/** Freezes what speaks for a yes of each side, as its ask leaves. */
export async function keepFeatures(
  tx: Tx,
  organizationId: string,
  sides: readonly { sideId: string; features: Features }[],
): Promise<void> {
  await tx.query(
    `update introduction_sides s set features = f.features
     from jsonb_to_recordset($2::jsonb) as f("sideId" uuid, features jsonb)
     where s.id = f."sideId" and s.organization_id = $1`,
    [organizationId, JSON.stringify(sides)],
  );
}

interface EndedAsk {
  sideId: string;
  eventId: string;
  source: IntroductionSource;
  features: Features;
  saidYes: boolean;
  answered: boolean;
  mayTeach: boolean;
}

/**
 * Asks that are over for everybody: this side's day 7 and the last day on which the pair could have been introduced, so
 * that weights move with no answer. A pair that ended by anything but an answer or a silence teaches nothing: a block,
 * an opt-out, a pause, a stop by the host, a mail that never left. Neither does one where that came later but before
 * now, because a person who has left is not to be learned from.
 */
const endedAsks = `
  select s.id as "sideId", i.event_id as "eventId", i.source, s.features, s.consent = 'yes' as "saidYes",
    s.consent in ('yes', 'no') as answered,
    s.consent <> 'not_asked' and coalesce(i.close_cause, 'no') in ('no', 'no-answer') and i.state <> 'ended for safety'
      and not exists (select from introduction_log l where l.introduction_id = i.id and l.transition = 'stopped')
      and not exists (select from blocks b where (b.person_id, b.blocked_id) in ((i.person_a, i.person_b), (i.person_b, i.person_a)))
      and not exists (select from people p where p.id in (i.person_a, i.person_b)
        and (p.erased_at is not null or p.introductions_paused_until > $1
          or exists (select from mail_stops m where m.person_id = p.id and m.topic in ('all', 'introductions')
            and (m.organization_id is null or m.organization_id = i.organization_id))
          or not exists (select from consents c where c.person_id = p.id and c.organization_id = i.organization_id
            and c.purpose = 'introductions' and c.answer = 'given' and c.withdrawn_at is null))) as "mayTeach"
  from introduction_sides s join introductions i on i.id = s.introduction_id
  where s.features is not null and greatest(s.ask_ends_at, i.appears_until) <= $1
  order by s.id limit ${String(slice)} for no key update of s skip locked`;

/**
 * Turns asks that are over into training rows, each exactly once: what was frozen leaves the side in the same transaction,
 * and the key of the row is the side's own. In the scope of the system.
 *
 * A new secret makes new folds: an evening whose asks end on both sides of the change counts as two.
 * @returns how many asks were looked at; 0 when none is left
 */
export async function harvestAnswers(tx: Tx, keys: Keys): Promise<number> {
  const ended = await tx.query<EndedAsk>(endedAsks, [tx.now]);
  const rows = ended
    .filter(({ mayTeach }) => mayTeach)
    .map(({ sideId, eventId, ...row }) => ({
      key: keyedHash(keys, 'training-side', sideId).toString('hex'),
      fold: keyedHash(keys, 'training-evening', eventId).toString('hex'),
      source: row.source,
      features: row.features,
      saidYes: row.saidYes,
      answered: row.answered,
    }));
  await tx.query(
    `insert into training_rows (key, fold, source, features, said_yes, answered)
     select decode(key, 'hex'), decode(fold, 'hex'), source, features, "saidYes", answered
     from jsonb_to_recordset($1::jsonb)
       as r(key text, fold text, source text, features jsonb, "saidYes" boolean, answered boolean)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
  await tx.query('update introduction_sides set features = null where id = any ($1::uuid[])', [
    ended.map(({ sideId }) => sideId),
  ]);
  return ended.length;
}

/** How many people answered, yes or no, of the rows that are learned from. In the scope of the system. */
export async function answersToLearnFrom(reader: Reader): Promise<number> {
  const [row] = await reader.query<{ answers: number }>(
    `select count(*) filter (where answered)::int as answers
     from (select answered from training_rows order by key limit ${String(mostRows)}) rows`,
  );
  return row?.answers ?? 0;
}

/** In the scope of the system. */
export function readTrainingRows(reader: Reader): Promise<TrainingRow[]> {
  return reader.query<TrainingRow>(
    `select encode(fold, 'hex') as fold, features, said_yes as "saidYes", answered from training_rows
     order by key limit ${String(mostRows)}`,
  );
}
