import { Member } from '#libs/domain';
import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { type PrintedFile, PrintsService } from './prints.service.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId')
export class PrintsController {
  constructor(private readonly prints: PrintsService) {}

  /** A badge of 90 × 55 mm for everybody who is going, eight on a sheet of A4, with marks to cut along. */
  @Get('badges.pdf')
  @Can('guest-list.export')
  @Header('cache-control', 'no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async badges(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<StreamableFile> {
    return attachment(await this.prints.badges(member, eventId));
  }

  /** A card for each table and round, A5 across: its number, its topic, and who sits there as far as they let others see it. */
  @Get('tables.pdf')
  @Can('guest-list.export')
  @Header('cache-control', 'no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async tables(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<StreamableFile> {
    return attachment(await this.prints.tables(member, eventId));
  }
}

const attachment = ({ name, bytes }: PrintedFile): StreamableFile =>
  new StreamableFile(bytes, {
    type: 'application/pdf',
    disposition: `attachment; filename="${name}"`,
  });
