import { Readable } from 'node:stream';
import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { SignedIn, type Viewer, Viewing } from '../auth/access.ts';
import { ExportService } from '../privacy/export.service.ts';
import { LedgerService } from '../privacy/ledger.service.ts';
import { IdParam } from '../problems/id.param.ts';
import { PageFrame, sendPage } from './page-frame.ts';
import { PrivacyPage } from './privacy.page.tsx';

const own = 'shows and withdraws what the signed-in person agreed to only';
const path = '/me/privacy';

/** What one agreed to, what was told about oneself, and a file of everything. */
@ApiExcludeController()
@Controller('me')
export class PrivacyPageController {
  constructor(
    private readonly ledger: LedgerService,
    private readonly files: ExportService,
    private readonly frames: PageFrame,
  ) {}

  @Get('privacy')
  @SignedIn(own)
  async page(
    @Query('saved') saved: unknown,
    @Viewing() { personId }: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [ledger, frame] = await Promise.all([
      this.ledger.ledgerOf(personId),
      this.frames.of(request, reply),
    ]);
    sendPage(reply, createElement(PrivacyPage, { frame, path, ledger, saved: saved === 'yes' }));
  }

  @Post('privacy/consents/:consentId')
  @SignedIn(own)
  async withdraw(
    @IdParam('consentId') consentId: string,
    @Viewing() { personId }: Viewer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.ledger.withdraw(personId, consentId);
    back(reply);
  }

  @Post('privacy/shared/:introductionId')
  @SignedIn(own)
  async takeBack(
    @IdParam('introductionId') introductionId: string,
    @Viewing() { personId }: Viewer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.ledger.takeBack(personId, introductionId);
    back(reply);
  }

  @Post('privacy/all')
  @SignedIn(own)
  async withdrawAll(@Viewing() { personId }: Viewer, @Res() reply: FastifyReply): Promise<void> {
    await this.ledger.withdrawAll(personId);
    back(reply);
  }

  /** A POST, because it is counted and leaves a line in the audit. */
  @Post('export')
  @SignedIn('gives what is stored about the signed-in person only')
  async download(@Viewing() { personId }: Viewer, @Res() reply: FastifyReply): Promise<void> {
    const { name, text } = await this.files.fileOf(personId);
    void reply
      .status(200)
      .headers({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${name}"` })
      .type('application/json; charset=utf-8')
      .send(Readable.from(text));
  }
}

const back = (reply: FastifyReply): unknown => reply.redirect(`${path}?saved=yes`, 303);
