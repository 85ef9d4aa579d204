import { Introduction, Person, found, foldLetters } from '#libs/domain';
import { stored } from '#libs/words';
import { lockPeople } from './introductions.ts';
import type { Reader, Tx } from './tx.ts';

/** Somebody who is being erased, and everything they may be called by elsewhere. */
export interface Leaving {
  personId: string;
  email: string;
  /** As given to the product and at each evening, each once. */
  names: string[];
  attendeeIds: string[];
  eventIds: string[];
}

/** Locks the person. @returns null when they were erased before @throws DomainError not-found */
export async function whoLeaves(tx: Tx, personId: string): Promise<Leaving | null> {
  await lockPeople(tx, [personId]);
  const person = found(await tx.one(Person, { id: personId }));
  return person.erasedAt === null ? leavingOf(tx, person) : null;
}

/** The same of somebody whose name and address are gone already, but for what was written since. */
export async function whoLeft(tx: Tx, personId: string): Promise<Leaving> {
  await lockPeople(tx, [personId]);
  return leavingOf(tx, found(await tx.one(Person, { id: personId })));
}

async function leavingOf(reader: Reader, { id: personId, email, name }: Person): Promise<Leaving> {
  const rows = await reader.query<{ id: string; eventId: string; name: string; typed: string | null }>(
    `select id, event_id as "eventId", name, typed->>'name' as typed from attendees where person_id = $1 order by event_id`,
    [personId],
  );
  // On panels they may be called otherwise, and may never have come.
  const panels = await reader.query<{ eventId: string; name: string; called: string | null }>(
    `select event_id as "eventId", name, appears->>'name' as called from panel_people where person_id = $1
     order by event_id, id`,
    [personId],
  );
  const [profile] = await reader.query<{ name: string }>(
    'select name from panelist_profiles where person_id = $1',
    [personId],
  );
  const called = panels.flatMap((panel) => [panel.name, panel.called]);
  const names = [name, profile?.name ?? null, ...rows.flatMap((row) => [row.name, row.typed]), ...called];
  return {
    personId,
    email,
    names: [...new Set(names.flatMap((one) => (isName(one) ? [one.trim()] : [])))],
    attendeeIds: rows.map(({ id }) => id),
    eventIds: [...new Set([...rows, ...panels].map(({ eventId }) => eventId))].sort(),
  };
}

const isName = (name: string | null): name is string =>
  name !== null && name.trim() !== '' && name !== stored.somebodyWhoLeft;

/** Nothing is suggested at their evenings meanwhile: whoever keeps a plan locks the evening and looks again. */
export async function lockEvenings(tx: Tx, { eventIds }: Leaving): Promise<void> {
  await tx.query('select id from events where id = any ($1::uuid[]) order by id for no key update', [
    eventIds,
  ]);
}

/** Every introduction of theirs, over all organizations, under its lock. */
export async function lockPairs(tx: Tx, personId: string): Promise<Introduction[]> {
  const rows = await tx.query<{ id: string }>(
    'select id from introductions where person_a = $1 or person_b = $1 order by id for no key update',
    [personId],
  );
  const pairs = [];
  for (const { id } of rows) pairs.push(found(await tx.one(Introduction, { id })));
  return pairs;
}

type Called = Pick<Leaving, 'names' | 'email'>;

/** Whether a text names them: the whole name in any spelling, a part of it as it is written, or the address. */
export function speaksOf(called: Called, text: string | null): boolean {
  if (text === null) return false;
  const parts = called.names.flatMap((name) => name.split(/\s+/)).filter((part) => part.length > 1);
  const written = text.split(/[^\p{L}\p{N}\p{M}'’-]+/u).map((word) => word.replace(/['’]s?$/, ''));
  return namesThem(called, text) || parts.some((part) => written.includes(part));
}

/** Whether it gives the whole name, in any spelling, or the address: what is somebody else's to keep goes by no less. */
export function namesThem({ names, email }: Called, text: string): boolean {
  const folded = ` ${foldLetters(text)} `;
  return (
    text.toLowerCase().includes(email) || names.some((name) => folded.includes(` ${foldLetters(name)} `))
  );
}
