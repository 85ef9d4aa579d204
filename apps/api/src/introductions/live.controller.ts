import { Member } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, Staff } from '../auth/access.ts';
import { Repeatable } from '../auth/idempotency-key.ts';
import { StillMay } from '../auth/still-may.ts';
import { answerOf, eventStream } from '../event-stream.ts';
import { IdParam } from '../problems/id.param.ts';
import { BoardStreams } from './board-streams.ts';
import { LiveView, Presence } from './live.dto.ts';
import { LiveService } from './live.service.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId/introductions')
export class LiveController {
  constructor(
    private readonly live: LiveService,
    private readonly streams: BoardStreams,
    private readonly access: StillMay,
  ) {}

  /**
   * Who is at this board. Who accepts text/event-stream is told as long as they stay: `hosts` (the same shape) whenever
   * somebody comes, goes or turns to another introduction, and `changed` ({}) whenever the board reads differently than before.
   * What the two people of an introduction do changes nothing here.
   */
  @Get('live')
  @Can('introductions.read')
  @ApiExtraModels(LiveView)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(LiveView) } },
      [eventStream]: { schema: { type: 'string' } },
    },
  })
  async follow(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LiveView | StreamableFile> {
    if (request.headers.accept?.includes(eventStream) !== true)
      return LiveView.of(await this.live.hosts(member, eventId), member.personId);
    const stillMay = () => this.access.holds(request, reply, 'introductions.read');
    const mayHaveMissed = request.headers['last-event-id'] !== undefined;
    const stream = await this.streams.open(member, eventId, stillMay, mayHaveMissed);
    return answerOf(stream, reply);
  }

  /** Says that this host is here, and what they look at. */
  @Post('presence')
  @HttpCode(204)
  @Can('introductions.read')
  @Repeatable('saying again that one is here is the same as saying it once')
  async bePresent(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() { lookingAt }: Presence,
  ): Promise<void> {
    await this.live.bePresent(member, eventId, lookingAt);
  }
}
