import { Member } from '#libs/domain';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { AgendaService } from './agenda.service.ts';
import { PanelChange, PanelInput, PanelView, PanelsView } from './panels.dto.ts';
import { PanelsService } from './panels.service.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId/panels')
export class PanelsController {
  constructor(
    private readonly panels: PanelsService,
    private readonly agenda: AgendaService,
  ) {}

  @Get()
  @Can('event.read')
  async list(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<PanelsView> {
    return PanelsView.of(await this.panels.list(member, eventId));
  }

  /** Appends a panel to the evening. */
  @Post()
  @Can('event.edit')
  async add(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() input: PanelInput,
  ): Promise<PanelView> {
    return PanelView.of(await this.panels.add(member, eventId, input.topic));
  }

  /** Refused, the first error says which two would be at once. */
  @Patch(':panelId')
  @Can('event.edit')
  async change(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('panelId') panelId: string,
    @Body() change: PanelChange,
  ): Promise<PanelView> {
    return PanelView.of(await this.agenda.change(member, eventId, panelId, change));
  }

  @Delete(':panelId')
  @HttpCode(204)
  @Can('event.edit')
  async remove(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('panelId') panelId: string,
  ): Promise<void> {
    await this.panels.remove(member, eventId, panelId);
  }
}
