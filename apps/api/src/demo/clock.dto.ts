import { DomainError } from '#libs/domain';
import { ApiProperty } from '@nestjs/swagger';
import { Line, Optional, WholeNumber, YesNo } from '../problems/shapes.ts';
import type { Clock, Move } from './clock.service.ts';

/** Exactly one of the three. */
export class MoveClock {
  /** An instant, "2026-10-21T17:00:00Z". */
  @Optional() @Line(30) to?: string;
  @Optional() @WholeNumber(1, 400) days?: number;
  /** To the next moment at which something is due. */
  @Optional() @YesNo() next?: boolean;
}

/** @throws DomainError not-well-formed */
export function moveOf({ to, days, next }: MoveClock): Move {
  const given = [to, days, next].filter((part) => part !== undefined);
  if (given.length !== 1 || next === false) throw new DomainError('not-well-formed');
  if (days !== undefined) return { hours: days * 24 };
  if (to === undefined) return { next: true };
  const instant = new Date(to);
  if (!/^\d{4}-\d\d-\d\dT/.test(to) || Number.isNaN(instant.getTime()))
    throw new DomainError('not-well-formed');
  return { to: instant };
}

export class ClockView {
  @ApiProperty({ type: String, format: 'date-time' }) now!: string;
  /** Where time is moving to; null while it goes its own way. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) target!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) nextDueAt!: string | null;

  static of({ now, target, nextDueAt }: Clock): ClockView {
    return Object.assign(new ClockView(), {
      now: now.toISOString(),
      target: target?.toISOString() ?? null,
      nextDueAt: nextDueAt?.toISOString() ?? null,
    });
  }
}
