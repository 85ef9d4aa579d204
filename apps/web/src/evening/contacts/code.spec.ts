import { codeOf } from './code.ts';

describe('a code of somebody else', () => {
  it('is what their picture says, or eight letters however they are typed', () => {
    const scanned = `AQS1.${'aB-_9'.repeat(20)}`;
    expect(codeOf(` ${scanned}\n`)).toBe(scanned);
    for (const typed of ['K7QM-2XHD', 'k7qm2xhd', ' k7qm 2xhd ', 'K7QM–2XHD'])
      expect(codeOf(typed)).toBe('K7QM-2XHD');
  });

  it('is no ticket of the door, no address and nothing half typed', () => {
    for (const other of [`AQ1.${'a'.repeat(107)}`, 'https://example.org', 'K7QM', 'K7QM-2XHDX', ''])
      expect(codeOf(other)).toBeNull();
  });
});
