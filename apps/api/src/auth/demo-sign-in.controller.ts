import { Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public, type Viewer, Viewing } from './access.ts';
import { DemoSignIn } from './demo-sign-in.ts';
import { Repeatable } from './idempotency-key.ts';
import { Sessions } from './sessions.ts';

@ApiExcludeController()
@Controller('api/v1/demo')
export class DemoSignInController {
  constructor(
    private readonly demo: DemoSignIn,
    private readonly sessions: Sessions,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  @Public('exists in a demonstration only, which holds nothing real')
  @Repeatable('signing in again ends the session before, and the one this gives must not be stored in clear')
  async signIn(
    @Viewing() viewer: Viewer | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ returnTo: string }> {
    this.sessions.give(reply, await this.demo.asOwner(viewer));
    return { returnTo: '/app/' };
  }
}
