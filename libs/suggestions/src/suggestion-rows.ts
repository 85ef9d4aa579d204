import { type Tx, agreeOnUnseen } from '#libs/database';
import { type Actor, Introduction, IntroductionSide, type Proposal, newId } from '#libs/domain';

/** Rows a statement: a few hundred kilobytes of JSON, made and read in some milliseconds. */
const atOnce = 500;

/** Keeps what was suggested, with both sides and a line in the log each; set-wise, as a large room has thousands. */
export async function keepProposals(
  tx: Tx,
  actor: Actor,
  proposals: readonly Proposal[],
): Promise<Introduction[]> {
  const all = proposals.map((proposal) => Introduction.propose(proposal, tx.now));
  for (let start = 0; start < all.length; start += atOnce) {
    const introductions = all.slice(start, start + atOnce);
    const sides = introductions.flatMap((introduction) => [
      sideOf(introduction, introduction.personA, introduction.attendeeA),
      sideOf(introduction, introduction.personB, introduction.attendeeB),
    ]);
    await insertAll(tx, 'introductions', introductions);
    await insertAll(tx, 'introduction_sides', sides);
    await logAll(tx, actor, introductions, 'suggested');
  }
  return all;
}

/** What was suggested makes way for other pairs; what two of them have agreed of themselves does not. */
export async function replace(tx: Tx, actor: Actor, introductions: readonly Introduction[]): Promise<void> {
  if (introductions.length === 0) return;
  const agreed = introductions.map((introduction) => ({ introduction, releaseAt: introduction.releaseAt }));
  for (const introduction of introductions) introduction.dismiss('replaced', tx.now);
  await tx.query(
    `update introductions i set state = r.state, close_cause = r.close_cause, closed_at = r.closed_at, ask_at = r.ask_at,
       suggested_until = r.suggested_until, release_at = r.release_at, version = r.version
     from jsonb_populate_recordset(null::introductions, $1::jsonb) r
     where i.id = r.id and i.organization_id = r.organization_id`,
    [rowsOf(introductions)],
  );
  await logAll(tx, actor, introductions, 'replaced');
  for (const { introduction, releaseAt } of agreed) await agreeOnUnseen(tx, introduction, releaseAt);
}

const sideOf = (introduction: Introduction, personId: string, attendeeId: string): IntroductionSide =>
  IntroductionSide.of(newId(), introduction, { personId, attendeeId });

async function insertAll(
  tx: Tx,
  table: 'introductions' | 'introduction_sides' | 'introduction_log',
  rows: readonly object[],
): Promise<void> {
  await tx.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
    rowsOf(rows),
  ]);
}

async function logAll(
  tx: Tx,
  actor: Actor,
  introductions: readonly Introduction[],
  transition: string,
): Promise<void> {
  const name = actor.kind === 'system' ? 'system' : `${actor.kind}:${actor.id}`;
  const lines = introductions.map(({ id, organizationId }) => ({
    id: newId(),
    organizationId,
    introductionId: id,
    at: tx.now,
    actor: name,
    transition,
  }));
  await insertAll(tx, 'introduction_log', lines);
}

/** Entities as their tables name the columns; jsonb columns keep the names inside. */
function rowsOf(rows: readonly object[]): string {
  return JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value])),
    ),
  );
}

const columnOf = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
