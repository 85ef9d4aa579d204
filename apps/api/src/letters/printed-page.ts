import PDFDocument from 'pdfkit';
import { spokenLanguage, words } from '#libs/words';
import { type Run, type Style, linesOf, widthOf } from '../print-lines.ts';

/** What a stretch of text is, to whoever has it read aloud. */
export type Role = 'H1' | 'H2' | 'H3' | 'P' | 'Lbl';

interface Placing {
  /** From the left margin, in points. */
  indent?: number;
  colour?: string;
  /** Below it, in points. */
  after?: number;
  /** How much of what follows has to fit on the same page. */
  keep?: number;
}

export const inks = { text: '#171412', soft: '#5d554c', line: '#e3dbce', accent: '#1f5f5b' } as const;

/** A4 with generous margins, in points: about 68 characters a line. */
const margin = { top: 78, bottom: 84, side: 92 };

/** Lays lines on pages from the top down. Every line is told what it is, so that a reader of the screen finds its way. */
export class PrintedPages {
  private readonly document: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly bytes: Promise<Buffer>;
  private y = margin.top;

  constructor(info: { title: string; subject: string; at: Date }) {
    const { title, subject, at } = info;
    this.document = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      pdfVersion: '1.7',
      lang: spokenLanguage(),
      tagged: true,
      displayTitle: true,
      font: null as never,
      // The day of the hearing, so that the same letter is the same bytes.
      info: { Title: title, Subject: subject, Author: words.mail.product, CreationDate: at, ModDate: at },
    });
    this.bytes = gathered(this.document);
    this.root = this.document.struct('Document');
    this.document.addStructure(this.root);
  }

  /** Text over as many lines as it takes; a page ends between two lines. */
  write(text: string, role: Role, style: Style, placing: Placing = {}): void {
    const { indent = 0, colour = inks.text, after = 0, keep = 0 } = placing;
    const height = style.size * style.leading;
    const element = this.document.struct(role);
    this.root.add(element);
    const lines = linesOf(text, style, this.width - indent, this.measure);
    lines.forEach((line, index) => {
      // A line never stands alone at the head or the foot of a page.
      const first = lines.length === 3 ? 3 : Math.min(lines.length, 2);
      const follows = index === 0 ? first : lines.length - index === 2 ? 2 : 1;
      this.makeRoom(follows * height + (index === 0 ? keep : 0));
      element.add(this.document.markStructureContent(role));
      this.draw(line, { x: margin.side + indent, y: this.y, height, size: style.size, colour });
      this.y += height;
    });
    element.end();
    this.y += after;
  }

  /** A label to the left of its text, both from the same line on. */
  beside(
    label: string,
    text: string,
    style: Style,
    placing: { indent: number; colour: string; after: number },
  ): void {
    const height = style.size * style.leading;
    this.makeRoom(
      height * Math.min(2, linesOf(text, style, this.width - placing.indent, this.measure).length),
    );
    const top = this.y;
    this.write(
      label,
      'Lbl',
      { ...style, family: 'sans', size: style.size * 0.86, leading: (style.leading * 1) / 0.86 },
      { colour: placing.colour },
    );
    this.y = top;
    this.write(text, 'P', style, { indent: placing.indent, after: placing.after });
  }

  space(points: number): void {
    if (this.y > margin.top) this.y += points;
  }

  /** A fine line across, which belongs to nothing. */
  rule(): void {
    this.document.markContent('Artifact');
    this.document
      .moveTo(margin.side, this.y)
      .lineTo(margin.side + this.width, this.y)
      .lineWidth(0.6)
      .stroke(inks.line);
    this.document.endMarkedContent();
  }

  /** With the number of each page where there are several. */
  end(style: Style): Promise<Buffer> {
    const { start, count } = this.document.bufferedPageRange();
    for (let page = start; count > 1 && page < start + count; page += 1) {
      this.document.switchToPage(page);
      this.document.markContent('Artifact');
      const [line = []] = linesOf(words.letter.page(page + 1, count), style, this.width, this.measure);
      const x = margin.side + (this.width - widthOf(line, style.size, this.measure)) / 2;
      this.draw(line, {
        x,
        y: this.document.page.height - 54,
        height: style.size,
        size: style.size,
        colour: inks.soft,
      });
      this.document.endMarkedContent();
    }
    this.root.end();
    this.document.end();
    return this.bytes;
  }

  private get width(): number {
    return this.document.page.width - 2 * margin.side;
  }

  private makeRoom(height: number): void {
    if (this.y + height <= this.document.page.height - margin.bottom) return;
    this.document.addPage();
    this.y = margin.top;
  }

  private readonly measure = ({ font, text }: Run, size: number): number => {
    this.use(font);
    return this.document.fontSize(size).widthOfString(text);
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
      this.document
        .fillColor(at.colour)
        .text(run.text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
      x += width;
    }
  }
}

function gathered(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    document.on('error', reject);
  });
}
