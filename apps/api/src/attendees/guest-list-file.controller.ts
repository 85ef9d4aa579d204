import { Readable } from 'node:stream';
import { Member } from '#libs/domain';
import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { AttendeesService } from './attendees.service.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId/attendees.csv')
export class GuestListFileController {
  constructor(private readonly attendees: AttendeesService) {}

  /** The whole guest list as CSV (RFC 4180, UTF-8), safe to open in a spreadsheet; the import reads it again. */
  @Get()
  @Can('guest-list.export')
  @Header('cache-control', 'no-store')
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async download(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<StreamableFile> {
    const { name, text } = await this.attendees.export(member, eventId);
    return new StreamableFile(Readable.from(text), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${name}"`,
    });
  }
}
