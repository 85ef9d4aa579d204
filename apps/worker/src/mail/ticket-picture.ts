import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

/**
 * One of the eight masks, whichever: a ticket is as good as random, so that none of them is better, and trying them all takes
 * longer than all else that is done for a mail.
 */
const maskPattern = 3;
/** Light modules around the code; four is what the standard asks for. */
const border = 4;
/** A ticket is 53 modules wide with its border: 318 pixels, which a phone shows without shrinking them. */
const pixelsOfModule = 6;

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A QR code as a PNG of one bit a pixel, some 800 bytes for a ticket; mail readers show no SVG. */
export function qrPicture(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border, maskPattern });
  const side = size * pixelsOfModule;
  const lines = data.flatMap((row) => {
    const line = scanLine(row);
    return Array.from({ length: pixelsOfModule }, () => line);
  });
  return Buffer.concat([
    signature,
    chunk('IHDR', headOf(side)),
    chunk('IDAT', deflateSync(Buffer.concat(lines), { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One bit of grey a pixel, no palette, not interlaced (PNG 11.2.2). */
function headOf(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  return head;
}

/** A byte that says "not filtered", then eight pixels a byte, the first in its highest bit; 1 is white. */
function scanLine(row: readonly boolean[]): Buffer {
  const bytes = Buffer.alloc(1 + Math.ceil((row.length * pixelsOfModule) / 8));
  for (const [module, dark] of row.entries()) {
    if (dark) continue;
    for (let at = module * pixelsOfModule; at < (module + 1) * pixelsOfModule; at += 1)
      bytes[1 + (at >> 3)] = (bytes[1 + (at >> 3)] ?? 0) | (0x80 >> (at & 7));
  }
  return bytes;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
