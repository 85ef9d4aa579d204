import type { BoardPerson } from '../../lib/shapes.ts';
import { type Tie, arcOf, nearestBy, orderAround, spotsOf } from './room-map.ts';

const people = (ids: string): BoardPerson[] =>
  Array.from(ids, (id) => ({
    attendeeId: id,
    name: id,
    crafts: [],
    used: 0,
    cap: 2,
    wellKnown: false,
    isPanelist: false,
  }));
const ties = (...pairs: string[]): Tie[] =>
  pairs.map((pair) => ({ id: pair, a: pair[0] ?? '', b: pair[1] ?? '', kind: 'suggested' }));

describe('the order around the room', () => {
  it('walks along those who hang together, the largest group first, and leaves nobody out', () => {
    expect(orderAround(people('abcdefg'), ties('ac', 'ce', 'bd')).join('')).toBe('acebdfg');
  });

  it('holds everybody once where the ties go round', () => {
    const order = orderAround(people('abcdef'), ties('ab', 'bc', 'ca', 'de'));
    expect([...order].sort().join('')).toBe('abcdef');
    expect(order.at(-1)).toBe('f');
  });

  it('puts no tie further apart than its group is long', () => {
    const chain = 'hbgafcde';
    const links = Array.from(chain.slice(1), (id, place) => `${chain[place] ?? ''}${id}`);
    const order = orderAround(people('abcdefgh'), ties(...links));
    const steps = links.map((link) => Math.abs(order.indexOf(link[0] ?? '') - order.indexOf(link[1] ?? '')));
    expect(steps).toEqual(links.map(() => 1));
  });
});

describe('a pointer over the room', () => {
  const spots = spotsOf(['top', 'right', 'bottom', 'left'], 100);

  it.each([
    [0, -20, 'top'],
    [90, 10, 'right'],
    [5, 300, 'bottom'],
    [-40, 1, 'left'],
    [-30, -60, 'top'],
  ])('at %i, %i means whoever stands in that direction', (x, y, id) => {
    expect(nearestBy(spots, x, y)?.id).toBe(id);
  });

  it('means nobody in an empty room', () => {
    expect(nearestBy([], 1, 1)).toBeUndefined();
  });
});

it('draws a line across the room through its middle', () => {
  const [top, , bottom] = spotsOf(['top', 'right', 'bottom', 'left'], 100);
  expect(top && bottom && arcOf(top, bottom)).toBe('M0.0 -100.0Q0.0 0.0 0.0 100.0');
});
