import { Member } from '#libs/domain';
import { Controller, Get, Query } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { MailLogQuery, MailLogView } from './mail-log.dto.ts';
import { MailLogService } from './mail-log.service.ts';

@Controller('api/v1/organizations/:organizationId/mails')
export class MailLogController {
  constructor(private readonly mailLog: MailLogService) {}

  /**
   * What was sent, to whom and what came of it, newest first; never what it says. Mail about introductions and circles is
   * not among it, and `sent` is also what its reader asked not to get: nobody is told which (docs/decisions/0034).
   */
  @Get()
  @Can('mail-log.read')
  async list(@Staff() member: Member, @Query() query: MailLogQuery): Promise<MailLogView> {
    return MailLogView.of(await this.mailLog.list(member, query));
  }
}
