import { DomainError } from '#libs/domain';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { Public, type Viewer, Viewing } from '../auth/access.ts';
import { DemoSignIn } from '../auth/demo-sign-in.ts';
import { FormTokens } from '../auth/form-tokens.ts';
import { networkOf } from '../auth/network.ts';
import { home, localPath } from '../auth/return-to.ts';
import { Sessions } from '../auth/sessions.ts';
import { SignInService, type SignedIn } from '../auth/sign-in.service.ts';
import { type FormBody, faultsOf, typed } from './form-body.ts';
import type { FieldFault } from './layout.tsx';
import { PageFrame, sendPage } from './page-frame.ts';
import { AskPage, CodePage, ElsewherePage, LinkPage, SignedInPage, UsedLinkPage } from './sign-in.page.tsx';

@ApiExcludeController()
@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: Sessions,
    private readonly forms: FormTokens,
    private readonly frames: PageFrame,
    private readonly demo: DemoSignIn,
  ) {}

  @Get('sign-in')
  @Public('whoever signs in has no session yet')
  async page(
    @Query('returnTo') returnTo: unknown,
    @Viewing() viewer: Viewer | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const goOn = localPath(returnTo);
    if (viewer === undefined) return this.askPage(request, reply, { returnTo: goOn });
    const frame = await this.frames.of(request, reply);
    sendPage(reply, createElement(SignedInPage, { frame, email: viewer.email, goOn: goOn ?? home }));
  }

  @Post('sign-in')
  @Public('whoever signs in has no session yet')
  async ask(
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const email = typed(body, 'email').trim();
    const returnTo = localPath(body['returnTo']);
    const browserHash = this.forms.browserHash(request, reply);
    try {
      await this.signIn.ask({ email, returnTo, browserHash, network: networkOf(request.ip) });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const faults = error.shapes.length > 0 ? faultsOf(error) : [];
      const refusal = faults.length > 0 ? undefined : error.message;
      return this.askPage(request, reply, { returnTo, email, faults, refusal });
    }
    sendPage(reply, createElement(CodePage, { frame: await this.frames.of(request, reply), email }));
  }

  @Post('sign-in/code')
  @Public('the six digits are the proof')
  async useCode(
    @Body() body: FormBody,
    @Viewing() viewer: Viewer | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [email, code] = [typed(body, 'email'), typed(body, 'code')];
    try {
      const browserHash = this.forms.knownBrowserHash(request);
      this.welcome(reply, await this.signIn.useCode(email, code, browserHash, viewer));
    } catch (error) {
      const frame = await this.frames.of(request, reply);
      sendPage(reply, createElement(CodePage, { frame, email, code, faults: faultsOf(error) }), 422);
    }
  }

  /** Mail programs open links to look at them, so this looks and uses nothing (rule 8). */
  @Get('sign-in/link/:token')
  @Public('the link is the proof')
  async link(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.signIn.lookAtLink(token, this.forms.knownBrowserHash(request));
    const frame = await this.frames.of(request, reply);
    if (found.standing === 'here')
      sendPage(reply, createElement(LinkPage, { frame, token, email: found.email }));
    else if (found.standing === 'elsewhere') sendPage(reply, createElement(ElsewherePage, { frame }));
    else sendPage(reply, createElement(UsedLinkPage, { frame }), 410);
  }

  @Post('sign-in/link/:token')
  @Public('the link is the proof')
  async useLink(
    @Param('token') token: string,
    @Viewing() viewer: Viewer | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.welcome(reply, await this.signIn.useLink(token, this.forms.knownBrowserHash(request), viewer));
  }

  @Post('sign-in/demo')
  @Public('exists in a demonstration only, which holds nothing real')
  async asDemoOwner(
    @Body() body: FormBody,
    @Viewing() viewer: Viewer | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.welcome(reply, {
      session: await this.demo.asOwner(viewer),
      returnTo: localPath(body['returnTo']) ?? '/app/',
    });
  }

  @Post('sign-out')
  @Public('ending a session that is gone already is fine')
  async signOut(@Viewing() viewer: Viewer | undefined, @Res() reply: FastifyReply): Promise<void> {
    await this.sessions.end(viewer, reply);
    void reply.redirect('/sign-in', 303);
  }

  private welcome(reply: FastifyReply, { session, returnTo }: SignedIn): void {
    this.sessions.give(reply, session);
    void reply.header('cache-control', 'no-store').redirect(returnTo ?? home, 303);
  }

  private async askPage(
    request: FastifyRequest,
    reply: FastifyReply,
    props: {
      returnTo: string | null;
      email?: string;
      faults?: readonly FieldFault[];
      refusal?: string | undefined;
    },
  ): Promise<void> {
    const frame = await this.frames.of(request, reply);
    const status = props.refusal !== undefined ? 429 : (props.faults ?? []).length > 0 ? 422 : 200;
    sendPage(reply, createElement(AskPage, { frame, demoSignIn: this.demo.offered, ...props }), status);
  }
}
