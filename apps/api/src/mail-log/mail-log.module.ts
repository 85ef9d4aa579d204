import { Module } from '@nestjs/common';
import { MailLogController } from './mail-log.controller.ts';
import { MailLogService } from './mail-log.service.ts';

@Module({ controllers: [MailLogController], providers: [MailLogService] })
export class MailLogModule {}
