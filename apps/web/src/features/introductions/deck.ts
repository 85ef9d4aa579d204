import type { Board, BoardPerson, IntroductionView, Standing } from '../../lib/shapes.ts';

/** The pairs still to decide in the order they are shown: the skipped ones wait at the end, as they were skipped. */
export function deckOf(
  introductions: readonly IntroductionView[],
  decided: ReadonlySet<string>,
  skipped: readonly string[],
): IntroductionView[] {
  const open = introductions.filter(({ id, standing }) => standing === 'suggested' && !decided.has(id));
  if (skipped.length === 0) return open;
  const waiting = new Set(skipped);
  const byId = new Map(open.map((one) => [one.id, one]));
  const last = skipped.flatMap((id) => byId.get(id) ?? []);
  return [...open.filter(({ id }) => !waiting.has(id)), ...last];
}

/** Whom the host lands on when this pair leaves the deck: the next one, else the one before. */
export function neighbourOf(deck: readonly IntroductionView[], id: string): string | undefined {
  const at = deck.findIndex((one) => one.id === id);
  return (deck[at + 1] ?? deck[at - 1])?.id;
}

/** A step through the deck that goes round at its ends. */
export function stepFrom(deck: readonly IntroductionView[], id: string, by: 1 | -1): string | undefined {
  const at = deck.findIndex((one) => one.id === id);
  return deck.at((at + by) % deck.length)?.id;
}

/** Those whom nobody was found for stand first, then by name. */
export const byNeed = (people: readonly BoardPerson[]): BoardPerson[] =>
  people.toSorted((a, b) => Number(a.used > 0) - Number(b.used > 0) || names.compare(a.name, b.name));

const names = new Intl.Collator('en');

const taking: readonly Standing[] = ['suggested', 'approved', 'asked', 'introduced'];

/** As the api counts: introductions that show as standing; a pair on its way out, by `dropped`, counts no more. */
export function withCounts(
  people: readonly BoardPerson[],
  introductions: readonly IntroductionView[],
  dropped: ReadonlySet<string>,
): BoardPerson[] {
  const used = new Map<string, number>();
  for (const { id, standing, a, b } of introductions) {
    if (!taking.includes(standing) || dropped.has(id)) continue;
    for (const { attendeeId } of [a, b]) used.set(attendeeId, (used.get(attendeeId) ?? 0) + 1);
  }
  return people.map((person) => {
    const count = used.get(person.attendeeId) ?? 0;
    return count === person.used ? person : { ...person, used: count };
  });
}

/** Each stops a pair of the host's own, but that a host once kept the two apart: this one may bring them together. */
export type Conflict = 'same-person' | 'pair-exists' | 'known' | 'kept-apart' | 'cap-a' | 'cap-b';

/** What the board knows against a pair of the host's own. */
export function conflictsOf(
  a: BoardPerson,
  b: BoardPerson,
  { introductions, apart }: Pick<Board, 'introductions' | 'apart'>,
): Conflict[] {
  if (a.attendeeId === b.attendeeId) return ['same-person'];
  const both = [a.attendeeId, b.attendeeId];
  const isPair = (one: IntroductionView): boolean =>
    both.includes(one.a.attendeeId) && both.includes(one.b.attendeeId);
  const stands = introductions.some(
    (one) => isPair(one) && !['dismissed', 'withdrawn'].includes(one.standing),
  );
  const conflicts: Conflict[] = stands ? ['pair-exists'] : [];
  const why = apart.find((one) => both.includes(one.a) && both.includes(one.b))?.why;
  if (why !== undefined) conflicts.push(why);
  if (placesOf(a, introductions) >= a.cap) conflicts.push('cap-a');
  if (placesOf(b, introductions) >= b.cap) conflicts.push('cap-b');
  return conflicts;
}

/** Places that are taken for good: a mere suggestion makes room for a pair of the host's own. */
function placesOf({ attendeeId }: BoardPerson, introductions: readonly IntroductionView[]): number {
  return introductions.filter(
    ({ holdsPlace, a, b }) => holdsPlace && (a.attendeeId === attendeeId || b.attendeeId === attendeeId),
  ).length;
}
