import type { Phase } from './templates.ts';

export type SlotState = 'planned' | 'running' | 'paused' | 'done' | 'skipped';

/** What the clock of a slot is made of. */
export interface SlotClock {
  state: SlotState;
  /** The phase that was set last. */
  phase: number;
  phaseStartedAt: Date | null;
  pausedAt: Date | null;
  /** How much of the time since then does not count, less a pause that goes on. */
  pausedMs: number;
  /** The phase that has the extra minute. */
  extraPhase: number | null;
}

/** Where a slot is at one moment. `over`: its last phase is past, and nobody has gone on to the next work yet. */
export interface Moment {
  state: 'planned' | 'running' | 'paused' | 'over' | 'done' | 'skipped';
  /** Of the phase in the phases of the session; of an `over` one the last. */
  index: number;
  elapsedMs: number;
  remainingMs: number;
}

/** "Plus one minute", once a slot. */
export const extraMinuteMs = 60_000;

/**
 * Phases walk on by themselves: from the one that was set last, by the time since then less what was paused. Every screen
 * works out the same, so nothing is written while a slot runs. A clock that was set back reads as the start of the phase.
 */
export function momentOf(slot: SlotClock, phases: readonly Phase[], now: Date): Moment {
  const { state, phaseStartedAt } = slot;
  if (phaseStartedAt === null || (state !== 'running' && state !== 'paused')) {
    const stands = state === 'done' || state === 'skipped' ? state : 'planned';
    return {
      state: stands,
      index: slot.phase,
      elapsedMs: 0,
      remainingMs: lengthOf(slot, phases, slot.phase),
    };
  }
  const until = slot.pausedAt ?? now;
  let elapsedMs = Math.max(0, until.getTime() - phaseStartedAt.getTime() - slot.pausedMs);
  let index = slot.phase;
  while (index < phases.length && elapsedMs >= lengthOf(slot, phases, index)) {
    elapsedMs -= lengthOf(slot, phases, index);
    index += 1;
  }
  if (index < phases.length)
    return { state, index, elapsedMs, remainingMs: lengthOf(slot, phases, index) - elapsedMs };
  const last = phases.length - 1;
  return { state: 'over', index: last, elapsedMs: lengthOf(slot, phases, last), remainingMs: 0 };
}

const lengthOf = (slot: SlotClock, phases: readonly Phase[], index: number): number =>
  (phases[index]?.seconds ?? 0) * 1000 + (slot.extraPhase === index ? extraMinuteMs : 0);

/** Letters leave when the session ends, and at the latest this long after its evening (critique.md, rule 7). */
export const releasedAfterMs = 2 * 3_600_000;
