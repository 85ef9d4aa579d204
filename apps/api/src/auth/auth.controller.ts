import type { Once } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, type Viewer, Viewing } from './access.ts';
import { CodeIn, MeView, SignInIn, SignedInView } from './auth.dto.ts';
import { FormTokens } from './form-tokens.ts';
import { Keyed, Repeatable } from './idempotency-key.ts';
import { networkOf } from './network.ts';
import { home, localPath } from './return-to.ts';
import { Sessions } from './sessions.ts';
import { SignInService } from './sign-in.service.ts';
import { ViewerService } from './viewer.service.ts';

@Controller('api/v1')
export class AuthController {
  constructor(
    private readonly signIn: SignInService,
    private readonly viewers: ViewerService,
    private readonly sessions: Sessions,
    private readonly forms: FormTokens,
  ) {}

  /** Sends a mail with a link and six digits, for this browser only. The answer is the same for every address. */
  @Post('sign-in')
  @HttpCode(202)
  @Public('whoever signs in has no session yet')
  async ask(
    @Body() { email, returnTo }: SignInIn,
    @Keyed() once: Once | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Record<string, never>> {
    await this.signIn.ask({
      once,
      email,
      returnTo: localPath(returnTo),
      browserHash: this.forms.browserHash(request, reply),
      network: networkOf(request.ip),
    });
    return {};
  }

  @Post('sign-in/code')
  @HttpCode(200)
  @Public('the six digits are the proof')
  @Repeatable('the digits serve once, and the session this gives must not be stored in clear')
  async useCode(
    @Body() { email, code }: CodeIn,
    @Viewing() viewer: Viewer | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    const signedIn = await this.signIn.useCode(email, code, this.forms.knownBrowserHash(request), viewer);
    this.sessions.give(reply, signedIn.session);
    return { returnTo: signedIn.returnTo ?? home };
  }

  @Post('sign-out')
  @HttpCode(204)
  @Public('ending a session that is gone already is fine')
  @Repeatable('ending a session that is gone already is fine')
  signOut(
    @Viewing() viewer: Viewer | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.sessions.end(viewer, reply);
  }

  /** Who looks, where they are staff, and product time. */
  @Get('me')
  @Public('says "nobody" without a session')
  async me(@Viewing() viewer: Viewer | undefined): Promise<MeView> {
    return MeView.of(viewer, await this.viewers.standingOf(viewer));
  }
}
