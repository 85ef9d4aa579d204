import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { MailStopsService, type MailTopic, topicOf } from '../attendees/mail-stops.service.ts';
import { Public } from '../auth/access.ts';
import { FromAnywhere } from '../auth/cross-site.guard.ts';
import { type FormBody, typed } from './form-body.ts';
import { PageFrame, sendPage } from './page-frame.ts';
import { UnsubscribePage } from './unsubscribe.page.tsx';

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
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(request, reply, token, topicOf(topic));
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
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const chosen = typed(body, 'topic');
    const topic = topicOf(chosen === '' || chosen === 'pause' ? linked : chosen);
    if (chosen === 'pause') await this.stops.pause(token);
    else await this.stops.stop(token, topic);
    await this.send(request, reply, token, topic);
  }

  @Post('resume')
  @Public('the link is the proof')
  async resume(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.stops.resume(token);
    void reply.redirect(`/unsubscribe/${token}`, 303);
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    token: string,
    topic: MailTopic,
  ): Promise<void> {
    const [stops, frame] = await Promise.all([this.stops.look(token), this.frames.of(request, reply)]);
    sendPage(reply, createElement(UnsubscribePage, { frame, token, topic, stops }));
  }
}
