/**
 * What one ratio stands on, at one evening or several: numbers that add up.
 *
 * A host knows of each pair whether it was introduced, and of each guest whether they came. What became of a pair and who
 * answered is nobody's to know, so those cells are `secret`: also the rest that did not is a group, and so is everything
 * between a count and the next larger or smaller one that is told.
 */
export interface Cell {
  /** How many people are behind it, as far as that is known; groups under 5 are hidden. */
  readonly group: number;
  readonly of: number;
  readonly count: number;
  readonly secret?: boolean;
  /** Of the same pairs: how many came at least one step less far; `count` is among them. */
  readonly above?: number;
  /** How many of `count` the host knows of. */
  readonly below?: number;
}

/** What may be told of a cell; null is hidden, and reads "fewer than 5". */
export interface Told {
  readonly of: number | null;
  readonly count: number | null;
}

/** product.md: cells under 5 people are hidden. */
export const fewestTold = 5;

export const mayTellOf = ({ group, of }: Cell): boolean => Math.min(group, of) >= fewestTold;

export function mayTellCount(cell: Cell): boolean {
  const { count, of, above = Infinity, below = 0 } = cell;
  if (!mayTellOf(cell)) return false;
  if (cell.secret !== true) return true;
  return [count - below, of - count, above - count].every((rest) => rest >= fewestTold);
}

export function tell(cell: Cell): Told {
  return { of: mayTellOf(cell) ? cell.of : null, count: mayTellCount(cell) ? cell.count : null };
}

/** Several evenings as one. */
export function sumOf(cells: readonly Cell[]): Cell {
  const total = (of: (cell: Cell) => number | undefined): number =>
    cells.reduce((sum, cell) => sum + (of(cell) ?? 0), 0);
  return {
    group: total(({ group }) => group),
    of: total(({ of }) => of),
    count: total(({ count }) => count),
    secret: cells.some(({ secret }) => secret === true),
    ...(cells.some(({ above }) => above !== undefined) && { above: total(({ above }) => above) }),
    below: total(({ below }) => below),
  };
}
