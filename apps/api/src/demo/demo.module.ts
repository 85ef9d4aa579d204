import { Module } from '@nestjs/common';
import { ClockController } from './clock.controller.ts';
import { ClockService } from './clock.service.ts';
import { MailboxController } from './mailbox.controller.ts';
import { MailboxService } from './mailbox.service.ts';

/** Everybody's mail and the clock: only where nothing is real (see app.module.ts). */
@Module({ controllers: [ClockController, MailboxController], providers: [ClockService, MailboxService] })
export class DemoModule {}
