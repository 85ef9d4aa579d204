import {
  Body,
  Controller,
  Delete,
  Get,
  Head,
  Header,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Req,
  Res,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/access.ts';
import { Repeatable } from '../auth/idempotency-key.ts';
import { CritiqueLinks } from '../critique-sessions/critique-links.service.ts';
import { IdParam } from '../problems/id.param.ts';
import { PeaksInput, UploadView } from './files.dto.ts';
import { announcedOf, placeOf, speakTus } from './tus.ts';
import { UploadsService } from './uploads.service.ts';

const link = 'the link is the proof of whose file it is';

/** Sends the file of a work, in pieces if need be: tus 1.0 with creation and termination. */
@Controller('api/v1/critique/:token')
export class UploadsController {
  constructor(
    private readonly links: CritiqueLinks,
    private readonly uploads: UploadsService,
  ) {}

  /** Begins an upload: Upload-Length, and Upload-Metadata with a filename. Its address is in Location. */
  @Post('sessions/:critiqueSessionId/uploads')
  @HttpCode(201)
  @Public(link)
  @Repeatable('what was begun before and never used makes way')
  async begin(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadView> {
    speakTus(request, reply);
    const key = await this.links.keyOf(token);
    const { bytes, name } = announcedOf(request);
    const file = await this.uploads.begin(key, critiqueSessionId, bytes, name);
    void reply.header('location', `/api/v1/critique/${token}/uploads/${file.id}`);
    return UploadView.of(file);
  }

  /** How far it is: Upload-Offset of Upload-Length. */
  @Head('uploads/:fileId')
  @Public(link)
  async offset(
    @Param('token') token: string,
    @IdParam('fileId') fileId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    speakTus(request, reply);
    const { received, bytes } = await this.uploads.look(await this.links.keyOf(token), fileId);
    void reply.header('upload-offset', received).header('upload-length', bytes);
  }

  @Get('uploads/:fileId')
  @Public(link)
  @Header('cache-control', 'no-store')
  async look(@Param('token') token: string, @IdParam('fileId') fileId: string): Promise<UploadView> {
    return UploadView.of(await this.uploads.look(await this.links.keyOf(token), fileId));
  }

  /** Sends bytes from Upload-Offset on, as application/offset+octet-stream. The last one brings the verdict. */
  @Patch('uploads/:fileId')
  @HttpCode(204)
  @Public(link)
  @Repeatable('a byte is taken at its own place only, by one writer at a time')
  async append(
    @Param('token') token: string,
    @IdParam('fileId') fileId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    speakTus(request, reply);
    const key = await this.links.keyOf(token);
    const { from, announced } = placeOf(request);
    const received = await this.uploads.append(key, fileId, from, announced, request.raw);
    void reply.header('upload-offset', received);
  }

  /** Ends an upload; a file that a work has stays with it. */
  @Delete('uploads/:fileId')
  @HttpCode(204)
  @Public(link)
  @Repeatable('what is gone stays gone')
  async end(
    @Param('token') token: string,
    @IdParam('fileId') fileId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    speakTus(request, reply);
    await this.uploads.end(await this.links.keyOf(token), fileId);
  }

  /** Keeps how the sound is drawn. */
  @Put('uploads/:fileId/peaks')
  @HttpCode(204)
  @Public(link)
  @Repeatable('the same picture again changes nothing')
  async draw(
    @Param('token') token: string,
    @IdParam('fileId') fileId: string,
    @Body() { peaks }: PeaksInput,
  ): Promise<void> {
    await this.uploads.drawn(await this.links.keyOf(token), fileId, peaks);
  }
}
