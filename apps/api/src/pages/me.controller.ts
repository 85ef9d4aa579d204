import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { MyRsvpsService } from '../attendees/my-rsvps.service.ts';
import { SignedIn, type Viewer, Viewing } from '../auth/access.ts';
import { MyReturnService } from '../insights/my-return.service.ts';
import { MyCirclesService } from '../circles/my-circles.service.ts';
import { MyIntroductionsService } from '../introductions/my-introductions.service.ts';
import { MePage } from './me.page.tsx';
import { PageFrame, sendPage } from './page-frame.ts';

/** Everything of the signed-in person. */
@ApiExcludeController()
@Controller('me')
export class MePageController {
  constructor(
    private readonly mine: MyRsvpsService,
    private readonly introductions: MyIntroductionsService,
    private readonly circles: MyCirclesService,
    private readonly returns: MyReturnService,
    private readonly frames: PageFrame,
  ) {}

  @Get()
  @SignedIn('shows the rows of the signed-in person only')
  async list(
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { personId, email } = viewer;
    const [evenings, introductions, circles, own, frame] = await Promise.all([
      this.mine.listOf(personId),
      this.introductions.mine(personId),
      this.circles.listOf(personId),
      this.returns.of(personId),
      this.frames.of(request, reply),
    ]);
    sendPage(reply, createElement(MePage, { frame, email, evenings, introductions, circles, own }));
  }
}
