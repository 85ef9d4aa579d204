import { Member } from '#libs/domain';
import { Controller, Get, HttpCode, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, Staff } from '../auth/access.ts';
import { StillMay } from '../auth/still-may.ts';
import { CritiqueScreens } from '../critiques/critique-screens.service.ts';
import { answerOf, eventStream } from '../event-stream.ts';
import { IdParam } from '../problems/id.param.ts';
import { RunView, ScreenQuery } from './run.dto.ts';
import { CritiqueRunService } from './run.service.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId/critique-sessions/:critiqueSessionId')
export class CritiqueRunController {
  constructor(
    private readonly run: CritiqueRunService,
    private readonly screens: CritiqueScreens,
    private readonly access: StillMay,
  ) {}

  /**
   * The session at this moment. Who accepts text/event-stream is told as long as they stay: `moment` (the same shape) at
   * once, at every change, and every 15 seconds, which also sets the clock right.
   */
  @Get('live')
  @Can('critique.run')
  @ApiExtraModels(RunView)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(RunView) } },
      [eventStream]: { schema: { type: 'string' } },
    },
  })
  async follow(
    @Staff() { organizationId, personId }: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') id: string,
    @Query() { screen = 'facilitator' }: ScreenQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RunView | StreamableFile> {
    void reply.header('cache-control', 'no-store');
    const key = { organizationId, eventId, id };
    if (request.headers.accept?.includes(eventStream) !== true)
      return RunView.of(await this.screens.read(key), screen);
    const stream = await this.screens.openStream(key, {
      personId,
      event: 'moment',
      right: { stillMay: () => this.access.holds(request, reply, 'critique.run') },
      view: (all) => RunView.of(all, screen),
    });
    return answerOf(stream, reply);
  }

  /** Works are heard from now on, each from the moment its own clock is started. */
  @Post('start')
  @HttpCode(204)
  @Can('critique.run')
  async start(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
  ): Promise<void> {
    await this.run.start(member, { eventId, critiqueSessionId });
  }

  /** Takes the start back, as long as no work was on, so that the plan can be made again. Repeating it is harmless. */
  @Post('unstart')
  @HttpCode(204)
  @Can('critique.run')
  async unstart(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
  ): Promise<void> {
    await this.run.unstart(member, { eventId, critiqueSessionId });
  }

  /** The work that is on was heard, those to come were not, and the letters leave. */
  @Post('end')
  @HttpCode(204)
  @Can('critique.run')
  async end(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
  ): Promise<void> {
    await this.run.end(member, { eventId, critiqueSessionId });
  }

  /** A critic did not come: a guest without a work is drawn in their place, if there is one. */
  @Post('assignments/:assignmentId/missing')
  @HttpCode(204)
  @Can('critique.run')
  async miss(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('assignmentId') assignmentId: string,
  ): Promise<void> {
    await this.run.miss(member, { eventId, critiqueSessionId }, assignmentId);
  }

  /** A missing critic is here after all; whoever was drawn instead goes, unless they have begun to write. */
  @Post('assignments/:assignmentId/here')
  @HttpCode(204)
  @Can('critique.run')
  async find(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('assignmentId') assignmentId: string,
  ): Promise<void> {
    await this.run.find(member, { eventId, critiqueSessionId }, assignmentId);
  }
}
