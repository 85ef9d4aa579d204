import { DomainError } from '#libs/domain';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { SignedIn, type Viewer, Viewing } from '../auth/access.ts';
import { IntroductionStopsService, wrong } from '../introductions/introduction-stops.service.ts';
import { MyIntroductionActsService } from '../introductions/my-introduction-acts.service.ts';
import { MyCirclesService } from '../circles/my-circles.service.ts';
import { MyIntroductionsService } from '../introductions/my-introductions.service.ts';
import { IdParam } from '../problems/id.param.ts';
import { faultsOf, type FormBody, typed } from './form-body.ts';
import { MyIntroductionPages } from './my-introduction-pages.ts';
import { justSaved } from './my-introduction-marks.ts';
import { MyIntroductionsPage, type MyIntroductionsPageProps } from './my-introductions.page.tsx';
import { PageFrame, sendPage } from './page-frame.ts';

const own = 'finds the introductions of the signed-in person only';
const path = '/me/introductions';

/** One's own introductions over all organizations, and what one wants of them. */
@ApiExcludeController()
@Controller('me/introductions')
export class MyIntroductionsPageController {
  constructor(
    private readonly mine: MyIntroductionsService,
    private readonly circles: MyCirclesService,
    private readonly acts: MyIntroductionActsService,
    private readonly stops: IntroductionStopsService,
    private readonly pages: MyIntroductionPages,
    private readonly frames: PageFrame,
  ) {}

  /** The query says what was saved a moment ago; it saves nothing. */
  @Get()
  @SignedIn(own)
  async page(
    @Query() query: Record<string, unknown>,
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(viewer, request, reply, { saved: justSaved(query) });
  }

  @Post('pause')
  @SignedIn('pauses introductions of the signed-in person only')
  async pause(
    @Body() body: FormBody,
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const until = typed(body, 'until');
    await this.keep('pause', viewer, request, reply, async () => {
      if (!/^\d{4}-\d\d-\d\d$/.test(until)) throw wrong('/until', 'pauseFault');
      await this.stops.pauseUntil(viewer.personId, new Date(`${until}T00:00:00Z`));
    });
  }

  @Post('resume')
  @SignedIn('ends a pause of the signed-in person only')
  async resume(
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.keep('resume', viewer, request, reply, () => this.stops.resume(viewer.personId));
  }

  @Post('wanted')
  @SignedIn('changes what the signed-in person wants only')
  async want(
    @Body() body: FormBody,
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const most = typed(body, 'most');
    await this.keep('wanted', viewer, request, reply, async () => {
      if (!/^[0-3]$/.test(most)) throw wrong('/most', 'wantedFault');
      await this.stops.want(viewer.personId, Number(most));
    });
  }

  @Post(':introductionId')
  @SignedIn(own)
  async act(
    @IdParam('introductionId') introductionId: string,
    @Body() body: FormBody,
    @Viewing() viewer: Viewer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.act(await this.acts.keyOfPerson(viewer.personId, introductionId), path, body, reply);
  }

  @Post(':introductionId/unmark')
  @SignedIn(own)
  async unmark(
    @IdParam('introductionId') introductionId: string,
    @Body() body: FormBody,
    @Viewing() viewer: Viewer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.unmark(await this.acts.keyOfPerson(viewer.personId, introductionId), path, body, reply);
  }

  /** Leads back when it is kept; a refusal comes with the page. */
  private async keep(
    act: 'pause' | 'resume' | 'wanted',
    viewer: Viewer,
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<unknown>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.send(viewer, request, reply, { faults: faultsOf(error) }, 422);
      return;
    }
    void reply.redirect(`${path}?saved=${act}`, 303);
  }

  private async send(
    { personId }: Viewer,
    request: FastifyRequest,
    reply: FastifyReply,
    told: Pick<MyIntroductionsPageProps, 'saved' | 'faults'>,
    status = 200,
  ): Promise<void> {
    const [mine, circles, frame] = await Promise.all([
      this.mine.mine(personId),
      this.circles.listOf(personId),
      this.frames.of(request, reply),
    ]);
    const props = { frame, path, mine, hasCircles: circles.length > 0, ...told };
    sendPage(reply, createElement(MyIntroductionsPage, props), status);
  }
}
