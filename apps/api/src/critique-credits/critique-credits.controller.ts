import { Member } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { CreditsInput, CreditsQuery, PersonCreditsView, PeopleCreditsView } from './critique-credits.dto.ts';
import { CritiqueCreditsService } from './critique-credits.service.ts';

@Controller('api/v1/organizations/:organizationId/credits')
export class CritiqueCreditsController {
  constructor(private readonly credits: CritiqueCreditsService) {}

  /** Who has how many critique credits, by name: people who had a seat at an event with a critique session. */
  @Get()
  @Can('critique.read')
  async list(@Staff() member: Member, @Query() query: CreditsQuery): Promise<PeopleCreditsView> {
    return PeopleCreditsView.of(await this.credits.list(member, query));
  }

  /** Gives credits to one of them, or takes some; a balance never falls below zero. */
  @Post()
  @HttpCode(200)
  @Can('critique.run')
  async grant(@Staff() member: Member, @Body() input: CreditsInput): Promise<PersonCreditsView> {
    return PersonCreditsView.of(await this.credits.grant(member, input));
  }
}
