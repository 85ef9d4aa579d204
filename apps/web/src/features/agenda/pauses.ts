import type { AgendaPanel } from './agenda-calls.ts';

type Slot = Pick<AgendaPanel, 'room' | 'startsAfter' | 'minutes'>;

const isTimed = (slot: Slot): slot is Slot & { startsAfter: number } => slot.startsAfter !== null;

/** How many minutes its room is empty before this panel; 0 before the first of a room. */
export function pauseBefore(slots: readonly Slot[], index: number): number {
  const slot = slots[index];
  if (slot === undefined || !isTimed(slot)) return 0;
  const room = slot.room.toLowerCase();
  const ends = slots
    .filter(isTimed)
    .filter((other) => other.room.toLowerCase() === room && other.startsAfter < slot.startsAfter)
    .map(({ startsAfter, minutes }) => startsAfter + minutes);
  return ends.length === 0 ? 0 : Math.max(0, slot.startsAfter - Math.max(...ends));
}
