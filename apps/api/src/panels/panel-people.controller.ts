import { Member } from '#libs/domain';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { AgendaPersonView } from './agenda.dto.ts';
import { PanelPersonChange, PanelPersonInput, PanelPersonView } from './panel-people.dto.ts';
import { PanelPeopleService } from './panel-people.service.ts';

/** Who is on a panel; they need no account. */
@Controller('api/v1/organizations/:organizationId/events/:eventId/panels/:panelId/people')
export class PanelPeopleController {
  constructor(private readonly people: PanelPeopleService) {}

  /** With what they told the organizers alone. */
  @Get(':panelPersonId')
  @Can('panelists.edit')
  look(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('panelId') panelId: string,
    @IdParam('panelPersonId') id: string,
  ): Promise<PanelPersonView> {
    const { organizationId } = member;
    return this.people.look(member, { organizationId, eventId, panelId }, id);
  }

  /** Asks somebody by mail. Whoever is on the panel already stays as they are. */
  @Post()
  @Can('panelists.edit')
  invite(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('panelId') panelId: string,
    @Body() input: PanelPersonInput,
  ): Promise<AgendaPersonView> {
    const { organizationId } = member;
    return this.people.invite(member, { organizationId, eventId, panelId }, input);
  }

  @Patch(':panelPersonId')
  @Can('panelists.edit')
  change(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('panelId') panelId: string,
    @IdParam('panelPersonId') id: string,
    @Body() change: PanelPersonChange,
  ): Promise<AgendaPersonView> {
    const { organizationId } = member;
    return this.people.change(member, { organizationId, eventId, panelId }, id, change);
  }

  /** Takes them off; whoever had said yes is told. */
  @Delete(':panelPersonId')
  @HttpCode(204)
  @Can('panelists.edit')
  async remove(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('panelId') panelId: string,
    @IdParam('panelPersonId') id: string,
  ): Promise<void> {
    const { organizationId } = member;
    await this.people.remove(member, { organizationId, eventId, panelId }, id);
  }

  /** Asks once more whoever did not answer, at most once a day. */
  @Post(':panelPersonId/remind')
  @HttpCode(200)
  @Can('panelists.edit')
  remind(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('panelId') panelId: string,
    @IdParam('panelPersonId') id: string,
  ): Promise<AgendaPersonView> {
    const { organizationId } = member;
    return this.people.remind(member, { organizationId, eventId, panelId }, id);
  }
}
