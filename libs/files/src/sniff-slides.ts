import { open } from 'node:fs/promises';
import { isPdf } from './sniff-pdf.ts';
import { Window } from './window.ts';

export const slideTypes = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.apple.keynote': 'key',
} as const;
export type SlideType = keyof typeof slideTypes;

const pptx = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const keynote = 'application/vnd.apple.keynote';

/** A zip's end with its longest comment, and as much of its list of names as slides with many pictures need. */
const endBytes = 65_557;
const listBytes = 4 * 1024 * 1024;

/** What slides are, from their bytes: pages that hold nothing active, PowerPoint without macros, or Keynote; null: none of them. */
export async function sniffSlides(path: string): Promise<SlideType | null> {
  const file = await open(path, 'r');
  try {
    const window = new Window(file, (await file.stat()).size);
    if ((await isPdf(window)) !== null) return 'application/pdf';
    const names = await namesInZip(window);
    if (names === null || names.some((name) => /vbaProject\.bin$/i.test(name))) return null;
    if (names.includes('[Content_Types].xml') && names.includes('ppt/presentation.xml')) return pptx;
    return names.includes('Index/Document.iwa') || names.includes('index.apxl') ? keynote : null;
  } finally {
    await file.close();
  }
}

/** The names that its list holds; null for what is no zip from its first byte, or lists nonsense. Nothing is unpacked. */
async function namesInZip(window: Window): Promise<string[] | null> {
  if ((await window.bytes(0, 4)).toString('latin1') !== 'PK\x03\x04') return null;
  const tail = await window.bytes(Math.max(0, window.size - endBytes), endBytes);
  const at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (at === -1 || at + 22 > tail.length) return null;
  const length = tail.readUInt32LE(at + 12);
  if (length > listBytes) return null;
  const list = await window.bytes(tail.readUInt32LE(at + 16), length);
  return list.length === length ? namesOf(list) : null;
}

function namesOf(list: Buffer): string[] | null {
  const names: string[] = [];
  for (let at = 0; at < list.length;) {
    if (at + 46 > list.length || list.toString('latin1', at, at + 4) !== 'PK\x01\x02') return null;
    const name = list.readUInt16LE(at + 28);
    names.push(list.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
  return names;
}
