import { Body, Controller, Get, Header, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Public } from '../auth/access.ts';
import { Repeatable } from '../auth/idempotency-key.ts';
import { CritiqueLinks } from '../critique-sessions/critique-links.service.ts';
import { IdParam } from '../problems/id.param.ts';
import { CritiqueInput, CritiqueView } from './critiques.dto.ts';
import { CritiquesService } from './critiques.service.ts';
import { CritiqueEveningView } from './evening.dto.ts';
import { EveningNowService } from './evening-now.service.ts';
import { NowView } from './now.dto.ts';

const link = 'the link is the proof of whose evening it is';

/** One's own evening of critique, by the link of an RSVP or of a mail. */
@Controller('api/v1/critique/:token')
export class CritiquesController {
  constructor(
    private readonly links: CritiqueLinks,
    private readonly evening: EveningNowService,
    private readonly critiques: CritiquesService,
  ) {}

  /** Who I am, the event, and what I am in each of its sessions. */
  @Get()
  @Public(link)
  @Header('cache-control', 'no-store')
  async get(@Param('token') token: string): Promise<CritiqueEveningView> {
    return CritiqueEveningView.of(await this.evening.look(await this.links.keyOf(token)));
  }

  /** One session as I see it at this moment: its clock, my own work, the works I hear. */
  @Get('sessions/:critiqueSessionId/now')
  @Public(link)
  @Header('cache-control', 'no-store')
  async now(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
  ): Promise<NowView> {
    return this.evening.now(await this.links.keyOf(token), critiqueSessionId);
  }

  /** What I wrote for one work. Nobody else reads it before the release, and other critics never do. */
  @Get('sessions/:critiqueSessionId/critiques/:assignmentId')
  @Public(link)
  @Header('cache-control', 'no-store')
  async critique(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('assignmentId') assignmentId: string,
  ): Promise<CritiqueView> {
    const key = await this.links.keyOf(token);
    return CritiqueView.of(await this.critiques.look(key, { critiqueSessionId, assignmentId }));
  }

  /**
   * Keeps what I typed, from the plan until the feedback is released (at home: until it is due). Where it was changed since
   * the version that is named, the refusal brings what stands.
   */
  @Put('sessions/:critiqueSessionId/critiques/:assignmentId')
  @Public(link)
  @Repeatable('the version lets each save happen once')
  @Header('cache-control', 'no-store')
  async save(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('assignmentId') assignmentId: string,
    @Body() input: CritiqueInput,
  ): Promise<CritiqueView> {
    const key = await this.links.keyOf(token);
    return CritiqueView.of(await this.critiques.save(key, { critiqueSessionId, assignmentId }, input));
  }

  /** I cannot hear this work: somebody else is asked. Until it begins; at home until it is due. */
  @Post('sessions/:critiqueSessionId/assignments/:assignmentId/decline')
  @HttpCode(200)
  @Public(link)
  @Repeatable('declining again is the same as declining once')
  @Header('cache-control', 'no-store')
  async decline(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('assignmentId') assignmentId: string,
  ): Promise<NowView> {
    const key = await this.links.keyOf(token);
    return this.evening.decline(key, { critiqueSessionId, assignmentId });
  }
}
