import { milliseconds } from './sniff-chunks.ts';
import type { Sniffed } from './sniffed.ts';
import type { Window } from './window.ts';

const brands = new Set([
  ...['isom', 'iso2', 'iso3', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'mp71', 'avc1', 'dash', 'MSNV'],
  ...['M4A ', 'M4B ', 'M4V '],
]);
const mostBoxes = 20_000;

interface Box {
  type: string;
  at: number;
  end: number;
}

/** A real ISO base media file: it says so, its boxes fill it to the last byte, and it has a movie. */
export async function isMp4(window: Window): Promise<Sniffed | null> {
  const head = await window.bytes(0, 12);
  if (
    head.length < 12 ||
    head.toString('latin1', 4, 8) !== 'ftyp' ||
    !brands.has(head.toString('latin1', 8, 12))
  )
    return null;
  if (head.readUInt32BE(0) > 4096) return null;
  const boxes = await boxesOf(window, { at: 0, end: window.size });
  const movie = boxes?.find(({ type }) => type === 'moov');
  if (movie === undefined || boxes?.some(({ type }) => type === 'mdat') !== true) return null;
  const inside = await boxesOf(window, movie);
  const kinds = await kindsOf(window, inside ?? []);
  if (!kinds.includes('vide') && !kinds.includes('soun')) return null;
  return {
    type: kinds.includes('vide') ? 'video/mp4' : 'audio/mp4',
    lengthMs: await lengthOf(window, inside ?? []),
  };
}

/** The boxes between two places; null when one of them does not fit. */
async function boxesOf(window: Window, { at, end }: { at: number; end: number }): Promise<Box[] | null> {
  const boxes: Box[] = [];
  while (at < end) {
    const head = await window.bytes(at, 16);
    if (head.length < 8 || boxes.length === mostBoxes) return null;
    const short = head.readUInt32BE(0);
    if (short === 1 && head.length < 16) return null;
    const bytes = short === 0 ? end - at : short === 1 ? Number(head.readBigUInt64BE(8)) : short;
    const headBytes = short === 1 ? 16 : 8;
    if (bytes < headBytes || at + bytes > end) return null;
    boxes.push({ type: head.toString('latin1', 4, 8), at: at + headBytes, end: at + bytes });
    at += bytes;
  }
  return boxes;
}

/** Whether its tracks are sound or picture. */
async function kindsOf(window: Window, movie: readonly Box[]): Promise<string[]> {
  const kinds: string[] = [];
  for (const track of movie.filter(({ type }) => type === 'trak').slice(0, 20)) {
    const media = (await boxesOf(window, track))?.find(({ type }) => type === 'mdia');
    const handler = media && (await boxesOf(window, media))?.find(({ type }) => type === 'hdlr');
    if (handler !== undefined) kinds.push((await window.bytes(handler.at + 8, 4)).toString('latin1'));
  }
  return kinds;
}

async function lengthOf(window: Window, movie: readonly Box[]): Promise<number | null> {
  const header = movie.find(({ type }) => type === 'mvhd');
  const bytes = header && (await window.bytes(header.at, 32));
  if (bytes === undefined || bytes.length < 32) return null;
  const isLong = bytes.readUInt8(0) === 1;
  const scale = bytes.readUInt32BE(isLong ? 20 : 12);
  const units = isLong ? Number(bytes.readBigUInt64BE(24)) : bytes.readUInt32BE(16);
  return scale === 0 || units === 0 ? null : milliseconds(units, scale);
}
