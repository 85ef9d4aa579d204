import { Database, type Reader, askClock, clockState } from '#libs/database';
import { DomainError, type Once, everyOrganization, instantOf, localOf } from '#libs/domain';
import { later } from '#libs/jobs';
import { Injectable } from '@nestjs/common';
import { demoZone } from './demo-zone.ts';

export interface Clock {
  now: Date;
  /** Where time is moving to; null while it goes its own way. */
  target: Date | null;
  nextDueAt: Date | null;
}

/** Where to move product time: an instant, some hours on, the next 10:00, or the next moment at which something is due. */
export type Move = { to: Date } | { hours: number } | { morning: true } | { next: true };

const hour = 60 * 60 * 1000;

/** Product time of a demonstration or a test. The table refuses any move in live mode, and this module is not there. */
@Injectable()
export class ClockService {
  constructor(private readonly db: Database) {}

  state(): Promise<Clock> {
    return this.db.read(everyOrganization, stateOf);
  }

  /** @throws DomainError clock-only-forward, not-found when nothing is due */
  async move(move: Move, once?: Once): Promise<Clock> {
    return this.db.write({ ...everyOrganization, once }, async (tx) => {
      const target = targetOf(move, await stateOf(tx));
      await askClock(tx, target);
      await later(tx, 'clock.step', {}, { key: 'clock.step' });
      return stateOf(tx);
    });
  }
}

async function stateOf(reader: Reader): Promise<Clock> {
  const { now, target } = await clockState(reader);
  const [row] = await reader.query<{ next: Date | null }>(
    'select min(due_at) as next from due_work where due_at > app_now()',
  );
  return { now, target, nextDueAt: row?.next ?? null };
}

function targetOf(move: Move, { now, nextDueAt }: Clock): Date {
  if ('to' in move) return move.to;
  if ('hours' in move) return new Date(now.getTime() + move.hours * hour);
  if ('morning' in move) return nextMorning(now);
  if (nextDueAt === null) throw new DomainError('not-found');
  return nextDueAt;
}

function nextMorning(now: Date): Date {
  const today = tenOn(now);
  return today > now ? today : tenOn(new Date(now.getTime() + 24 * hour));
}

const tenOn = (day: Date): Date => instantOf(`${localOf(day, demoZone).slice(0, 10)}T10:00`, demoZone);
