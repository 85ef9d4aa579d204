import { DomainError } from '#libs/domain';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { MyRsvpsService } from '../attendees/my-rsvps.service.ts';
import { RsvpService } from '../attendees/rsvp.service.ts';
import { Public } from '../auth/access.ts';
import { PageFrame, sendPage } from './page-frame.ts';
import { ConfirmPage, DoneRsvpLinkPage, UsedRsvpLinkPage } from './rsvp.page.tsx';

@ApiExcludeController()
@Controller('rsvp/confirm/:token')
export class RsvpPageController {
  constructor(
    private readonly rsvps: RsvpService,
    private readonly mine: MyRsvpsService,
    private readonly frames: PageFrame,
  ) {}

  /** Mail programs open links to look at them, so this looks and confirms nothing (rule 8). */
  @Get()
  @Public('the link is the proof')
  async page(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [waiting, frame] = await Promise.all([
      this.rsvps.lookAtLink(token),
      this.frames.of(request, reply),
    ]);
    if (waiting !== null) sendPage(reply, createElement(ConfirmPage, { frame, token, ...waiting }));
    else if ((await this.mine.usedLink(token)) === null)
      sendPage(reply, createElement(UsedRsvpLinkPage, { frame }), 410);
    else sendPage(reply, createElement(DoneRsvpLinkPage, { frame, token }));
  }

  @Post()
  @Public('the link is the proof')
  async confirm(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    try {
      const handle = await this.confirmOrFind(token);
      void reply.header('cache-control', 'no-store').redirect(`/my/${handle}`, 303);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'link-unusable') throw error;
      const frame = await this.frames.of(request, reply);
      sendPage(reply, createElement(UsedRsvpLinkPage, { frame }), 410);
    }
  }

  /** A button pressed twice has succeeded: the second press finds what the first one did and changes nothing. */
  private async confirmOrFind(token: string): Promise<string> {
    try {
      return await this.rsvps.confirm(token);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'link-unusable') throw error;
      return this.mine.pageOfUsedLink(token);
    }
  }
}
