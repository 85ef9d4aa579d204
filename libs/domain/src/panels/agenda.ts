import { DomainError } from '../errors.ts';

// The agenda of an evening as numbers: its panels in their order, the rooms they are in, and minutes after its start. A
// pause belongs to its place and not to the panels around it: what is dragged past it leaves it where it was.

export interface AgendaSlot {
  readonly id: string;
  readonly position: number;
  /** Empty: the one room. Two spellings in other cases are one room. */
  readonly room: string;
  /** Minutes after the start of the evening; null: no time yet. */
  readonly startsAfter: number | null;
  readonly minutes: number;
}

type Timed<Slot> = Slot & { readonly startsAfter: number };

export type AgendaChange = Partial<Pick<AgendaSlot, 'room' | 'startsAfter' | 'minutes'>>;

/** As the table bounds it: half a day before the start, a week after it. */
const earliest = -720;
const latest = 7 * 24 * 60;

const sameRoom = (one: Pick<AgendaSlot, 'room'>, other: Pick<AgendaSlot, 'room'>): boolean =>
  one.room.toLowerCase() === other.room.toLowerCase();

const isTimed = <Slot extends AgendaSlot>(slot: Slot): slot is Timed<Slot> => slot.startsAfter !== null;
const endOf = (slot: Timed<AgendaSlot>): number => slot.startsAfter + slot.minutes;

/**
 * One panel gets another room, time or length. Together: those after it in its room move by as much as its end did, so the
 * pauses between them stay.
 * @returns all, in their order, those of one room in the order of their times
 * @throws DomainError not-found, panel-time-too-far
 */
export function changeSlot<Slot extends AgendaSlot>(
  slots: readonly Slot[],
  id: string,
  change: AgendaChange,
  together: boolean,
): Slot[] {
  const before = slotOf(slots, id);
  const after = { ...before, ...change };
  const follows = together && isTimed(before) && isTimed(after) && sameRoom(before, after);
  const by = follows ? endOf(after) - endOf(before) : 0;
  const next = slots.map((slot) => {
    if (slot.id === id) return after;
    const isLater = follows && isTimed(slot) && sameRoom(slot, before) && slot.startsAfter >= endOf(before);
    return isLater ? { ...slot, startsAfter: slot.startsAfter + by } : slot;
  });
  return withinBounds(inOrderOfTime(next));
}

/**
 * One panel is moved to another place in the order, and to another room where one is named. Together: the times of its
 * rooms are dealt out anew, each room from its first start, with its pauses where they were. Alone: it begins when the one
 * before it in its room ends, and the others stay.
 * @param position from 0; beyond the last is the last
 * @returns all, in their new order
 * @throws DomainError not-found, panel-time-too-far
 */
export function moveSlot<Slot extends AgendaSlot>(
  slots: readonly Slot[],
  id: string,
  position: number,
  { room, together }: { room?: string; together: boolean },
): Slot[] {
  const sorted = inOrderOfTime(slots);
  const before = slotOf(sorted, id);
  const moved = room === undefined ? before : { ...before, room };
  const others = sorted.filter((slot) => slot.id !== id);
  const order = numbered([...others.slice(0, position), moved, ...others.slice(position)]);
  if (!isTimed(moved)) return order;
  if (!together) return withinBounds(afterTheOneBefore(order, id));
  const rooms = sameRoom(before, moved) ? [moved] : [before, moved];
  return withinBounds(rooms.reduce((slots, { room }) => dealtOut(slots, sorted, room), order));
}

/** Two in one room at once, the earlier first; undefined when the agenda holds. */
export function roomTaken<Slot extends AgendaSlot>(slots: readonly Slot[]): [Slot, Slot] | undefined {
  return overlapping(slots).find(([one, other]) => sameRoom(one, other));
}

/** Two panels of which one person would be on both at once, the earlier first, and that person. */
export function personBusy<Slot extends AgendaSlot>(
  slots: readonly Slot[],
  people: readonly { readonly panelId: string; readonly personId: string }[],
): { panels: [Slot, Slot]; personId: string } | undefined {
  const on = (id: string) => people.filter(({ panelId }) => panelId === id).map(({ personId }) => personId);
  for (const panels of overlapping(slots)) {
    const others = new Set(on(panels[1].id));
    const personId = on(panels[0].id).find((one) => others.has(one));
    if (personId !== undefined) return { panels, personId };
  }
  return undefined;
}

function overlapping<Slot extends AgendaSlot>(slots: readonly Slot[]): [Slot, Slot][] {
  const timed = slots.filter(isTimed).sort((a, b) => a.startsAfter - b.startsAfter);
  return timed.flatMap((one, index) =>
    timed
      .slice(index + 1)
      .filter((other) => other.startsAfter < endOf(one))
      .map((other): [Slot, Slot] => [one, other]),
  );
}

/** The timed panels of a room one after the other, from the start and with the pauses the room had before. */
function dealtOut<Slot extends AgendaSlot>(
  slots: readonly Slot[],
  before: readonly AgendaSlot[],
  room: string,
): Slot[] {
  const was = before.filter((slot) => isTimed(slot) && sameRoom(slot, { room })) as Timed<AgendaSlot>[];
  const pauses = was.slice(1).map((slot, index) => slot.startsAfter - endOf(was[index] ?? slot));
  const starts = new Map<string, number>();
  const now = slots.filter((slot) => isTimed(slot) && sameRoom(slot, { room })) as Timed<Slot>[];
  let start = was[0]?.startsAfter ?? now[0]?.startsAfter ?? 0;
  for (const [index, slot] of now.entries()) {
    starts.set(slot.id, start);
    start += slot.minutes + (pauses[index] ?? 0);
  }
  return slots.map((slot) => ({ ...slot, startsAfter: starts.get(slot.id) ?? slot.startsAfter }));
}

function afterTheOneBefore<Slot extends AgendaSlot>(order: readonly Slot[], id: string): Slot[] {
  const moved = slotOf(order, id);
  const before = order.filter(
    (slot) => slot.position < moved.position && isTimed(slot) && sameRoom(slot, moved),
  ) as Timed<Slot>[];
  const last = before.at(-1);
  if (last === undefined) return [...order];
  return order.map((slot) => (slot.id === id ? { ...slot, startsAfter: endOf(last) } : slot));
}

/** Numbered from 0, the panels of each room at the places they have together, but in the order of their times. */
function inOrderOfTime<Slot extends AgendaSlot>(slots: readonly Slot[]): Slot[] {
  const order = [...slots].sort((a, b) => a.position - b.position);
  const rooms = new Map<string, Slot[]>();
  for (const slot of order.filter(isTimed)) {
    const room = slot.room.toLowerCase();
    rooms.set(room, [...(rooms.get(room) ?? []), slot]);
  }
  for (const room of rooms.values()) room.sort((a, b) => (a.startsAfter ?? 0) - (b.startsAfter ?? 0));
  return numbered(
    order.map((slot) => (isTimed(slot) ? rooms.get(slot.room.toLowerCase())?.shift() : slot) ?? slot),
  );
}

const numbered = <Slot extends AgendaSlot>(slots: readonly Slot[]): Slot[] =>
  slots.map((slot, position) => ({ ...slot, position }));

function slotOf<Slot extends AgendaSlot>(slots: readonly Slot[], id: string): Slot {
  const slot = slots.find((one) => one.id === id);
  if (slot === undefined) throw new DomainError('not-found');
  return slot;
}

function withinBounds<Slot extends AgendaSlot>(slots: Slot[]): Slot[] {
  const isFar = ({ startsAfter }: Slot) =>
    startsAfter !== null && (startsAfter < earliest || startsAfter > latest);
  if (slots.some(isFar)) throw new DomainError('panel-time-too-far');
  return slots;
}
