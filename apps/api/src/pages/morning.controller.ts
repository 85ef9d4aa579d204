import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, SignedIn, type Viewer, Viewing } from '../auth/access.ts';
import { MorningsService } from '../mornings/mornings.service.ts';
import { IdParam } from '../problems/id.param.ts';
import type { FormBody } from './form-body.ts';
import { MorningPages } from './morning-pages.ts';

// The morning after, by the link of its mail or signed in: the same page at two addresses.

@ApiExcludeController()
@Controller('morning/:token')
export class MorningByLinkController {
  constructor(
    private readonly mornings: MorningsService,
    private readonly pages: MorningPages,
  ) {}

  @Get()
  @Public('the link is the proof')
  async page(
    @Param('token') token: string,
    @Query('saved') saved: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = await this.mornings.keyOfLink(token);
    await this.pages.show({ key, path: `/morning/${token}`, request, reply }, saved);
  }

  /** Repeating it is harmless (rule 9). */
  @Post()
  @Public('the link is the proof')
  async save(
    @Param('token') token: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = await this.mornings.keyOfLink(token);
    await this.pages.save({ key, path: `/morning/${token}`, request, reply }, body);
  }
}

const own = 'finds the evenings of the signed-in person only';

@ApiExcludeController()
@Controller('me/rsvps/:attendeeId/morning')
export class MorningBySessionController {
  constructor(
    private readonly mornings: MorningsService,
    private readonly pages: MorningPages,
  ) {}

  @Get()
  @SignedIn(own)
  async page(
    @IdParam('attendeeId') attendeeId: string,
    @Query('saved') saved: string | undefined,
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = await this.mornings.keyOfPerson(viewer.personId, attendeeId);
    await this.pages.show({ key, path: `/me/rsvps/${attendeeId}/morning`, request, reply }, saved);
  }

  @Post()
  @SignedIn(own)
  async save(
    @IdParam('attendeeId') attendeeId: string,
    @Body() body: FormBody,
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = await this.mornings.keyOfPerson(viewer.personId, attendeeId);
    await this.pages.save({ key, path: `/me/rsvps/${attendeeId}/morning`, request, reply }, body);
  }
}
