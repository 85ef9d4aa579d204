import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { MailStopsService, type MailTopic, topicOf } from '../attendees/mail-stops.service.ts';
import { Public, type Viewer, Viewing } from '../auth/access.ts';
import { FromAnywhere } from '../auth/cross-site.guard.ts';
import { type FormBody, typed } from './form-body.ts';
import { PageFrame, sendPage } from './page-frame.ts';
import { UnsubscribePage, type UnsubscribeProps } from './unsubscribe.page.tsx';

@ApiExcludeController()
@Controller('unsubscribe/:token')
export class UnsubscribeController {
  constructor(
    private readonly stops: MailStopsService,
    private readonly frames: PageFrame,
  ) {}

  /** `?topic=` is what the mail was about. */
  @Get()
  @Public('the link is the proof')
  page(
    @Param('token') token: string,
    @Query('topic') topic: unknown,
    @Viewing() viewer: Viewer | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send({ request, reply, token, viewer }, topicOf(topic), null);
  }

  /** A button of the page, or a mail program on its own (RFC 8058), which posts to the link as the mail carried it. */
  @Post()
  @HttpCode(200)
  @Public('the link is the proof')
  @FromAnywhere('mail programs post it without cookie or token, and stopping mail harms nobody')
  async stop(
    @Param('token') token: string,
    @Query('topic') linked: unknown,
    @Body() body: FormBody,
    @Viewing() viewer: Viewer | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const chosen = typed(body, 'topic');
    const pauses = chosen === 'pause';
    const topic = topicOf(chosen === '' || pauses ? linked : chosen);
    const resumeToken = pauses ? await this.stops.pause(token) : await this.stops.stop(token, topic);
    await this.send({ request, reply, token, viewer }, topic, {
      choice: pauses ? 'pause' : topic,
      resumeToken,
    });
  }

  /** From the page that answers a stop, for a few minutes; or by the person themself, signed in. */
  @Post('resume')
  @Public('needs what the answer to a stop carried, or the session of the person')
  async resume(
    @Param('token') token: string,
    @Body() body: FormBody,
    @Viewing() viewer: Viewer | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const resumeToken = typed(body, 'resume');
    if (resumeToken === '') await this.stops.resume(token, viewer?.personId);
    else await this.stops.takeBack(token, resumeToken);
    void reply.redirect(`/unsubscribe/${token}`, 303);
  }

  private async send(
    { request, reply, token, viewer }: Asked,
    topic: MailTopic,
    done: UnsubscribeProps['done'],
  ): Promise<void> {
    const [stops, frame] = await Promise.all([
      this.stops.look(token, viewer?.personId),
      this.frames.of(request, reply),
    ]);
    sendPage(reply, createElement(UnsubscribePage, { frame, token, topic, stops, done }));
  }
}

interface Asked {
  request: FastifyRequest;
  reply: FastifyReply;
  token: string;
  viewer: Viewer | undefined;
}
