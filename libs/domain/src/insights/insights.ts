import { type Cell, type Told, fewestTold, tell } from './cells.ts';
import { type AgainstChance, againstChance } from './chance.ts';
import { type PastEvening, type Ratio, type Share, ratios, sharesOf } from './evening.ts';
import { type Nothing, nothingOf } from './nothing.ts';
import { type PairSoFar, loadOf, outcomeOf, whenOver } from './pairs.ts';
import { type EndedEvening, evenlyAdded } from './ripe.ts';
import { tellGroups } from './sums.ts';

/** A ratio; where nothing is to be counted yet, the others are null and the reason is not that there are few. */
export interface ToldRatio extends Told {
  readonly nothing: Nothing | null;
}

/** What came of an evening, or of several as one; null is hidden. */
export interface Insights {
  readonly rsvps: number | null;
  readonly ratios: Readonly<Record<Ratio, ToldRatio>>;
  /** How often the one who was asked most was asked. */
  readonly load: number | null;
  readonly chance: AgainstChance & { /** From when there is more to say. */ readonly from: Date | null };
}

/** Ratios about which a host knows each single case anyway; sums take every evening at once. */
const open: readonly Ratio[] = ['showed', 'coverage', 'mutual'];

/** As of a midnight (`lastMidnight`). */
export function tellEvening(evening: PastEvening, asOf: Date): Insights {
  const shares = sharesOf(evening, asOf);
  return {
    rsvps: tell(rsvpsOf(evening)).count,
    ratios: byRatio((ratio) => ({ ...tell(shares[ratio].cell), nothing: shares[ratio].nothing })),
    ...tellPairs(evening.pairs, asOf),
  };
}

/**
 * Several groups of evenings, the largest first, beside the evenings themselves (`tellEvening`): no sum or difference of
 * what is told gives a hidden number, today or from one day to the next.
 */
export function tellSums(
  evenings: readonly PastEvening[],
  groups: readonly (readonly string[])[],
  asOf: Date,
): Insights[] {
  const shares = new Map(evenings.map((evening) => [evening.id, sharesOf(evening, asOf)]));
  const rsvps = tellGroups(new Map(evenings.map((evening) => [evening.id, rsvpsOf(evening)])), groups);
  const told = byRatio((ratio) => tellRatio(shares, groups, ratio));
  return groups.map((group, at) => ({
    rsvps: rsvps[at]?.count ?? null,
    ratios: byRatio((ratio) => told[ratio][at] ?? { of: null, count: null, nothing: null }),
    ...tellPairs(
      evenings.filter(({ id }) => group.includes(id)).flatMap(({ pairs }) => pairs),
      asOf,
    ),
  }));
}

function tellRatio(
  shares: ReadonlyMap<string, Readonly<Record<Ratio, Share>>>,
  groups: readonly (readonly string[])[],
  ratio: Ratio,
): ToldRatio[] {
  const ended = [...shares].flatMap(([id, of]): EndedEvening[] => {
    const { cell, endedAt } = of[ratio];
    return endedAt === null ? [] : [{ id, cell, endedAt }];
  });
  const cells = new Map<string, Cell>(ended.map(({ id, cell }) => [id, cell]));
  const own = groups.map((group) => ended.filter(({ id }) => group.includes(id)));
  const added = own.map((those) => (open.includes(ratio) ? those.map(({ id }) => id) : evenlyAdded(those)));
  return tellGroups(cells, added).map((told, at) => ({
    ...told,
    nothing: nothingOf((own[at] ?? []).map(({ id }) => shares.get(id)?.[ratio].nothing ?? null)),
  }));
}

const rsvpsOf = ({ rsvps }: PastEvening): Cell => ({ group: rsvps, of: rsvps, count: rsvps });

/** A host reads of each pair what these are made of, so that they need no protection but that of small groups. */
function tellPairs(pairs: readonly PairSoFar[], asOf: Date): Pick<Insights, 'load' | 'chance'> {
  const { most, people } = loadOf(pairs, asOf);
  const chance = againstChance(outcomeOf(pairs, 'suggested', asOf), outcomeOf(pairs, 'wildcard', asOf));
  return { load: people >= fewestTold ? most : null, chance: { ...chance, from: comparedFrom(pairs, asOf) } };
}

/** When five of each kind are over, if that is known and lies ahead. */
function comparedFrom(pairs: readonly PairSoFar[], asOf: Date): Date | null {
  return whenOver(pairs, asOf, (over) =>
    (['suggested', 'wildcard'] as const).every(
      (kind) => over.filter(({ source }) => source === kind).length >= fewestTold,
    ),
  );
}

function byRatio<Value>(of: (ratio: Ratio) => Value): Record<Ratio, Value> {
  return Object.fromEntries(ratios.map((ratio) => [ratio, of(ratio)])) as Record<Ratio, Value>;
}
