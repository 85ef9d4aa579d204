import { Module } from '@nestjs/common';
import { MailReportsController } from './mail-reports.controller.ts';
import { MailReportsService } from './mail-reports.service.ts';

@Module({ controllers: [MailReportsController], providers: [MailReportsService] })
export class MailReportsModule {}
