import { Readable } from 'node:stream';
import { DomainError } from '#libs/domain';
import { type FileType, fileTypes, servedOf } from '#libs/files';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, type Viewer, Viewing } from '../auth/access.ts';
import { FormTokens } from '../auth/form-tokens.ts';
import { IdParam } from '../problems/id.param.ts';
import { KeptFiles } from './kept-files.ts';
import { ListeningService } from './listening.service.ts';

/** The bytes of a work, streamed to whoever a link is of (rule 28). */
@Controller('api/v1/files')
export class ServedFilesController {
  constructor(
    private readonly browsers: FormTokens,
    private readonly listening: ListeningService,
    private readonly files: KeptFiles,
  ) {}

  /** One range of it (RFC 9110), or the whole. A HEAD is answered as a GET of the whole without its bytes. */
  @Get(':fileId/:ticket')
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  @Public(
    'the link is signed, for one reader in one browser and a quarter of an hour, and their right is looked up again',
  )
  async serve(
    @IdParam('fileId') fileId: string,
    @Param('ticket') ticket: string,
    @Viewing() viewer: Viewer | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const browser = this.browsers.knownBrowserHash(request);
    const file = await this.listening.open(fileId, ticket, { signedIn: viewer?.personId, browser });
    const [size, etag] = [Number(file.bytes), `"${file.id}"`];
    const isHead = request.method === 'HEAD';
    const { range, 'if-range': ifRange } = request.headers;
    const served = servedOf(size, etag, isHead ? undefined : range, oneOf(ifRange));
    guard(reply, file.type as FileType, etag);
    if (served.status === 416) {
      void reply.status(416).header('content-range', `bytes */${size}`).header('content-length', 0).send();
      return;
    }
    const { start, end } = served.span;
    if (served.status === 206) void reply.header('content-range', `bytes ${start}-${end}/${size}`);
    void reply.status(served.status).header('content-length', end - start + 1);
    void reply.send(isHead ? Readable.from([]) : await this.read(file.storageKey, served.span));
  }

  /** What is missing in the storage is not there for anybody; the worker reports it. */
  private async read(key: string, span: { start: number; end: number }) {
    try {
      return await this.files.storage.read(key, span);
    } catch {
      throw new DomainError('unavailable');
    }
  }
}

const oneOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(',') : header;

/** Whatever the bytes are, no browser runs them, shows them as a page of ours, or keeps them. */
function guard(reply: FastifyReply, type: FileType, etag: string): void {
  void reply.headers({
    'content-type': type,
    'content-disposition': `attachment; filename="work.${fileTypes[type]}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
    'accept-ranges': 'bytes',
    etag,
  });
}
