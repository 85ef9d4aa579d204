import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { Public, type Viewer, Viewing } from '../auth/access.ts';
import { FirstOwner } from '../auth/first-owner.ts';
import { Sessions } from '../auth/sessions.ts';
import { type FormBody, faultsOf, typed } from './form-body.ts';
import { PageFrame, sendPage } from './page-frame.ts';
import { FirstOwnerPage, UsedLinkPage } from './sign-in.page.tsx';

@ApiExcludeController()
@Controller('sign-in/first-owner/:token')
export class FirstOwnerController {
  constructor(
    private readonly firstOwner: FirstOwner,
    private readonly sessions: Sessions,
    private readonly frames: PageFrame,
  ) {}

  @Get()
  @Public('the printed link is the proof')
  async page(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const frame = await this.frames.of(request, reply);
    if (await this.firstOwner.isUsable(token))
      sendPage(reply, createElement(FirstOwnerPage, { frame, token }));
    else sendPage(reply, createElement(UsedLinkPage, { frame }), 410);
  }

  @Post()
  @Public('the printed link is the proof')
  async use(
    @Param('token') token: string,
    @Body() body: FormBody,
    @Viewing() viewer: Viewer | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const email = typed(body, 'email').trim();
    try {
      this.sessions.give(reply, await this.firstOwner.use(token, email, viewer));
      void reply.redirect('/app/', 303);
    } catch (error) {
      const faults = faultsOf(error);
      const frame = await this.frames.of(request, reply);
      sendPage(reply, createElement(FirstOwnerPage, { frame, token, email, faults }), 422);
    }
  }
}
