import type { CriticProblem, Hearing } from './input.ts';
import type { Assignment, CriticPlan, Prices, Shortage, WorstPrices } from './plan.ts';

/** Taken once: under a test runner every look at a global costs a third of a microsecond. */
const { max, min } = Math;

/** What a check of a plan found, from the problem and the plan alone. */
export interface CriticCheck {
  /** Every rule the plan breaks, in words; empty for a plan that may be shown. */
  readonly faults: readonly string[];
  readonly total: number;
  readonly worst: number;
  /** No assignment that serves each work at least `worst` totals more: what the prices prove. */
  readonly totalBound: number;
}

/** The problem as a table: a row for each work, a column for each critic. */
interface Table {
  readonly scores: readonly (readonly number[])[];
  readonly banned: readonly (readonly boolean[])[];
  readonly fixed: readonly (readonly boolean[])[];
  /** Places left by the fixed hearings. */
  readonly places: readonly number[];
  readonly loads: readonly { least: number; most: number }[];
  /** What the fixed hearings of each work are worth. */
  readonly before: readonly number[];
}

/**
 * Checks a plan against its problem. An assignment: counts and loads kept, hearings allowed and listed once, scores true,
 * fixed ones present, totals true, and both bounds proved by their prices (weak duality of the transport program). An
 * impossibility: the set named needs more than its partners can give. It shares no code with the solver.
 * O(works × critics).
 */
export function checkCritics(problem: CriticProblem, plan: CriticPlan): CriticCheck {
  const table = tableOf(problem);
  if (plan.kind === 'impossible') {
    return { faults: faultsOfShortage(table, plan.reason), total: 0, worst: 0, totalBound: 0 };
  }
  const { faults, served } = checkHearings(problem, table, plan);
  const open = served.filter((_, work) => table.places[work]! > 0);
  const worst = open.reduce((low, worth) => min(low, worth), open[0] ?? 0);
  const total = served.reduce((sum, worth) => sum + worth, 0);
  const totalBound = provedTotal(table, plan, worst);
  if (plan.worst !== worst) faults.push(`the worst-served work has ${worst}, not ${plan.worst}`);
  if (plan.total !== total) faults.push(`the total is ${total}, not ${plan.total}`);
  const { certificate } = plan;
  if (certificate.worstBound < worst)
    faults.push(`the bound ${certificate.worstBound} is below the worst-served work`);
  if (open.length > 0 && !refutes(table, certificate.worstPrices, certificate.worstBound + 1)) {
    faults.push(`the prices do not prove that ${certificate.worstBound} is the best minimum`);
  }
  if (certificate.totalBound < totalBound) {
    faults.push(`the prices prove a bound of ${totalBound}, not ${certificate.totalBound}`);
  }
  return { faults, total, worst, totalBound };
}

function checkHearings(
  { works, critics, fixed = [] }: CriticProblem,
  table: Table,
  { hearings }: Assignment,
): { faults: string[]; served: number[] } {
  const faults: string[] = [];
  const served = works.map(() => 0);
  const heard = works.map(() => 0);
  const given = critics.map(() => 0);
  const seen = new Set<string>();
  for (const one of hearings) {
    const { work, critic, score } = one;
    const name = nameOf(one);
    if (!(work in works) || !(critic in critics)) {
      faults.push(`${name} is unknown`);
      continue;
    }
    if (seen.has(name)) faults.push(`${name} stands twice`);
    if (table.banned[work]![critic]) faults.push(`${name} is forbidden`);
    if (table.fixed[work]![critic] !== one.fixed) faults.push(`${name} is marked wrongly as fixed or not`);
    if (table.scores[work]![critic] !== score) faults.push(`${name} has its score wrong`);
    seen.add(name);
    served[work]! += score;
    heard[work]! += 1;
    given[critic]! += 1;
  }
  for (const one of fixed) if (!seen.has(nameOf(one))) faults.push(`the fixed ${nameOf(one)} is missing`);
  works.forEach((places, work) => {
    if (heard[work] !== places) faults.push(`work ${work} has ${heard[work]!} critics, not ${places}`);
  });
  critics.forEach(({ least, most }, critic) => {
    const load = given[critic]!;
    if (load < least || load > most)
      faults.push(`critic ${critic} hears ${load} works, not ${least} to ${most}`);
  });
  return { faults, served };
}

/**
 * Whether the prices prove that not every work with open places can be served `threshold`. The n critics it still gets
 * must bring d, so what they bring above a level l, which counts to d − n·l for each, totals d − n·l or more; the
 * weighted total of this over all works would have to reach what they ask for.
 */
function refutes(table: Table, prices: WorstPrices, threshold: number): boolean {
  const level = (work: number) => max(0, prices.levels[work] ?? 0);
  const asked = table.places.map((places, work) =>
    places > 0 ? max(0, threshold - table.before[work]! - places * level(work)) : 0,
  );
  const needed = asked.reduce((sum, one, work) => sum + weightOf(prices, work) * one, 0);
  return boundAt(table, prices, (score, work) => min(max(0, score - level(work)), asked[work]!)) < needed;
}

/**
 * The bound on the total of assignments with this minimum: scores count the unit or more, and what they count above it
 * is taken back for the minimum, which such an assignment reaches.
 */
function provedTotal(table: Table, { certificate }: Assignment, worst: number): number {
  const { totalPrices, unit } = certificate;
  let bound = boundAt(table, totalPrices, (score) => score);
  table.places.forEach((places, work) => {
    const extra = weightOf(totalPrices, work) - unit;
    if (places === 0) return;
    if (extra < 0) bound = Infinity;
    else bound -= extra * (worst - table.before[work]!);
  });
  return table.before.reduce((sum, worth) => sum + worth, 0) + Math.floor(bound / unit);
}

/** The most that weighted scores of open hearings can total, by weak duality. */
function boundAt(table: Table, prices: Prices, worth: (score: number, work: number) => number): number {
  let bound = 0;
  table.places.forEach((places, work) => {
    const rent = prices.works[work] ?? 0;
    bound += places * rent;
    if (places === 0) return;
    table.scores[work]!.forEach((score, critic) => {
      if (table.banned[work]![critic] || table.fixed[work]![critic]) return;
      bound += max(0, weightOf(prices, work) * worth(score, work) - rent - (prices.critics[critic] ?? 0));
    });
  });
  table.loads.forEach(({ least, most }, critic) => {
    const price = prices.critics[critic] ?? 0;
    bound += max(least * price, most * price);
  });
  return bound;
}

function faultsOfShortage(
  table: Table,
  { side, works, critics, needed, available, short }: Shortage,
): string[] {
  const faults: string[] = [];
  const open = (work: number, critic: number) => !table.banned[work]![critic] && !table.fixed[work]![critic];
  let needs = 0;
  let room = 0;
  const partners: number[] = [];
  if (side === 'works') {
    needs = works.reduce((sum, work) => sum + table.places[work]!, 0);
    table.loads.forEach(({ most }, critic) => {
      const ways = works.filter((work) => open(work, critic)).length;
      if (ways > 0) partners.push(critic);
      room += min(most, ways);
    });
  } else {
    needs = critics.reduce((sum, critic) => sum + table.loads[critic]!.least, 0);
    table.places.forEach((places, work) => {
      const ways = critics.filter((critic) => open(work, critic)).length;
      if (ways > 0) partners.push(work);
      room += min(places, ways);
    });
  }
  const named = side === 'works' ? critics : works;
  if (new Set(works).size < works.length || new Set(critics).size < critics.length)
    faults.push('somebody is named twice');
  if (partners.join() !== named.join()) faults.push('the partners named are not all those allowed');
  if (needed !== needs) faults.push(`they need ${needs} places, not ${needed}`);
  if (available !== room) faults.push(`there are ${room} places for them, not ${available}`);
  if (needs <= room) faults.push('they have all the places they need');
  if (short !== needs - room) faults.push(`they are short of ${needs - room} places, not ${short}`);
  return faults;
}

function tableOf({ works, critics, affinities = [], forbidden = [], fixed = [] }: CriticProblem): Table {
  const fill = <T>(value: T): T[][] => works.map(() => critics.map(() => value));
  const table = { scores: fill(0), banned: fill(false), fixed: fill(false) };
  const places = [...works];
  const loads = critics.map(({ least, most }) => ({ least, most }));
  const before = works.map(() => 0);
  for (const { work, critic, score } of affinities) table.scores[work]![critic] = score;
  for (const { work, critic } of forbidden) table.banned[work]![critic] = true;
  for (const { work, critic } of fixed) {
    table.fixed[work]![critic] = true;
    before[work]! += table.scores[work]![critic]!;
    places[work]! -= 1;
    const load = loads[critic]!;
    load.most -= 1;
    load.least = max(0, load.least - 1);
  }
  return { ...table, places, loads, before };
}

function weightOf({ weights }: Prices, work: number): number {
  return max(0, weights[work] ?? 0);
}

function nameOf({ work, critic }: Hearing): string {
  return `critic ${critic} with work ${work}`;
}
