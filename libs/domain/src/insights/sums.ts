import { type Cell, type Told, mayTellCount, mayTellOf, sumOf } from './cells.ts';

/** The cell of each evening, by its id. */
export type Evenings = ReadonlyMap<string, Cell>;

/** Evenings told as one: all of a format, all of the organization. */
export type Group = readonly string[];

/**
 * What may be told of these groups beside the evenings themselves, each of which tells of itself what it may alone. A group
 * is told only if no sum or difference of it, of groups told before it and of evenings told gives the number of
 * other evenings that may not be told: with one small evening among large ones, the total less the large ones is the small one.
 */
export function tellGroups(evenings: Evenings, groups: readonly Group[]): Told[] {
  const ofs = whichTell(evenings, groups, mayTellOf);
  const counts = whichTell(
    evenings,
    groups.filter((_, at) => ofs[at]),
    mayTellCount,
  );
  return groups.map((group, at) => {
    if (ofs[at] !== true) return { of: null, count: null };
    const { of, count } = cellOf(evenings, group);
    const told = counts[ofs.slice(0, at).filter(Boolean).length];
    return { of, count: told === true ? count : null };
  });
}

function whichTell(evenings: Evenings, groups: readonly Group[], may: (cell: Cell) => boolean): boolean[] {
  const told: Signed[] = [];
  return groups.map((group) => {
    if (!may(cellOf(evenings, group))) return false;
    // What is told of an evening is taken off: what is left are those that are not. Nobody is in an empty one.
    const rest = new Map(
      group.filter((id) => !may(cellOf(evenings, [id])) && evenings.get(id)?.of !== 0).map((id) => [id, 1]),
    );
    const safe = withAll(rest, told).every((sum) => {
      const ids = [...sum].filter(([, times]) => times !== 0);
      if (ids.length === 0 || ids.some(([, times]) => times !== 1)) return true;
      return may(
        cellOf(
          evenings,
          ids.map(([id]) => id),
        ),
      );
    });
    if (safe) told.push(rest);
    return safe;
  });
}

/** How often each evening is in a sum. */
type Signed = ReadonlyMap<string, number>;

/** The rest plus or minus each of the others or not: at most 3 to the power of their number, which is that of the formats. */
function withAll(rest: Signed, others: readonly Signed[]): Signed[] {
  return others.reduce<Signed[]>(
    (sums, other) => sums.flatMap((sum) => [sum, plus(sum, other, 1), plus(sum, other, -1)]),
    [rest, plus(new Map(), rest, -1)],
  );
}

function plus(sum: Signed, other: Signed, sign: 1 | -1): Signed {
  const both = new Map(sum);
  for (const [id, times] of other) both.set(id, (both.get(id) ?? 0) + sign * times);
  return both;
}

const cellOf = (evenings: Evenings, ids: readonly string[]): Cell =>
  sumOf(ids.flatMap((id) => evenings.get(id) ?? []));
