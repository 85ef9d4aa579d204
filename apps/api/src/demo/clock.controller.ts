import { DomainError, type Once } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { Public } from '../auth/access.ts';
import { Keyed } from '../auth/idempotency-key.ts';
import { type FormBody, typed } from '../pages/form-body.ts';
import { PageFrame, sendPage } from '../pages/page-frame.ts';
import { ClockView, MoveClock, moveOf } from './clock.dto.ts';
import { ClockPage } from './clock.page.tsx';
import { ClockService, type Move } from './clock.service.ts';

const why = 'exists in a demonstration and in tests only, which hold nothing real';

const buttons: Readonly<Record<string, Move>> = {
  next: { next: true },
  hour: { hours: 1 },
  morning: { morning: true },
  week: { hours: 7 * 24 },
};

@ApiExcludeController()
@Controller()
export class ClockController {
  constructor(
    private readonly clock: ClockService,
    private readonly frames: PageFrame,
  ) {}

  @Get('api/v1/demo/clock')
  @Public(why)
  async state(): Promise<ClockView> {
    return ClockView.of(await this.clock.state());
  }

  @Post('api/v1/demo/clock')
  @HttpCode(202)
  @Public(why)
  async move(@Body() input: MoveClock, @Keyed() once: Once | undefined): Promise<ClockView> {
    return ClockView.of(await this.clock.move(moveOf(input), once));
  }

  @Get('dev/clock')
  @Public(why)
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const frame = await this.frames.of(request, reply);
    sendPage(reply, createElement(ClockPage, { frame, clock: await this.clock.state() }));
  }

  @Post('dev/clock')
  @Public(why)
  async press(@Body() body: FormBody, @Res() reply: FastifyReply): Promise<void> {
    const move = buttons[typed(body, 'move')];
    if (move === undefined) throw new DomainError('not-well-formed');
    await this.clock.move(move);
    void reply.redirect(typed(body, 'from') === 'mail' ? '/dev/mail' : '/dev/clock', 303);
  }
}
