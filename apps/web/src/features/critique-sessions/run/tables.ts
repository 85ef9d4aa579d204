import { type Moment, momentOf } from '../../../critique/now/clock.ts';
import type { Run, RunSlot } from './run-calls.ts';

/** What one table is about at this moment. */
export interface Table {
  table: number;
  slots: RunSlot[];
  /** On, or the one that starts next; undefined when every work of the table is over. */
  current: RunSlot | undefined;
  /** After the current one. */
  next: RunSlot | undefined;
}

export const isOn = ({ state }: RunSlot): boolean => state === 'running' || state === 'paused';

/** The tables in their order, each with its works in theirs. */
export function tablesOf({ slots }: Run): Table[] {
  const tables = [...new Set(slots.map(({ table }) => table))].sort((one, other) => one - other);
  return tables.map((table) => {
    const own = slots
      .filter((slot) => slot.table === table)
      .toSorted((one, other) => one.round - other.round);
    const planned = own.filter(({ state }) => state === 'planned');
    const current = own.find(isOn) ?? planned[0];
    return { table, slots: own, current, next: planned.find((slot) => slot !== current) };
  });
}

export const momentAt = (run: Run, slot: RunSlot, now: number): Moment => momentOf(slot, run.phases, now);

/** Whole seconds of a phase, with the extra minute where it was given. */
export const secondsOf = (slot: RunSlot, seconds: number, index: number): number =>
  seconds + (slot.extraPhase === index ? 60 : 0);
