import { Member } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import {
  Approvals,
  ApprovalsView,
  BoardView,
  Decision,
  IntroductionView,
  MailPreviews,
  PairInput,
  Rewording,
} from './introductions.dto.ts';
import { IntroductionsService } from './introductions.service.ts';
import { SuggestionsService } from './suggestions.service.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId/introductions')
export class IntroductionsController {
  constructor(
    private readonly introductions: IntroductionsService,
    private readonly suggestions: SuggestionsService,
  ) {}

  @Get()
  @Can('introductions.read')
  async board(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<BoardView> {
    return BoardView.of(await this.introductions.board(member, eventId));
  }

  /** A pair of the host's own, to be approved like any other. */
  @Post()
  @Can('introductions.decide')
  async pin(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() pair: PairInput,
  ): Promise<IntroductionView> {
    return this.suggestions.pin(member, eventId, pair);
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

  @Post(':introductionId/drop')
  @HttpCode(200)
  @Can('introductions.decide')
  async drop(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('introductionId') id: string,
    @Body() { version }: Decision,
  ): Promise<IntroductionView> {
    return this.introductions.drop(member, eventId, { id, version });
  }

  @Post(':introductionId/take-back')
  @HttpCode(200)
  @Can('introductions.decide')
  async takeBack(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('introductionId') id: string,
    @Body() { version }: Decision,
  ): Promise<IntroductionView> {
    return this.introductions.takeBack(member, eventId, { id, version });
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

  /** Both questions as they will read. */
  @Get(':introductionId/mails')
  @Can('introductions.read')
  async mails(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('introductionId') id: string,
  ): Promise<MailPreviews> {
    return MailPreviews.of(await this.introductions.mails(member, eventId, id));
  }
}
