import { Controller, Get, Param, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/access.ts';
import { EveningLinks } from '../evenings/evening-links.service.ts';
import { answerOf, eventStream } from '../event-stream.ts';
import { MixerScreens } from './mixer-screens.service.ts';
import { MyTablesView } from './my-table.dto.ts';

@Controller('api/v1/evening/:token/mixer')
export class MyTableController {
  constructor(
    private readonly links: EveningLinks,
    private readonly screens: MixerScreens,
  ) {}

  /**
   * Where I sit in each round. Who accepts text/event-stream is told as long as they stay: `mixer` (the same shape) at once,
   * at every change, and every 15 seconds, which also sets the clock right.
   */
  @Get()
  @Public('the link is the proof of whose evening it is')
  @ApiExtraModels(MyTablesView)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(MyTablesView) } },
      [eventStream]: { schema: { type: 'string' } },
    },
  })
  async follow(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MyTablesView | StreamableFile> {
    void reply.header('cache-control', 'no-store');
    const key = await this.links.keyOf(token);
    if (request.headers.accept?.includes(eventStream) !== true) return this.screens.look(key, key.attendeeId);
    return answerOf(await this.screens.openForPhone(key, key.personId, key), reply);
  }
}
