import { Member } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { AgendaMove, AgendaView } from './agenda.dto.ts';
import { AgendaService } from './agenda.service.ts';

/** When and where the panels of an evening are held, and with whom. */
@Controller('api/v1/organizations/:organizationId/events/:eventId/agenda')
export class AgendaController {
  constructor(private readonly agenda: AgendaService) {}

  @Get()
  @Can('panelists.read')
  look(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<AgendaView> {
    return this.agenda.look(member, eventId);
  }

  /** Moves a panel to another place in the order. Refused, the first error says which two would be at once. */
  @Post('move')
  @HttpCode(200)
  @Can('event.edit')
  move(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() input: AgendaMove,
  ): Promise<AgendaView> {
    return this.agenda.move(member, eventId, input);
  }
}
