import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdf } from '../../../test/support/made-files.ts';
import { sniffSlides } from './sniff-slides.ts';

const folder = mkdtempSync(join(tmpdir(), 'slides-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function told(bytes: Buffer) {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  return sniffSlides(path);
}

/** A zip of empty entries of these names. */
function zip(...names: string[]): Buffer {
  const numbers = (...pairs: [size: 2 | 4, value: number][]): Buffer =>
    Buffer.concat(
      pairs.map(([size, value]) => {
        const bytes = Buffer.alloc(size);
        bytes.writeUIntLE(value, 0, size);
        return bytes;
      }),
    );
  const entries: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const name of names.map((one) => Buffer.from(one))) {
    const entry = Buffer.concat([
      Buffer.from('PK\x03\x04'),
      Buffer.alloc(22),
      numbers([2, name.length], [2, 0]),
      name,
    ]);
    const head = [
      Buffer.from('PK\x01\x02'),
      Buffer.alloc(24),
      numbers([2, name.length], [2, 0], [2, 0]),
      Buffer.alloc(8),
    ];
    list.push(Buffer.concat([...head, numbers([4, at]), name]));
    entries.push(entry);
    at += entry.length;
  }
  const listed = Buffer.concat(list);
  const count = names.length;
  const end = numbers([2, 0], [2, 0], [2, count], [2, count], [4, listed.length], [4, at], [2, 0]);
  return Buffer.concat([...entries, listed, Buffer.from('PK\x05\x06'), end]);
}

const powerPoint = ['[Content_Types].xml', 'ppt/presentation.xml', 'ppt/slides/slide1.xml'];

describe('slides are told by their bytes', () => {
  it('as pages, PowerPoint or Keynote', async () => {
    expect(await told(pdf())).toBe('application/pdf');
    expect(await told(zip(...powerPoint))).toContain('presentationml.presentation');
    expect(await told(zip('Index/Document.iwa', 'Metadata/Properties.plist'))).toBe(
      'application/vnd.apple.keynote',
    );
  });

  it('and not as what acts by itself, or as another file by the name of one', async () => {
    expect(await told(zip(...powerPoint, 'ppt/vbaProject.bin'))).toBeNull();
    expect(await told(pdf('3 0 obj << /JavaScript (x) >> endobj'))).toBeNull();
    expect(await told(zip('index.html'))).toBeNull();
    expect(await told(Buffer.concat([Buffer.from('<script>'), zip(...powerPoint)]))).toBeNull();
    expect(await told(Buffer.from('ppt/presentation.xml'))).toBeNull();
  });

  it('and not where the list of a zip is cut, or claims to be longer than it is', async () => {
    const whole = zip(...powerPoint);
    expect(await told(whole.subarray(0, -10))).toBeNull();
    const end = whole.lastIndexOf('PK\x05\x06');
    for (const length of [0xffffffff, 3_000_000, 50]) {
      const torn = Buffer.from(whole);
      torn.writeUInt32LE(length, end + 12);
      expect(await told(torn)).toBeNull();
    }
  });
});
