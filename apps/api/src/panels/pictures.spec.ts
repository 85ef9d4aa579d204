import { crc32, deflateSync } from 'node:zlib';
import { Transformer } from '@napi-rs/image';
import { sizeOf, squarePicture } from './pictures.ts';

const plain = (width: number, height: number) =>
  Transformer.fromRgbaPixels(Buffer.alloc(width * height * 4, 90), width, height);

/** A black PNG, which is small however much it becomes. */
function blackPng(side: number, depth: 1 | 8 | 16, type: 0 | 2 | 3 | 6): Buffer {
  const channels = { 0: 1, 2: 3, 3: 1, 6: 4 }[type];
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.writeUInt8(depth, 8);
  head.writeUInt8(type, 9);
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil((side * channels * depth) / 8)) * side));
  const palette = type === 3 ? [chunk('PLTE', Buffer.alloc(3))] : [];
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...[chunk('IHDR', head), ...palette, chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))],
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const made = Buffer.alloc(12 + data.length);
  made.writeUInt32BE(data.length, 0);
  made.write(name, 4, 'latin1');
  data.copy(made, 8);
  made.writeUInt32BE(crc32(made.subarray(4, 8 + data.length)), 8 + data.length);
  return made;
}

/** The same picture in the container that may also hold what moves. */
function extended(webp: Buffer, width: number, height: number): Buffer {
  const head = Buffer.alloc(30);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(22 + webp.length - 12, 4);
  head.write('WEBPVP8X', 8, 'latin1');
  head.writeUInt32LE(10, 16);
  head.writeUIntLE(width - 1, 24, 3);
  head.writeUIntLE(height - 1, 27, 3);
  return Buffer.concat([head, webp.subarray(12)]);
}

const square = { width: 480, height: 480 };
const made = async (file: Buffer) => sizeOf((await squarePicture(file)) ?? Buffer.alloc(0));

describe('a picture that somebody sends of themself', () => {
  it('tells how large it is before it is decoded, in each kind that is taken', async () => {
    const size = { width: 321, height: 123 };
    const [jpeg, png] = [await plain(321, 123).jpeg(), await plain(321, 123).png()];
    // What may be seen through stands in the container of its own accord.
    const [webp, lossless] = [await plain(321, 123).webp(), await plain(321, 123).webpLossless()];
    const opaque = await Transformer.fromRgbaPixels(Buffer.alloc(321 * 123 * 4, 255), 321, 123).webp();
    for (const file of [
      jpeg,
      png,
      webp,
      opaque,
      lossless,
      extended(opaque, 321, 123),
      extended(lossless, 321, 123),
    ])
      expect(sizeOf(file)).toMatchObject(size);
    expect(sizeOf(await plain(32, 32).bmp())).toBeNull();
  });

  it('is refused for more than 50 million pixels, whatever stands behind its head', async () => {
    const jpeg = Buffer.from(await plain(64, 64).jpeg());
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    expect(frame).toBeGreaterThan(0);
    // The control: as it is, it becomes a square.
    expect(await made(jpeg)).toMatchObject(square);
    jpeg.writeUInt16BE(60_000, frame + 5);
    jpeg.writeUInt16BE(60_000, frame + 7);
    expect(sizeOf(jpeg)).toMatchObject({ width: 60_000, height: 60_000 });
    expect(await squarePicture(jpeg)).toBeNull();
  });

  // By how much the memory of a process rose at most while it made one square, in MB. Taken: a JPEG of 12 million pixels 103,
  // of 50 million 350, and 432 where it is to be turned; in several passes of 33 million 290; PNG of 25 million 232,
  // of 16 bits and 12 million 218; WebP of 25 million 254. Refused: PNG of 50 million 438, of 16 bits 820 (a file of 390 kB),
  // of a palette 342; JPEG of 50 million in several passes 433, of four colours so 528; WebP of 50 million 504.
  it('is refused for what it takes once it is decoded, however few bytes and pixels it has', async () => {
    for (const large of [
      blackPng(7070, 16, 6),
      blackPng(7070, 8, 6),
      blackPng(7070, 1, 3),
      blackPng(5000, 16, 2),
    ]) {
      expect(large.length).toBeLessThan(400_000);
      expect(await squarePicture(large)).toBeNull();
    }
    expect(await made(blackPng(3000, 16, 6))).toMatchObject(square);
    expect(await made(blackPng(3000, 1, 3))).toMatchObject(square);
  });

  it('is taken as the largest phones take it, and not so large in several passes or more colours', async () => {
    const jpeg = Buffer.from(await plain(64, 64).jpeg());
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    jpeg.writeUInt16BE(6_120, frame + 5);
    jpeg.writeUInt16BE(8_160, frame + 7);
    // Its rows are not there, which is for the decoder to say.
    expect(sizeOf(jpeg)).toMatchObject({ pixelBytes: 3, most: 150_000_000 });
    expect(8_160 * 6_120 * 3).toBeLessThan(150_000_000);
    jpeg.writeUInt8(0xc2, frame + 1);
    expect(await squarePicture(jpeg)).toBeNull();
    expect(sizeOf(jpeg)).toMatchObject({ most: 100_000_000 });
    jpeg.writeUInt8(4, frame + 9);
    expect(sizeOf(jpeg)).toMatchObject({ pixelBytes: 4 });
  });

  it('of 12 million pixels becomes a square', async () => {
    expect(await made(await plain(4_000, 3_000).jpeg())).toMatchObject(square);
  });

  it('is refused when its container claims another size than its picture, holds several or moves', async () => {
    const webp = await plain(640, 640).webpLossless();
    expect(await made(extended(webp, 640, 640))).toMatchObject(square);
    expect(sizeOf(extended(webp, 64, 64))).toBeNull();
    const twice = Buffer.concat([extended(webp, 640, 640), webp.subarray(12)]);
    expect(sizeOf(twice)).toBeNull();
    const moving = extended(webp, 640, 640);
    moving.write('ANMF', 30, 'latin1');
    expect(sizeOf(moving)).toBeNull();
    expect(await squarePicture(moving)).toBeNull();
  });

  it('is refused when it ends in its head, or is none', async () => {
    for (const bytes of [
      '',
      '\xff\xd8',
      '\xff\xd8\xff\xc0\0',
      '\x89PNG\r\n\x1a\n',
      'RIFF....WEBPVP8X',
      '<svg/>',
    ])
      expect(await squarePicture(Buffer.from(bytes, 'latin1'))).toBeNull();
  });
});
