import { parseKeys } from '#libs/database';
import { newId } from '#libs/domain';
import { readsApartByLot } from './not-together.ts';

const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64url')}`;
const keys = parseKeys(key('k1', 1));
const pairs = Array.from({ length: 3000 }, (): [string, string] => [newId(), newId()]);
const drawn = (organization: string, by = keys) =>
  pairs.map((pair) => readsApartByLot(by, organization, pair));

describe('the lot by which two read "not together"', () => {
  const here = newId();

  it('falls on one pair in six', () => {
    const hit = drawn(here).filter(Boolean).length;
    // 3,000 tries at one in six: 500, and four standard deviations are 82.
    expect(Math.abs(hit - 500)).toBeLessThan(82);
  });

  it('stays the same of the same two whoever comes first, and when a key is added', () => {
    const again = pairs.map(([one, other]) => readsApartByLot(keys, here, [other, one]));
    expect(again).toEqual(drawn(here));
    expect(drawn(here, parseKeys(`${key('k2', 2)},${key('k1', 1)}`))).toEqual(drawn(here));
  });

  it('is another in another organization, and under another key (control)', () => {
    expect(drawn(newId())).not.toEqual(drawn(here));
    expect(drawn(here, parseKeys(key('k2', 2)))).not.toEqual(drawn(here));
  });
});
