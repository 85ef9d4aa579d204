import type { BoardPerson, IntroductionView } from '../../lib/shapes.ts';

/** The pairs still to decide in the order they are shown: the skipped ones wait at the end, as they were skipped. */
export function deckOf(
  introductions: readonly IntroductionView[],
  decided: ReadonlySet<string>,
  skipped: readonly string[],
): IntroductionView[] {
  const open = introductions.filter(({ id, standing }) => standing === 'suggested' && !decided.has(id));
  const last = skipped.flatMap((id) => open.filter((one) => one.id === id));
  return [...open.filter(({ id }) => !skipped.includes(id)), ...last];
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
  people.toSorted((a, b) => Number(a.used > 0) - Number(b.used > 0) || a.name.localeCompare(b.name, 'en'));

export type Conflict = 'same-person' | 'pair-exists' | 'cap-a' | 'cap-b';

/** What the board itself knows against a pair of the host's own; the api may know more. */
export function conflictsOf(
  a: BoardPerson,
  b: BoardPerson,
  introductions: readonly IntroductionView[],
): Conflict[] {
  if (a.attendeeId === b.attendeeId) return ['same-person'];
  const isPair = (one: IntroductionView): boolean =>
    [one.a.attendeeId, one.b.attendeeId].includes(a.attendeeId) &&
    [one.a.attendeeId, one.b.attendeeId].includes(b.attendeeId);
  const stands = introductions.some(
    (one) => isPair(one) && !['dismissed', 'withdrawn'].includes(one.standing),
  );
  const conflicts: Conflict[] = stands ? ['pair-exists'] : [];
  if (placesOf(a, introductions) >= a.cap) conflicts.push('cap-a');
  if (placesOf(b, introductions) >= b.cap) conflicts.push('cap-b');
  return conflicts;
}

/** Places that are taken for good: a mere suggestion makes room for a pair of the host's own. */
function placesOf({ attendeeId }: BoardPerson, introductions: readonly IntroductionView[]): number {
  const isTaken = ({ standing, source }: IntroductionView): boolean =>
    ['approved', 'asked', 'introduced'].includes(standing) || (standing === 'suggested' && source === 'host');
  return introductions.filter(
    (one) => isTaken(one) && (one.a.attendeeId === attendeeId || one.b.attendeeId === attendeeId),
  ).length;
}
