import { Member } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import {
  InvitationsInput,
  InvitationsQuery,
  InvitationsView,
  InvitedView,
  RemindedView,
} from './invitations.dto.ts';
import { InvitationsService } from './invitations.service.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId/invitations')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  /** Who is invited and has not come yet, newest first, and how many came, said no or did not answer. */
  @Get()
  @Can('guest-list.edit')
  async list(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Query() { after }: InvitationsQuery,
  ): Promise<InvitationsView> {
    return InvitationsView.of(await this.invitations.list(member, eventId, after));
  }

  /** Invites by mail whoever is not invited, going or waiting already; says what became of each address. */
  @Post()
  @HttpCode(200)
  @Can('guest-list.edit')
  async invite(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() { emails }: InvitationsInput,
  ): Promise<InvitedView> {
    return InvitedView.of(await this.invitations.invite(member, eventId, emails));
  }

  /** Reminds those who did not answer: each not more often than every 3 days, and at most twice. */
  @Post('remind')
  @HttpCode(200)
  @Can('guest-list.edit')
  async remind(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<RemindedView> {
    const { reminded, later } = await this.invitations.remind(member, eventId);
    return { reminded, later };
  }

  /** Takes an invitation back; whoever said no can be invited again after it. */
  @Post(':invitationId/revoke')
  @HttpCode(204)
  @Can('guest-list.edit')
  async revoke(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('invitationId') invitationId: string,
  ): Promise<void> {
    await this.invitations.revoke(member, eventId, invitationId);
  }
}
