import type { Sniffed } from './sniffed.ts';
import type { Window } from './window.ts';

/** Enough for every chunk that editors write; a file of nothing but headers ends here. */
const mostChunks = 1000;

interface Chunk {
  id: string;
  at: number;
  bytes: number;
}

/** The chunks of a RIFF or IFF file in order; null when one says that it is longer than what there is. */
async function chunksOf(window: Window, isBigEndian: boolean): Promise<Chunk[] | null> {
  const chunks: Chunk[] = [];
  for (let at = 12; at + 8 <= window.size;) {
    const head = await window.bytes(at, 8);
    const bytes = isBigEndian ? head.readUInt32BE(4) : head.readUInt32LE(4);
    if (at + 8 + bytes > window.size || chunks.length === mostChunks) return null;
    chunks.push({ id: head.toString('latin1', 0, 4), at: at + 8, bytes });
    at += 8 + bytes + (bytes % 2);
  }
  return chunks;
}

export async function isWav(window: Window): Promise<Sniffed | null> {
  const head = await window.bytes(0, 12);
  if (head.length < 12 || head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8) !== 'WAVE')
    return null;
  if (head.readUInt32LE(4) + 8 > window.size + 1) return null;
  const chunks = await chunksOf(window, false);
  const format = chunks?.find(({ id }) => id === 'fmt ');
  const data = chunks?.find(({ id }) => id === 'data');
  if (format === undefined || data === undefined || format.bytes < 16 || data.bytes === 0) return null;
  const fmt = await window.bytes(format.at, 16);
  const [channels, rate, byteRate] = [fmt.readUInt16LE(2), fmt.readUInt32LE(4), fmt.readUInt32LE(8)];
  if (channels === 0 || channels > 64 || rate < 1000 || byteRate === 0) return null;
  return { type: 'audio/wav', lengthMs: milliseconds(data.bytes, byteRate) };
}

export async function isAiff(window: Window): Promise<Sniffed | null> {
  const head = await window.bytes(0, 12);
  if (head.length < 12 || head.toString('latin1', 0, 4) !== 'FORM') return null;
  if (!['AIFF', 'AIFC'].includes(head.toString('latin1', 8)) || head.readUInt32BE(4) + 8 > window.size + 1)
    return null;
  const chunks = await chunksOf(window, true);
  const common = chunks?.find(({ id }) => id === 'COMM');
  const sound = chunks?.find(({ id }) => id === 'SSND');
  if (common === undefined || sound === undefined || common.bytes < 18 || sound.bytes <= 8) return null;
  const comm = await window.bytes(common.at, 18);
  const rate = extended(comm.subarray(8));
  if (rate < 1000) return null;
  return { type: 'audio/aiff', lengthMs: milliseconds(comm.readUInt32BE(2), rate) };
}

export async function isFlac(window: Window): Promise<Sniffed | null> {
  const head = await window.bytes(0, 42);
  if (head.length < 42 || head.toString('latin1', 0, 4) !== 'fLaC') return null;
  // The first block describes the stream and is 34 bytes long.
  if ((head.readUInt8(4) & 0x7f) !== 0 || head.readUIntBE(5, 3) !== 34) return null;
  const rate = head.readUIntBE(18, 3) >> 4;
  const samples = (head.readUInt8(21) & 0x0f) * 2 ** 32 + head.readUInt32BE(22);
  if (rate === 0 || !(await hasFlacFrame(window))) return null;
  return { type: 'audio/flac', lengthMs: samples === 0 ? null : milliseconds(samples, rate) };
}

/** Behind the blocks that describe it stands sound. */
async function hasFlacFrame(window: Window): Promise<boolean> {
  for (let at = 4, blocks = 0; blocks < mostChunks; blocks += 1) {
    const head = await window.bytes(at, 4);
    if (head.length < 4) return false;
    at += 4 + head.readUIntBE(1, 3);
    if ((head.readUInt8(0) & 0x80) !== 0) {
      const frame = await window.bytes(at, 2);
      return frame.length === 2 && (frame.readUInt16BE(0) & 0xfffc) === 0xfff8;
    }
  }
  return false;
}

/** An 80-bit number of SANE, which AIFF keeps its rate in. */
function extended(bytes: Buffer): number {
  const exponent = (bytes.readUInt16BE(0) & 0x7fff) - 16_383;
  if (exponent > 31 || exponent < 0) return 0;
  return bytes.readUInt32BE(2) * 2 ** (exponent - 31);
}

/** Ten days at most, which also keeps it inside its column. */
export function milliseconds(units: number, perSecond: number): number {
  return Math.min(Math.round((units / perSecond) * 1000), 864_000_000);
}
