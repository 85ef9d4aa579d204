import { servedOf } from './range.ts';

const etag = '"a"';
const whole = '200 0-9';

/** "206 0-4" of a file of ten bytes. */
function answer(range?: string, ifRange?: string): string {
  const served = servedOf(10, etag, range, ifRange);
  return served.status === 416 ? '416' : `${served.status} ${served.span.start}-${served.span.end}`;
}

describe('a request for a part of a file of ten bytes', () => {
  it.each([
    [undefined, whole],
    ['bytes=0-4', '206 0-4'],
    ['bytes=0-0', '206 0-0'],
    ['bytes=9-9', '206 9-9'],
    ['bytes=0-9', '206 0-9'],
    ['bytes=0-', '206 0-9'],
    ['bytes=5-', '206 5-9'],
    ['bytes=9-', '206 9-9'],
    ['bytes=5-100', '206 5-9'],
    ['bytes=0-99999999999999999999', '206 0-9'],
    ['bytes=-1', '206 9-9'],
    ['bytes=-10', '206 0-9'],
    ['bytes=-100', '206 0-9'],
    ['BYTES=2-3', '206 2-3'],
    ['bytes=2-3 ', '206 2-3'],
    ['bytes= 2-3', '206 2-3'],
    ['bytes=007-8', '206 7-8'],
    ['bytes=10-', '416'],
    ['bytes=10-20', '416'],
    ['bytes=99999999999999999999-', '416'],
    ['bytes=-0', '416'],
    ['bytes=4-2', whole],
    ['bytes=-', whole],
    ['bytes=', whole],
    ['bytes', whole],
    ['', whole],
    ['bytes=a-b', whole],
    ['bytes=0x1-2', whole],
    ['bytes=1.5-2', whole],
    ['bytes=--1', whole],
    ['bytes=1-2-3', whole],
    ['bytes=+1-2', whole],
    ['bytes=0-1,3-4', whole],
    ['bytes=0-1, -1', whole],
    ['items=0-4', whole],
    ['bytes:0-4', whole],
  ])('%j is answered with %s', (range, expected) => {
    expect(answer(range)).toBe(expected);
  });

  it.each([
    [etag, '206 0-4'],
    ['"b"', whole],
    ['W/"a"', whole],
    ['Sat, 10 Oct 2026 00:00:00 GMT', whole],
    ['', whole],
  ])('where the copy is %s is answered with %s', (ifRange, expected) => {
    expect(answer('bytes=0-4', ifRange)).toBe(expected);
  });
});
