import type { Font, Glyph, Subset } from 'fontkit';

// The part of a font that a document holds, as a TrueType file with the tables that PDF asks for and no others. fontkit can
// write one of a WOFF2 font neither with composed glyphs nor at all where it varies, so it is asked for outlines alone.

interface Point {
  x: number;
  y: number;
  onCurve: boolean;
}

interface Drawn {
  bytes: Buffer;
  points: number;
  contours: number;
  left: number;
  advance: number;
}

/** Glyphs in the order in which they are first used; the first is always the font's sign for what it lacks. */
export class TrueTypeSubset implements Subset {
  private readonly ids = [0];
  private readonly places = new Map([[0, 0]]);

  private readonly font: Font;

  constructor(font: Font) {
    this.font = font;
  }

  includeGlyph(glyph: number | { id: number }): number {
    const id = typeof glyph === 'number' ? glyph : glyph.id;
    const place = this.places.get(id) ?? this.ids.length;
    if (!this.places.has(id)) {
      this.places.set(id, place);
      this.ids.push(id);
    }
    return place;
  }

  encode(): Uint8Array {
    const glyphs = this.ids.map((id) => drawn(this.font.getGlyph(id)));
    const offsets = glyphs.reduce((all, { bytes }) => [...all, (all.at(-1) ?? 0) + bytes.length], [0]);
    return file({
      glyf: Buffer.concat(glyphs.map(({ bytes }) => bytes)),
      head: head(this.font),
      hhea: hhea(this.font, glyphs),
      hmtx: numbers(glyphs.flatMap(({ advance, left }) => [advance, left])),
      loca: numbers(offsets, 4),
      maxp: maxp(glyphs),
    });
  }
}

function drawn({ path, advanceWidth }: Glyph): Drawn {
  const contours = contoursOf(path.commands);
  const points = contours.flat();
  const advance = Math.round(advanceWidth);
  if (points.length === 0) return { bytes: Buffer.alloc(0), points: 0, contours: 0, left: 0, advance };
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const left = Math.min(...xs);
  const ends = contours.reduce<number[]>((all, one) => [...all, (all.at(-1) ?? -1) + one.length], []);
  const bytes = Buffer.concat([
    numbers([contours.length, left, Math.min(...ys), Math.max(...xs), Math.max(...ys), ...ends, 0]),
    Buffer.from(points.map(({ onCurve }) => (onCurve ? 1 : 0))),
    numbers(steps(xs)),
    numbers(steps(ys)),
  ]);
  // Glyphs begin at multiples of four.
  const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  return { bytes: padded, points: points.length, contours: contours.length, left, advance };
}

/** Curves are quadratic in these fonts, so a control point and its end are two points of TrueType. */
function contoursOf(commands: Glyph['path']['commands']): Point[][] {
  const contours: Point[][] = [];
  for (const { command, args } of commands) {
    if (command === 'moveTo') contours.push([]);
    if (command === 'bezierCurveTo')
      throw new Error('A font with cubic curves cannot be embedded as TrueType.');
    for (let index = 0; index < args.length; index += 2) {
      const onCurve = index === args.length - 2;
      contours
        .at(-1)
        ?.push({ x: Math.round(args[index] ?? 0), y: Math.round(args[index + 1] ?? 0), onCurve });
    }
  }
  return contours.filter((contour) => contour.length > 2).map(withoutRepeatedEnd);
}

/** A contour closes by itself. */
function withoutRepeatedEnd(contour: Point[]): Point[] {
  const [first, last] = [contour[0], contour.at(-1)];
  const isRepeated = first?.x === last?.x && first?.y === last?.y && last?.onCurve === true;
  return isRepeated ? contour.slice(0, -1) : contour;
}

const steps = (values: readonly number[]): number[] =>
  values.map((value, index) => value - (index === 0 ? 0 : (values[index - 1] ?? 0)));

function numbers(values: readonly number[], size: 2 | 4 = 2): Buffer {
  const bytes = Buffer.alloc(values.length * size);
  values.forEach((value, index) => {
    if (size === 4) bytes.writeUInt32BE(value, index * 4);
    else bytes.writeUInt16BE(value & 0xffff, index * 2);
  });
  return bytes;
}

function head({ unitsPerEm, ascent, descent }: Font): Buffer {
  const bytes = Buffer.alloc(54);
  bytes.writeUInt32BE(0x00010000, 0);
  bytes.writeUInt32BE(0x5f0f3cf5, 12);
  bytes.writeUInt16BE(unitsPerEm, 18);
  bytes.writeInt16BE(descent, 38);
  bytes.writeInt16BE(unitsPerEm, 40);
  bytes.writeInt16BE(ascent, 42);
  bytes.writeInt16BE(2, 48);
  // Offsets of glyphs are four bytes long.
  bytes.writeInt16BE(1, 50);
  return bytes;
}

function hhea({ ascent, descent, lineGap }: Font, glyphs: readonly Drawn[]): Buffer {
  const bytes = Buffer.alloc(36);
  bytes.writeUInt32BE(0x00010000, 0);
  bytes.writeInt16BE(ascent, 4);
  bytes.writeInt16BE(descent, 6);
  bytes.writeInt16BE(lineGap, 8);
  bytes.writeUInt16BE(Math.max(...glyphs.map(({ advance }) => advance)), 10);
  bytes.writeInt16BE(1, 18);
  bytes.writeUInt16BE(glyphs.length, 34);
  return bytes;
}

function maxp(glyphs: readonly Drawn[]): Buffer {
  const bytes = Buffer.alloc(32);
  bytes.writeUInt32BE(0x00010000, 0);
  bytes.writeUInt16BE(glyphs.length, 4);
  bytes.writeUInt16BE(Math.max(...glyphs.map(({ points }) => points)), 6);
  bytes.writeUInt16BE(Math.max(...glyphs.map(({ contours }) => contours)), 8);
  bytes.writeUInt16BE(2, 14);
  return bytes;
}

/** Tables in the order of their names, each at a multiple of four. */
function file(tables: Readonly<Record<string, Buffer>>): Uint8Array {
  const names = Object.keys(tables).sort();
  const power = Math.floor(Math.log2(names.length));
  const header = Buffer.alloc(12 + 16 * names.length);
  header.writeUInt32BE(0x00010000, 0);
  [names.length, 16 * 2 ** power, power, 16 * (names.length - 2 ** power)].forEach((value, index) => {
    header.writeUInt16BE(value, 4 + 2 * index);
  });
  const parts: Buffer[] = [header];
  let offset = header.length;
  names.forEach((name, index) => {
    const table = tables[name] ?? Buffer.alloc(0);
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    header.write(name, 12 + 16 * index, 'latin1');
    header.writeUInt32BE(sumOf(padded), 16 + 16 * index);
    header.writeUInt32BE(offset, 20 + 16 * index);
    header.writeUInt32BE(table.length, 24 + 16 * index);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

function sumOf(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
