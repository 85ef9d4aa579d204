import { Member } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { DecisionView, DropsView } from './decisions.dto.ts';
import { DecisionsService } from './decisions.service.ts';
import {
  Approvals,
  ApprovalsView,
  BoardView,
  Decision,
  IntroductionView,
  NoteInput,
  PairInput,
  Rewording,
} from './introductions.dto.ts';
import { IntroductionsService } from './introductions.service.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId/introductions')
export class IntroductionsController {
  constructor(
    private readonly introductions: IntroductionsService,
    private readonly decisions: DecisionsService,
  ) {}

  @Get()
  @Can('introductions.read')
  async board(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<BoardView> {
    return BoardView.of(await this.introductions.board(member, eventId));
  }

  /**
   * A pair of the host's own, to be approved like any other; the suggestions beside it may change. Two whom a host kept apart
   * are refused as introduction-kept-apart, and brought together by the same request with `again`.
   */
  @Post()
  @Can('introductions.decide')
  async pin(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() pair: PairInput,
  ): Promise<DecisionView> {
    return this.decisions.pin(member, eventId, pair);
  }

  /** Approves each that can be approved and says of the others why not. */
  @Post('approve-all')
  @HttpCode(200)
  @Can('introductions.decide')
  async approveAll(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() { ids }: Approvals,
  ): Promise<ApprovalsView> {
    return ApprovalsView.of(await this.introductions.approveAll(member, eventId, ids));
  }

  /** Never, to several at once: drops each that can be dropped, says of the others why not, and plans the rest again once. */
  @Post('drop-all')
  @HttpCode(200)
  @Can('introductions.decide')
  async dropAll(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() { ids }: Approvals,
  ): Promise<DropsView> {
    return this.decisions.dropAll(member, eventId, ids);
  }

  /** The questions leave at `leavesAt`; until then the approval can be taken back. */
  @Post(':introductionId/approve')
  @HttpCode(200)
  @Can('introductions.decide')
  async approve(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('introductionId') id: string,
    @Body() { version }: Decision,
  ): Promise<IntroductionView> {
    return this.introductions.approve(member, eventId, { id, version });
  }

  /** Never: the two are kept apart from now on. */
  @Post(':introductionId/drop')
  @HttpCode(200)
  @Can('introductions.decide')
  async drop(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('introductionId') id: string,
    @Body() { version }: Decision,
  ): Promise<DecisionView> {
    return this.decisions.drop(member, eventId, { id, version });
  }

  @Post(':introductionId/take-back')
  @HttpCode(200)
  @Can('introductions.decide')
  async takeBack(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('introductionId') id: string,
    @Body() { version }: Decision,
  ): Promise<DecisionView> {
    return this.decisions.takeBack(member, eventId, { id, version });
  }

  /** What was dropped or taken back is a pair of the host's own from now on. */
  @Post(':introductionId/bring-back')
  @HttpCode(200)
  @Can('introductions.decide')
  async bringBack(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('introductionId') id: string,
    @Body() { version }: Decision,
  ): Promise<DecisionView> {
    return this.decisions.bringBack(member, eventId, { id, version });
  }

  /** Changes the sentences both will read, until the first question leaves. */
  @Patch(':introductionId')
  @Can('introductions.decide')
  async reword(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('introductionId') id: string,
    @Body() rewording: Rewording,
  ): Promise<IntroductionView> {
    return this.introductions.reword(member, eventId, id, rewording);
  }

  /** What hosts note for each other about a pair, as long as it is on the board. The two never read it. */
  @Put(':introductionId/note')
  @Can('introductions.decide')
  async annotate(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('introductionId') id: string,
    @Body() note: NoteInput,
  ): Promise<IntroductionView> {
    return this.introductions.annotate(member, eventId, id, note);
  }

  /** Ends one that reads "asked". Nobody is told: it reads the same until its usual day, and then "did not happen". */
  @Post(':introductionId/stop')
  @HttpCode(200)
  @Can('introductions.decide')
  async stop(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('introductionId') id: string,
    @Body() { version }: Decision,
  ): Promise<IntroductionView> {
    return this.introductions.stop(member, eventId, { id, version });
  }
}
