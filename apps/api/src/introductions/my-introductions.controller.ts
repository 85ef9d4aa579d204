import { notFound, type Once } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { SignedIn, type Viewer, Viewing } from '../auth/access.ts';
import { Keyed } from '../auth/idempotency-key.ts';
import { IdParam } from '../problems/id.param.ts';
import { AsksService } from './asks.service.ts';
import { IntroductionStopsService } from './introduction-stops.service.ts';
import { isMyAct, myActs, MyIntroductionActsService } from './my-introduction-acts.service.ts';
import {
  AnswerInput,
  MarkInput,
  MyIntroductionsView,
  PauseInput,
  WantedInput,
} from './my-introductions.dto.ts';
import { MyIntroductionsService } from './my-introductions.service.ts';

const own = 'finds the introductions of the signed-in person only';

/**
 * One's own introductions over all organizations. Each act answers with all of them as they stand then; what a person says
 * here is shown to nobody else.
 */
@Controller('api/v1/me/introductions')
export class MyIntroductionsController {
  constructor(
    private readonly mine: MyIntroductionsService,
    private readonly acts: MyIntroductionActsService,
    private readonly asks: AsksService,
    private readonly stops: IntroductionStopsService,
  ) {}

  /** Open questions, the introductions that were made, and what this person wants; at most 200 of each organization. */
  @Get()
  @SignedIn(own)
  list(@Viewing() viewer: Viewer): Promise<MyIntroductionsView> {
    return this.shown(viewer);
  }

  /** Nobody asks this person about introductions before that day, whoever hosts. */
  @Post('pause')
  @HttpCode(200)
  @SignedIn('pauses introductions of the signed-in person only')
  async pause(
    @Body() { until }: PauseInput,
    @Viewing() viewer: Viewer,
    @Keyed() once: Once | undefined,
  ): Promise<MyIntroductionsView> {
    await this.stops.pauseUntil(viewer.personId, new Date(`${until}T00:00:00Z`), once);
    return this.shown(viewer);
  }

  /** Ends the pause. */
  @Post('resume')
  @HttpCode(200)
  @SignedIn('ends a pause of the signed-in person only')
  async resume(@Viewing() viewer: Viewer, @Keyed() once: Once | undefined): Promise<MyIntroductionsView> {
    await this.stops.resume(viewer.personId, once);
    return this.shown(viewer);
  }

  /** How many introductions this person wants from their next evening. */
  @Post('wanted')
  @HttpCode(200)
  @SignedIn('changes what the signed-in person wants only')
  async want(
    @Body() { most }: WantedInput,
    @Viewing() viewer: Viewer,
    @Keyed() once: Once | undefined,
  ): Promise<MyIntroductionsView> {
    await this.stops.want(viewer.personId, most, once);
    return this.shown(viewer);
  }

  /** Answers a question until its own day 7; a yes may become a no, a no stays. */
  @Post(':introductionId/answer')
  @HttpCode(200)
  @SignedIn('finds the questions to the signed-in person only')
  async answer(
    @IdParam('introductionId') introductionId: string,
    @Body() { answer: consent, contact, step, privateReason }: AnswerInput,
    @Viewing() viewer: Viewer,
    @Keyed() once: Once | undefined,
  ): Promise<MyIntroductionsView> {
    const key = await this.asks.keyOfPerson(viewer.personId, introductionId);
    const answer = {
      consent,
      contact: contact === undefined || contact === '' ? null : contact,
      step: step ?? null,
      privateReason: privateReason === '' ? null : privateReason,
    };
    await this.asks.answer(key, answer, once);
    return this.shown(viewer);
  }

  /** How far the two came, as this person says. */
  @Post(':introductionId/mark')
  @HttpCode(200)
  @SignedIn(own)
  async mark(
    @IdParam('introductionId') introductionId: string,
    @Body() { outcome }: MarkInput,
    @Viewing() viewer: Viewer,
    @Keyed() once: Once | undefined,
  ): Promise<MyIntroductionsView> {
    await this.acts.mark(await this.acts.keyOfPerson(viewer.personId, introductionId), outcome, once);
    return this.shown(viewer);
  }

  /**
   * glad: told to both once both said so; unglad takes it back, but nothing that was told. later: asked how it goes at a
   * later stage; takes stop back. stop: not asked any more. circle: a private wish for a small group with them; uncircle
   * takes it back. withdraw: the other no longer sees how to reach this person, for good. block: never introduced to them again, and nobody is told; unblock takes that back, and what it ended stays ended.
   */
  @Post(':introductionId/:act')
  @HttpCode(200)
  @SignedIn(own)
  @ApiParam({ name: 'act', enum: myActs })
  async act(
    @IdParam('introductionId') introductionId: string,
    @Param('act') act: string,
    @Viewing() viewer: Viewer,
    @Keyed() once: Once | undefined,
  ): Promise<MyIntroductionsView> {
    if (!isMyAct(act)) throw notFound();
    await this.acts[act](await this.acts.keyOfPerson(viewer.personId, introductionId), once);
    return this.shown(viewer);
  }

  private async shown({ personId }: Viewer): Promise<MyIntroductionsView> {
    return MyIntroductionsView.of(await this.mine.mine(personId));
  }
}
