import { DomainError } from '#libs/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';

// The protocol of resumable uploads, tus 1.0: core, creation, termination (https://tus.io/protocols/resumable-upload).

const version = '1.0.0';
export const uploadType = 'application/offset+octet-stream';

export interface Announced {
  bytes: number;
  name: string;
}

/** @throws DomainError upload-malformed for another version */
export function speakTus(request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('tus-resumable', version).header('cache-control', 'no-store');
  if (request.headers['tus-resumable'] !== version) throw new DomainError('upload-malformed');
}

/** @throws DomainError upload-malformed */
export function announcedOf(request: FastifyRequest): Announced {
  const bytes = wholeNumber(request.headers['upload-length']);
  if (bytes === 0) throw new DomainError('upload-malformed');
  return { bytes, name: nameOf(request.headers['upload-metadata']) };
}

/** From which byte on, and how many the sender says will come. @throws DomainError upload-malformed */
export function placeOf({ headers }: FastifyRequest): { from: number; announced: number | null } {
  if (headers['content-type'] !== uploadType) throw new DomainError('upload-malformed');
  const length = headers['content-length'];
  return {
    from: wholeNumber(headers['upload-offset']),
    announced: length === undefined ? null : wholeNumber(length),
  };
}

function wholeNumber(text: string | string[] | undefined): number {
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) throw new DomainError('upload-malformed');
  return Number(text);
}

/** "filename d29yay53YXY=,filetype …": the name, or nothing. What is no Base64 of UTF-8 is no name. */
function nameOf(metadata: string | string[] | undefined): string {
  if (typeof metadata !== 'string') return '';
  const encoded = /(?:^|,)filename ([A-Za-z0-9+/=]{0,8000})(?:,|$)/.exec(metadata)?.[1] ?? '';
  return Buffer.from(encoded, 'base64').toString('utf8');
}
