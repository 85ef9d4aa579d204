import { Member } from '#libs/domain';
import { slideTypes } from '#libs/files';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { type Slides, SlidesService } from './slides.service.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId/panels/:panelId/people/:panelPersonId')
export class SlidesController {
  constructor(private readonly slides: SlidesService) {}

  /** What somebody on a panel shows, as a file to save. */
  @Get('slides')
  @Can('panelists.read')
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async fetch(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('panelId') panelId: string,
    @IdParam('panelPersonId') panelPersonId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const slides = await this.slides.ofPerson(member, { eventId, panelId, panelPersonId });
    await sendSlides(reply, slides, this.slides);
  }
}

/** Whatever the bytes are, no browser runs them, shows them as a page of ours, or keeps them (rule 28). */
export async function sendSlides(reply: FastifyReply, slides: Slides, from: SlidesService): Promise<void> {
  const body = await from.read(slides);
  void reply
    .headers({
      'content-type': slides.type,
      'content-length': slides.bytes,
      'content-disposition': `attachment; filename="slides.${slideTypes[slides.type]}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    })
    .send(body);
}
