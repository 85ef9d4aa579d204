import { newcombe, wilson } from './intervals.ts';

const rounded = ({ low, high }: { low: number; high: number }) => [low.toFixed(4), high.toFixed(4)];

describe('an interval', () => {
  it('of a share is the one of the tables (Newcombe 1998, I: 81 of 263, 15 of 148, 0 of 20, 1 of 29)', () => {
    expect(rounded(wilson({ count: 81, of: 263 }))).toEqual(['0.2553', '0.3662']);
    expect(rounded(wilson({ count: 15, of: 148 }))).toEqual(['0.0624', '0.1605']);
    expect(rounded(wilson({ count: 0, of: 20 }))).toEqual(['0.0000', '0.1611']);
    expect(rounded(wilson({ count: 1, of: 29 }))).toEqual(['0.0061', '0.1718']);
  });

  it('of a difference is the one of the tables (Newcombe 1998, II: 56/70 − 48/80, 9/10 − 3/10, 10/10 − 0/20)', () => {
    expect(rounded(newcombe({ count: 56, of: 70 }, { count: 48, of: 80 }))).toEqual(['0.0524', '0.3339']);
    expect(rounded(newcombe({ count: 9, of: 10 }, { count: 3, of: 10 }))).toEqual(['0.1705', '0.8090']);
    expect(rounded(newcombe({ count: 10, of: 10 }, { count: 0, of: 20 }))).toEqual(['0.6791', '1.0000']);
  });
});
