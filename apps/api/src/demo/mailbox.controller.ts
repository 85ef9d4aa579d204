import { DomainError } from '#libs/domain';
import { ticketPicture } from '#libs/mail';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { Public } from '../auth/access.ts';
import { PageFrame, sendPage } from '../pages/page-frame.ts';
import { Settings } from '../settings.ts';
import { ClockService } from './clock.service.ts';
import { MailListPage, MailPage } from './mailbox.page.tsx';
import { MailboxService } from './mailbox.service.ts';

const why = 'exists in a demonstration and in tests only, which hold nothing real';

/** What a mail may do in its frame: show itself. No script, no form, nothing from anywhere, and only we may frame it. */
const mailPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  // The picture of a ticket, which a real mail carries along.
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-top-navigation-by-user-activation',
].join('; ');

@ApiExcludeController()
@Controller('dev/mail')
export class MailboxController {
  constructor(
    private readonly mailbox: MailboxService,
    private readonly clock: ClockService,
    private readonly frames: PageFrame,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Public(why)
  async list(
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [to, after] = [wordIn(query, 'to'), wordIn(query, 'after')];
    const { rows, next } = await this.mailbox.list(to, after);
    const frame = await this.frames.of(request, reply);
    sendPage(
      reply,
      createElement(MailListPage, { frame, clock: await this.clock.state(), mails: rows, to, next }),
    );
  }

  @Get(':id')
  @Public(why)
  async one(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const mail = await this.mailbox.one(id);
    const frame = await this.frames.of(request, reply);
    sendPage(reply, createElement(MailPage, { frame, mail, publicUrl: this.settings.config.publicUrl }));
  }

  @Get(':id/html')
  @Public(why)
  async html(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { html, headers } = await this.mailbox.one(id);
    if (html === null) throw new DomainError('not-found');
    void reply
      .headers({ 'content-security-policy': mailPolicy, 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      // Links lead out of the frame, as they lead out of a mail program.
      .send(withPicture(html, headers?.ticket).replace('<head>', '<head><base target="_top">'));
  }
}

const withPicture = (html: string, ticket = ''): string =>
  html.replace(`src="cid:${ticketPicture}"`, `src="data:image/png;base64,${ticket}"`);

function wordIn(query: Record<string, unknown>, name: string): string | undefined {
  const word = query[name];
  return typeof word === 'string' && word !== '' ? word : undefined;
}
