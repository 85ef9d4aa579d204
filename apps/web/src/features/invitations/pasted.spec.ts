import { addressesIn } from './pasted.ts';

describe('the count beside pasted addresses', () => {
  it.each([
    ['', 0],
    ['nobody here', 0],
    ['ines@example.org', 1],
    ['Ines Okafor <ines@example.org>, bo@example.org; "Kim (LA)" <kim@example.org>', 3],
    ['ines@example.org\nINES@example.org\nmailto:ines@example.org.', 1],
    ['Name\tines@example.org\nName\tbo@example.org', 2],
    ['@ a@ @b a@@b', 0],
  ])('in %j is %i', (pasted, count) => {
    expect(addressesIn(pasted)).toBe(count);
  });
});
