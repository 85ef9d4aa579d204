import {
  type Mark,
  type Person,
  type Side,
  type Pair,
  made,
  newSide,
  peopleOf,
  isOf,
  keyOf,
  keyFor,
  sideOf,
  otherOf,
  mayBeAsked,
  canAnswer,
  close,
  end,
  endAsks,
  endYear,
  lapseWhenSilent,
  stageAfterAct,
  skip,
} from './pair.ts';
import { addDays, day, hour, nextAsk, release, stagesAfter, toPostHours } from './wall-time.ts';

// One evening of one organization as introductions.md tells it: what is true of each pair, who gets which mail at which
// minute, and what the host reads. It shares no line with the product and is held against it after every step.

export interface Sent {
  kind: string;
  person: number;
  at: number;
}

interface Waiting extends Sent {
  pair: Pair;
  end: 'queued' | 'sent' | 'not true' | 'stopped';
}

const year = 365 * day;

export class Model {
  readonly pairs: Pair[] = [];
  readonly sent: Sent[] = [];
  private readonly waiting: Waiting[] = [];
  private readonly blocks = new Set<string>();
  /** Who made a block, and the pair it is of. */
  private readonly blockers = new Set<string>();
  private readonly apart = new Set<string>();

  /** @param moverOf who writes first of a pair, as drawn: the one thing that chance decides */
  constructor(
    readonly people: Person[],
    private readonly takesMoreUntil: number,
    private readonly moverOf: (pair: number) => number,
  ) {}

  standing(pair: Pair, now: number): string {
    if (pair.introducedAt !== null) return 'introduced';
    if (['suggested', 'approved', 'dismissed', 'withdrawn'].includes(pair.state)) return pair.state;
    return pair.state === 'agreed' || now < pair.appearsUntil ? 'asked' : 'did not happen';
  }

  /** As the host reads it: an opt-out of somebody of whom the board has read "asked" shows nowhere. */
  takesPart(person: number): boolean {
    const { optedIn, leftInSilence, erased } = this.people[person]!;
    return !erased && (optedIn || leftInSilence);
  }

  // What a host does. Each says whether the product takes it.

  pin(x: number, y: number, now: number): boolean {
    const taken = this.pairs.some((pair) => isOf(pair, x, y) && this.takes(pair, now));
    if (now >= this.takesMoreUntil || this.refusedHere(x, y) || taken) return false;
    if (this.isOverCap([x, y], null, now)) return false;
    const sides: [Side, Side] = [newSide(x), newSide(y)];
    const nothing = { approvedAt: 0, askAt: null, frozen: false, appearsUntil: 0, releaseAt: null };
    const later = {
      introducedAt: null,
      closedAt: 0,
      endedBy: null,
      lapseAt: null,
      wereWorking: false,
      byHost: false,
    };
    this.pairs.push({
      sides,
      state: 'suggested',
      suggestedUntil: now + 14 * day,
      ...nothing,
      ...later,
    });
    return true;
  }

  approve(pair: Pair, now: number): boolean {
    const [x, y] = peopleOf(pair);
    if (pair.state !== 'suggested' || now >= this.takesMoreUntil) return false;
    if (this.refusedHere(x, y) || this.isOverCap([x, y], pair, now)) return false;
    Object.assign(pair, { state: 'approved', approvedAt: now, askAt: nextAsk(now) });
    return true;
  }

  drop(pair: Pair): boolean {
    if (pair.state !== 'suggested') return false;
    Object.assign(pair, { state: 'dismissed', byHost: true });
    this.apart.add(keyOf(pair));
    return true;
  }

  bringBack(pair: Pair, now: number): boolean {
    const [x, y] = peopleOf(pair);
    if (!(pair.state === 'withdrawn' || (pair.state === 'dismissed' && pair.byHost))) return false;
    if (now >= this.takesMoreUntil || !this.takesPart(x) || !this.takesPart(y)) return false;
    if (this.pairs.some((other) => isOf(other, x, y) && this.takes(other, now))) return false;
    if (this.isOverCap([x, y], pair, now)) return false;
    this.apart.delete(keyOf(pair));
    Object.assign(pair, { state: 'suggested', suggestedUntil: now + 14 * day, byHost: false });
    return true;
  }

  takeBack(pair: Pair): boolean {
    if (pair.frozen || pair.state !== 'approved') return false;
    Object.assign(pair, { state: 'withdrawn', askAt: null });
    return true;
  }

  reword(pair: Pair): boolean {
    return !pair.frozen && (pair.state === 'suggested' || pair.state === 'approved');
  }

  stop(pair: Pair, now: number): boolean {
    if (this.standing(pair, now) !== 'asked') return false;
    close(pair, now);
    return true;
  }

  // What a person does.

  answer(pair: Pair, side: Side, yes: boolean, now: number): boolean {
    if (!canAnswer(pair, side, now)) return false;
    if (side.consent === 'no' || side.consent === (yes ? 'yes' : 'no')) return true;
    side.consent = yes ? 'yes' : 'no';
    if (!yes) close(pair, now);
    else if (pair.state === 'asking') this.sayYes(pair, otherOf(pair, side), now);
    return true;
  }

  /** By the question, or once they were introduced. */
  block(pair: Pair, side: Side, now: number): boolean {
    if (pair.introducedAt === null && !canAnswer(pair, side, now)) return false;
    if (pair.introducedAt === null) side.consent = 'no';
    const [x, y] = peopleOf(pair);
    this.blocks.add(keyOf(pair));
    this.blockers.add(`${side.person} ${keyOf(pair)}`);
    for (const one of this.pairs.filter((other) => isOf(other, x, y))) {
      // To the blocked one the follow-ups run on: a name missing beside others would tell.
      sideOf(one, side.person).followUpAt = null;
      end(one, 'blocked', now);
    }
    return true;
  }

  mark(pair: Pair, side: Side, mark: Mark | null, now: number): boolean {
    if (pair.introducedAt === null) return false;
    Object.assign(side, { mark, unanswered: 0 });
    if (mayBeAsked(side))
      side.followUpAt = mark === 'working together' ? null : stageAfterAct(pair.introducedAt, now);
    if (made.includes(pair.state)) this.progress(pair, now);
    return true;
  }

  glad(pair: Pair, side: Side, now: number): boolean {
    if (pair.introducedAt === null) return false;
    side.unanswered = 0;
    const isNew = !side.glad;
    side.glad = true;
    if (isNew && pair.sides.every((one) => one.glad && !one.withdrawn) && pair.state !== 'ended for safety')
      this.tellBoth('introduction-glad', pair, now);
    return true;
  }

  later(pair: Pair, side: Side, now: number): boolean {
    if (pair.introducedAt === null) return false;
    Object.assign(side, { stopped: false, unanswered: 0 });
    if (mayBeAsked(side)) side.followUpAt = stageAfterAct(pair.introducedAt, now);
    return true;
  }

  stopAsking(pair: Pair, side: Side): boolean {
    if (pair.introducedAt === null) return false;
    if (side.stopped) return true;
    Object.assign(side, { stopped: true, followUpAt: null, unanswered: 0 });
    lapseWhenSilent(pair);
    return true;
  }

  withdraw(pair: Pair, side: Side): boolean {
    if (pair.introducedAt === null) return false;
    if (side.withdrawn) return true;
    Object.assign(side, { withdrawn: true, followUpAt: null });
    lapseWhenSilent(pair);
    return true;
  }

  /** What was asked or agreed is over for good; what is only approved is looked at when it is to be asked. */
  consent(person: number, yes: boolean, now: number): boolean {
    const one = this.people[person]!;
    const wasAsked = this.pairs.some((pair) => pair.frozen && peopleOf(pair).includes(person));
    if (one.optedIn && !yes && wasAsked) one.leftInSilence = true;
    one.optedIn = yes;
    if (!yes) for (const pair of this.pairs) if (peopleOf(pair).includes(person)) close(pair, now);
    return true;
  }

  erase(person: number, now: number): boolean {
    this.people[person]!.erased = true;
    for (const pair of this.pairs.filter((one) => peopleOf(one).includes(person))) {
      if (pair.state === 'suggested') pair.state = 'dismissed';
      if (end(pair, 'erased', now)) for (const side of pair.sides) side.followUpAt = null;
    }
    return true;
  }

  // What time does.

  /** Everything that is due until then, in its order; what is due at one moment in the order of the names of its jobs. */
  pass(until: number): void {
    for (let next = this.nextDue(); next <= until; next = this.nextDue()) {
      this.ask(next);
      for (const pair of this.pairs) endAsks(pair, next);
      for (const pair of this.pairs)
        if (pair.state === 'suggested' && pair.suggestedUntil <= next) pair.state = 'dismissed';
      for (const person of this.people.keys()) this.followUp(person, next);
      for (const pair of this.pairs) endYear(pair, next);
      for (const pair of this.pairs)
        if (pair.state === 'agreed' && pair.releaseAt! <= next) this.introduce(pair, next);
      for (const person of this.people.keys()) this.remind(person, next);
      for (const mail of this.waiting) if (mail.end === 'queued' && mail.at <= next) this.leave(mail, next);
    }
  }

  private nextDue(): number {
    const moments = this.pairs.flatMap((pair) => [
      pair.askAt,
      pair.state === 'suggested' ? pair.suggestedUntil : null,
      pair.state === 'agreed' ? pair.releaseAt : null,
      pair.lapseAt,
      ...pair.sides.flatMap((side) => [
        side.consent === 'asked' ? side.endsAt : null,
        side.consent === 'asked' ? side.remindAt : null,
        side.followUpAt,
      ]),
    ]);
    const mails = this.waiting.filter((mail) => mail.end === 'queued').map(({ at }) => at);
    return Math.min(...[...moments, ...mails].filter((moment) => moment !== null));
  }

  private ask(now: number): void {
    const due = this.pairs.filter(({ askAt }) => askAt !== null && askAt <= now);
    const asked = new Set<number>();
    for (const pair of due.sort((one, other) => one.approvedAt - other.approvedAt)) {
      const unasked = pair.sides.filter(({ askedAt }) => askedAt === null);
      const first = this.askedFirst(pair);
      const turn = unasked.some((side) => side === first) ? [first!] : unasked;
      const endsAt = addDays(now, 7);
      if (pair.frozen && release(endsAt + 2 * hour) > pair.appearsUntil) {
        close(pair, now);
        continue;
      }
      if (!pair.frozen && peopleOf(pair).some((person) => this.openAsks(person, now) >= 2)) {
        pair.askAt = nextAsk(now);
        continue;
      }
      const isDead = this.forbids(pair, now, !pair.frozen);
      if (!pair.frozen) {
        const last = turn.length === 1 ? addDays(nextAsk(endsAt), 7) : endsAt;
        Object.assign(pair, { state: 'asking', frozen: true, appearsUntil: release(last + 2 * hour) });
      }
      pair.askAt = null;
      for (const side of turn) {
        Object.assign(side, { askedAt: now, endsAt, remindAt: toPostHours(addDays(now, 3)) });
        if (!isDead) side.consent = 'asked';
        if (!isDead) asked.add(side.person);
      }
      if (isDead) close(pair, now);
    }
    for (const person of asked) this.sent.push({ kind: 'introduction-ask', person, at: now });
  }

  private remind(person: number, now: number): void {
    const due = this.sidesOf(person).filter(
      ({ consent, remindAt, endsAt }) =>
        consent === 'asked' && remindAt !== null && remindAt <= now && endsAt > now,
    );
    for (const side of due) side.remindAt = null;
    if (due.length > 0 && !this.isClosed(person, now))
      this.sent.push({ kind: 'introduction-reminder', person, at: now });
  }

  private sayYes(pair: Pair, other: Side, now: number): void {
    if (other.consent !== 'yes' && other.askedAt !== null) return;
    if (this.forbids(pair, now, false)) close(pair, now);
    else if (other.consent === 'yes')
      Object.assign(pair, { state: 'agreed', releaseAt: release(now + 2 * hour) });
    else pair.askAt = nextAsk(now);
  }

  private introduce(pair: Pair, now: number): void {
    pair.releaseAt = null;
    if (this.forbids(pair, now, false)) {
      close(pair, now);
      return;
    }
    Object.assign(pair, { state: 'introduced', introducedAt: now, lapseAt: now + 380 * day });
    for (const side of pair.sides) {
      this.sent.push({ kind: 'introduction', person: side.person, at: now });
      side.followUpAt = stagesAfter(now)[0]!;
    }
    const person = this.moverOf(this.pairs.indexOf(pair));
    const at = toPostHours(now + 72 * hour);
    this.waiting.push({ kind: 'introduction-nudge', pair, person, at, end: 'queued' });
  }

  private followUp(person: number, now: number): void {
    const near = this.pairs.filter((pair) =>
      pair.sides.some((side) => side.person === person && (side.followUpAt ?? Infinity) <= now + 7 * day),
    );
    const own = (pair: Pair): Side => sideOf(pair, person);
    const isDue = (pair: Pair): boolean => (own(pair).followUpAt ?? Infinity) <= now;
    if (!near.some(isDue)) return;
    for (const pair of near) if (this.isOverFor(person, pair)) own(pair).followUpAt = null;
    for (const pair of near.filter(isDue))
      if (own(pair).unanswered >= 2) {
        own(pair).followUpAt = null;
        lapseWhenSilent(pair);
      }
    const due = near.filter(isDue);
    if (due.length === 0) return;
    if (this.isClosed(person, now) || this.people[person]!.stops.has('follow-ups')) {
      for (const pair of due) skip(pair.introducedAt!, own(pair), now);
      return;
    }
    const last = this.sent.findLast(
      (mail) => mail.person === person && mail.kind === 'introduction-follow-up',
    );
    const from = toPostHours(Math.max(now, (last?.at ?? -Infinity) + 14 * day));
    if (from > now) {
      for (const pair of due) own(pair).followUpAt = from;
      return;
    }
    for (const pair of near) {
      if (own(pair).followUpAt === null || !(isDue(pair) || own(pair).unanswered < 2)) continue;
      own(pair).unanswered += 1;
      skip(pair.introducedAt!, own(pair), now);
    }
    this.sent.push({ kind: 'introduction-follow-up', person, at: now });
  }

  /** A nudge, or what both said alike: looked at again when it is to leave. */
  private leave(mail: Waiting, now: number): void {
    const { pair, person, kind } = mail;
    const { stops, erased } = this.people[person]!;
    const all = (holds: (side: Side) => boolean): boolean => pair.sides.every(holds);
    const isTrue = {
      'introduction-nudge':
        pair.state === 'introduced' &&
        !sideOf(pair, person).stopped &&
        all(({ mark, glad }) => !mark && !glad),
      'introduction-glad': all(({ glad }) => glad),
      'introduction-together': all(({ mark }) => mark === 'working together'),
    }[kind];
    const isOver = pair.state === 'ended for safety' || !all(({ withdrawn }) => !withdrawn);
    if (erased || stops.has('all') || stops.has('follow-ups')) mail.end = 'stopped';
    else if (isTrue !== true || isOver || this.isClosed(person, now)) mail.end = 'not true';
    else {
      mail.end = 'sent';
      this.sent.push({ kind, person, at: now });
    }
  }

  private tellBoth(kind: string, pair: Pair, now: number): void {
    const at = release(now);
    for (const { person } of pair.sides) {
      const before = this.waiting.find(
        (mail) => mail.kind === kind && mail.pair === pair && mail.person === person,
      );
      if (before === undefined) this.waiting.push({ kind, pair, person, at, end: 'queued' });
      else if (before.end === 'not true') Object.assign(before, { at, end: 'queued' });
    }
  }

  private progress(pair: Pair, now: number): void {
    const marks = pair.sides.map(({ mark }) => mark);
    const areWorking = marks.every((mark) => mark === 'working together');
    const met = marks.includes('met') || marks.includes('working together');
    const isNew = areWorking && !pair.wereWorking;
    pair.wereWorking = areWorking;
    pair.state = areWorking
      ? 'working together'
      : met
        ? 'met'
        : marks.includes('talked')
          ? 'talked'
          : 'introduced';
    if (isNew) this.tellBoth('introduction-together', pair, now);
  }

  // What stands between two people.

  private forbids(pair: Pair, now: number, cooling: boolean): boolean {
    const [x, y] = peopleOf(pair);
    const before = this.pairs.filter((one) => one !== pair && isOf(one, x, y));
    return (
      !this.areOptedIn(x, y) ||
      this.apart.has(keyOf(pair)) ||
      this.blocks.has(keyOf(pair)) ||
      [x, y].some((person) => this.isClosed(person, now)) ||
      (!cooling && pair.sides.some(({ consent, askedAt }) => askedAt !== null && consent !== 'yes')) ||
      before.some(({ introducedAt }) => introducedAt !== null) ||
      (cooling && before.some(({ frozen, appearsUntil }) => frozen && appearsUntil > now - year))
    );
  }

  private isClosed(person: number, now: number): boolean {
    const { optedIn, erased, pausedUntil, stops } = this.people[person]!;
    return !optedIn || erased || pausedUntil > now || stops.has('all') || stops.has('introductions');
  }

  /** Whether a person is asked about a pair no more. */
  private isOverFor(person: number, pair: Pair): boolean {
    const isGone = peopleOf(pair).some((one) => this.people[one]!.erased);
    const hasEnded = pair.endedBy === 'erased' || this.blockers.has(`${person} ${keyOf(pair)}`);
    return isGone || hasEnded || pair.sides.some(({ withdrawn }) => withdrawn);
  }

  private areOptedIn(x: number, y: number): boolean {
    return [x, y].every((person) => this.people[person]!.optedIn && !this.people[person]!.erased);
  }

  private refusedHere(x: number, y: number): boolean {
    return !this.takesPart(x) || !this.takesPart(y) || this.apart.has(keyFor(x, y));
  }

  private isOverCap(people: number[], apartFrom: Pair | null, now: number): boolean {
    return people.some((person) => {
      const used = this.pairs.filter(
        (pair) => pair !== apartFrom && peopleOf(pair).includes(person) && this.takes(pair, now),
      );
      return used.length >= this.people[person]!.most;
    });
  }

  private takes(pair: Pair, now: number): boolean {
    return ['suggested', 'approved', 'asked', 'introduced'].includes(this.standing(pair, now));
  }

  /** The second of two who are asked in turn holds the place from the first one's question on, asked in truth or not. */
  private openAsks(person: number, now: number): number {
    return this.pairs.filter((pair) => {
      const side = pair.sides.find((one) => one.person === person);
      if (side === undefined || pair.introducedAt !== null) return false;
      const first = this.askedFirst(pair);
      if (first !== undefined && first !== side && pair.frozen) return pair.appearsUntil > now;
      return side.askedAt !== null && side.endsAt > now;
    }).length;
  }

  private askedFirst(pair: Pair): Side | undefined {
    const known = pair.sides.filter(({ person }) => this.people[person]!.panelist);
    return known.length === 1 ? known[0] : undefined;
  }

  private sidesOf(person: number): Side[] {
    return this.pairs.flatMap(({ sides }) => sides.filter((side) => side.person === person));
  }
}
