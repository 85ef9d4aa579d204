import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors.ts';
import { endOfAsk, nextRelease } from '../introductions/times.ts';
import type { CircleMember } from './circle-member.ts';

/** A circle is 4 to 8 people (introductions.md, Circles); it starts at 4 yeses and is over when fewer than 3 stay. */
export const smallestCircle = 4;
export const largestCircle = 8;
const fewestWhoStay = 3;
const pollDays = 7;
/** After this many meetings its people are asked whether it is still of use. */
export const meetingsBeforeUseful = 3;

export type CircleState =
  'planned' | 'asking' | 'polling' | 'meeting' | 'withdrawn' | 'did not happen' | 'ended';

/** What a host reads; whether and what somebody answered shows in none of it. */
export type CircleStanding = 'planned' | 'asked' | 'open' | 'withdrawn' | 'did not happen' | 'ended';

/**
 * A small group on its way: planned by a host, each of its people asked by themselves, open from the fourth yes, and then
 * meeting once a month. `wakeAt` is the moment of whatever comes next. `version` counts what a host may see.
 */
@Entity('circles')
export class Circle {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('varchar', { length: 80 }) name!: string;
  @Column('varchar', { length: 200 }) place!: string;
  @Column('varchar', { length: 20 }) state!: CircleState;
  @Column('varchar', { length: 60 }) timeZone!: string;
  @Column('uuid') startedBy!: string;
  @Column('timestamptz', { nullable: true }) wakeAt!: Date | null;
  @Column('timestamptz', { nullable: true }) askedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) askEndsAt!: Date | null;
  @Column('timestamptz', { nullable: true }) appearsUntil!: Date | null;
  @Column('timestamptz', { nullable: true }) opensAt!: Date | null;
  @Column('timestamptz', { nullable: true }) openedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) pollEndsAt!: Date | null;
  @Column('timestamptz', { nullable: true }) usefulAskedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) usefulEndsAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('int') version!: number;
  @Column('timestamptz') createdAt!: Date;

  /** @param askAt when its people are asked: the next slot of asks */
  static plan(
    ids: { id: string; organizationId: string; eventId: string; startedBy: string },
    { name, place, timeZone }: Pick<Circle, 'name' | 'place' | 'timeZone'>,
    askAt: Date,
    now: Date,
  ): Circle {
    return Object.assign(new Circle(), ids, nothingYet, {
      name,
      place,
      timeZone,
      state: 'planned' as const,
      wakeAt: askAt,
      version: 1,
      createdAt: now,
    });
  }

  isDue(now: Date): boolean {
    return this.wakeAt !== null && this.wakeAt <= now;
  }

  /** It wakes then at the latest. */
  wakeBy(moment: Date): void {
    if (this.wakeAt !== null && moment < this.wakeAt) this.wakeAt = moment;
  }

  /** Possible until its people are asked. @throws DomainError introduction-already-asked */
  withdraw(now: Date): void {
    if (this.state !== 'planned') throw new DomainError('introduction-already-asked');
    this.end('withdrawn', now);
    this.version += 1;
  }

  ask(asked: Date): void {
    if (this.state !== 'planned') return;
    const endsAt = endOfAsk(asked, this.timeZone);
    Object.assign(this, {
      state: 'asking',
      askedAt: asked,
      askEndsAt: endsAt,
      appearsUntil: nextRelease(endsAt, this.timeZone),
      wakeAt: endsAt,
    });
    this.version += 1;
  }

  /**
   * Somebody answered: it opens at the release from which a fourth yes counts, and one taken back in time unsets that.
   * A release that passed with too few who could be together is not tried again; the next yes is.
   */
  answered(members: readonly CircleMember[], now: Date): void {
    if (this.state !== 'asking') return;
    const releases = members
      .flatMap(({ joinsAt, leftAt }) => (joinsAt === null || leftAt !== null ? [] : [joinsAt]))
      .toSorted((one, other) => one.getTime() - other.getTime());
    const isDue = this.opensAt !== null && this.opensAt <= now && releases.length >= smallestCircle;
    if (!isDue) this.opensAt = releases.slice(smallestCircle - 1).find((release) => release > now) ?? null;
    this.wakeAt = this.opensAt ?? this.askEndsAt;
  }

  /** Its release time with at least four: it is open, and the poll of dates runs for a week. */
  open(now: Date): void {
    if (this.state !== 'asking') return;
    const pollEndsAt = nextRelease(new Date(now.getTime() + pollDays * 86_400_000), this.timeZone);
    Object.assign(this, { state: 'polling', openedAt: now, opensAt: null, pollEndsAt, wakeAt: pollEndsAt });
    this.version += 1;
  }

  /** Fewer than four could or would: nobody is told anything, and the host reads "asked" until the usual day. */
  closeQuietly(now: Date): void {
    if (this.state === 'asking') this.end('did not happen', now);
  }

  /** A date stands; it wakes again when that meeting is over. */
  meet(endsAt: Date): void {
    if (this.state !== 'polling' && this.state !== 'meeting') return;
    this.state = 'meeting';
    this.wakeAt = endsAt;
  }

  askUseful(now: Date): void {
    if (this.state !== 'meeting') return;
    const endsAt = endOfAsk(now, this.timeZone);
    Object.assign(this, { usefulAskedAt: now, usefulEndsAt: endsAt, wakeAt: endsAt });
  }

  /** By a host, because too few stay or find it useful, or because no date suited. */
  finish(now: Date): void {
    if (this.state !== 'polling' && this.state !== 'meeting') throw new DomainError('circle-not-open');
    this.end('ended', now);
    this.version += 1;
  }

  isTooSmall(members: readonly CircleMember[]): boolean {
    return this.openedAt !== null && members.filter(({ isIn }) => isIn).length < fewestWhoStay;
  }

  private end(state: CircleState, now: Date): void {
    Object.assign(this, { state, endedAt: now, wakeAt: null, opensAt: null });
  }
}

/** The host's word: "asked" runs to its usual end whatever was answered, unless the circle is open. */
export function circleStanding(
  { state, openedAt, appearsUntil }: Pick<Circle, 'state' | 'openedAt' | 'appearsUntil'>,
  now: Date,
): CircleStanding {
  if (state === 'planned' || state === 'withdrawn') return state;
  if (openedAt !== null) return state === 'ended' ? 'ended' : 'open';
  return appearsUntil !== null && now < appearsUntil ? 'asked' : 'did not happen';
}

/**
 * The date most can make; of those with as many ticks the earliest. Null when nobody ticked any.
 * @param dates each with how many ticked it
 */
export function chosenDate<Date_ extends { startsAt: Date; votes: number }>(
  dates: readonly Date_[],
): Date_ | null {
  const best = dates.toSorted(
    (one, other) => other.votes - one.votes || one.startsAt.getTime() - other.startsAt.getTime(),
  )[0];
  return best === undefined || best.votes === 0 ? null : best;
}

/**
 * Who of those who said yes may be in it together. Where two may not meet (`apart`), the one chosen later is left out, so
 * that the rule depends on the host's order alone and tells nobody anything.
 */
export function whoFits<Member extends { personId: string; place: number }>(
  yeses: readonly Member[],
  apart: (one: string, other: string) => boolean,
): Member[] {
  const fitting: Member[] = [];
  for (const member of yeses.toSorted((one, other) => one.place - other.place)) {
    if (!fitting.some(({ personId }) => apart(personId, member.personId))) fitting.push(member);
  }
  return fitting;
}

const nothingYet = {
  askedAt: null,
  askEndsAt: null,
  appearsUntil: null,
  opensAt: null,
  openedAt: null,
  pollEndsAt: null,
  usefulAskedAt: null,
  usefulEndsAt: null,
  endedAt: null,
};
