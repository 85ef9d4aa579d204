import { DomainError } from '#libs/domain';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { SignedIn, type Viewer, Viewing } from '../auth/access.ts';
import { Sessions } from '../auth/sessions.ts';
import { ErasureService } from '../privacy/erasure.service.ts';
import { ErasedPage, ErasePage } from './erase.page.tsx';
import { type FormBody, typed } from './form-body.ts';
import type { FieldFault } from './layout.tsx';
import { PageFrame, sendPage } from './page-frame.ts';

/** The way out: what goes, what stays, and a button that does it. */
@ApiExcludeController()
@Controller('me/erase')
export class EraseController {
  constructor(
    private readonly erasure: ErasureService,
    private readonly sessions: Sessions,
    private readonly frames: PageFrame,
  ) {}

  @Get()
  @SignedIn('says what the signed-in person would erase; erases nothing')
  page(@Viewing() viewer: Viewer, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.send(viewer, request, reply);
  }

  @Post()
  @SignedIn('erases the signed-in person only')
  async erase(
    @Body() body: FormBody,
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    try {
      await this.erasure.erase(viewer, typed(body, 'email'));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const faults = error.shapes.map(({ pointer, detail }) => ({ field: pointer.slice(1), detail }));
      await this.send(viewer, request, reply, faults, 422);
      return;
    }
    await this.sessions.end(viewer, reply);
    sendPage(reply, createElement(ErasedPage, { frame: await this.frames.of(request, reply) }));
  }

  private async send(
    viewer: Viewer,
    request: FastifyRequest,
    reply: FastifyReply,
    faults: readonly FieldFault[] = [],
    status = 200,
  ): Promise<void> {
    const [leave, frame] = await Promise.all([this.erasure.look(viewer), this.frames.of(request, reply)]);
    sendPage(reply, createElement(ErasePage, { frame, email: viewer.email, leave, faults }), status);
  }
}
