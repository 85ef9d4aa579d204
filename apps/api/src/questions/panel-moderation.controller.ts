import { Member } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import { ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, Staff } from '../auth/access.ts';
import { Repeatable } from '../auth/idempotency-key.ts';
import { StillMay } from '../auth/still-may.ts';
import { answerOf, eventStream } from '../event-stream.ts';
import { IdParam } from '../problems/id.param.ts';
import { ModerationService } from './moderation.service.ts';
import { ModerationView, PanelLiveView } from './panel-live.dto.ts';
import type { PanelKey } from './panel-now.queries.ts';
import { PanelScreens, type ScreenPart } from './panel-screens.service.ts';
import { ModerationInput } from './questions.dto.ts';

const right = 'questions.moderate';

/** A panel on the screens of an organization: of whoever moderates in the app, and of the room. */
@Controller('api/v1/organizations/:organizationId/events/:eventId/panels/:panelId')
export class PanelModerationController {
  constructor(
    private readonly moderation: ModerationService,
    private readonly screens: PanelScreens,
    private readonly access: StillMay,
  ) {}

  /** All its questions. Who accepts text/event-stream is told as long as they stay: `moderation`, the same shape. */
  @Get('moderation')
  @Can(right)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ModerationView) } },
      [eventStream]: { schema: { type: 'string' } },
    },
  })
  async follow(
    @Staff() { organizationId, personId }: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('panelId') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ModerationView | StreamableFile> {
    const key = { organizationId, eventId, id };
    const stream = await this.streamFor(key, personId, 'moderation', request, reply);
    return stream ?? ModerationView.of(await this.screens.read(key));
  }

  /** The room's screen. Who accepts text/event-stream is told as long as they stay: `panel`, the same shape. */
  @Get('stage')
  @Can(right)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(PanelLiveView) } },
      [eventStream]: { schema: { type: 'string' } },
    },
  })
  async stage(
    @Staff() { organizationId, personId }: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('panelId') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PanelLiveView | StreamableFile> {
    const key = { organizationId, eventId, id };
    const stream = await this.streamFor(key, personId, 'panel', request, reply);
    return stream ?? PanelLiveView.of(await this.screens.read(key));
  }

  /** One act, on a question or on the panel. */
  @Post('moderation')
  @HttpCode(200)
  @Can(right)
  @Repeatable('each act says how it shall be')
  async act(
    @Staff() { organizationId, scope }: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('panelId') id: string,
    @Body() input: ModerationInput,
  ): Promise<ModerationView> {
    const key = { organizationId, eventId, id };
    await this.moderation.act(scope, key, input);
    return ModerationView.of(await this.screens.read(key));
  }

  private async streamFor(
    key: PanelKey,
    personId: string,
    part: ScreenPart,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    void reply.header('cache-control', 'no-store');
    if (request.headers.accept?.includes(eventStream) !== true) return undefined;
    const stillMay = (): Promise<boolean> => this.access.holds(request, reply, right);
    return answerOf(await this.screens.open(key, { personId, part, right: { stillMay } }), reply);
  }
}
