import type { Once } from '#libs/domain';
import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public, type Viewer, Viewing } from '../auth/access.ts';
import { Keyed } from '../auth/idempotency-key.ts';
import { networkOf } from '../auth/network.ts';
import { Settings } from '../settings.ts';
import { RsvpInput, RsvpView } from './rsvp.dto.ts';
import { RsvpService } from './rsvp.service.ts';

@Controller('api/v1/events/:slug/rsvps')
export class RsvpController {
  constructor(
    private readonly rsvps: RsvpService,
    private readonly settings: Settings,
  ) {}

  /** RSVPs for an address: a mail to it has to be answered first, unless it is the signed-in person's own. */
  @Post()
  @HttpCode(202)
  @Public('anybody may RSVP; without a session the answer tells nothing and the address has to be proven')
  async create(
    @Param('slug') slug: string,
    @Body() input: RsvpInput,
    @Viewing() viewer: Viewer | undefined,
    @Keyed() once: Once | undefined,
    @Req() request: FastifyRequest,
  ): Promise<RsvpView> {
    if (viewer?.email === input.email) {
      const { attendeeId, status } = await this.rsvps.askAs(viewer, slug, input, once);
      return { manageUrl: `${this.settings.config.publicUrl}/me/rsvps/${attendeeId}`, status };
    }
    await this.rsvps.ask(slug, input, networkOf(request.ip), once);
    return {};
  }
}
