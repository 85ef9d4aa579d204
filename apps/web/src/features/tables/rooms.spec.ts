import { gridOf, isByHand, isFull, missingFrom, onScreen, tablesOf, unseatedOf } from './rooms.ts';
import type { Mixer, Seat } from './table-calls.ts';

const seat = (name: string, given: Partial<Seat> = {}): Seat => ({
  ...{ attendeeId: name, name, source: 'drawn', left: false, visible: true },
  ...given,
});
const guest = (name: string, here = true) => ({ attendeeId: name, name, stage: null, here, visible: true });
const mixer = (round: number, people: ReturnType<typeof guest>[], seating: Seat[][][]): Mixer =>
  ({
    round,
    people,
    seating: seating.map((tables, at) => ({
      round: at + 1,
      tables: tables.map((seats, index) => ({ table: index + 1, topic: null, people: seats })),
    })),
  }) as unknown as Mixer;

describe('people at tables', () => {
  const people = [guest('Ada'), guest('Bo'), guest('Cy', false), guest('Di', false), guest('Eve')];
  const tables = mixer(1, people, [
    [[seat('Ada'), seat('Cy')], [seat('Eve', { left: true })]],
    [[seat('Ada')], [seat('Bo'), seat('Cy')]],
  ]);

  it('leaves over who came without a seat, and apart from them who has not come; who has gone stands at their table', () => {
    const { here, coming } = unseatedOf(tables);
    expect(here.map(({ name }) => name)).toEqual(['Bo']);
    expect(coming.map(({ name }) => name)).toEqual(['Di']);
  });

  it('counts seats of people who have not come', () => {
    expect(missingFrom(tables)).toBe(1);
  });

  it('names the tables of somebody from the round that is on', () => {
    expect(tablesOf(tables, 'Ada')).toEqual([1, 1]);
    expect(tablesOf({ ...tables, round: 2 }, 'Cy')).toEqual([2]);
    expect(tablesOf(tables, 'Eve')).toEqual([]);
  });

  it('knows what was done by hand', () => {
    expect(isByHand(mixer(0, [], [[[seat('Ada')]]]))).toBe(false);
    expect(isByHand(mixer(0, [], [[[seat('Ada', { source: 'late' })]]]))).toBe(true);
    expect(isByHand(mixer(0, [], [[[seat('Ada', { left: true })]]]))).toBe(true);
  });

  it('is full at six, and whoever has gone takes no chair', () => {
    const six = Array.from({ length: 6 }, (_, at) => seat(String(at)));
    expect(isFull({ people: six })).toBe(true);
    expect(isFull({ people: [...six.slice(1), seat('x', { left: true })] })).toBe(false);
  });
});

describe('a screen of the room', () => {
  it('names only those who let their name be seen', () => {
    expect(
      onScreen({ people: [seat('Ada'), seat('Bo', { visible: false }), seat('Cy', { left: true })] }),
    ).toEqual({
      names: ['Ada'],
      others: 1,
    });
  });

  it('divides the wall into parts as large as can be', () => {
    const of = (tables: number) => Object.values(gridOf(tables)).join(' × ');
    expect([1, 2, 3, 4, 6, 8, 12, 24].map(of)).toEqual([
      '1 × 1',
      '2 × 1',
      '3 × 1',
      '2 × 2',
      '3 × 2',
      '4 × 2',
      '4 × 3',
      '6 × 4',
    ]);
    expect(gridOf(0)).toEqual({ columns: 1, rows: 1 });
  });
});
