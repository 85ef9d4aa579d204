import { Module } from '@nestjs/common';
import { UnsureMailsController } from './unsure-mails.controller.ts';
import { UnsureMailsService } from './unsure-mails.service.ts';

@Module({ controllers: [UnsureMailsController], providers: [UnsureMailsService] })
export class MailsModule {}
