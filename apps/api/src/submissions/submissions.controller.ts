import type { Once } from '#libs/domain';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Public } from '../auth/access.ts';
import { Keyed, Repeatable } from '../auth/idempotency-key.ts';
import { CritiqueLinks } from '../critique-sessions/critique-links.service.ts';
import { IdParam } from '../problems/id.param.ts';
import { EarlierWorksView, OwnWorkView, WorkInput } from './submissions.dto.ts';
import { SubmissionsService } from './submissions.service.ts';

const link = 'the link is the proof of whose work it is';

/** The work that somebody brings to a critique session, by the link of their RSVP or of a mail. */
@Controller('api/v1/critique/:token/sessions/:critiqueSessionId/work')
export class SubmissionsController {
  constructor(
    private readonly links: CritiqueLinks,
    private readonly submissions: SubmissionsService,
  ) {}

  /** My work, where it stands, and until when it can be changed. */
  @Get()
  @Public(link)
  @Header('cache-control', 'no-store')
  async get(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
  ): Promise<OwnWorkView> {
    return OwnWorkView.of(await this.submissions.look(await this.links.keyOf(token), critiqueSessionId));
  }

  /**
   * Keeps all of what I typed in place of what stands; a draft may be as unfinished as it is. A file that is no longer
   * named is deleted.
   */
  @Put()
  @Public(link)
  @Repeatable('the version says whether it was kept already')
  async save(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @Body() input: WorkInput,
  ): Promise<OwnWorkView> {
    const key = await this.links.keyOf(token);
    return OwnWorkView.of(await this.submissions.save(key, critiqueSessionId, input));
  }

  /** Brings it. After the plan it joins the end of the waitlist. */
  @Post('submit')
  @HttpCode(200)
  @Public(link)
  async submit(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @Keyed() once: Once | undefined,
  ): Promise<OwnWorkView> {
    const key = await this.links.keyOf(token);
    return OwnWorkView.of(await this.submissions.submit(key, critiqueSessionId, once));
  }

  /** Takes it back; its file is deleted at once, and its slot goes to the head of the waitlist. */
  @Post('withdraw')
  @HttpCode(200)
  @Public(link)
  async withdraw(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @Keyed() once: Once | undefined,
  ): Promise<OwnWorkView> {
    const key = await this.links.keyOf(token);
    return OwnWorkView.of(await this.submissions.withdraw(key, critiqueSessionId, once));
  }

  /** What I brought to other sessions of this organization, latest first: this work may be a new version of one. */
  @Get('earlier')
  @Public(link)
  @Header('cache-control', 'no-store')
  async earlier(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
  ): Promise<EarlierWorksView> {
    const key = await this.links.keyOf(token);
    return EarlierWorksView.of(await this.submissions.earlier(key, critiqueSessionId));
  }
}
