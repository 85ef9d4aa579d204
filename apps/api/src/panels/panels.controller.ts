import { Member } from '#libs/domain';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { PanelInput, PanelView, PanelsView } from './panels.dto.ts';
import { PanelsService } from './panels.service.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId/panels')
export class PanelsController {
  constructor(private readonly panels: PanelsService) {}

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

  @Patch(':panelId')
  @Can('event.edit')
  async change(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('panelId') panelId: string,
    @Body() input: PanelInput,
  ): Promise<PanelView> {
    return PanelView.of(await this.panels.change(member, eventId, panelId, input.topic));
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
