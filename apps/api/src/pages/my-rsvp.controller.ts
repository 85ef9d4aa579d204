import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MyRsvpsService } from '../attendees/my-rsvps.service.ts';
import { Public, SignedIn, type Viewer, Viewing } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import type { FormBody } from './form-body.ts';
import { MyRsvpPages } from './my-rsvp-pages.ts';

// One's own RSVP, by the link of a mail or signed in: the same page at two addresses. What is posted says what to do,
// never about whose RSVP.

@ApiExcludeController()
@Controller('my/:token')
export class RsvpByLinkController {
  constructor(
    private readonly mine: MyRsvpsService,
    private readonly pages: MyRsvpPages,
  ) {}

  @Get()
  @Public('the link is the proof')
  async page(
    @Param('token') token: string,
    @Query('saved') saved: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = await this.mine.keyOfLink(token);
    await this.pages.show({ key, path: `/my/${token}`, request, reply }, saved);
  }

  @Get('calendar.ics')
  @Public('the link is the proof')
  async calendar(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.calendar(await this.mine.keyOfLink(token), reply);
  }

  /** Repeating one is harmless (rule 9). */
  @Post(':act')
  @Public('the link is the proof')
  async act(
    @Param('token') token: string,
    @Param('act') act: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = await this.mine.keyOfLink(token);
    await this.pages.act({ key, path: `/my/${token}`, request, reply }, act, body);
  }
}

@ApiExcludeController()
@Controller('me/rsvps/:attendeeId')
export class RsvpBySessionController {
  constructor(
    private readonly mine: MyRsvpsService,
    private readonly pages: MyRsvpPages,
  ) {}

  @Get()
  @SignedIn('finds the RSVPs of the signed-in person only')
  async page(
    @IdParam('attendeeId') attendeeId: string,
    @Query('saved') saved: string | undefined,
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = await this.mine.keyOfPerson(viewer.personId, attendeeId);
    await this.pages.show({ key, path: `/me/rsvps/${attendeeId}`, request, reply }, saved);
  }

  @Get('calendar.ics')
  @SignedIn('finds the RSVPs of the signed-in person only')
  async calendar(
    @IdParam('attendeeId') attendeeId: string,
    @Viewing() viewer: Viewer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.calendar(await this.mine.keyOfPerson(viewer.personId, attendeeId), reply);
  }

  @Post(':act')
  @SignedIn('finds the RSVPs of the signed-in person only')
  async act(
    @IdParam('attendeeId') attendeeId: string,
    @Param('act') act: string,
    @Body() body: FormBody,
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = await this.mine.keyOfPerson(viewer.personId, attendeeId);
    await this.pages.act({ key, path: `/me/rsvps/${attendeeId}`, request, reply }, act, body);
  }
}
