import { Member } from '#libs/domain';
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { CritiqueSessionInput, CritiqueSessionView, CritiqueSessionsView } from './critique-sessions.dto.ts';
import { CritiqueSessionsService } from './critique-sessions.service.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId/critique-sessions')
export class CritiqueSessionsController {
  constructor(private readonly critiqueSessions: CritiqueSessionsService) {}

  @Get()
  @Can('event.read')
  async list(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<CritiqueSessionsView> {
    return CritiqueSessionsView.of(await this.critiqueSessions.list(member, eventId));
  }

  @Post()
  @Can('event.edit')
  async add(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() input: CritiqueSessionInput,
  ): Promise<CritiqueSessionView> {
    return CritiqueSessionView.of(await this.critiqueSessions.add(member, eventId, input));
  }

  @Delete(':critiqueSessionId')
  @HttpCode(204)
  @Can('event.edit')
  async remove(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
  ): Promise<void> {
    await this.critiqueSessions.remove(member, eventId, critiqueSessionId);
  }
}
