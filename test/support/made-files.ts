import { randomFillSync } from 'node:crypto';

// The smallest whole file of each kind that a work may be, byte by byte.

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const u32 = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer);
const be32 = (value: number): Buffer => Buffer.from(u32(value)).reverse();

/** Silence as WAV: 8,000 bytes a second. */
export function wav(soundBytes = 8000): Buffer {
  const fmt = Buffer.concat([
    ascii('fmt '),
    u32(16),
    Buffer.from([1, 0, 1, 0]),
    u32(8000),
    u32(8000),
    Buffer.from([1, 0, 8, 0]),
  ]);
  const data = Buffer.concat([ascii('data'), u32(soundBytes), Buffer.alloc(soundBytes)]);
  return Buffer.concat([ascii('RIFF'), u32(4 + fmt.length + data.length), ascii('WAVE'), fmt, data]);
}

/** Noise as WAV, no two alike: whole or not is told by its sum. */
export function noise(bytes: number): Buffer {
  const whole = wav(bytes - 44);
  randomFillSync(whole, 44);
  return whole;
}

/** Ten frames of 128 kbit/s at 44.1 kHz. */
export function mp3(tag: Buffer = Buffer.alloc(0)): Buffer {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xfffb9000);
  return Buffer.concat([tag, ...Array.from({ length: 40 }, () => frame)]);
}

/** An ID3 tag that says it is this long, and holds what it is given. */
export function id3(bytes: number, content: Buffer = Buffer.alloc(0)): Buffer {
  const digits = [21, 14, 7, 0].map((shift) => (bytes >> shift) & 0x7f);
  return Buffer.concat([ascii('ID3'), Buffer.from([3, 0, 0, ...digits]), content]);
}

export function flac(): Buffer {
  const info = Buffer.alloc(34);
  // 44,100 Hz in 20 bits, then samples: one second.
  info.writeUIntBE(44_100 << 4, 10, 3);
  info.writeUInt32BE(44_100, 14);
  return Buffer.concat([
    ascii('fLaC'),
    Buffer.from([0x80, 0, 0, 34]),
    info,
    Buffer.from([0xff, 0xf8]),
    Buffer.alloc(64),
  ]);
}

export function aiff(): Buffer {
  const comm = Buffer.concat([
    ascii('COMM'),
    be32(18),
    Buffer.from([0, 1]),
    be32(44_100),
    Buffer.from([0, 8]),
  ]);
  const rate = Buffer.from([0x40, 0x0e, 0xac, 0x44, 0, 0, 0, 0, 0, 0]);
  const ssnd = Buffer.concat([ascii('SSND'), be32(108), Buffer.alloc(108)]);
  const body = Buffer.concat([ascii('AIFF'), comm, rate, ssnd]);
  return Buffer.concat([ascii('FORM'), be32(body.length), body]);
}

export function box(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([be32(8 + body.length), ascii(type), body]);
}

export function mp4(handler: 'vide' | 'soun' = 'vide', brand = 'isom'): Buffer {
  const header = Buffer.alloc(100);
  header.writeUInt32BE(1000, 12);
  header.writeUInt32BE(5000, 16);
  const track = box('trak', box('mdia', box('hdlr', Buffer.alloc(8), ascii(handler), Buffer.alloc(13))));
  const start = box('ftyp', ascii(brand), be32(512), ascii(brand));
  return Buffer.concat([start, box('moov', box('mvhd', header), track), box('mdat', Buffer.alloc(200))]);
}

export function pdf(inside = ''): Buffer {
  const pages =
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n';
  return ascii(`%PDF-1.4\n${pages}${inside}\nxref\n0 1\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`);
}

/** An empty zip; behind anything it makes that a zip too. */
export const zipEnd = Buffer.concat([ascii('PK\x05\x06'), Buffer.alloc(18)]);
