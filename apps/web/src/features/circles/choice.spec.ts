import type { BoardPerson } from '../../lib/shapes.ts';
import { found, nextEvening, toggled } from './choice.ts';

const person = (name: string, crafts: string[] = []) => ({ name, crafts }) as BoardPerson;

describe('the people of a new circle', () => {
  const people = [person('José Ruiz', ['foley']), person('Ana Lind', ['film sound'])];

  it('are found by name and craft, without their accents', () => {
    expect(found(people, 'jose').map(({ name }) => name)).toEqual(['José Ruiz']);
    expect(found(people, 'FILM ').map(({ name }) => name)).toEqual(['Ana Lind']);
    expect(found(people, ' ')).toHaveLength(2);
    expect(found(people, 'zither')).toEqual([]);
  });

  it('stand in the order of choosing, eight at most', () => {
    expect(toggled(['b'], 'a')).toEqual(['b', 'a']);
    expect(toggled(['b', 'a'], 'b')).toEqual(['a']);
    expect(toggled(['1', '2', '3', '4', '5', '6', '7', '8'], '9')).not.toContain('9');
  });
});

describe('one more evening', () => {
  it('is a week after the last, at its hour, also over the turn of a year', () => {
    expect(nextEvening(['2026-12-29T18:30', '2026-12-01T19:00'])).toBe('2027-01-05T18:30');
    expect(nextEvening([''])).toBe('');
  });
});
