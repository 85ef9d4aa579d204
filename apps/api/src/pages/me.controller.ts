import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { type MyRsvp, MyRsvpsService } from '../attendees/my-rsvps.service.ts';
import { Public, SignedIn, type Viewer, Viewing } from '../auth/access.ts';
import { MyIntroductionsService } from '../introductions/my-introductions.service.ts';
import { IdParam } from '../problems/id.param.ts';
import { MePage, MyRsvpPage } from './me.page.tsx';
import { PageFrame, sendPage } from './page-frame.ts';

/** One's own RSVPs: by the link of a mail, or signed in. */
@ApiExcludeController()
@Controller()
export class MePageController {
  constructor(
    private readonly mine: MyRsvpsService,
    private readonly introductions: MyIntroductionsService,
    private readonly frames: PageFrame,
  ) {}

  @Get('my/:token')
  @Public('the link is the proof')
  async byLink(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(request, reply, await this.mine.byLink(token), `/my/${token}/cancel`);
  }

  @Post('my/:token/cancel')
  @Public('the link is the proof')
  async cancelByLink(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.mine.cancelByLink(token);
    void reply.redirect(`/my/${token}`, 303);
  }

  @Get('me')
  @SignedIn('shows the rows of the signed-in person only')
  async list(
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { personId, email } = viewer;
    const [evenings, introductions, frame] = await Promise.all([
      this.mine.listOf(personId),
      this.introductions.listOf(personId),
      this.frames.of(request, reply),
    ]);
    sendPage(reply, createElement(MePage, { frame, email, evenings, introductions }));
  }

  @Get('me/rsvps/:attendeeId')
  @SignedIn('finds the RSVPs of the signed-in person only')
  async bySession(
    @IdParam('attendeeId') attendeeId: string,
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const rsvp = await this.mine.bySession(viewer.personId, attendeeId);
    await this.send(request, reply, rsvp, `/me/rsvps/${attendeeId}/cancel`);
  }

  @Post('me/rsvps/:attendeeId/cancel')
  @SignedIn('finds the RSVPs of the signed-in person only')
  async cancelBySession(
    @IdParam('attendeeId') attendeeId: string,
    @Viewing() viewer: Viewer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.mine.cancelBySession(viewer.personId, attendeeId);
    void reply.redirect(`/me/rsvps/${attendeeId}`, 303);
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    rsvp: MyRsvp,
    cancelPath: string,
  ): Promise<void> {
    const frame = await this.frames.of(request, reply);
    sendPage(reply, createElement(MyRsvpPage, { frame, rsvp, cancelPath }));
  }
}
