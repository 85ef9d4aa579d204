import type { Span } from './storage.ts';

export type Served =
  /** The whole of it. */
  | { status: 200; span: Span }
  | { status: 206; span: Span }
  /** Nothing of it is there: `bytes *\/size`. */
  | { status: 416 };

/**
 * What of a file of `size` bytes answers a GET (RFC 9110, section 14): one range of bytes. A header that cannot be read,
 * another unit, several ranges or a copy that is no longer the same mean the whole.
 * @param ifRange the header If-Range; only a strong tag equal to `etag` counts
 */
export function servedOf(size: number, etag: string, range?: string, ifRange?: string): Served {
  const whole: Served = { status: 200, span: { start: 0, end: size - 1 } };
  if (range === undefined || (ifRange !== undefined && ifRange.trim() !== etag)) return whole;
  const asked = /^bytes=[ \t]*(\d{0,20})-(\d{0,20})[ \t]*$/i.exec(range.trim());
  if (asked === null) return whole;
  const [, first = '', last = ''] = asked;
  if (first === '' && last === '') return whole;
  if (first === '') return lastBytes(size, Number(last));
  const [start, end] = [Number(first), last === '' ? Infinity : Number(last)];
  if (end < start) return whole;
  if (start >= size) return { status: 416 };
  return { status: 206, span: { start, end: Math.min(end, size - 1) } };
}

function lastBytes(size: number, count: number): Served {
  if (count === 0) return { status: 416 };
  return { status: 206, span: { start: Math.max(0, size - count), end: size - 1 } };
}
