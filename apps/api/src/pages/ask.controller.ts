import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, SignedIn, type Viewer, Viewing } from '../auth/access.ts';
import { AsksService } from '../introductions/asks.service.ts';
import { IdParam } from '../problems/id.param.ts';
import { AskPages } from './ask-pages.ts';
import type { FormBody } from './form-body.ts';

// One question, by the link of a mail or signed in: the same page at two addresses.

@ApiExcludeController()
@Controller('ask/:token')
export class AskByLinkController {
  constructor(
    private readonly asks: AsksService,
    private readonly pages: AskPages,
  ) {}

  /** Mail programs open links to look at them, so this looks and records nothing (rule 8, never 10). */
  @Get()
  @Public('the link in the mail is the proof')
  async page(
    @Param('token') token: string,
    @Query('answer') linked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.show({ ...(await this.at(token)), request, reply }, linked);
  }

  @Post()
  @Public('the link in the mail is the proof')
  async answer(
    @Param('token') token: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.answer({ ...(await this.at(token)), request, reply }, body);
  }

  /** Never this person, a pause, a stop. Repeating one is harmless (rule 9). */
  @Post('act')
  @Public('the link in the mail is the proof')
  async act(
    @Param('token') token: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.act({ ...(await this.at(token)), request, reply }, body);
  }

  private async at(token: string) {
    return { key: await this.asks.keyOfLink(token), path: `/ask/${token}` };
  }
}

const own = 'finds the questions to the signed-in person only';

@ApiExcludeController()
@Controller('me/introductions/:introductionId/answer')
export class AskBySessionController {
  constructor(
    private readonly asks: AsksService,
    private readonly pages: AskPages,
  ) {}

  @Get()
  @SignedIn(own)
  async page(
    @IdParam('introductionId') introductionId: string,
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.show({ ...(await this.at(viewer, introductionId)), request, reply });
  }

  @Post()
  @SignedIn(own)
  async answer(
    @IdParam('introductionId') introductionId: string,
    @Body() body: FormBody,
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.answer({ ...(await this.at(viewer, introductionId)), request, reply }, body);
  }

  @Post('act')
  @SignedIn(own)
  async act(
    @IdParam('introductionId') introductionId: string,
    @Body() body: FormBody,
    @Viewing() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.act({ ...(await this.at(viewer, introductionId)), request, reply }, body);
  }

  private async at({ personId }: Viewer, introductionId: string) {
    const key = await this.asks.keyOfPerson(personId, introductionId);
    return { key, path: `/me/introductions/${introductionId}/answer` };
  }
}
