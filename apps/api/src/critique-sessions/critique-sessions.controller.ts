import { Member } from '#libs/domain';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import {
  CritiqueSessionInput,
  CritiqueSessionView,
  CritiqueSessionsView,
  CritiqueSettingsChange,
} from './critique-sessions.dto.ts';
import { CritiqueSessionsService } from './critique-sessions.service.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId/critique-sessions')
export class CritiqueSessionsController {
  constructor(private readonly critiqueSessions: CritiqueSessionsService) {}

  /** With the templates that a new one may begin with. */
  @Get()
  @Can('critique.read')
  list(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<CritiqueSessionsView> {
    return this.critiqueSessions.list(member, eventId);
  }

  @Post()
  @Can('critique.edit')
  add(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() input: CritiqueSessionInput,
  ): Promise<CritiqueSessionView> {
    return this.critiqueSessions.add(member, eventId, input);
  }

  /** Changes the settings; what is left out stays. Once there is a plan only title, rules and labels may change. */
  @Patch(':critiqueSessionId')
  @Can('critique.edit')
  change(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @Body() change: CritiqueSettingsChange,
  ): Promise<CritiqueSessionView> {
    return this.critiqueSessions.change(member, eventId, critiqueSessionId, change);
  }

  /**
   * Ends a session that has not begun: works wait for another one and keep their turn, and credits go back. Repeating it is
   * harmless.
   */
  @Post(':critiqueSessionId/call-off')
  @HttpCode(200)
  @Can('critique.edit')
  callOff(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
  ): Promise<CritiqueSessionView> {
    return this.critiqueSessions.callOff(member, eventId, critiqueSessionId);
  }

  /** Only while nobody has brought a work. */
  @Delete(':critiqueSessionId')
  @HttpCode(204)
  @Can('critique.edit')
  async remove(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
  ): Promise<void> {
    await this.critiqueSessions.remove(member, eventId, critiqueSessionId);
  }
}
