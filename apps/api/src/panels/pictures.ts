import { ResizeFit, Transformer } from '@napi-rs/image';

export const pictureBytes = 8 * 1024 * 1024;
/**
 * What a picture may take once it is decoded, before it is turned and made small; each is twice to four times that at its peak
 * (pictures.spec.ts). PNG, WebP and JPEGs that come in several passes: 25 million pixels of four bytes.
 */
const mostDecoded = 100_000_000;
/** A JPEG as cameras write it, row by row: 50 million pixels, which is what the largest phones take. */
const mostOfCamera = 150_000_000;
const sidePixels = 480;
/** As many as the column holds. */
const keptBytes = 400_000;

let before: Promise<unknown> = Promise.resolve();

/**
 * A square JPEG of somebody, upright, from the middle of what they sent, encoded anew: nothing else of the file is kept, not
 * where and when it was taken. One at a time: the largest that is taken needs 450 MB for some seconds.
 * @returns null for what is no JPEG, PNG or WebP that can be read, moves, or takes too much once it is decoded
 */
export function squarePicture(sent: Buffer): Promise<Buffer | null> {
  const size = sizeOf(sent);
  if (size === null || size.width < 1 || size.height < 1 || decodedBytes(size) > size.most)
    return Promise.resolve(null);
  const made = before.then(() => encoded(sent));
  before = made;
  return made;
}

async function encoded(sent: Buffer): Promise<Buffer | null> {
  try {
    const square = { width: sidePixels, height: sidePixels, fit: ResizeFit.Cover };
    const jpeg = await new Transformer(sent).rotate().resize(square).jpeg(82);
    return jpeg.length <= keptBytes ? jpeg : null;
  } catch {
    return null;
  }
}

interface Size {
  width: number;
  height: number;
  /** Bytes of a pixel once it is decoded. */
  pixelBytes: number;
  /** How many bytes it may take. */
  most: number;
}

const decodedBytes = ({ width, height, pixelBytes }: Size): number => width * height * pixelBytes;

/** How much a file claims to hold, read from its head before anything is decoded; null for other types and what moves. */
export function sizeOf(file: Buffer): Size | null {
  try {
    if (file.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return ofPng(file);
    if (file.readUInt16BE(0) === 0xffd8) return ofJpeg(file);
    if (text(file, 0) === 'RIFF' && text(file, 8) === 'WEBP') return ofWebp(file);
    return null;
  } catch {
    // A file that ends in the middle of its head.
    return null;
  }
}

const text = (file: Buffer, at: number): string => file.toString('latin1', at, at + 4);

/** Channels by colour type once decoded: palettes become colours, and each may be transparent by a chunk of its own. */
const pngChannels = new Map([
  [0, 2],
  [2, 4],
  [3, 4],
  [4, 2],
  [6, 4],
]);

function ofPng(file: Buffer): Size | null {
  const channels = pngChannels.get(file.readUInt8(25));
  if (text(file, 12) !== 'IHDR' || channels === undefined) return null;
  const size = { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
  // Fewer bits than eight become eight.
  return { ...size, pixelBytes: (channels * Math.max(8, file.readUInt8(24))) / 8, most: mostDecoded };
}

/** The largest of all frames that are announced before the first data. */
function ofJpeg(file: Buffer): Size | null {
  let largest: Size | null = null;
  for (let at = 2; file.readUInt8(at) === 0xff;) {
    const marker = file.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) return largest;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const size = frameOf(file, at, marker);
      if (largest === null || spare(size) < spare(largest)) largest = size;
    }
    at += 2 + file.readUInt16BE(at + 2);
  }
  return null;
}

/** In several passes all of it is kept between them, which takes more. */
const frameOf = (file: Buffer, at: number, marker: number): Size => ({
  height: file.readUInt16BE(at + 5),
  width: file.readUInt16BE(at + 7),
  pixelBytes: Math.max(3, file.readUInt8(at + 9)),
  most: marker === 0xc0 || marker === 0xc1 ? mostOfCamera : mostDecoded,
});

const spare = (size: Size): number => size.most - decodedBytes(size);

function ofWebp(file: Buffer): Size | null {
  const kind = text(file, 12);
  if (kind !== 'VP8X') return ofWebpData(file, 12);
  const canvas = { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
  const inner = webpChunks(file).flatMap((at) => ofWebpData(file, at) ?? []);
  const [only] = inner;
  // What moves has its pictures elsewhere, and a canvas says nothing of how large they are.
  if (only === undefined || inner.length > 1) return null;
  return only.width === canvas.width && only.height === canvas.height ? only : null;
}

/** Where the chunks after the first begin. */
function webpChunks(file: Buffer): number[] {
  const chunks: number[] = [];
  for (let at = 30; at + 8 <= file.length;) {
    chunks.push(at);
    const bytes = file.readUInt32LE(at + 4);
    at += 8 + bytes + (bytes % 2);
  }
  return chunks;
}

/** Of a chunk that is a picture; null: it is none. */
function ofWebpData(file: Buffer, at: number): Size | null {
  const kind = text(file, at);
  const rest = { pixelBytes: 4, most: mostDecoded };
  if (kind === 'VP8 ')
    return {
      ...{ width: file.readUInt16LE(at + 14) & 0x3fff, height: file.readUInt16LE(at + 16) & 0x3fff },
      ...rest,
    };
  if (kind !== 'VP8L') return null;
  const bits = file.readUInt32LE(at + 9);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, ...rest };
}
