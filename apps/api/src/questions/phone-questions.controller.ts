import type { Once } from '#libs/domain';
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/access.ts';
import { Keyed, Repeatable } from '../auth/idempotency-key.ts';
import { EveningLinks } from '../evenings/evening-links.service.ts';
import { answerOf, eventStream } from '../event-stream.ts';
import { IdParam } from '../problems/id.param.ts';
import { PanelLiveView } from './panel-live.dto.ts';
import { PanelScreens } from './panel-screens.service.ts';
import { MyQuestionsView, PanelQuestionInput } from './questions.dto.ts';
import { QuestionsService } from './questions.service.ts';
import { VotesService } from './votes.service.ts';

const link = 'the link is the proof of whose evening it is';

/** A panel on the phones of its audience. */
@Controller('api/v1/evening/:token/panels/:panelId')
export class PhoneQuestionsController {
  constructor(
    private readonly links: EveningLinks,
    private readonly questions: QuestionsService,
    private readonly votes: VotesService,
    private readonly screens: PanelScreens,
  ) {}

  /**
   * The panel as the whole room sees it, the same for everybody. Who accepts text/event-stream is told as long as they stay:
   * `panel` (the same shape) at once, at changes, four times a second at most, and every 15 seconds, which also sets the
   * clock right.
   */
  @Get('live')
  @Public(link)
  @ApiExtraModels(PanelLiveView)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(PanelLiveView) } },
      [eventStream]: { schema: { type: 'string' } },
    },
  })
  async follow(
    @Param('token') token: string,
    @IdParam('panelId') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PanelLiveView | StreamableFile> {
    void reply.header('cache-control', 'no-store');
    const { organizationId, eventId, personId, handleId } = await this.links.keyOf(token);
    const key = { organizationId, eventId, id };
    if (request.headers.accept?.includes(eventStream) !== true)
      return PanelLiveView.of(await this.screens.read(key));
    const right = { organizationId, handleId };
    return answerOf(await this.screens.open(key, { personId, part: 'panel', right }), reply);
  }

  /** What I asked and what I voted for: nobody else is shown it. */
  @Get('mine')
  @Public(link)
  @Header('cache-control', 'no-store')
  async mine(@Param('token') token: string, @IdParam('panelId') panelId: string): Promise<MyQuestionsView> {
    return this.questions.mine(await this.links.keyOf(token), panelId);
  }

  /** Asks; named or anonymous to the room and to its moderator. */
  @Post('questions')
  @Public(link)
  @Header('cache-control', 'no-store')
  async ask(
    @Param('token') token: string,
    @IdParam('panelId') panelId: string,
    @Body() input: PanelQuestionInput,
    @Keyed() once: Once | undefined,
  ): Promise<MyQuestionsView> {
    const key = await this.links.keyOf(token);
    await this.questions.ask(key, panelId, input, once);
    return this.questions.mine(key, panelId);
  }

  /** Takes an own question back, until it is answered. */
  @Delete('questions/:questionId')
  @HttpCode(200)
  @Public(link)
  @Repeatable('a question is taken back once and is not found after that')
  @Header('cache-control', 'no-store')
  async withdraw(
    @Param('token') token: string,
    @IdParam('panelId') panelId: string,
    @IdParam('questionId') questionId: string,
  ): Promise<MyQuestionsView> {
    const key = await this.links.keyOf(token);
    await this.questions.withdraw(key, panelId, questionId);
    return this.questions.mine(key, panelId);
  }

  @Put('questions/:questionId/vote')
  @Public(link)
  @Repeatable('one person has one vote')
  @Header('cache-control', 'no-store')
  async vote(
    @Param('token') token: string,
    @IdParam('panelId') panelId: string,
    @IdParam('questionId') questionId: string,
  ): Promise<MyQuestionsView> {
    const key = await this.links.keyOf(token);
    await this.votes.vote(key, panelId, questionId, true);
    return this.questions.mine(key, panelId);
  }

  @Delete('questions/:questionId/vote')
  @HttpCode(200)
  @Public(link)
  @Repeatable('a vote that is gone stays gone')
  @Header('cache-control', 'no-store')
  async unvote(
    @Param('token') token: string,
    @IdParam('panelId') panelId: string,
    @IdParam('questionId') questionId: string,
  ): Promise<MyQuestionsView> {
    const key = await this.links.keyOf(token);
    await this.votes.vote(key, panelId, questionId, false);
    return this.questions.mine(key, panelId);
  }
}
