import { type AgendaSlot, changeSlot, moveSlot, personBusy, roomTaken } from './agenda.ts';

/** The same numbers for the same seed (mulberry32). */
function numbersOf(seed: number): (least: number, most: number) => number {
  let state = seed;
  return (least, most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return least + Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * (most - least + 1));
  };
}

const rooms = ['', 'Studio A', 'studio b'];

/** An agenda without two at once in a room: pauses of 0 to 40 minutes, some without a time. */
function agendaOf(seed: number): AgendaSlot[] {
  const between = numbersOf(seed);
  const ends = new Map<string, number>();
  return Array.from({ length: between(1, 12) }, (_, position) => {
    const room = rooms[between(0, 2)] ?? '';
    const minutes = between(5, 120);
    if (between(0, 5) === 0) return { id: `p${position}`, position, room, startsAfter: null, minutes };
    const startsAfter = (ends.get(room) ?? between(-60, 60)) + between(0, 40);
    ends.set(room, startsAfter + minutes);
    return { id: `p${position}`, position, room, startsAfter, minutes };
  });
}

const seeds = Array.from({ length: 400 }, (_, seed) => seed);
const pausesOf = (slots: readonly AgendaSlot[], room: string): number[] => {
  const timed = slots.filter((slot) => slot.startsAfter !== null && slot.room === room);
  return timed.slice(1).map((slot, index) => {
    const before = timed[index];
    return (slot.startsAfter ?? 0) - (before?.startsAfter ?? 0) - (before?.minutes ?? 0);
  });
};

describe('an agenda', () => {
  it('that had no two at once in a room has none after a move', () => {
    for (const seed of seeds) {
      const between = numbersOf(seed + 1000);
      const slots = agendaOf(seed);
      const id = `p${between(0, slots.length - 1)}`;
      const room = rooms[between(0, 5)];
      const moved = moveSlot(slots, id, between(0, slots.length - 1), {
        together: true,
        ...(room !== undefined && { room }),
      });
      expect(roomTaken(moved)).toBeUndefined();
      expect(moved.map(({ position }) => position)).toEqual(slots.map(({ position }) => position));
    }
  });

  it('keeps its pauses where they were, and its first start, when a panel moves within its room', () => {
    for (const seed of seeds) {
      const between = numbersOf(seed + 2000);
      const slots = agendaOf(seed);
      const moved = moveSlot(slots, `p${between(0, slots.length - 1)}`, between(0, slots.length - 1), {
        together: true,
      });
      for (const room of rooms) {
        const first = (all: readonly AgendaSlot[]) =>
          all.find((slot) => slot.room === room && slot.startsAfter !== null)?.startsAfter;
        expect(pausesOf(moved, room)).toEqual(pausesOf(slots, room));
        expect(first(moved)).toBe(first(slots));
      }
    }
  });

  it('is as it was when a panel moves there and back', () => {
    for (const seed of seeds) {
      const between = numbersOf(seed + 3000);
      const slots = agendaOf(seed);
      const from = between(0, slots.length - 1);
      const there = moveSlot(slots, `p${from}`, between(0, slots.length - 1), { together: true });
      expect(moveSlot(there, `p${from}`, from, { together: true })).toEqual(slots);
    }
  });

  it('has those after a longer or later panel move with it, and back with it', () => {
    for (const seed of seeds) {
      const between = numbersOf(seed + 4000);
      const slots = agendaOf(seed);
      const slot = slots[between(0, slots.length - 1)];
      if (slot?.startsAfter === undefined || slot.startsAfter === null) continue;
      const later = { startsAfter: slot.startsAfter + between(0, 90) };
      const longer = { minutes: slot.minutes + between(0, 90) };
      for (const change of [later, longer, { ...later, ...longer }]) {
        const changed = changeSlot(slots, slot.id, change, true);
        expect(roomTaken(changed)).toBeUndefined();
        const { startsAfter, minutes } = slot;
        expect(changeSlot(changed, slot.id, { startsAfter, minutes }, true)).toEqual(slots);
      }
    }
  });

  it('leaves the others alone when one is to change alone', () => {
    const slots = [at('a', 0, 0, 30), at('b', 1, 40, 30)];
    expect(changeSlot(slots, 'a', { minutes: 60 }, false)[1]).toEqual(slots[1]);
    expect(roomTaken(changeSlot(slots, 'a', { minutes: 60 }, false))?.map(({ id }) => id)).toEqual([
      'a',
      'b',
    ]);
    const [first, second] = moveSlot([...slots, at('c', 2, 100, 10)], 'c', 1, { together: false });
    expect([first?.id, second?.id, second?.startsAfter]).toEqual(['a', 'c', 30]);
  });

  it('orders a room by its times after one was set by hand', () => {
    const slots = [at('a', 0, 0, 30), at('b', 1, 40, 30), at('c', 2, null, 30)];
    expect(changeSlot(slots, 'a', { startsAfter: 90 }, false).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('ends half a day before the evening and a week after its start', () => {
    const slots = [at('a', 0, 0, 30), at('b', 1, 10_000, 60)];
    expect(() => changeSlot(slots, 'a', { minutes: 300 }, true)).toThrow(
      expect.objectContaining({ code: 'panel-time-too-far' }),
    );
    expect(() => changeSlot(slots, 'a', { startsAfter: -721 }, false)).toThrow(
      expect.objectContaining({ code: 'panel-time-too-far' }),
    );
  });

  it('tells who would be in two places at once', () => {
    const slots = [at('a', 0, 0, 30), { ...at('b', 1, 20, 30), room: 'Studio A' }];
    const people = [
      { panelId: 'a', personId: 'Ada' },
      { panelId: 'b', personId: 'Ben' },
    ];
    expect(roomTaken(slots)).toBeUndefined();
    expect(personBusy(slots, people)).toBeUndefined();
    expect(personBusy(slots, [...people, { panelId: 'b', personId: 'Ada' }])?.personId).toBe('Ada');
  });
});

const at = (id: string, position: number, startsAfter: number | null, minutes: number): AgendaSlot => ({
  id,
  position,
  room: '',
  startsAfter,
  minutes,
});
