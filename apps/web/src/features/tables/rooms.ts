import type { Guest, Mixer, MixerTable, Seat } from './table-calls.ts';

/** The first round that can still be changed. */
export const firstOpen = ({ round }: Pick<Mixer, 'round'>): number => Math.max(1, round);

export interface Unseated {
  /** Came, and sit nowhere in the round that is on. */
  here: Guest[];
  /** Are going, and neither came nor have a seat. */
  coming: Guest[];
}

export function unseatedOf(mixer: Mixer): Unseated {
  const seats = seatsOf(mixer, firstOpen(mixer));
  // Whoever has gone stands at their table, with the way back.
  const known = new Set(seats.map(({ attendeeId }) => attendeeId));
  const rest = mixer.people.filter(({ attendeeId }) => !known.has(attendeeId));
  return { here: rest.filter(({ here }) => here), coming: rest.filter(({ here }) => !here) };
}

/** People at their tables in the round that is on who have not come. */
export function missingFrom(mixer: Mixer): number {
  const came = cameOf(mixer);
  return seatsOf(mixer, firstOpen(mixer)).filter(({ attendeeId, left }) => !left && !came.has(attendeeId))
    .length;
}

export const cameOf = ({ people }: Pick<Mixer, 'people'>): Set<string> =>
  new Set(people.filter(({ here }) => here).map(({ attendeeId }) => attendeeId));

const seatsOf = ({ seating }: Mixer, round: number): Seat[] =>
  seating.find((one) => one.round === round)?.tables.flatMap(({ people }) => people) ?? [];

/** Where somebody sits from the round that is on, round by round. */
export function tablesOf(mixer: Mixer, attendeeId: string): number[] {
  return mixer.seating
    .filter(({ round }) => round >= firstOpen(mixer))
    .flatMap(({ tables }) =>
      tables.filter(({ people }) => people.some((seat) => seat.attendeeId === attendeeId && !seat.left)),
    )
    .map(({ table }) => table);
}

/** Whether a draw would forget what a host did. */
export const isByHand = ({ seating }: Pick<Mixer, 'seating'>): boolean =>
  seating.some(({ tables }) =>
    tables.some(({ people }) => people.some(({ source, left }) => source !== 'drawn' || left)),
  );

/** What a screen of the room shows: names of those who let theirs be seen, and how many more sit there. */
export function onScreen({ people }: Pick<MixerTable, 'people'>): { names: string[]; others: number } {
  const there = people.filter(({ left }) => !left);
  const names = there.filter(({ visible }) => visible).map(({ name }) => name);
  return { names, others: there.length - names.length };
}

/** People at a table now, at most, when somebody is moved there. */
export const mostOfTable = 6;
export const isFull = ({ people }: Pick<MixerTable, 'people'>): boolean =>
  people.filter(({ left }) => !left).length >= mostOfTable;

/** A wall of 16 to 9 divided among so many tables: large parts that leave little of it empty. */
export function gridOf(tables: number): { columns: number; rows: number } {
  const grids = Array.from({ length: Math.max(1, tables) }, (_, at) => {
    const columns = at + 1;
    const rows = Math.max(1, Math.ceil(tables / columns));
    const part = Math.min(16 / columns, (1.4 * 9) / rows);
    return { columns, rows, worth: (part * tables) / (columns * rows) };
  });
  const { columns, rows } = grids.reduce((best, one) => (one.worth > best.worth ? one : best));
  return { columns, rows };
}
