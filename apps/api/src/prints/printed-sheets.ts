import type { Readable } from 'node:stream';
import PDFDocument from 'pdfkit';
import { spokenLanguage, words } from '#libs/words';
import { type Run, type Style, linesOf, widthOf } from '../print-lines.ts';

/** Points in a millimetre. */
export const mm = 72 / 25.4;

export const inks = { text: '#171412', soft: '#5d554c', line: '#a79d90' } as const;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** In points; the first that fits is taken. */
type Sizes = readonly [number, ...number[]];

interface Fitting extends Omit<Style, 'size'> {
  sizes: Sizes;
  colour?: string;
  align?: 'left' | 'centre';
}

/** Sheets with text in boxes, streamed: a sheet leaves when the next begins. */
export class PrintedSheets {
  private readonly document: PDFKit.PDFDocument;
  private readonly widths = new Map<string, number>();

  constructor({ title, size, at }: { title: string; size: readonly [number, number]; at: Date }) {
    this.document = new PDFDocument({
      size: [...size],
      margin: 0,
      autoFirstPage: false,
      pdfVersion: '1.7',
      lang: spokenLanguage(),
      displayTitle: true,
      font: null as never,
      info: { Title: title, Author: words.mail.product, CreationDate: at, ModDate: at },
    });
  }

  /** Its types know an older kind of stream than it is. */
  get stream(): Readable {
    return this.document;
  }

  sheet(): void {
    this.document.addPage();
  }

  end(): void {
    this.document.end();
  }

  /**
   * As large as it fits into its box without a word that is broken, in the middle of its height. At the smallest size words
   * are broken, so that nothing is ever cut.
   */
  fit(text: string, box: Box, { sizes, colour = inks.text, align = 'centre', ...rest }: Fitting): void {
    const longest = this.longestWord(text, { ...rest, size: 1 });
    const fits = (size: number): boolean =>
      longest * size <= box.width && this.heightOf(text, { ...rest, size }, box.width) <= box.height;
    const style = { ...rest, size: sizes.find(fits) ?? sizes.at(-1) ?? sizes[0] };
    const lines = linesOf(text, style, box.width, this.measure);
    const height = style.size * style.leading;
    const top = box.y + Math.max(0, (box.height - lines.length * height) / 2);
    lines.forEach((line, index) => {
      const spare = box.width - widthOf(line, style.size, this.measure);
      const x = box.x + (align === 'centre' ? spare / 2 : 0);
      this.draw(line, { x, y: top + index * height, height, size: style.size, colour });
    });
  }

  line(from: readonly [number, number], to: readonly [number, number]): void {
    this.document
      .moveTo(...from)
      .lineTo(...to)
      .lineWidth(0.4)
      .stroke(inks.line);
  }

  private heightOf(text: string, style: Style, width: number): number {
    return linesOf(text, style, width, this.measure).length * style.size * style.leading;
  }

  private longestWord(text: string, style: Style): number {
    const widths = text.split(/\s+/).map((word) => {
      const [line = []] = linesOf(word, style, Infinity, this.measure);
      return widthOf(line, style.size, this.measure);
    });
    return Math.max(...widths);
  }

  /** A width grows with the size, so each stretch is laid out once: 500 badges in a third of the time. */
  private readonly measure = ({ font, text }: Run, size: number): number => {
    const key = `${font.name} ${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known * size;
    this.use(font);
    const width = this.document.fontSize(1000).widthOfString(text) / 1000;
    this.widths.set(key, width);
    return width * size;
  };

  private use({ name, font }: Run['font']): void {
    // The types know files and bytes alone; an opened font goes in as it is.
    this.document.registerFont(name, font as never);
    this.document.font(name);
  }

  private draw(
    line: readonly Run[],
    at: { x: number; y: number; height: number; size: number; colour: string },
  ): void {
    let { x } = at;
    const baseline = at.y + (at.height + at.size * 0.66) / 2;
    for (const run of line) {
      const width = this.measure(run, at.size);
      this.use(run.font);
      this.document
        .fontSize(at.size)
        .fillColor(at.colour)
        .text(run.text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
      x += width;
    }
  }
}
