import { DomainError } from '#libs/domain';
import type { FastifyRequest } from 'fastify';
import { type FormTokens, formTokenField } from '../auth/form-tokens.ts';
import type { FormBody } from './form-body.ts';

/** Whatever is too long for its field is told so by its shape; this only bounds what is read. */
const fieldBytes = 16_000;
const mostFields = 20;

export interface SentFile {
  name: string;
  content: AsyncIterable<Uint8Array>;
  /** Whether more came than fits; known once the content is read. */
  isCut: () => boolean;
  /** Lets go what was not read, so that the browser hears what is wrong. */
  drop: () => void;
}

interface Limits {
  fileBytes: number;
  /** What is announced beyond this is refused before a byte is read: a page would wait for it to no end. */
  bodyBytes: number;
}

/**
 * Reads a form with a file, once the link it was posted to is proven (rule 28). Its token stands in front of the file and is
 * checked first (rule 11). An empty file field is no file.
 * @throws DomainError form-expired, body-too-large, not-well-formed
 */
export async function readMultipart(
  request: FastifyRequest,
  forms: FormTokens,
  { fileBytes, bodyBytes }: Limits,
  onFile: (file: SentFile) => Promise<void>,
): Promise<FormBody> {
  if (!request.isMultipart()) throw new DomainError('not-well-formed');
  if (Number(request.headers['content-length'] ?? 0) > bodyBytes) throw new DomainError('body-too-large');
  const fields = new Map<string, string>();
  const limits = {
    files: 1,
    fields: mostFields,
    parts: mostFields + 1,
    fieldSize: fieldBytes,
    fileSize: fileBytes,
  };
  // Too large a file is cut, and its reader says so.
  const options = { limits, throwFileSizeLimit: false };
  for await (const part of request.parts(options)) {
    if (part.type === 'field') {
      fields.set(part.fieldname, typeof part.value === 'string' ? part.value : '');
      continue;
    }
    forms.refuseUnlessOurs(request, fields.get(formTokenField));
    if (part.filename === '') part.file.resume();
    else
      await onFile({
        name: part.filename,
        content: part.file,
        isCut: () => part.file.truncated,
        drop: () => {
          part.file.resume();
        },
      });
  }
  forms.refuseUnlessOurs(request, fields.get(formTokenField));
  fields.delete(formTokenField);
  return Object.fromEntries(fields);
}
