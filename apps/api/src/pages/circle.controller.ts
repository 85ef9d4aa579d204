import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, SignedIn, type Viewer, Viewing } from '../auth/access.ts';
import { MyCirclesService } from '../circles/my-circles.service.ts';
import { IdParam } from '../problems/id.param.ts';
import { CirclePages } from './circle-pages.ts';
import type { FormBody } from './form-body.ts';

// One's place in a circle, by the link of a mail or signed in: the same page at two addresses.

@ApiExcludeController()
@Controller('circle/:token')
export class CircleByLinkController {
  constructor(
    private readonly circles: MyCirclesService,
    private readonly pages: CirclePages,
  ) {}

  @Get()
  @Public('the link is the proof')
  async page(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.show({ ...(await this.at(token)), request, reply });
  }

  @Get('calendar.ics')
  @Public('the link is the proof')
  async calendar(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.calendar({ ...(await this.at(token)), request, reply });
  }

  @Post(':act')
  @Public('the link is the proof')
  async act(
    @Param('token') token: string,
    @Param('act') act: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.act({ ...(await this.at(token)), request, reply }, act, body);
  }

  private async at(token: string) {
    return { key: await this.circles.keyOfLink(token), path: `/circle/${token}` };
  }
}

@ApiExcludeController()
@Controller('me/circles/:memberId')
export class CircleBySessionController {
  constructor(
    private readonly circles: MyCirclesService,
    private readonly pages: CirclePages,
  ) {}

  @Get()
  @SignedIn('finds the circles of the signed-in person only')
  async page(
    @IdParam('memberId') memberId: string,
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.show({ ...(await this.at(viewer, memberId)), request, reply });
  }

  @Get('calendar.ics')
  @SignedIn('finds the circles of the signed-in person only')
  async calendar(
    @IdParam('memberId') memberId: string,
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.calendar({ ...(await this.at(viewer, memberId)), request, reply });
  }

  @Post(':act')
  @SignedIn('finds the circles of the signed-in person only')
  async act(
    @IdParam('memberId') memberId: string,
    @Param('act') act: string,
    @Body() body: FormBody,
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.act({ ...(await this.at(viewer, memberId)), request, reply }, act, body);
  }

  private async at({ personId }: Viewer, memberId: string) {
    return { key: await this.circles.keyOfPerson(personId, memberId), path: `/me/circles/${memberId}` };
  }
}
