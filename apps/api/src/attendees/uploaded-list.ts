import { basename } from 'node:path';
import { DomainError } from '#libs/domain';
import { words } from '#libs/words';
import { type ExecutionContext, applyDecorators, createParamDecorator } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { guestListLimits } from './guest-list-csv.ts';
import type { Upload } from './imports.service.ts';

/** Opens the file of a form on demand, after guards and service have let the request in (rule 28). */
export type OpenUpload = () => Promise<Upload>;

export const UploadedList = createParamDecorator((_: unknown, context: ExecutionContext): OpenUpload => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return () => openUpload(request);
});

/** Says in the OpenAPI document what the form holds. */
export const TakesAFile = (): MethodDecorator =>
  applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary' } },
      },
    }),
  );

async function openUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw noFile();
  const part = await request.file({
    // One byte over is enough for the reader of the list to say that it is too large; the rest is thrown away.
    limits: { files: 1, fields: 5, fieldSize: 1000, parts: 6, fileSize: guestListLimits.bytes + 1 },
    throwFileSizeLimit: false,
  });
  if (part === undefined) throw noFile();
  return { fileName: nameOf(part.filename), content: whole(part.file) };
}

/** A connection that breaks is a fault of this upload and no failure of ours. */
async function* whole(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch {
    throw new DomainError('list-cut-off');
  }
}

function noFile(): DomainError {
  return new DomainError('wrong-shape', [{ pointer: '/file', detail: words.import.fileFault.missing }]);
}

/** A name is shown and never opened: its path is dropped, what turns or hides text too. */
function nameOf(given: string): string {
  const name = basename(given.replaceAll('\\', '/'))
    .replace(/[\p{C}]+/gu, ' ')
    .trim();
  return Array.from(name).slice(0, 100).join('') || words.import.unnamedFile;
}
