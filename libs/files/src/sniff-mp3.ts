import { parseBuffer } from 'music-metadata';
import type { Sniffed } from './sniffed.ts';
import type { Window } from './window.ts';

/** Covers and lyrics; what claims more is no song. */
const longestTag = 16 * 1024 * 1024;
/** Enough for the header of a variable rate and for a guess at a constant one. */
const readBytes = 256 * 1024;
/** Some editors leave a little nothing between the tag and the sound. */
const longestGap = 4096;
const framesInARow = 3;

const bitrates = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const rates = { 3: [44_100, 48_000, 32_000], 2: [22_050, 24_000, 16_000], 0: [11_025, 12_000, 8_000] };

/** Sound of MPEG layer 3 behind a tag or without one: three frames, each where the one before says. */
export async function isMp3(window: Window): Promise<Sniffed | null> {
  const tag = await tagBytes(window);
  if (tag === null) return null;
  const sound = await window.bytes(tag, readBytes);
  const gap = sound.findIndex((byte) => byte !== 0);
  if (gap < 0 || gap > longestGap || !hasFrames(sound, gap)) return null;
  return { type: 'audio/mpeg', lengthMs: await lengthOf(sound.subarray(gap), window.size - tag - gap) };
}

/** How long the tag in front is; null for one that says more than there is. */
async function tagBytes(window: Window): Promise<number | null> {
  const head = await window.bytes(0, 10);
  if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return 0;
  const digits = [...head.subarray(6, 10)];
  if (digits.some((digit) => digit > 127)) return null;
  const bytes = 10 + digits.reduce((sum, digit) => sum * 128 + digit, 0);
  return bytes > longestTag || bytes >= window.size ? null : bytes;
}

function hasFrames(sound: Buffer, start: number): boolean {
  let at = start;
  for (let frame = 0; frame < framesInARow; frame += 1) {
    const bytes = frameBytes(sound, at);
    if (bytes === null) return false;
    at += bytes;
  }
  return true;
}

/** The length of the frame that begins here; null when none does. */
function frameBytes(sound: Buffer, at: number): number | null {
  if (at + 4 > sound.length) return null;
  const word = sound.readUInt32BE(at);
  const version = (word >>> 19) & 3;
  const isLayer3 = ((word >>> 17) & 3) === 1;
  if (word >>> 21 !== 0x7ff || version === 1 || !isLayer3) return null;
  const rate = rates[version as 0 | 2 | 3][(word >>> 10) & 3];
  const bitrate = bitrates[version === 3 ? 1 : 2][(word >>> 12) & 15];
  if (rate === undefined || bitrate === undefined || bitrate === 0) return null;
  return Math.floor(((version === 3 ? 144_000 : 72_000) * bitrate) / rate) + ((word >>> 9) & 1);
}

/** By the library, which gets 256 kB to look at and the size of the whole to reckon with. */
async function lengthOf(sound: Buffer, size: number): Promise<number | null> {
  try {
    const { format } = await parseBuffer(
      sound,
      { mimeType: 'audio/mpeg', size },
      { duration: false, skipCovers: true },
    );
    return format.duration === undefined || !Number.isFinite(format.duration)
      ? null
      : Math.round(format.duration * 1000);
  } catch {
    return null;
  }
}
