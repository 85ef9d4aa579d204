import { type Seat, seatsFor } from '#libs/domain';
import { type Affinity, type Hearing, type Shortage, assignCritics, seededRandom } from '#libs/matching';

/** Somebody who does not hear a work; `soft`: unless there is no other way. */
export interface Forbidden extends Hearing {
  soft?: boolean;
}

/** Works in their order, as numbers from 0; the critics of the same numbers are their authors, those above are others. */
export interface DrawProblem {
  works: number;
  tables: number;
  /** How many critics each work has and how many works each author hears, exactly. */
  critics: number;
  forbidden: readonly Forbidden[];
  /** Hearings that stand; none of them forbidden, none more than fit. Somebody without a work hears these and no others. */
  fixed: readonly Hearing[];
  affinities: readonly Affinity[];
  /** Where works of a plan that stands are heard, by work: they stay at their table as long as that can be. */
  stood?: ReadonlyMap<number, number>;
  seed: number;
}

export interface Drawn {
  kind: 'drawn';
  /** By work. */
  seats: Seat[];
  hearings: (Hearing & { fixed: boolean })[];
  /** Some hear somebody again whom they heard last time, because there was no other way. */
  again: boolean;
}

/** Why it cannot be: these need more than those who may hear them, or whom they may hear, can give. */
export interface Short extends Shortage {
  kind: 'short';
  /** Among whom: the works of one table, or all. */
  members: number[];
  /** No way to seat them could be; false: none was found, and this is one table of the last that was tried. */
  proved: boolean;
}

/** How often the tables are dealt anew where swaps lead nowhere, and how many swaps each time. */
const [deals, mostSwaps] = [6, 80];

/** How many swaps a search tries before it gives up, times who sits at a table: 60 works at 12 then take a quarter of a second. */
const mostTries = 60_000;

/**
 * Who sits where and who hears whom (critique.md, rules 1 and 2): at each table every work has exactly k critics and every
 * author gives exactly k. Works go around the tables in their order; where a table cannot be, its members change places with
 * those of others, of the same round first. What cannot be in one room can be at no tables, so that is proved first; beyond
 * that a shortage at several tables is one of those tried last, and proves nothing. Whom somebody heard last time gives way
 * only when nothing else does. The same problem gives the same answer.
 */
export function drawCritics(problem: DrawProblem): Drawn | Short {
  const hard = problem.forbidden.filter(({ soft }) => soft !== true);
  const never = shortInOneRoom(problem, hard);
  if (never !== null) return never;
  const hasSoft = hard.length < problem.forbidden.length;
  if (!hasSoft || shortInOneRoom(problem, problem.forbidden) === null) {
    const strict = new Tables(problem, problem.forbidden).draw();
    if (strict.kind === 'drawn' || !hasSoft) return strict;
  }
  const loose = new Tables(problem, hard).draw();
  return loose.kind === 'drawn' ? { ...loose, again: true } : loose;
}

/**
 * Tables only take partners away: what everybody together cannot give, no seating can. Null: this proves nothing, as where
 * guests hear some works, because how much less authors then hear goes by table.
 */
function shortInOneRoom(problem: DrawProblem, forbidden: readonly Hearing[]): Short | null {
  if (problem.tables > 1 && problem.fixed.some(({ critic }) => critic >= problem.works)) return null;
  const room = new Tables({ ...problem, tables: 1 }, forbidden).draw();
  return room.kind === 'short' ? { ...room, proved: true } : null;
}

class Tables {
  private readonly seats: Seat[];
  private readonly random: () => number;
  /** By work, whom it may not have. */
  private readonly apart: ReadonlyMap<number, ReadonlySet<number>>;
  /** Seats by table. */
  private readonly places: number[][];
  /** By work, how many hear it who have none of their own. */
  private readonly guestsOf = new Map<number, number>();
  /** Work by seat. */
  private sits: number[];
  private tries = 0;

  constructor(
    private readonly problem: DrawProblem,
    forbidden: readonly Hearing[],
  ) {
    this.seats = seatsFor(problem.works, problem.tables);
    this.sits = seatedAsBefore(this.seats, problem.stood ?? new Map());
    this.random = seededRandom(`tables ${String(problem.seed)}`);
    this.apart = byWork(problem.works, forbidden);
    this.places = this.tables().map((table) =>
      this.seats.flatMap((seat, at) => (seat.table === table ? [at] : [])),
    );
    for (const { work, critic } of problem.fixed)
      if (critic >= problem.works) this.guestsOf.set(work, (this.guestsOf.get(work) ?? 0) + 1);
  }

  draw(): Drawn | Short {
    for (let deal = 0; deal < (this.problem.tables === 1 ? 1 : deals); deal += 1) {
      if (deal > 0) this.dealAnew();
      if (this.mend()) return this.drawn();
    }
    return this.shortage();
  }

  /** Swaps members of tables until each can be; false when no swap helps any more. */
  private mend(): boolean {
    const lacks = this.tables().map((table) => this.lackOf(table));
    for (let swaps = 0; swaps < mostSwaps && this.tries < mostTries; swaps += 1) {
      const worst = lacks.findIndex((lack) => lack > 0);
      if (worst === -1) return true;
      const swap = this.findSwap(worst + 1, lacks);
      if (swap === null) return false;
      for (const { table, lack } of swap) lacks[table - 1] = lack;
    }
    return false;
  }

  /** The first swap with another table that leaves both together with less lack; it is done. */
  private findSwap(table: number, lacks: readonly number[]): { table: number; lack: number }[] | null {
    const here = nth(this.places, table - 1);
    const others = this.seats.flatMap((seat, at) => (seat.table === table ? [] : [at]));
    const pairs = here.flatMap((one) => others.map((other) => [one, other] as const));
    const far = ([one, other]: readonly [number, number]): number =>
      Math.abs((this.seats[one]?.round ?? 0) - (this.seats[other]?.round ?? 0));
    for (const [one, other] of pairs.sort((a, b) => far(a) - far(b))) {
      if (this.tries >= mostTries) return null;
      this.tries += here.length;
      const away = this.seats[other]?.table ?? table;
      const before = (lacks[table - 1] ?? 0) + (lacks[away - 1] ?? 0);
      this.change(one, other);
      if (this.lacksAtLeast(table) + this.lacksAtLeast(away) < before) {
        const mended = [table, away].map((at) => ({ table: at, lack: this.lackOf(at) }));
        if (mended.reduce((sum, { lack }) => sum + lack, 0) < before) return mended;
      }
      this.change(one, other);
    }
    return null;
  }

  /** Counted quickly: what works lack that have fewer than k possible critics at their table. */
  private lacksAtLeast(table: number): number {
    const members = this.membersOf(table);
    const { critics: k } = this.problem;
    let lack = 0;
    for (const work of members) {
      const apart = this.apart.get(work);
      let left = k - (this.guestsOf.get(work) ?? 0);
      for (const critic of members) if (critic !== work && apart?.has(critic) !== true) left -= 1;
      lack += Math.max(0, left);
    }
    return lack;
  }

  /** Lots decide among those of one round; the rounds stay, so that nobody is heard later for it. */
  private dealAnew(): void {
    this.sits = this.seats
      .map((seat, at) => ({ work: at, round: seat.round, lot: this.random() }))
      .sort((a, b) => a.round - b.round || a.lot - b.lot)
      .map(({ work }) => work);
  }

  private change(one: number, other: number): void {
    const [a, b] = [this.sits[one], this.sits[other]];
    if (a === undefined || b === undefined) return;
    this.sits[one] = b;
    this.sits[other] = a;
  }

  private tables(): number[] {
    return Array.from({ length: this.problem.tables }, (_, at) => at + 1);
  }

  private membersOf(table: number): number[] {
    return nth(this.places, table - 1).map((at) => nth(this.sits, at));
  }

  /** How many places stay empty at a table, and how many fixed hearings it tears apart. */
  private lackOf(table: number): number {
    const members = this.membersOf(table);
    const { torn, plan } = this.planOf(members, false);
    return torn * this.problem.works + (plan.kind === 'impossible' ? plan.reason.short : 0);
  }

  private planOf(members: readonly number[], withTopics: boolean) {
    const { works, critics: k, fixed, affinities, seed } = this.problem;
    const isHere = (work: number): boolean => members.includes(work);
    const kept = fixed.filter(({ work, critic }) => isHere(work) && (critic >= works || isHere(critic)));
    const others = [...new Set(kept.map(({ critic }) => critic).filter((critic) => critic >= works))];
    const people = [...members, ...others];
    const local = <One extends Hearing>(list: readonly One[]): One[] =>
      list.flatMap((one) =>
        isHere(one.work) && people.includes(one.critic)
          ? [{ ...one, work: members.indexOf(one.work), critic: people.indexOf(one.critic) }]
          : [],
      );
    const given = kept.filter(({ critic }) => critic >= works).length;
    const heard = (critic: number): number => kept.filter((one) => one.critic === critic).length;
    const plan = assignCritics({
      works: members.map(() => k),
      critics: people.map((critic) =>
        critic >= works
          ? { least: heard(critic), most: heard(critic) }
          : { least: Math.max(0, k - Math.ceil(given / members.length)), most: k },
      ),
      forbidden: members.flatMap((work, at) =>
        people.flatMap((critic, place) =>
          work === critic || this.apart.get(work)?.has(critic) === true ? [{ work: at, critic: place }] : [],
        ),
      ),
      fixed: local(kept),
      affinities: withTopics ? local(affinities) : [],
      seed: `${String(seed)} ${members.join(' ')}`,
    });
    return { plan, people, torn: fixed.filter(({ work }) => isHere(work)).length - kept.length };
  }

  private drawn(): Drawn {
    const hearings = this.tables().flatMap((table) => {
      const members = this.membersOf(table);
      const { plan, people } = this.planOf(members, true);
      if (plan.kind === 'impossible') throw new Error('A table that could be was found impossible');
      return plan.hearings.map(({ work, critic, fixed }) => ({
        work: nth(members, work),
        critic: nth(people, critic),
        fixed,
      }));
    });
    const seats = [...this.seats];
    this.sits.forEach((work, at) => (seats[work] = nth(this.seats, at)));
    return { kind: 'drawn', seats, hearings, again: false };
  }

  private shortage(): Short {
    for (const table of this.tables()) {
      const members = this.membersOf(table);
      const { plan, people } = this.planOf(members, false);
      if (plan.kind !== 'impossible') continue;
      const { reason } = plan;
      return {
        ...reason,
        kind: 'short',
        proved: false,
        members,
        works: reason.works.map((work) => nth(members, work)),
        critics: reason.critics.map((critic) => nth(people, critic)),
      };
    }
    return this.tornApart();
  }

  /** Every table could be, but not with what a host fixed: its critic sits elsewhere. */
  private tornApart(): Short {
    const { works, fixed } = this.problem;
    const tables = this.tables().map((table) => this.membersOf(table));
    const members = tables.find((all) =>
      fixed.some(({ work, critic }) => all.includes(work) && critic < works && !all.includes(critic)),
    );
    const torn = fixed.filter(
      ({ work, critic }) => members?.includes(work) === true && critic < works && !members.includes(critic),
    );
    return {
      kind: 'short',
      proved: false,
      side: 'works',
      members: members ?? [],
      works: torn.map(({ work }) => work),
      critics: torn.map(({ critic }) => critic),
      needed: torn.length,
      available: 0,
      short: torn.length,
    };
  }
}

/** Whatever stood at a table sits there again while it has room, the others where room is left, all in their order. */
function seatedAsBefore(seats: readonly Seat[], stood: ReadonlyMap<number, number>): number[] {
  const sits: (number | undefined)[] = seats.map(() => undefined);
  const works = seats.map((_, work) => work);
  for (const work of works) {
    const at = seats.findIndex(({ table }, seat) => table === stood.get(work) && sits[seat] === undefined);
    if (at !== -1) sits[at] = work;
  }
  const others = works.filter((work) => !sits.includes(work));
  return sits.map(
    (work, at) => work ?? nth(others, sits.slice(0, at).filter((one) => one === undefined).length),
  );
}

function byWork(works: number, hearings: readonly Hearing[]): Map<number, Set<number>> {
  const found = new Map(Array.from({ length: works }, (_, work) => [work, new Set<number>()]));
  for (const { work, critic } of hearings) found.get(work)?.add(critic);
  return found;
}

function nth<One>(list: readonly One[], at: number): One {
  const one = list[at];
  if (one === undefined) throw new Error(`There is no ${String(at)} of ${String(list.length)}`);
  return one;
}
