import type { Profile } from '../introductions/profile.ts';
import type { Vocabulary } from '../introductions/terms.ts';

/** What somebody brings to a table, as they wrote it at their RSVP. */
export type Sitter = Pick<Profile, 'crafts' | 'lookingFor' | 'canHelpWith' | 'stage'>;

/** What somebody can talk about: each tag in the vocabulary's form, with how they wrote it. */
export function topicsOf(
  { crafts, lookingFor, canHelpWith }: Sitter,
  { fold }: Vocabulary,
): ReadonlyMap<string, string> {
  return new Map([...lookingFor, ...canHelpWith, ...crafts].map((tag) => [fold(tag), tag]));
}

/**
 * What the people of a table have in common, to begin with: what most of them wrote, at least two; of equals what fewest in
 * the room wrote, because that is worth more to those who share it. Null: nothing. As it is written most often.
 * @param topics of each of the room, by number
 */
export function topicOfTable(
  table: readonly number[],
  topics: readonly ReadonlyMap<string, string>[],
): string | null {
  const written = new Map<string, string[]>();
  for (const person of table)
    for (const [term, tag] of topics[person] ?? []) written.set(term, [...(written.get(term) ?? []), tag]);
  const inRoom = (term: string) => topics.filter((own) => own.has(term)).length;
  const [best] = [...written]
    .filter(([, tags]) => tags.length > 1)
    .map(([term, tags]) => ({ term, tags, inRoom: inRoom(term) }))
    .sort((a, b) => b.tags.length - a.tags.length || a.inRoom - b.inRoom || (a.term < b.term ? -1 : 1));
  return best === undefined ? null : mostFrequent(best.tags);
}

function mostFrequent(texts: readonly string[]): string | null {
  const times = (text: string) => texts.filter((one) => one === text).length;
  return [...new Set(texts)].sort((a, b) => times(b) - times(a) || (a < b ? -1 : 1))[0] ?? null;
}
