import { words } from '#libs/words';
import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { SignedIn, type Viewer, Viewing } from '../auth/access.ts';
import { MyFeedService } from '../calendars/my-feed.service.ts';
import { MyCalendarPage, type MyCalendarProps } from './my-calendar.page.tsx';
import { PageFrame, sendPage } from './page-frame.ts';

const path = '/me/calendar';

/** The address of one's own calendar: shown, made anew, turned off. */
@ApiExcludeController()
@Controller('me/calendar')
export class MyCalendarController {
  constructor(
    private readonly mine: MyFeedService,
    private readonly frames: PageFrame,
  ) {}

  @Get()
  @SignedIn('shows the address of the signed-in person only')
  async page(
    @Query('saved') saved: unknown,
    @Viewing() { personId }: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [address, frame] = await Promise.all([
      this.mine.addressOf(personId),
      this.frames.of(request, reply),
    ]);
    sendPage(
      reply,
      createElement(MyCalendarPage, { frame, path, address, saved: isSaved(saved) ? saved : null }),
    );
  }

  @Post('renew')
  @SignedIn('changes the address of the signed-in person only')
  async renew(@Viewing() { personId }: Viewer, @Res() reply: FastifyReply): Promise<void> {
    await this.mine.renew(personId);
    void reply.redirect(`${path}?saved=renewed`, 303);
  }

  @Post('end')
  @SignedIn('changes the address of the signed-in person only')
  async end(@Viewing() { personId }: Viewer, @Res() reply: FastifyReply): Promise<void> {
    await this.mine.end(personId);
    void reply.redirect(`${path}?saved=ended`, 303);
  }
}

const isSaved = (value: unknown): value is MyCalendarProps['saved'] & string =>
  typeof value === 'string' && Object.hasOwn(words.calendar.mine.saved, value);
