import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/access.ts';
import { ProvesItsForm } from '../auth/cross-site.guard.ts';
import { PanelistLinks } from '../panels/panelist-links.service.ts';
import { PanelistService } from '../panels/panelist.service.ts';
import { sendSlides } from '../files/slides.controller.ts';
import { SlidesService } from '../files/slides.service.ts';
import { IdParam } from '../problems/id.param.ts';
import type { FormBody } from './form-body.ts';
import { PanelistPages } from './panelist-pages.ts';
import { PanelistProfilePages } from './panelist-profile-pages.ts';

const link = 'the link in the mail is the proof';

@ApiExcludeController()
@Controller('panelist/:token')
export class PanelistPageController {
  constructor(
    private readonly links: PanelistLinks,
    private readonly panelists: PanelistService,
    private readonly slides: SlidesService,
    private readonly pages: PanelistPages,
    private readonly profiles: PanelistProfilePages,
  ) {}

  @Get()
  @Public(link)
  async page(
    @Param('token') token: string,
    @Query('saved') saved: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.show({ token, request, reply }, saved);
  }

  @Get('profile')
  @Public(link)
  async profile(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.profiles.form({ token, request, reply });
  }

  @Post('profile')
  @Public(link)
  @ProvesItsForm()
  async describe(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.profiles.save({ token, request, reply });
  }

  @Get('preview')
  @Public(link)
  async preview(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.profiles.preview({ token, request, reply });
  }

  /** One's own photo, which nobody else may see before it is called right. */
  @Get('photo')
  @Public(link)
  async photo(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await this.panelists.ownPhoto(await this.links.keyOf(token));
    sendPhoto(reply, bytes, 'private, no-store');
  }

  @Get('slides')
  @Public(link)
  async ownSlides(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const slides = await this.slides.own(await this.links.keyOf(token));
    await sendSlides(reply, slides, this.slides);
  }

  @Post('slides')
  @Public(link)
  @ProvesItsForm()
  async send(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.sendSlides({ token, request, reply });
  }

  /** Repeating one is harmless (rule 9). */
  @Post(':act')
  @Public(link)
  async act(
    @Param('token') token: string,
    @Param('act') act: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.act({ token, request, reply }, act, body);
  }
}

@ApiExcludeController()
@Controller('panelists')
export class PanelistPhotosController {
  constructor(private readonly panelists: PanelistService) {}

  /** Its address changes with the picture. A day, so that one that was taken back is gone from where it was kept. */
  @Get(':photoId')
  @Public('photos that people approved for the page of a published event only')
  async photo(@IdParam('photoId') photoId: string, @Res() reply: FastifyReply): Promise<void> {
    sendPhoto(reply, await this.panelists.publicPhoto(photoId), 'public, max-age=86400, immutable');
  }
}

function sendPhoto(reply: FastifyReply, bytes: Buffer, caching: string): void {
  void reply
    .headers({
      'cache-control': caching,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': 'inline; filename="photo.jpg"',
    })
    .type('image/jpeg')
    .send(bytes);
}
