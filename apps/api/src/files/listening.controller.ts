import { Member } from '#libs/domain';
import { Controller, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, Public, Staff } from '../auth/access.ts';
import { FormTokens } from '../auth/form-tokens.ts';
import { Repeatable } from '../auth/idempotency-key.ts';
import { CritiqueLinks } from '../critique-sessions/critique-links.service.ts';
import { IdParam } from '../problems/id.param.ts';
import { ListeningView } from './files.dto.ts';
import { ListeningService } from './listening.service.ts';

const repeatable = 'it signs a link for a quarter of an hour and changes nothing';

@Controller('api/v1/critique/:token/sessions/:critiqueSessionId/submissions/:submissionId/listen')
export class ListeningController {
  constructor(
    private readonly links: CritiqueLinks,
    private readonly browsers: FormTokens,
    private readonly listening: ListeningService,
  ) {}

  /** Where I can hear or see a work for the next 15 minutes: my own, and those I am a critic of. */
  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Public('the link is the proof of who listens')
  @Repeatable(repeatable)
  async listen(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('submissionId') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ListeningView> {
    const key = await this.links.keyOf(token);
    const browser = this.browsers.browserHash(request, reply);
    return ListeningView.of(await this.listening.forAttendee(key, { id, critiqueSessionId }, browser));
  }
}

@Controller('api/v1/organizations/:organizationId/events/:eventId/critique-sessions/:critiqueSessionId')
export class StaffListeningController {
  constructor(
    private readonly browsers: FormTokens,
    private readonly listening: ListeningService,
  ) {}

  /** Where whoever runs the session can hear or see a work for the next 15 minutes, in the browser they are signed in with. */
  @Post('submissions/:submissionId/listen')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Can('critique.run')
  @Repeatable(repeatable)
  async listen(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('submissionId') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ListeningView> {
    const browser = this.browsers.browserHash(request, reply);
    return ListeningView.of(
      await this.listening.forStaff(member, eventId, { id, critiqueSessionId }, browser),
    );
  }
}
