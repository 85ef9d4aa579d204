import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/access.ts';
import { Repeatable } from '../auth/idempotency-key.ts';
import { DoorLinksService } from './door-links.service.ts';
import { DoorListView, DoorView, SyncInput, SyncView } from './door.dto.ts';
import { DoorService } from './door.service.ts';

const code = 'the key of the code that is said at the door is asked for';

/** A phone at the door: its link in the path, the key of its code in the header `door-key`. */
@Controller('api/v1/door/:token')
export class DoorController {
  constructor(
    private readonly links: DoorLinksService,
    private readonly door: DoorService,
  ) {}

  /** What the code is stretched with; nobody's name. */
  @Get()
  @Public('it tells the title of the evening and a salt to whoever has the link')
  @Header('cache-control', 'no-store')
  async look(@Param('token') token: string): Promise<DoorView> {
    return DoorView.of(await this.links.look(token));
  }

  /** Everybody the door may meet, to be sealed on the phone; 304 while nothing of it changed. */
  @Get('list')
  @Public(code)
  @Header('cache-control', 'no-store')
  async list(
    @Param('token') token: string,
    @Headers('door-key') key: string | undefined,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DoorListView | undefined> {
    const list = await this.door.list(token, key);
    const etag = `"${list.version}"`;
    void reply.header('etag', etag);
    if (known !== etag) return list;
    void reply.status(304);
    return undefined;
  }

  /** Scans with their own times, also of hours ago, and what happened at the other doors since. */
  @Post('sync')
  @HttpCode(200)
  @Public(code)
  @Repeatable('the nonce of a scan keeps it once')
  @Header('cache-control', 'no-store')
  async sync(
    @Param('token') token: string,
    @Headers('door-key') key: string | undefined,
    @Body() input: SyncInput,
  ): Promise<SyncView> {
    return SyncView.of(await this.door.sync(token, key, input));
  }
}
