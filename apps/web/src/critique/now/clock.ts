import { figures } from '../../phone/figures.ts';
import type { Phase, Slot } from '../calls.ts';

/** What of a slot its clock needs. */
export type Clock = Pick<Slot, 'state' | 'phase' | 'phaseStartedAt' | 'pausedAt' | 'pausedMs' | 'extraPhase'>;

/** Where a slot is at one moment. Phases walk on by themselves; `over`: the last one is past. */
export interface Moment {
  state: 'planned' | 'running' | 'paused' | 'over' | 'done' | 'skipped';
  /** Of the phase in the slot's phases. */
  index: number;
  elapsedMs: number;
  remainingMs: number;
}

const extraMs = 60_000;

/**
 * The same arithmetic as the server's: the phase that was set last, the time since then less what was paused, and one
 * extra minute where it was given.
 * @param now in milliseconds, of the server's clock
 */
export function momentOf(slot: Clock, phases: readonly Phase[], now: number): Moment {
  const lengthOf = (index: number): number =>
    (phases[index]?.seconds ?? 0) * 1000 + (slot.extraPhase === index ? extraMs : 0);
  if (slot.phaseStartedAt === null || (slot.state !== 'running' && slot.state !== 'paused')) {
    const state = slot.state === 'done' || slot.state === 'skipped' ? slot.state : 'planned';
    return { state, index: slot.phase, elapsedMs: 0, remainingMs: lengthOf(slot.phase) };
  }
  const until = slot.pausedAt === null ? now : Date.parse(slot.pausedAt);
  let elapsedMs = Math.max(0, until - Date.parse(slot.phaseStartedAt) - slot.pausedMs);
  let index = slot.phase;
  while (index < phases.length && elapsedMs >= lengthOf(index)) {
    elapsedMs -= lengthOf(index);
    index += 1;
  }
  if (index >= phases.length)
    return {
      state: 'over',
      index: phases.length - 1,
      elapsedMs: lengthOf(phases.length - 1),
      remainingMs: 0,
    };
  const { state } = slot;
  return { state, index, elapsedMs, remainingMs: lengthOf(index) - elapsedMs };
}

/** A moment of a work: "1:02", of the second it lies in. */
export const positionOf = (ms: number): string => figures(Math.floor(ms / 1000) * 1000);
