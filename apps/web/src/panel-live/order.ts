import type { LiveQuestion } from './live.ts';

/** Most voted first; of as many votes the one that was asked first. */
export function byVotes(
  one: Pick<LiveQuestion, 'votes' | 'createdAt' | 'id'>,
  other: Pick<LiveQuestion, 'votes' | 'createdAt' | 'id'>,
): number {
  return (
    other.votes - one.votes ||
    Date.parse(one.createdAt) - Date.parse(other.createdAt) ||
    one.id.localeCompare(other.id)
  );
}

/**
 * The order of a list under somebody's finger: as it was, with what is new at its end, so that a press does not land on what
 * has just moved there.
 */
export function heldOrder<One extends { id: string }>(
  fresh: readonly One[],
  before: readonly string[],
): One[] {
  const places = new Map(before.map((id, at) => [id, at]));
  const placeOf = ({ id }: One): number => places.get(id) ?? before.length;
  return fresh.toSorted((one, other) => placeOf(one) - placeOf(other));
}
