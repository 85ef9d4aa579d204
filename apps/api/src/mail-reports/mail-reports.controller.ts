import { DomainError } from '#libs/domain';
import { words } from '#libs/words';
import { Body, Controller, HttpCode, Post, UseGuards, applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader } from '@nestjs/swagger';
import { Public } from '../auth/access.ts';
import { Repeatable } from '../auth/idempotency-key.ts';
import { MailReportsInput, MailReportsView } from './mail-reports.dto.ts';
import { MailReportsService } from './mail-reports.service.ts';
import { ReportSignature } from './report-signature.ts';

/** A provider has no session: its signature lets it in. */
const Signed = () =>
  applyDecorators(
    HttpCode(200),
    Public('its signature says who sends it, and nothing is read without'),
    Repeatable('a report that comes twice counts once'),
    UseGuards(ReportSignature),
    ApiHeader({ name: 'Acquaint-Signature', required: true, description: words.api.mailReportSignature }),
  );

@Controller('api/v1/mail-reports')
export class MailReportsController {
  constructor(private readonly reports: MailReportsService) {}

  /** Bounces and complaints as a mail provider tells them. Sending one again is harmless. */
  @Post()
  @Signed()
  async take(@Body() { events }: MailReportsInput): Promise<MailReportsView> {
    return { outcomes: await this.reports.takeAll(events) };
  }

  /** One delivery report (RFC 3464) or complaint (RFC 5965), as the mail that it is. */
  @Post('message')
  @Signed()
  @ApiConsumes('message/rfc822')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async takeMessage(@Body() message: unknown): Promise<MailReportsView> {
    if (!Buffer.isBuffer(message)) throw new DomainError('not-well-formed');
    return { outcomes: await this.reports.takeMessage(message) };
  }
}
