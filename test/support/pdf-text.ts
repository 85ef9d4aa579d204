import { inflateSync } from 'node:zlib';

// Reads a PDF back as a reader would copy it: the words of its pages, by what each font says its signs stand for.

export interface ReadPdf {
  /** Of each page, its lines from the top down, each stretch that is drawn apart joined as it stands. */
  pages: string[];
  /** The whole file without its compressed parts. */
  outline: string;
  fonts: string[];
}

export function readPdf(bytes: Buffer): ReadPdf {
  const file = bytes.toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of file.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(id, body);
  const outline = file.replaceAll(/stream\n[\s\S]*?\nendstream/g, '');
  const fonts = new Map<string, Map<number, string>>();
  for (const [, name = '', id = ''] of file.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const [, map = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '') ?? [];
    fonts.set(name, signsOf(contentOf(objects.get(map))));
  }
  const pages = [...outline.matchAll(/\/Type \/Page\n[\s\S]*?\/Contents (\d+) 0 R/g)].map(([, id = '']) =>
    linesOf(contentOf(objects.get(id)), fonts),
  );
  return {
    pages,
    outline,
    fonts: [...new Set([...file.matchAll(/\/BaseFont \/([\w+-]+)/g)].map(([, name = '']) => name))],
  };
}

/** The bytes of an object's stream, which are compressed. */
export function contentOf(body = ''): string {
  const [, stream] = /stream\n([\s\S]*)\nendstream/.exec(body) ?? [];
  return stream === undefined ? '' : inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
}

/** Sign of the font → what it stands for. */
function signsOf(map: string): Map<number, string> {
  const signs = new Map<number, string>();
  for (const [, from = '', list = ''] of map.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
    const entries = [...list.matchAll(/<([\w ]*)>/g)];
    entries.forEach(([, codes = ''], index) => {
      const units = codes.split(' ').filter((code) => code !== '');
      const text = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
      signs.set(Number.parseInt(from, 16) + index, text);
    });
  }
  return signs;
}

function linesOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font = '';
  let [line, y] = ['', ''];
  const lines: string[] = [];
  const parts = content.matchAll(/\/(F\d+) [\d.]+ Tf|1 0 0 1 [\d.-]+ ([\d.-]+) Tm|\[([^\]]*)\] TJ/g);
  for (const [, name, height, shown] of parts) {
    if (name !== undefined) font = name;
    if (height !== undefined && height !== y) {
      lines.push(line);
      [line, y] = ['', height];
    }
    const signs = [...(shown ?? '').matchAll(/<(\w+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    line += signs.map((sign) => fonts.get(font)?.get(Number.parseInt(sign, 16)) ?? '\uFFFF').join('');
  }
  return [...lines, line].filter((one) => one !== '').join('\n');
}
