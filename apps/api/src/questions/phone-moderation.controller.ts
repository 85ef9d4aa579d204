import { DomainError } from '#libs/domain';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/access.ts';
import { Repeatable } from '../auth/idempotency-key.ts';
import { type EveningKey, EveningLinks } from '../evenings/evening-links.service.ts';
import { answerOf, eventStream } from '../event-stream.ts';
import { IdParam } from '../problems/id.param.ts';
import { ModerationService } from './moderation.service.ts';
import { ModerationView } from './panel-live.dto.ts';
import { PanelScreens } from './panel-screens.service.ts';
import { ModerationInput } from './questions.dto.ts';

/** A panel on the phone of its moderator. */
@Controller('api/v1/evening/:token/panels/:panelId/moderation')
export class PhoneModerationController {
  constructor(
    private readonly links: EveningLinks,
    private readonly moderation: ModerationService,
    private readonly screens: PanelScreens,
  ) {}

  /** All its questions. Who accepts text/event-stream is told as long as they moderate it: `moderation`, the same shape. */
  @Get()
  @Public('the link is the proof of who moderates')
  @ApiExtraModels(ModerationView)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ModerationView) } },
      [eventStream]: { schema: { type: 'string' } },
    },
  })
  async follow(
    @Param('token') token: string,
    @IdParam('panelId') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ModerationView | StreamableFile> {
    void reply.header('cache-control', 'no-store');
    const { organizationId, eventId, personId } = await this.moderatorOf(token, id);
    const key = { organizationId, eventId, id };
    if (request.headers.accept?.includes(eventStream) !== true)
      return ModerationView.of(await this.screens.read(key));
    const stillMay = async (): Promise<boolean> =>
      this.moderation.moderates(await this.links.keyOf(token), id);
    return answerOf(
      await this.screens.open(key, { personId, part: 'moderation', right: { stillMay } }),
      reply,
    );
  }

  /** One act, on a question or on the panel. */
  @Post()
  @HttpCode(200)
  @Public('the link is the proof of who moderates')
  @Repeatable('each act says how it shall be')
  @Header('cache-control', 'no-store')
  async act(
    @Param('token') token: string,
    @IdParam('panelId') id: string,
    @Body() input: ModerationInput,
  ): Promise<ModerationView> {
    const { organizationId, eventId, scope } = await this.moderatorOf(token, id);
    const key = { organizationId, eventId, id };
    await this.moderation.act(scope, key, input);
    return ModerationView.of(await this.screens.read(key));
  }

  /** @throws DomainError not-found for another evening's panel, not-allowed for whoever does not moderate this one */
  private async moderatorOf(token: string, id: string): Promise<EveningKey> {
    const key = await this.links.keyOf(token);
    if (await this.moderation.moderates(key, id)) return key;
    await this.screens.read({ organizationId: key.organizationId, eventId: key.eventId, id });
    throw new DomainError('not-allowed');
  }
}
