import { Database } from '#libs/database';
import { DomainError } from '#libs/domain';
import { isLanguage } from '#libs/words';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { localPath } from '../auth/return-to.ts';
import { Public, type Viewer, Viewing } from '../auth/access.ts';
import { keepLanguage } from '../language.ts';
import { Settings } from '../settings.ts';
import { type FormBody, typed } from './form-body.ts';
import { LanguagePage } from './language.page.tsx';
import { PageFrame, sendPage } from './page-frame.ts';

/** In which language its reader wants pages, and mails if they are signed in. */
@ApiExcludeController()
@Controller('language')
export class LanguageController {
  constructor(
    private readonly db: Database,
    private readonly frames: PageFrame,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Public('shows the languages there are')
  async page(
    @Query('back') back: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const frame = await this.frames.of(request, reply);
    sendPage(reply, createElement(LanguagePage, { frame, back: localPath(back) ?? '/me' }));
  }

  @Post()
  @Public('changes the language of this browser, and of the person who is signed in')
  async choose(
    @Query('back') back: unknown,
    @Body() body: FormBody,
    @Viewing() viewer: Viewer | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = typed(body, 'language');
    if (!isLanguage(language)) throw new DomainError('not-found');
    if (viewer !== undefined)
      await this.db.write({ kind: 'person', personId: viewer.personId }, (tx) =>
        tx.query('update people set language = $2 where id = $1', [viewer.personId, language]),
      );
    keepLanguage(reply, language, this.settings.config.publicUrl.startsWith('https:'));
    void reply.redirect(localPath(back) ?? '/me', 303);
  }
}
