import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { Public } from '../auth/access.ts';
import { MyIntroductionActsService } from '../introductions/my-introduction-acts.service.ts';
import { MyIntroductionsService } from '../introductions/my-introductions.service.ts';
import { IdParam } from '../problems/id.param.ts';
import { FollowUpPage } from './follow-up.page.tsx';
import type { FormBody } from './form-body.ts';
import { MyIntroductionPages } from './my-introduction-pages.ts';
import { justSaved, toLinkable } from './my-introduction-marks.ts';
import { PageFrame, sendPage } from './page-frame.ts';

/** How it goes with the people of one organization, by the link of a follow-up mail. */
@ApiExcludeController()
@Controller('follow-up/:token')
export class FollowUpController {
  constructor(
    private readonly acts: MyIntroductionActsService,
    private readonly mine: MyIntroductionsService,
    private readonly pages: MyIntroductionPages,
    private readonly frames: PageFrame,
  ) {}

  /** The link of the mail names an introduction and a mark: they are shown first, and nothing is saved (never 10). */
  @Get()
  @Public('the link in the mail is the proof')
  async page(
    @Param('token') token: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = await this.acts.keyOfLink(token);
    const [found, frame] = await Promise.all([
      this.mine.followedUp(key.organizationId, key.personId),
      this.frames.of(request, reply),
    ]);
    const mark = toLinkable(query['mark']);
    const props = {
      linked: mark === null ? undefined : { introduction: query['introduction'], mark },
      saved: justSaved(query),
    };
    sendPage(reply, createElement(FollowUpPage, { frame, path: `/follow-up/${token}`, ...found, ...props }));
  }

  @Post(':introductionId')
  @Public('the link in the mail is the proof')
  async act(
    @Param('token') token: string,
    @IdParam('introductionId') introductionId: string,
    @Body() body: FormBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = { ...(await this.acts.keyOfLink(token)), introductionId };
    await this.pages.act(key, `/follow-up/${token}`, body, reply);
  }

  @Post(':introductionId/unmark')
  @Public('the link in the mail is the proof')
  async unmark(
    @Param('token') token: string,
    @IdParam('introductionId') introductionId: string,
    @Body() body: FormBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = { ...(await this.acts.keyOfLink(token)), introductionId };
    await this.pages.unmark(key, `/follow-up/${token}`, body, reply);
  }
}
