import { DomainError } from '#libs/domain';
import type { Language } from '#libs/words';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { MyRsvpsService } from '../attendees/my-rsvps.service.ts';
import { RsvpService } from '../attendees/rsvp.service.ts';
import { Public } from '../auth/access.ts';
import { languageAsked } from '../language.ts';
import { type FormBody, typed } from './form-body.ts';
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
    await this.show(token, false, request, reply);
  }

  @Post()
  @Public('the link is the proof')
  async confirm(
    @Param('token') token: string,
    @Body() body: FormBody | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    try {
      const handle = await this.confirmOrFind(token, typed(body, 'seen'), languageAsked(request));
      void reply.header('cache-control', 'no-store').redirect(`/my/${handle}`, 303);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code !== 'link-unusable' && error.code !== 'changed-meanwhile') throw error;
      await this.show(token, error.code === 'changed-meanwhile', request, reply);
    }
  }

  /** What waits behind the link as it stands now. */
  private async show(
    token: string,
    changed: boolean,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const [waiting, frame] = await Promise.all([
      this.rsvps.lookAtLink(token),
      this.frames.of(request, reply),
    ]);
    if (waiting !== null) {
      const page = createElement(ConfirmPage, { frame, token, changed, ...waiting });
      sendPage(reply, page, changed ? 409 : 200);
    } else if ((await this.mine.usedLink(token)) === null)
      sendPage(reply, createElement(UsedRsvpLinkPage, { frame }), 410);
    else sendPage(reply, createElement(DoneRsvpLinkPage, { frame, token }));
  }

  /** A button pressed twice has succeeded: the second press finds what the first one did and changes nothing. */
  private async confirmOrFind(token: string, seen: string, asked: Language | null): Promise<string> {
    try {
      return await this.rsvps.confirm(token, seen, asked);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'link-unusable') throw error;
      return this.mine.pageOfUsedLink(token);
    }
  }
}
