import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { isAiff, isFlac, isWav } from './sniff-chunks.ts';
import { isMp3 } from './sniff-mp3.ts';
import { isMp4 } from './sniff-mp4.ts';
import { isPdf } from './sniff-pdf.ts';
import type { FileType, Sniffed } from './sniffed.ts';
import { Window } from './window.ts';

/** What one format says of a file: null when it is not of it, or not whole. */
export type Sniffer = (window: Window) => Promise<Sniffed | null>;

const sniffers: readonly Sniffer[] = [isWav, isAiff, isFlac, isMp4, isPdf, isMp3];

/** file-type calls the same things by these names. */
const alsoKnownAs: Readonly<Record<string, FileType>> = {
  'audio/wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/mpeg': 'audio/mpeg',
  'audio/flac': 'audio/flac',
  'audio/x-flac': 'audio/flac',
  'audio/aiff': 'audio/aiff',
  'audio/x-m4a': 'audio/mp4',
  'audio/mp4': 'audio/mp4',
  'video/mp4': 'video/mp4',
  'video/x-m4v': 'video/mp4',
  'application/pdf': 'application/pdf',
};

/** What a browser looks at when it guesses, and the end of a zip with its longest comment. */
const headBytes = 4100;
const guessedBytes = 1445;
const zipEndBytes = 65_557;

/**
 * What a file is, from its bytes alone: one of seven types, whole, and nothing else beside it. Reads a few pieces, whatever
 * the file claims about its parts.
 * @returns null when it is none of them
 */
export async function sniff(path: string): Promise<Sniffed | null> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const window = new Window(file, size);
    const head = await window.bytes(0, headBytes);
    if (looksLikeMarkup(head) || (await endsAsZip(window))) return null;
    for (const sniffer of sniffers) {
      const found = await sniffer(window);
      if (found === null) continue;
      return isAlsoPdf(head, found.type) || (await isContradicted(head, found.type)) ? null : found;
    }
    return null;
  } finally {
    await file.close();
  }
}

/** A second opinion: silence is fine, another type is not. Sound and picture share a container. */
async function isContradicted(head: Buffer, type: FileType): Promise<boolean> {
  const opinion = await fileTypeFromBuffer(head).catch(() => undefined);
  if (opinion === undefined) return false;
  const known = alsoKnownAs[opinion.mime];
  return known !== type && !(known?.endsWith('/mp4') === true && type.endsWith('/mp4'));
}

/** A page inside the first bytes of anything else: no work needs it there. */
function looksLikeMarkup(head: Buffer): boolean {
  return /<(?:!doctype|html|head|body|script|svg|iframe|img|object|embed)[\s/>]|<\?php/i.test(
    head.subarray(0, guessedBytes).toString('latin1').replaceAll('\0', ''),
  );
}

/** Viewers take pages that begin anywhere in the first kilobyte, so anything can be pages too. */
const isAlsoPdf = (head: Buffer, type: FileType): boolean =>
  type !== 'application/pdf' && head.subarray(0, 1024 + '%PDF-'.length).includes('%PDF-');

/** A zip is found from its end, so it can stand behind anything: documents, programs of Java, bombs. */
async function endsAsZip(window: Window): Promise<boolean> {
  const tail = await window.bytes(Math.max(0, window.size - zipEndBytes), zipEndBytes);
  for (
    let at = tail.indexOf('PK\x05\x06', 0, 'latin1');
    at !== -1;
    at = tail.indexOf('PK\x05\x06', at + 1, 'latin1')
  ) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) <= tail.length) return true;
  }
  return false;
}
