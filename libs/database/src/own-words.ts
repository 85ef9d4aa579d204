import type { Profile } from '#libs/domain';
import { type Teller, keepToldByMany } from './told-people.ts';
import type { Tx } from './tx.ts';

/** What somebody with a proven address said of themself with an RSVP. */
export interface OwnWords {
  teller: Teller;
  profile: Partial<Profile>;
  /** Names or addresses of people they know; undefined when they were not asked or left it empty. */
  known?: readonly string[] | undefined;
}

/**
 * Keeps what people say of themselves for their next RSVP, and whom they know already; the attendee's copy, which matching
 * reads, is the desk's to write. What was not said stays. The caller locked the people before any counter row.
 */
export async function keepOwnWords(tx: Tx, said: readonly OwnWords[]): Promise<void> {
  const profiles = new Map(
    said
      .filter(({ profile }) => Object.keys(profile).length > 0)
      .map(({ teller, profile }) => [teller.personId, { id: teller.personId, profile }]),
  );
  if (profiles.size > 0) {
    await tx.query(
      `update people p set profile = p.profile || said.profile
       from jsonb_to_recordset($1::jsonb) as said(id uuid, profile jsonb) where p.id = said.id and p.erased_at is null`,
      [JSON.stringify([...profiles.values()])],
    );
  }
  const tellers = new Map(
    said.flatMap(({ teller, known }) =>
      known === undefined
        ? []
        : [[teller.id, { teller, kind: 'known' as const, entries: known.map((typed) => ({ typed })) }]],
    ),
  );
  await keepToldByMany(tx, [...tellers.values()]);
}
