import { Controller, Get, Param, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/access.ts';
import { CritiqueLinks } from '../critique-sessions/critique-links.service.ts';
import { answerOf, eventStream } from '../event-stream.ts';
import { IdParam } from '../problems/id.param.ts';
import { EveningNowService } from './evening-now.service.ts';
import { NowView } from './now.dto.ts';
import { PhoneStreams } from './phone-streams.ts';

@Controller('api/v1/critique/:token/sessions/:critiqueSessionId')
export class PhonesController {
  constructor(
    private readonly links: CritiqueLinks,
    private readonly evening: EveningNowService,
    private readonly phones: PhoneStreams,
  ) {}

  /**
   * The session as I see it at this moment. Who accepts text/event-stream is told as long as they stay: `now` (the same
   * shape) at once, at every change, and every 15 seconds, which also sets the clock right.
   */
  @Get('live')
  @Public('the link is the proof of whose evening it is')
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(NowView) } },
      [eventStream]: { schema: { type: 'string' } },
    },
  })
  async follow(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NowView | StreamableFile> {
    void reply.header('cache-control', 'no-store');
    if (request.headers.accept?.includes(eventStream) !== true)
      return this.evening.now(await this.links.keyOf(token), critiqueSessionId);
    const stream = await this.phones.open(token, critiqueSessionId);
    return answerOf(stream, reply);
  }
}
